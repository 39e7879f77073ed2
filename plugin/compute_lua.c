/* compute_lua.c: see compute_lua.h. */
#include "compute_lua.h"

#include <lauxlib.h>
#include <math.h>

#include "sandbox/cage.h"

/* [-0, +0, m] */
static void set_values(lua_State *L, const struct program *program,
                       const struct program_fact *fact, uint64_t set) {
  struct program_list values = program_list_at(program, fact->values);

  for (uint32_t i = 0; i < values.count; i++) {
    if (!(set >> i & 1))
      continue;
    lua_pushboolean(L, true);
    lua_setfield(L, -2, program_text_bytes(program, values.rows[i]));
  }
}

/* The one value of a choice.  [-0, +1, m] */
static void push_choice(lua_State *L, const struct program *program,
                        const struct program_fact *fact, uint64_t set) {
  struct program_list values = program_list_at(program, fact->values);
  uint32_t at = 0;

  while (at + 1 < values.count && !(set >> at & 1))
    at++;
  lua_pushstring(L, program_text_bytes(program, values.rows[at]));
}

/* Whole numbers are integers, as a reader of dossiers gives them.  [-0, +1, -] */
static void push_number(lua_State *L, double number) {
  lua_Integer whole;

  if (number == floor(number) && lua_numbertointeger(number, &whole))
    lua_pushinteger(L, whole);
  else
    lua_pushnumber(L, number);
}

/* [-0, +1, m] */
static void push_value(lua_State *L, const struct program *program,
                       const struct program_fact *fact,
                       const struct cell *cell) {
  if (cell->none_stated) {
    lua_pushliteral(L, "none-stated");
  } else if (fact->type == TYPE_YES_NO) {
    lua_pushboolean(L, cell->set == 1);
  } else if (fact->type == TYPE_CHOICE) {
    push_choice(L, program, fact, cell->set);
  } else if (fact->type == TYPE_CHOICES) {
    lua_newtable(L);
    set_values(L, program, fact, cell->set);
  } else if (fact->type == TYPE_TEXT) {
    lua_pushlstring(L, cell->text.data, cell->text.size);
  } else {
    push_number(L, cell->lo);
  }
}

/* What one run hands to Lua, and what comes back. */
struct computing {
  const struct compute_lua *compute;
  uint32_t node;
  const struct cell *const *cells;
  size_t count;
  uint8_t mask; /* 0: it failed, and says why */
  struct slice message;
};

/* What the function gave: a mask, or nil and a message, which `messages` keeps.
 * [-0, +0, m] */
static void take_answer(lua_State *L, struct computing *one) {
  one->mask = (uint8_t)lua_tointeger(L, -2);
  if (one->mask != 0)
    return;
  one->message.data = luaL_tolstring(L, -1, &one->message.size);
  lua_rawseti(L, 2, (lua_Integer)lua_rawlen(L, 2) + 1);
}

/* (function, messages, computing): [-3, +0, e] */
static int call_function(lua_State *L) {
  struct computing *one = lua_touserdata(L, 3);
  const struct program *program = one->compute->program;
  struct program_list facts =
      program_list_at(program, program_node_at(program, one->node)->facts);

  luaL_checkstack(L, (int)one->count + 4, NULL);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, one->node);
  for (size_t i = 0; i < one->count; i++)
    push_value(L, program, program_fact_at(program, facts.rows[i]),
               one->cells[i]);
  lua_call(L, (int)one->count + 1, 2);
  take_answer(L, one);
  return 0;
}

/* No error may leave by a jump: the core above has memory of its own.  The function
 * catches what its author did; anything else ends the call. */
static uint8_t run(void *data, uint32_t node, const struct cell *const *cells,
                   size_t count, struct broken *broken) {
  const struct compute_lua *compute = data;
  struct computing one = {compute, node, cells, count, 0, {NULL, 0}};
  lua_State *L = compute->L;
  struct budget *budget = &cage_of(L)->budget;

  lua_pushcfunction(L, call_function);
  lua_pushvalue(L, compute->function);
  lua_pushvalue(L, compute->messages);
  lua_pushlightuserdata(L, &one);
  if (lua_pcall(L, 3, 0, 0) != LUA_OK) {
    lua_pop(L, 1);
    if (budget->fatal == FATAL_NONE)
      budget->fatal = FATAL_MEMORY;
  }
  broken->message = one.message;
  return one.mask;
}

void compute_lua_begin(struct compute_lua *compute, lua_State *L,
                       const struct program *program, int function) {
  luaL_checkstack(L, 8, NULL);
  lua_newtable(L);
  *compute =
      (struct compute_lua){L, program, function, lua_gettop(L), {run, NULL}};
  compute->computer.data = compute;
}

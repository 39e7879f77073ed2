/* compute_lua.c: see compute_lua.h. */
#include "compute_lua.h"

#include <lauxlib.h>
#include <math.h>
#include <stdio.h>

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

static uint8_t fail(lua_State *L, struct broken *broken) {
  static char message[200];

  snprintf(message, sizeof message, "%s", luaL_tolstring(L, -1, NULL));
  broken->message = slice_of(message);
  return 0;
}

static uint8_t run(void *data, uint32_t row, const struct cell *const *cells,
                   size_t count, struct broken *broken) {
  const struct compute_lua *compute = data;
  const struct program_node *node = program_node_at(compute->program, row);
  struct program_list facts = program_list_at(compute->program, node->facts);
  lua_State *L = compute->L;
  int top = lua_gettop(L);
  uint8_t mask;

  luaL_checkstack(L, (int)count + 4, NULL);
  lua_pushvalue(L, compute->function);
  lua_pushstring(L, program_text_bytes(compute->program, node->text));
  for (uint32_t i = 0; i < count; i++)
    push_value(L, compute->program,
               program_fact_at(compute->program, facts.rows[i]), cells[i]);
  if (lua_pcall(L, (int)count + 1, 1, 0) != LUA_OK)
    mask = fail(L, broken);
  else
    mask = (uint8_t)lua_tointeger(L, -1);
  lua_settop(L, top);
  return mask;
}

void compute_lua_begin(struct compute_lua *compute, lua_State *L,
                       const struct program *program, int function) {
  *compute = (struct compute_lua){L, program, function, {run, NULL}};
  compute->computer.data = compute;
}

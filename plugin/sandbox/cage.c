/* cage.c: one bounded Lua state; see cage.h.
 *
 * The rule that keeps the host alive: outside lua_pcall only functions of Lua
 * that cannot raise are called.  Should that ever be wrong, the panic handler
 * jumps back here rather than let Lua call abort().
 */
#include "cage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "lua_ask.h"

/* The collector after the first call.  Measured with 1.6 MB that stay and
 * 200 KB of garbage a call, as time above that of a call without collection:
 * incremental with pause 200 adds 48 % and peaks at 3.6 MB, a full collection at
 * each megabyte 62 % and 2.7 MB, generational with a minor collection at each
 * 20 % of growth 31 % and 2.2 MB, at 50 % 25 % and 2.7 MB, at 100 % (where it
 * meets the major one) 78 %.  The real scripts put them in the same order. */
enum {
  MINOR_GROWTH = 50,
  MAJOR_GROWTH = 100,
  /* Kilobytes that loading scripts and rules may add before the first cycle:
   * collecting while everything new stays is work for nothing. */
  LOADING_GROWTH = 1024,
  COLLECTED = 16,
  /* Bytes that an author's code gets for one unit. */
  ALLOCATED = 16,
  /* Bytes copied between two questions. */
  COPIED = 256 * 1024,
  /* Bytes given back to the system in the time of one unit, or more. */
  GIVEN_BACK = 1024
};

/* ---- making and ending a state ------------------------------------------- */

/* Making and freeing blocks takes time that no step stands for: lua-cjson does
 * much of it in one call, the collector too.
 *
 * A refusal makes Lua collect all garbage and ask again.  Where that helps it is
 * paid for by what is in use, of which COLLECTED bytes cost one unit: near the
 * limit a script could otherwise have everything collected again and again.
 * After a fatal error nothing grows, so that the call ends. */
static bool pay(struct cage *cage, size_t size) {
  if (cage->authors > 0 && !budget_spend(&cage->budget, size / ALLOCATED))
    return false;
  return budget_pass(&cage->budget, 1);
}

static void *allocate(void *data, void *block, size_t old_size, size_t size) {
  struct cage *cage = data;
  bool was_refused = cage->slab.refused;
  bool grows = size > (block ? old_size : 0);
  void *result;

  if (!block && old_size >= COP11_ASKED)
    return budget_pass(&cage->budget, old_size - COP11_ASKED) ? NULL : cage;
  if (!pay(cage, grows ? size : 0) && grows)
    return NULL;
  result = slab_resize(&cage->slab, block, old_size, size);
  if (grows && result && was_refused)
    (void)budget_spend(&cage->budget, cage->slab.used / COLLECTED);
  return result;
}

struct cage *cage_of(lua_State *L) {
  struct cage *cage;

  memcpy(&cage, lua_getextraspace(L), sizeof cage);
  return cage;
}

/* lua_atpanic: reached only if Lua raises outside a protected call. */
static int panic(lua_State *L) {
  struct cage *cage = cage_of(L);

  cage->budget.fatal = FATAL_PANIC;
  if (cage->landing_set)
    longjmp(cage->landing, 1);
  return 0;
}

struct cage *cage_new(size_t max_memory) {
  struct cage *cage = calloc(1, sizeof *cage);

  if (!cage)
    return NULL;
  slab_open(&cage->slab, max_memory);
  cage->L = lua_newstate(allocate, cage);
  if (!cage->L) {
    cage_free(cage);
    return NULL;
  }
  memcpy(lua_getextraspace(cage->L), &cage, sizeof cage);
  lua_atpanic(cage->L, panic);
  lua_setwarnf(cage->L, NULL, NULL);
  lua_gc(cage->L, LUA_GCSTEP, -LOADING_GROWTH);
  return cage;
}

/* The state with all in it: no value owns anything else. */
void cage_empty(struct cage *cage) {
  size_t size;

  while ((size = slab_close_some(&cage->slab)) > 0)
    (void)budget_pass(&cage->budget, size / GIVEN_BACK + 1);
  cage->L = NULL;
}

void cage_free(struct cage *cage) {
  if (!cage)
    return;
  slab_close(&cage->slab);
  free(cage->result);
  free(cage);
}

void cage_settle(struct cage *cage) {
  lua_gc(cage->L, LUA_GCGEN, MINOR_GROWTH, MAJOR_GROWTH);
  /* Lua 5.4.4 keeps the old pace until its first young collection. */
  lua_gc(cage->L, LUA_GCSTEP, 0);
}

/* ---- fatal errors -------------------------------------------------------- */

/* The value is of no account: cage->budget.fatal is what counts. */
static int raise_fatal(lua_State *L) {
  lua_pushlightuserdata(L, cage_of(L));
  return lua_error(L);
}

void cage_charge(lua_State *L, uint64_t units) {
  if (!budget_spend(&cage_of(L)->budget, units))
    raise_fatal(L);
}

/* The tests of JSON use plain states, around which there is no cage. */
void cage_pass(lua_State *L, uint64_t units) {
  void *data;

  if (lua_getallocf(L, &data) != allocate)
    return;
  if (!budget_pass(&((struct cage *)data)->budget, units))
    raise_fatal(L);
}

void cage_copy(lua_State *L, char *to, const char *from, size_t size) {
  while (size > 0) {
    size_t piece = size < COPIED ? size : COPIED;
    memcpy(to, from, piece);
    cage_pass(L, piece / COP11_BYTES_COPIED);
    to += piece;
    from += piece;
    size -= piece;
  }
}

int cage_no_memory(lua_State *L) {
  struct cage *cage = cage_of(L);

  if (cage->budget.fatal == FATAL_NONE)
    cage->budget.fatal = FATAL_MEMORY;
  cage->slab.limit_refused = false;
  return raise_fatal(L);
}

int cage_stopped(lua_State *L, bool over_limit) {
  cage_of(L)->slab.limit_refused = over_limit;
  return raise_fatal(L);
}

size_t cage_failures(lua_State *L) {
  return cage_of(L)->slab.failures;
}

/* The status says too little: error("not enough memory") makes Lua report
 * LUA_ERRMEM too, and a stack that finds no memory to grow is reported as an
 * overflow.  No outcome may rest on how much memory there was. */
void cage_rethrow(lua_State *L, int status, size_t failures) {
  struct cage *cage = cage_of(L);

  if (status != LUA_OK && cage->slab.failures != failures &&
      cage->budget.fatal == FATAL_NONE)
    cage->budget.fatal = FATAL_MEMORY;
  if (cage->budget.fatal != FATAL_NONE)
    raise_fatal(L);
}

/* ---- errors as text ------------------------------------------------------ */

static void copy_string(lua_State *L, int index, char *out, size_t size) {
  size_t length;
  const char *text = lua_tolstring(L, index, &length);

  if (length >= size)
    length = size - 1;
  memcpy(out, text, length);
  out[length] = '\0';
  for (size_t i = 0; i < length; i++) {
    if (out[i] == '\0')
      out[i] = '?';
  }
}

void cage_error_text(lua_State *L, int index, char *out, size_t size) {
  switch (lua_type(L, index)) {
  case LUA_TSTRING:
    copy_string(L, index, out, size);
    break;
  case LUA_TNUMBER:
    (void)snprintf(out, size, "%.14g", lua_tonumber(L, index));
    break;
  case LUA_TBOOLEAN:
    (void)snprintf(out, size, "%s", lua_toboolean(L, index) ? "true" : "false");
    break;
  default:
    (void)snprintf(out, size, "an error whose value is a %s",
                   lua_typename(L, lua_type(L, index)));
  }
}

/* ---- calling in ---------------------------------------------------------- */

static cop11_status explain_memory(const struct cage *cage, cop11_error *err) {
  if (!cage->slab.limit_refused)
    return error_no_memory(err);
  return error_max_memory(err, cage->budget.where, cage->budget.line,
                          cage->slab.limit);
}

static cop11_status explain(struct cage *cage, cop11_error *err) {
  char text[512];

  if (cage->budget.fatal == FATAL_MEMORY)
    return explain_memory(cage, err);
  if (cage->budget.fatal == FATAL_PANIC)
    return error_set(err, COP11_E_INTERNAL, NULL, 0, 0,
                     "A defect of libcop11: Lua raised an error outside a "
                     "protected call. Please report it.");
  if (cage->budget.fatal != FATAL_NONE)
    return budget_explain(&cage->budget, err);
  cage_error_text(cage->L, -1, text, sizeof text);
  return error_set(err, COP11_E_INTERNAL, NULL, 0, 0,
                   "A defect of libcop11: %s. Please report it.", text);
}

/* [-0, +0, -] */
static int protected_call(lua_State *L, lua_CFunction body, void *argument) {
  lua_settop(L, 0);
  lua_pushcfunction(L, body); /* a light C function: no memory */
  lua_pushlightuserdata(L, argument);
  return lua_pcall(L, 1, 0, 0);
}

cop11_status cage_call(struct cage *cage, lua_CFunction body, void *argument,
                       cop11_error *err) {
  size_t failures = cage->slab.failures;
  volatile int status = LUA_ERRRUN;

  cage->landing_set = true;
  if (setjmp(cage->landing) == 0)
    status = protected_call(cage->L, body, argument);
  cage->landing_set = false;
  if (status != LUA_OK && cage->budget.fatal == FATAL_NONE &&
      (cage->slab.failures != failures || status == LUA_ERRMEM))
    cage->budget.fatal = FATAL_MEMORY;
  if (status == LUA_OK && cage->budget.fatal == FATAL_NONE)
    return COP11_OK;
  return explain(cage, err);
}

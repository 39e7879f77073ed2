/* core_lua.c: see core_lua.h. */
#include "core_lua.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "compute_lua.h"
#include "core.h"
#include "sandbox/cage.h"
#include "version_text.h"

/* ---- programs --------------------------------------------------------------- */

/* [-0, +1, m] */
static int engines_program(lua_State *L) {
  const struct program *program = cage_of(L)->program;

  if (!program)
    return 0;
  *(struct program *)lua_newuserdatauv(L, sizeof *program, 0) = *program;
  luaL_setmetatable(L, CORE_LUA_PROGRAM);
  return 1;
}

int core_lua_open_program(lua_State *L) {
  size_t size;
  const char *block = luaL_checklstring(L, 1, &size);
  struct program *program = lua_newuserdatauv(L, sizeof *program, 1);
  struct program_problem problem;
  void *copy = lua_newuserdatauv(L, size, 0);

  memcpy(copy, block, size);
  lua_setiuservalue(L, -2, 1);
  if (!program_open(program, copy, size, &problem))
    return luaL_error(L, "%s", problem.message);
  luaL_setmetatable(L, CORE_LUA_PROGRAM);
  return 1;
}

/* ---- what a call writes ------------------------------------------------------- */

/* The cage keeps the bytes, whatever ends the call. */
static void *grow(void *data, void *block, size_t size) {
  struct cage *cage = data;
  void *grown = realloc(block, size);

  if (grown)
    cage->result = grown;
  return grown;
}

static void free_result(struct cage *cage) {
  free(cage->result);
  cage->result = NULL;
}

/* ---- a call ------------------------------------------------------------------- */

/* The text in a field of the table at `index`; it lives as long as the table.
 * [-0, +0, v] */
static struct slice text_field(lua_State *L, int index, const char *name) {
  struct slice text = {NULL, 0};

  if (lua_getfield(L, index, name) == LUA_TSTRING)
    text.data = lua_tolstring(L, -1, &text.size);
  lua_pop(L, 1);
  return text;
}

/* [-0, +0, v] */
static lua_Integer count_field(lua_State *L, int index, const char *name,
                               lua_Integer otherwise) {
  lua_Integer count;

  lua_getfield(L, index, name);
  count = luaL_optinteger(L, -1, otherwise);
  lua_pop(L, 1);
  return count;
}

/* [-0, +0, v] */
static void take_options(lua_State *L, int index, struct core_job *job) {
  static const char *const parts[] = {"report", "problems", "steps",
                                      "checks", "cases",    NULL};

  luaL_checktype(L, index, LUA_TTABLE);
  job->options.as_of =
      (int32_t)count_field(L, index, "as_of", (lua_Integer)DAY_NONE);
  job->options.evaluated_at = text_field(L, index, "evaluated_at");
  job->max_depth = (uint32_t)count_field(L, index, "max_depth", JSON_DEPTH_MAX);
  job->more = text_field(L, index, "more");
  job->check = text_field(L, index, "check");
  lua_getfield(L, index, "part");
  job->part = (enum core_part)luaL_checkoption(L, -1, "report", parts);
  lua_pop(L, 1);
  lua_getfield(L, index, "show_sensitive");
  job->options.show_sensitive = lua_toboolean(L, -1);
  lua_pop(L, 1);
}

/* What the state may still hold, within the limit of the call. */
static size_t memory_left(const struct cage *cage) {
  return cage->slab.limit - cage->slab.held;
}

/* [-0, +0, v] */
static enum core_result do_job(lua_State *L, struct core_job *job) {
  struct cage *cage = cage_of(L);
  enum core_result done;

  job->version = slice_of(VERSION_TEXT);
  job->budget = &cage->budget;
  job->max_memory = memory_left(cage);
  done = core_report(job);
  slab_note(&cage->slab, job->used);
  if (done == CORE_STOPPED)
    cage_stopped(L, job->over_max);
  return done;
}

/* report(program, dossier, options, compute).  [-0, +3, v] */
static int report(lua_State *L) {
  struct core_job job = {.program = luaL_checkudata(L, 1, CORE_LUA_PROGRAM)};
  struct cage *cage = cage_of(L);
  struct json_buffer out = {.alloc = grow, .alloc_data = cage};
  struct compute_lua compute;

  job.text = luaL_checklstring(L, 2, &job.size);
  take_options(L, 3, &job);
  lua_settop(L, 4);
  if (lua_isfunction(L, 4)) {
    compute_lua_begin(&compute, L, job.program, 4);
    job.computer = &compute.computer;
  }
  free_result(cage);
  job.out = &out;
  if (do_job(L, &job) == CORE_FOR_LUA)
    return 0;
  lua_pushlstring(L, out.data, out.size);
  free_result(cage);
  lua_pushinteger(L, job.rated.range);
  lua_pushinteger(L, job.rated.basis);
  return 3;
}

int core_lua_open(lua_State *L) {
  static const luaL_Reg functions[] = {{"open", core_lua_open_program},
                                       {"program", engines_program},
                                       {"report", report},
                                       {NULL, NULL}};

  luaL_newmetatable(L, CORE_LUA_PROGRAM);
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  return 1;
}

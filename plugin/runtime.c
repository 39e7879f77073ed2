/* runtime.c: calling scripts/main.lua; see runtime.h.
 *
 * A function of main.lua returns what was asked for, with a table { range, basis }
 * where it rates; or nil and a problem, a table with status, message, where, line
 * and column.
 */
#include "runtime.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "hostlib.h"
#include "modules.h"
#include "pack/pack.h"
#include "pack/signature.h"
#include "sandbox/cage.h"
#include "sandbox/libs.h"
#include "text.h"

/* Its address is the registry's key of the table that main.lua returned. */
static const char runtime_key;

/* ---- problems ------------------------------------------------------------- */

static const struct {
  const char *name;
  cop11_status status;
} statuses[] = {
    {"argument", COP11_E_ARGUMENT}, {"json", COP11_E_JSON},
    {"dossier", COP11_E_DOSSIER},   {"pack", COP11_E_PACK},
    {"limit", COP11_E_LIMIT},       {"internal", COP11_E_INTERNAL},
};

static cop11_status status_of(const char *name) {
  for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
    if (strcmp(name, statuses[i].name) == 0)
      return statuses[i].status;
  }
  return COP11_E_INTERNAL;
}

/* The text in a field of the table on top, "" where there is none; it lives as
 * long as the table.  [-0, +0, m] */
static const char *text_field(lua_State *L, const char *name) {
  const char *text = "";

  if (lua_getfield(L, -1, name) == LUA_TSTRING)
    text = lua_tostring(L, -1);
  lua_pop(L, 1);
  return text;
}

/* [-0, +0, m] */
static int count_field(lua_State *L, const char *name) {
  lua_Integer count;

  lua_getfield(L, -1, name);
  count = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return count > 0 && count <= INT32_MAX ? (int)count : 0;
}

/* Reads the problem on top.  [-0, +0, m] */
static cop11_status read_problem(lua_State *L, const char *function,
                                 cop11_error *err) {
  if (!lua_istable(L, -1))
    return error_set(err, COP11_E_INTERNAL, NULL, 0, 0,
                     "A defect of libcop11: '%s' failed and gave no reason. "
                     "Please report it.",
                     function);
  return error_set(err, status_of(text_field(L, "status")),
                   text_field(L, "where"), count_field(L, "line"),
                   count_field(L, "column"), "%s", text_field(L, "message"));
}

/* ---- opening -------------------------------------------------------------- */

/* [-0, +0, m] */
static void set_text(lua_State *L, const char *name, const char *text,
                     size_t size) {
  lua_pushlstring(L, text, size);
  lua_setfield(L, -2, name);
}

/* [-0, +0, m] */
static void set_count(lua_State *L, const char *name, uint64_t count) {
  lua_pushinteger(L, (lua_Integer)count);
  lua_setfield(L, -2, name);
}

/* { state =, key =, files = { path, ... } }  [-0, +1, m] */
static void push_signature(lua_State *L, const struct signature *judged) {
  const char *state = signature_state_name(judged->state);
  const char *at = judged->files ? judged->files : "";

  lua_createtable(L, 0, 3);
  set_text(L, "state", state, strlen(state));
  if (judged->key[0])
    set_text(L, "key", judged->key, SIGNATURE_KEY_HEX);
  lua_newtable(L);
  for (lua_Integer i = 1; *at; i++) {
    size_t size = strcspn(at, "\n");
    lua_pushlstring(L, at, size);
    lua_rawseti(L, -2, i);
    at += size + 1;
  }
  lua_setfield(L, -2, "files");
}

/* { path =, count = }  [-0, +1, m] */
static void push_passed_over(lua_State *L, const struct passed_over *files) {
  lua_createtable(L, 0, 2);
  set_text(L, "path", files->path, strlen(files->path));
  set_count(L, "count", files->count);
}

/* { name =, signature =, passed_over =, files = { { path =, text = }, ... } }
 * [-0, +1, m] */
static void push_pack(lua_State *L, const cop11_pack *pack) {
  lua_createtable(L, 0, 4);
  set_text(L, "name", pack->name, strlen(pack->name));
  push_signature(L, &pack->judged);
  lua_setfield(L, -2, "signature");
  if (pack->passed_over.count > 0) {
    push_passed_over(L, &pack->passed_over);
    lua_setfield(L, -2, "passed_over");
  }
  lua_createtable(L, (int)pack->count, 0);
  for (size_t i = 0; i < pack->count; i++) {
    const struct pack_file *file = &pack->files[i];
    lua_createtable(L, 0, 2);
    set_text(L, "path", file->path, strlen(file->path));
    set_text(L, "text", file->text, file->size);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, "files");
}

/* [-0, +1, m] */
static void push_request(lua_State *L, const struct opening *opening) {
  const cop11_options *options = opening->options;

  lua_createtable(L, 0, 5);
  if (options->pack) {
    push_pack(L, options->pack);
    lua_setfield(L, -2, "pack");
  }
  lua_createtable(L, (int)options->layer_count, 0);
  for (size_t i = 0; i < options->layer_count; i++) {
    push_pack(L, options->layers[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, "layers");
  set_count(L, "max_depth", options->max_depth);
  set_count(L, "max_report", options->max_report);
  lua_pushboolean(L, opening->tolerant);
  lua_setfield(L, -2, "tolerant");
}

/* What main.lua returned, which runs once a state.  [-0, +1, v] */
static void push_runtime(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &runtime_key) == LUA_TTABLE)
    return;
  lua_pop(L, 1);
  libs_open(L);
  hostlib_open(L);
  modules_open(L);
  lua_pop(L, 1);
  modules_require(L, "main");
  luaL_checktype(L, -1, LUA_TTABLE);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &runtime_key);
}

int runtime_open(lua_State *L) {
  struct opening *opening = lua_touserdata(L, 1);

  push_runtime(L);
  lua_getfield(L, -1, "open");
  push_request(L, opening);
  lua_call(L, 1, 2);
  opening->status = COP11_OK;
  if (!lua_toboolean(L, -2))
    opening->status = read_problem(L, "open", opening->err);
  return 0;
}

int runtime_compile(lua_State *L) {
  struct compiling *compiling = lua_touserdata(L, 1);
  const char *block;

  lua_rawgetp(L, LUA_REGISTRYINDEX, &runtime_key);
  lua_getfield(L, -1, "compile");
  lua_call(L, 0, 1);
  block = lua_tolstring(L, -1, &compiling->size);
  if (!block)
    return 0;
  compiling->block = malloc(compiling->size + 1);
  if (!compiling->block)
    return cage_no_memory(L);
  memcpy(compiling->block, block, compiling->size);
  return 0;
}

/* ---- calls ---------------------------------------------------------------- */

/* [-0, +0, m] */
static void set_option(lua_State *L, const char *name, const char *text) {
  if (text)
    set_text(L, name, text, strlen(text));
}

/* { as_of, format, evaluated_at = string or nil, show_sensitive, left_by_core = boolean }
 * [-0, +1, m] */
static void push_call(lua_State *L, const struct job *job) {
  const cop11_call *call = job->call;

  lua_createtable(L, 0, 5);
  set_option(L, "as_of", call->as_of);
  set_option(L, "format", call->format);
  set_option(L, "evaluated_at", call->evaluated_at);
  lua_pushboolean(L, (call->flags & COP11_SHOW_SENSITIVE) != 0);
  lua_setfield(L, -2, "show_sensitive");
  lua_pushboolean(L, job->left_by_core);
  lua_setfield(L, -2, "left_by_core");
}

/* Pushes the arguments and returns how many.  [-0, +n, m] */
static int push_arguments(lua_State *L, struct job *job) {
  int count = 0;

  if (job->text) {
    lua_pushlstring(L, job->text, job->size);
    text_free(job->given);
    job->given = NULL;
    count++;
  }
  if (job->other) {
    lua_pushlstring(L, job->other, job->other_size);
    count++;
  }
  if (job->format) {
    lua_pushstring(L, job->format);
    count++;
  }
  if (job->call) {
    push_call(L, job);
    count++;
  }
  return count;
}

/* What a report rates, a table on top.  [-0, +0, m] */
static void take_rating(lua_State *L, cop11_text *report) {
  if (!lua_istable(L, -1))
    return;
  report->range = (uint32_t)count_field(L, "range");
  report->basis = (uint32_t)count_field(L, "basis");
}

/* Takes the string below the top as the result.  [-0, +0, v] */
static cop11_status take_result(lua_State *L, struct job *job) {
  size_t size;
  const char *bytes = lua_tolstring(L, -2, &size);

  if (job->max_result > 0 && size > job->max_result)
    return error_report_too_long(job->err, size, job->max_result);
  if (text_new(size, &job->result) != COP11_OK)
    return error_no_memory(job->err);
  cage_copy(L, job->result->bytes, bytes, size);
  take_rating(L, job->result);
  return COP11_OK;
}

int runtime_call(lua_State *L) {
  struct job *job = lua_touserdata(L, 1);

  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &runtime_key) != LUA_TTABLE)
    return luaL_error(L, "the state was not opened");
  lua_getfield(L, -1, job->function);
  lua_call(L, push_arguments(L, job), 2);
  if (lua_type(L, -2) != LUA_TSTRING) {
    job->status = read_problem(L, job->function, job->err);
    return 0;
  }
  job->status = take_result(L, job);
  return 0;
}

/* modules.c: require, over the scripts inside the library; see modules.h.
 *
 * Each script runs once a state, in the scripts' environment, and is given the
 * host table.  Nothing is ever looked for in files.
 */
#include "modules.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "pack/unpack.h"
#include "sandbox/author.h"
#include "sandbox/cage.h"

#define SUFFIX ".lua"

/* Upvalues of require. */
enum {
  LOADED = 1,
  ENVIRONMENT,
  HOST
};

/* Whether `path` is "<name>.lua", with a folder for each dot of the name: one
 * name a script, so that none runs twice. */
static bool is_path_of(const char *name, const char *path) {
  for (; *name != '\0'; name++, path++) {
    if (*name == '/' || *path != (*name == '.' ? '/' : *name))
      return false;
  }
  return strcmp(path, SUFFIX) == 0;
}

/* They are few, and each is asked for once a state. */
const struct builtin_file *modules_find(const char *name) {
  for (size_t i = 0; i < builtin_script_count; i++) {
    if (is_path_of(name, builtin_scripts[i].path))
      return &builtin_scripts[i];
  }
  return NULL;
}

/* Pushes the script as a function, or why there is none.  [-0, +1, m] */
static int compile(lua_State *L, const struct builtin_file *script,
                   const char *chunk_name) {
  char *text = malloc(script->size + 1);
  int status = LUA_ERRSYNTAX;
  bool whole;

  if (!text)
    return cage_no_memory(L);
  whole = unpack_file(script, text);
  if (whole)
    status = luaL_loadbufferx(L, text, script->size, chunk_name, "t");
  free(text);
  if (!whole)
    lua_pushfstring(L, "%s: damaged in this library", chunk_name);
  return status;
}

/* Pushes the script as a function.  [-0, +1, v] */
static void load(lua_State *L, const struct builtin_file *script) {
  const char *chunk_name = lua_pushfstring(L, "@scripts/%s", script->path);

  if (compile(L, script, chunk_name) != LUA_OK)
    lua_error(L);
  lua_remove(L, -2);
  lua_pushvalue(L, lua_upvalueindex(ENVIRONMENT));
  lua_setupvalue(L, -2, 1);
}

/* Runs the script and pushes its value, true in place of nil.  An author whose
 * code is the first to need it does not pay for it.  [-0, +1, v] */
static void run(lua_State *L, const struct builtin_file *script) {
  struct author_rest rest = author_rest(L);

  load(L, script);
  lua_pushvalue(L, lua_upvalueindex(HOST));
  lua_call(L, 1, 1);
  author_go_on(L, &rest);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, true);
  }
}

/* In LOADED, false stands for a script that is being run. */
static int require(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  const struct builtin_file *script;

  lua_settop(L, 1);
  if (lua_getfield(L, lua_upvalueindex(LOADED), name) == LUA_TBOOLEAN &&
      !lua_toboolean(L, -1))
    return luaL_error(L, "script '%s' needs a script that needs it", name);
  if (!lua_isnil(L, -1))
    return 1;
  script = modules_find(name);
  if (!script)
    return luaL_error(L, "there is no script '%s'", name);
  lua_pushboolean(L, false);
  lua_setfield(L, lua_upvalueindex(LOADED), name);
  run(L, script);
  lua_pushvalue(L, -1);
  lua_setfield(L, lua_upvalueindex(LOADED), name);
  return 1;
}

void modules_open(lua_State *L) {
  lua_newtable(L);
  lua_pushvalue(L, -3);
  lua_pushvalue(L, -3);
  lua_pushcclosure(L, require, HOST);
  lua_setfield(L, -3, "require");
}

void modules_require(lua_State *L, const char *name) {
  lua_getfield(L, -1, "require");
  lua_pushstring(L, name);
  lua_call(L, 1, 1);
}

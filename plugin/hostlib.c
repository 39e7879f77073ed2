/* hostlib.c: the `host` table; see hostlib.h. */
#include "hostlib.h"

#include <lauxlib.h>
#include <stdio.h>

#include "core_lua.h"
#include "digest.h"
#include "log.h"
#include "parts.h"
#include "program_lua.h"
#include "sandbox/author.h"
#include "sandbox/cage.h"
#include "version_text.h"
#include "json/lua.h"

static int host_charge(lua_State *L) {
  lua_Integer units = luaL_checkinteger(L, 1);

  luaL_argcheck(L, units >= 0, 1, "work cannot be negative");
  cage_charge(L, (uint64_t)units);
  return 0;
}

/* host.at(path, line): the rule file that is worked on from now on, for the
 * message should the call end there; host.at(): none. */
static int host_at(lua_State *L) {
  struct cage *cage = cage_of(L);
  const char *path = luaL_optstring(L, 1, NULL);

  cage->budget.where = path ? cage->at : NULL;
  cage->budget.line = (int)luaL_optinteger(L, 2, 0);
  (void)snprintf(cage->at, sizeof cage->at, "%s", path ? path : "");
  return 0;
}

static void ask(void *L) {
  cage_pass(L, PAUSE_BYTES / 16);
}

static int host_sha256(lua_State *L) {
  const struct pause pause = {ask, L};
  char hex[DIGEST_HEX_SIZE + 1];
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);

  cage_charge(L, size / 16);
  digest_hex_slowly(text, size, &pause, hex);
  lua_pushlstring(L, hex, DIGEST_HEX_SIZE);
  return 1;
}

static int host_parts(lua_State *L) {
  lua_createtable(L, PARTS, 0);
  for (int i = 0; i < PARTS; i++) {
    lua_createtable(L, 0, 3);
    lua_pushstring(L, parts[i].name);
    lua_setfield(L, -2, "name");
    lua_pushstring(L, parts[i].version);
    lua_setfield(L, -2, "version");
    lua_pushstring(L, parts[i].from);
    lua_setfield(L, -2, "from");
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

static int host_sbom(lua_State *L) {
  lua_pushstring(L, parts_sbom);
  return 1;
}

static const luaL_Reg functions[] = {{"at", host_at},
                                     {"author", author_run},
                                     {"captured", author_captured},
                                     {"charge", host_charge},
                                     {"line", author_line},
                                     {"load", author_load},
                                     {"log", log_add},
                                     {"parts", host_parts},
                                     {"protect", author_protect},
                                     {"sbom", host_sbom},
                                     {"sha256", host_sha256},
                                     {NULL, NULL}};

int hostlib_open(lua_State *L) {
  author_open(L);
  luaL_newlibtable(L, functions);
  luaL_setfuncs(L, functions, 0);
  lua_pushstring(L, VERSION_TEXT);
  lua_setfield(L, -2, "version");
  lua_pushinteger(L, COP11_ABI_VERSION);
  lua_setfield(L, -2, "abi");
  json_lua_open(L);
  lua_setfield(L, -2, "json");
  core_lua_open(L);
  lua_setfield(L, -2, "core");
  program_lua_open(L);
  lua_setfield(L, -2, "program");
  return 1;
}

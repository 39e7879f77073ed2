/* Before main: the Lua that the host itself is linked to is in use, and is its own. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void use_own_lua(void) {
  lua_State *L = luaL_newstate();

  luaL_openlibs(L);
  lua_getfield(L, LUA_GLOBALSINDEX, "_VERSION");
  if (strcmp(lua_tostring(L, -1), "Lua 5.1") != 0)
    abort();
  lua_close(L);
}

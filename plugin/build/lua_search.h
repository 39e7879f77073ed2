/* lua_search.h: lua_ask.h for Lua's libraries.  Given to the compiler before ltablib.c
 * and, by lua_library.h, lstrlib.c (-include). */
#ifndef COP11_LUA_SEARCH_H
#define COP11_LUA_SEARCH_H

#define LUA_LIB
#include "lprefix.h"

#include "lua.h"
#include "lua_ask.h"

/* Asks, and ends the call where it must.  [-0, +0, v] */
static inline void cop11_go_on(lua_State *L) {
  void *data;
  lua_Alloc alloc = lua_getallocf(L, &data);

  if (alloc(data, NULL, COP11_ASKED + 1, 0)) {
    lua_pushnil(L);
    lua_error(L);
  }
}

#endif

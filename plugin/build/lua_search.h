/* lua_search.h: lua_ask.h for Lua's libraries.  Given to the compiler before ltablib.c
 * and, by lua_library.h, lstrlib.c (-include). */
#ifndef COP11_LUA_SEARCH_H
#define COP11_LUA_SEARCH_H

#define LUA_LIB
#include "lprefix.h"

#include "lua.h"
#include "lua_ask.h"

/* Asks after some units of work, and ends the call where it must.  [-0, +0, v] */
static inline void cop11_go_on(lua_State *L, size_t units) {
  void *data;
  lua_Alloc alloc = lua_getallocf(L, &data);

  if (alloc(data, NULL, COP11_ASKED + units, 0)) {
    lua_pushnil(L);
    lua_error(L);
  }
}

/* Asks after the text at `index` was copied.  [-0, +0, v] */
static inline void cop11_copied(lua_State *L, int index) {
  cop11_go_on(L, 1 + lua_rawlen(L, index) / COP11_BYTES_COPIED);
}

#endif

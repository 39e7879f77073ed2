/* lua_pause.h: lua_ask.h for the core of Lua.  Given to the compiler before Lua's
 * ldo.c, lgc.c, lmem.c and lstring.c (-include); other headers include it. */
#ifndef COP11_LUA_PAUSE_H
#define COP11_LUA_PAUSE_H

#define LUA_CORE
#include "lprefix.h"

#include <string.h>

#include "ldo.h"
#include "lmem.h"
#include "lstate.h"
#include "lua_ask.h"

/* Whether the call goes on after some units of work. */
#define COP11_GOES_ON(g, units)                                                \
  (!(*(g)->frealloc)((g)->ud, NULL, COP11_ASKED + (units), 0))

/* Asks; a collection must come to its end. */
#define COP11_PAUSE(g) ((void)COP11_GOES_ON(g, 1))

/* Asks, and ends the call where it must.  [-0, +0, v] */
static inline void cop11_go_on(lua_State *L, size_t units) {
  if (!COP11_GOES_ON(G(L), units))
    luaM_error(L);
}

/* What is copied between two questions. */
#define COP11_PIECE ((size_t)256 * 1024)

/* memcpy that asks.  [-0, +0, v] */
static inline void cop11_copy(lua_State *L, char *to, const char *from,
                              size_t size) {
  for (; size > COP11_PIECE; size -= COP11_PIECE) {
    memcpy(to, from, COP11_PIECE);
    to += COP11_PIECE;
    from += COP11_PIECE;
    cop11_go_on(L, COP11_PIECE / COP11_BYTES_COPIED);
  }
  memcpy(to, from, size);
}

#endif

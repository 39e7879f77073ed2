/* lua_table.h: where keys are in a table, and what filling it anew costs; see
 * lua_changes.cmake.  Given to the compiler before Lua's ltable.c (-include). */
#ifndef COP11_LUA_TABLE_H
#define COP11_LUA_TABLE_H

#define LUA_CORE
#include "lprefix.h"

#include <limits.h>

#include "ldebug.h"
#include "lobject.h"
#include "lstate.h"
#include "ltable.h"
#include "lua_pause.h"
#include "lua_work.h"

/* What counting a key and moving it costs. */
#define COP11_KEY_MOVED 2

/* A table of an author's holds at most so many values, or twice as many for a
 * moment: one that is filled anew takes no longer than a millisecond. */
#define COP11_TABLE_MAX 65536
#define COP11_TABLE_TOO_LARGE                                                  \
  "a table in a rule holds at most 65536 values; this one has more"

/* Nobody who writes a rule knows where in memory the library lies. */
static inline lua_Unsigned cop11_scrambled(lua_Unsigned n) {
  n ^= (lua_Unsigned)(size_t)&luaH_new;
  n = (n ^ n >> 33) * 0xFF51AFD7ED558CCDu;
  n = (n ^ n >> 33) * 0xC4CEB9FE1A85EC53u;
  return n ^ n >> 33;
}

#define cop11_place(t, n)                                                      \
  gnode(t, cop11_scrambled((lua_Unsigned)(n)) & (lua_Unsigned)(sizenode(t) - 1))

/* [-0, +0, v] */
static inline void cop11_charge_rehash(lua_State *L, const Table *t) {
  size_t size = (size_t)luaH_realasize(t) + (size_t)sizenode(t);

  COP11_CHARGE(L, size < INT_MAX / COP11_KEY_MOVED ? COP11_KEY_MOVED * (int)size
                                                   : INT_MAX);
  if (L->hook && size > COP11_TABLE_MAX)
    luaG_runerror(L, COP11_TABLE_TOO_LARGE);
}

#endif

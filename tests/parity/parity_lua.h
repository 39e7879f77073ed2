/* parity_lua.h: parts of the core for specs, as host.parity. */
#ifndef PARITY_LUA_H
#define PARITY_LUA_H

#include <lua.h>

/* The library of functions, each of which takes a program that open(block) gave and
 * a dump's text.  [-0, +1, m] */
int parity_lua_open(lua_State *L);

#endif

/* lua_pause.h: asking who waits for the call, in work of Lua's that takes long and
 * no memory; see lua_changes.cmake.  Given to the compiler before Lua's lgc.c
 * (-include). */
#ifndef COP11_LUA_PAUSE_H
#define COP11_LUA_PAUSE_H

#include <stddef.h>

/* The allocator asks at each call (plugin/sandbox/cage.c), for which a free of nothing
 * suffices. */
#define COP11_PAUSE(g) ((void)(*(g)->frealloc)((g)->ud, NULL, 0, 0))

#endif

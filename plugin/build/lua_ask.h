/* lua_ask.h: asking who waits for the call, from inside of Lua, where work takes long
 * and no memory; see lua_changes.cmake.
 *
 * The allocator asks at each call (plugin/sandbox/cage.c).  It is called for nothing,
 * with a size by which it knows that an answer is wanted: no memory where all may go
 * on, and some where the call must end. */
#ifndef COP11_LUA_ASK_H
#define COP11_LUA_ASK_H

#include <stddef.h>
#include <stdint.h>

/* Beyond it a size of nothing is what passed since, in units of work. */
#define COP11_ASKED (SIZE_MAX / 2)

/* Bytes copied, perhaps to memory that is new, for a unit. */
#define COP11_BYTES_COPIED 128

#endif

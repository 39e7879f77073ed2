/* lua_config.h: how the Lua inside the library differs from a plain one.
 * Given to the compiler before every file of Lua (-include). */
#ifndef COP11_LUA_CONFIG_H
#define COP11_LUA_CONFIG_H

/* Nested C calls: with Lua's 200 a script can need more stack than the
 * 256 KiB that cop11.h asks of a thread.  The dearest is a callback of gsub, at
 * about 2.2 KiB each; with 90 it needs 195 KiB as clang compiles it, 188 KiB as
 * gcc does. */
#define LUAI_MAXCCALLS 90

/* A guest prints nothing, whatever a script or a defect does. */
#define lua_writestring(s, l) ((void)(s), (void)(l))
#define lua_writeline() ((void)0)
#define lua_writestringerror(s, p) ((void)(s), (void)(p))

#endif

/* libs.h: what of Lua's libraries the trusted scripts may use. */
#ifndef LIBS_H
#define LIBS_H

#include <lua.h>

/* Pushes the environment of the scripts: a table with the allowed functions.
 * The state's own global table stays empty.  [-0, +1, m] */
void libs_open(lua_State *L);

#endif

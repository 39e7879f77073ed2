/* modules.h: the trusted scripts, carried inside the library. */
#ifndef MODULES_H
#define MODULES_H

#include <lua.h>

#include "pack/builtin.h"

/* The script "<name>.lua", or NULL; "render.text" is "render/text.lua". */
const struct builtin_file *modules_find(const char *name);

/* With the environment of the scripts and the host table on top (in this
 * order), adds `require` to the environment.  [-0, +0, m] */
void modules_open(lua_State *L);

/* Pushes what `require "<name>"` gives; the environment is on top.
 * [-0, +1, v] */
void modules_require(lua_State *L, const char *name);

#endif

/* cjson.h: what there is of lua-cjson; see cjson_guard.h. */
#ifndef CJSON_H
#define CJSON_H

#include <lua.h>

/* Pushes its decode function, which takes a text that json_read accepted and
 * returns the value.  JSON's null becomes a light userdata that is NULL, every
 * number a float, arrays and objects plain tables.  [-0, +1, m] */
int cjson_open(lua_State *L);

#endif

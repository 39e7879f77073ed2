/* json/empty.h: which empty tables of a document were arrays and which objects;
 * lua-cjson makes the same of both. */
#ifndef JSON_EMPTY_H
#define JSON_EMPTY_H

#include <lua.h>

#include "json/read.h"

/* Pushes a table: each empty table of the value on top, which lua-cjson made of
 * `document`, to "array" or "object".  What it holds does not grow with the keys
 * around an empty value.  [-0, +1, v] */
void json_empty_push(lua_State *L, const struct json_document *document);

#endif

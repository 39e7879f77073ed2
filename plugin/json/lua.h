/* json/lua.h: JSON for the Lua runtime, the table host.json.
 *
 *   read(text, max_depth)  value, digest, empties (each empty table in value to
 *                          "array" or "object"); or nil, message, line, column,
 *                          and whether it is too deep alone, when the text is
 *                          refused
 *   write(value)           canonical text
 *   pretty(value)          the same, indented, for people
 *   quote(string)          a JSON string with its quotes
 *   array(t)               t, marked as an array though it be empty
 *   null                   JSON's null
 *   array_mt               the mark that array() sets
 */
#ifndef JSON_LUA_H
#define JSON_LUA_H

#include <lua.h>

#include "json/buffer.h"

/* Pushes the table.  [-0, +1, m] */
int json_lua_open(lua_State *L);

/* What the functions share: upvalue 1 of each, a userdata that owns, as user
 * values, memory kept from call to call and the mark. */
enum json_lua_slot {
  JSON_LUA_TAPE = 1, /* buffers: their memory */
  JSON_LUA_TEXT,
  JSON_LUA_ENTRIES,
  JSON_LUA_ARRAY,  /* a metatable */
  JSON_LUA_DECODE, /* lua-cjson's function */
  JSON_LUA_SLOTS = JSON_LUA_DECODE
};

struct json_lua {
  lua_State *L; /* of the running call */
  struct json_buffer buffers[JSON_LUA_ENTRIES];
  const void *array_mark;
};

/* The shared state, ready for a call.  [-0, +0, -] */
struct json_lua *json_lua_start(lua_State *L);

/* The buffer of a slot, emptied. */
struct json_buffer *json_lua_buffer(struct json_lua *json,
                                    enum json_lua_slot slot);

/* Gives large memory back after a call.  [-0, +0, -] */
void json_lua_finish(struct json_lua *json);

/* Writers, in json/lua_write.c.  [-0, +1, e] */
int json_lua_write(lua_State *L);
int json_lua_pretty(lua_State *L);

#endif

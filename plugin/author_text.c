/* author_text.c: what an author's code may do with texts; see author_text.h. */
#define _GNU_SOURCE /* memmem, which is linear */
#include "author_text.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

#include "author_mark.h"
#include "cage.h"

/* Their addresses are keys of the registry. */
static const char metatable_key, plain_key, guarded_key;

/* ---- the methods ---------------------------------------------------------- */

struct text {
  const char *bytes;
  size_t size;
};

/* Reading a text is charged before it is done.  [-0, +0, v] */
static struct text check_text(lua_State *L, int index) {
  struct text text;

  luaL_checktype(L, index, LUA_TSTRING);
  text.bytes = lua_tolstring(L, index, &text.size);
  cage_charge(L, 1 + text.size / 16);
  return text;
}

/* [-0, +1, v] */
static int text_contains(lua_State *L) {
  struct text text = check_text(L, 1);
  struct text part = check_text(L, 2);

  lua_pushboolean(L,
                  memmem(text.bytes, text.size, part.bytes, part.size) != NULL);
  return 1;
}

/* [-0, +1, v] */
static int text_starts(lua_State *L) {
  struct text text = check_text(L, 1);
  struct text part = check_text(L, 2);

  lua_pushboolean(L, part.size <= text.size &&
                         memcmp(text.bytes, part.bytes, part.size) == 0);
  return 1;
}

/* [-0, +1, v] */
static int text_ends(lua_State *L) {
  struct text text = check_text(L, 1);
  struct text part = check_text(L, 2);

  lua_pushboolean(L, part.size <= text.size &&
                         memcmp(text.bytes + text.size - part.size, part.bytes,
                                part.size) == 0);
  return 1;
}

/* Changes the letters from `first` on to those from `other` on.
 * [-0, +1, v] */
static int change_case(lua_State *L, char first, char other) {
  struct text text = check_text(L, 1);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, text.size);

  for (size_t i = 0; i < text.size; i++) {
    char c = text.bytes[i];
    bool is_letter = c >= first && c <= (char)(first + 25);
    out[i] = is_letter ? (char)(c - first + other) : c;
  }
  luaL_pushresultsize(&buffer, text.size);
  return 1;
}

static int text_lower(lua_State *L) {
  return change_case(L, 'A', 'a');
}

static int text_upper(lua_State *L) {
  return change_case(L, 'a', 'A');
}

static const luaL_Reg methods[] = {
    {"contains", text_contains}, {"ends", text_ends},   {"lower", text_lower},
    {"starts", text_starts},     {"upper", text_upper}, {NULL, NULL}};

/* ---- finding them ---------------------------------------------------------- */

/* Whether a script of ours asks, rather than an author's.  [-0, +0, -] */
static bool is_asked_by_ours(lua_State *L) {
  lua_Debug frame;

  return lua_getstack(L, 1, &frame) && lua_getinfo(L, "S", &frame) &&
         author_mark_is_ours(&frame);
}

/* __index of texts; upvalues: the methods, Lua's string library.
 * [-0, +1, e] */
static int find_method(lua_State *L) {
  lua_settop(L, 2);
  if (is_asked_by_ours(L)) {
    lua_gettable(L, lua_upvalueindex(2));
    return 1;
  }
  lua_pushvalue(L, 2);
  lua_rawget(L, lua_upvalueindex(1));
  if (lua_isnil(L, -1))
    return luaL_error(L,
                      "a text has no '%s' here; write "
                      "text:contains(part), text:starts(part), "
                      "text:ends(part), text:lower() or text:upper()",
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2)
                                                    : "[]");
  return 1;
}

void author_text_open(lua_State *L) {
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_remove(L, -2);
  lua_newtable(L);
  luaL_setfuncs(L, methods, 0);
  lua_getfield(L, -2, "__index");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &plain_key);
  lua_pushcclosure(L, find_method, 2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &guarded_key);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_key);
}

/* [-0, +0, -]: the fields are there already */
static void use(lua_State *L, const void *key) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_key);
  lua_rawgetp(L, LUA_REGISTRYINDEX, key);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

void author_text_begin(lua_State *L) {
  use(L, &guarded_key);
}

void author_text_end(lua_State *L) {
  use(L, &plain_key);
}

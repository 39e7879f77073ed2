/* json/empty.c: finds empty containers; see json/empty.h.
 *
 * The tape and the tables are walked side by side.  The Lua stack holds the
 * tables that are open, innermost on top.
 */
#include "json/empty.h"

#include <lauxlib.h>

#include "json/string.h"

struct level {
  uint32_t container;
  uint32_t place; /* object: the key token; array: children seen so far */
};

struct walk {
  lua_State *L;
  const struct json_document *document;
  int found; /* the stack's index of what is pushed */
  uint32_t depth;
  struct level levels[JSON_DEPTH_MAX];
};

static const struct json_token *token_at(const struct walk *walk,
                                         uint32_t index) {
  return json_tokens(walk->document) + index;
}

static struct level *innermost(struct walk *walk) {
  return &walk->levels[walk->depth - 1];
}

/* [-0, +1, m] */
static void push_key(lua_State *L, const struct json_slice *key) {
  const char *at = key->data, *end = key->data + key->size;
  luaL_Buffer bytes;

  if (!key->escaped) {
    lua_pushlstring(L, at, key->size);
    return;
  }
  luaL_buffinit(L, &bytes);
  while (at < end) {
    char decoded[4] = {*at};
    size_t used = 1, count = 1;
    if (*at == '\\')
      count = json_escape_decode(at, decoded, &used);
    luaL_addlstring(&bytes, decoded, count);
    at += used;
  }
  luaL_pushresult(&bytes);
}

/* Pushes the table that is where the walk is, in the one on top.
 * [-0, +1, m] */
static void push_child(struct walk *walk) {
  const struct level *level = innermost(walk);
  struct json_slice key;

  if (token_at(walk, level->container)->kind == JSON_ARRAY) {
    lua_rawgeti(walk->L, -1, level->place);
    return;
  }
  key = json_token_slice(walk->document->text, token_at(walk, level->place));
  push_key(walk->L, &key);
  lua_rawget(walk->L, -2);
}

/* Leaves the containers that end before token `index`, and counts it in the one
 * it is in.  [-n, +0, -] */
static void enter(struct walk *walk, uint32_t index) {
  while (token_at(walk, innermost(walk)->container)->link <= index) {
    walk->depth--;
    lua_pop(walk->L, 1);
  }
  if (token_at(walk, innermost(walk)->container)->kind == JSON_ARRAY)
    innermost(walk)->place++;
  else if (token_at(walk, index)->kind == JSON_KEY)
    innermost(walk)->place = index;
}

/* Its table is on top: keeps what it was, or opens it.  [-1, +(0|1), m] */
static void take_container(struct walk *walk, uint32_t index) {
  const struct json_token *token = token_at(walk, index);

  if (token->size > 0) {
    walk->levels[walk->depth++] = (struct level){index, 0};
    return;
  }
  lua_pushstring(walk->L, token->kind == JSON_OBJECT ? "object" : "array");
  lua_rawset(walk->L, walk->found);
}

void json_empty_push(lua_State *L, const struct json_document *document) {
  struct walk walk = {.L = L, .document = document, .found = lua_gettop(L) + 1};

  luaL_checkstack(L, JSON_DEPTH_MAX + LUA_MINSTACK, NULL);
  lua_createtable(L, 0, (int)document->empties);
  lua_pushvalue(L, -2);
  take_container(&walk, 0);
  for (uint32_t index = 1; index < document->count; index++) {
    if (index % PAUSE_TURNS == 0)
      pause_ask(&document->pause);
    enter(&walk, index);
    if (token_at(&walk, index)->kind > JSON_ARRAY)
      continue;
    push_child(&walk);
    take_container(&walk, index);
  }
  lua_settop(L, walk.found);
}

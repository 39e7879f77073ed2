/* json/lua.c: the table host.json and its reading half; see json/lua.h.
 *
 * All memory is the Lua state's: a lack of it is Lua's own error, raised from
 * wherever it happens, and nothing is left to free.
 */
#include "json/lua.h"

#include <lauxlib.h>

#include "cjson.h"
#include "digest.h"
#include "sandbox/cage.h"
#include "json/empty.h"
#include "json/number.h"
#include "json/write.h"

/* Memory up to this is kept for the next call, which then needs none. */
enum {
  KEPT_MAX = 256 * 1024
};

/* ---- memory ----------------------------------------------------------- */

/* A json_alloc_fn: the memory is a userdata held by the shared state.
 * [-0, +0, v] */
static void *slot_alloc(struct json_lua *json, enum json_lua_slot slot,
                        void *block, size_t size) {
  lua_State *L = json->L;
  void *memory = lua_newuserdatauv(L, size, 0);
  if (block)
    cage_copy(L, memory, block, json->buffers[slot - 1].capacity);
  lua_setiuservalue(L, lua_upvalueindex(1), (int)slot);
  return memory;
}

static void *tape_alloc(void *json, void *block, size_t size) {
  return slot_alloc(json, JSON_LUA_TAPE, block, size);
}

static void *text_alloc(void *json, void *block, size_t size) {
  return slot_alloc(json, JSON_LUA_TEXT, block, size);
}

static void *entries_alloc(void *json, void *block, size_t size) {
  return slot_alloc(json, JSON_LUA_ENTRIES, block, size);
}

struct json_lua *json_lua_start(lua_State *L) {
  struct json_lua *json = lua_touserdata(L, lua_upvalueindex(1));
  json->L = L;
  return json;
}

struct json_buffer *json_lua_buffer(struct json_lua *json,
                                    enum json_lua_slot slot) {
  struct json_buffer *buffer = &json->buffers[slot - 1];
  buffer->size = 0;
  buffer->failed = false;
  return buffer;
}

/* Gives memory back, but for that of the slots before `first`. */
static void finish_from(struct json_lua *json, int first) {
  for (int slot = first; slot <= JSON_LUA_ENTRIES; slot++) {
    struct json_buffer *buffer = &json->buffers[slot - 1];
    if (buffer->capacity <= KEPT_MAX)
      continue;
    lua_pushnil(json->L);
    lua_setiuservalue(json->L, lua_upvalueindex(1), slot);
    buffer->data = NULL;
    buffer->capacity = 0;
  }
}

void json_lua_finish(struct json_lua *json) {
  finish_from(json, JSON_LUA_TAPE);
}

/* ---- read ------------------------------------------------------------- */

/* The `ask` of a pause.  [-0, +0, v] */
static void ask_cage(void *L) {
  cage_pass(L, PAUSE_TURNS);
}

/* [-0, +1, v] */
static void push_digest(lua_State *L, struct json_lua *json,
                        const struct json_document *document) {
  char hex[DIGEST_HEX_SIZE + 1];
  struct json_buffer *text = json_lua_buffer(json, JSON_LUA_TEXT);
  json_buffer_room(text, document->size); /* most often all it takes */
  json_canonical(text, document);
  digest_hex_slowly(text->data, text->size, &document->pause, hex);
  lua_pushlstring(L, hex, DIGEST_HEX_SIZE);
}

/* The value, and which empty tables in it were arrays and which objects.
 * [-0, +2, v] */
static void push_value(lua_State *L, const struct json_document *document) {
  lua_getiuservalue(L, lua_upvalueindex(1), JSON_LUA_DECODE);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (document->empties > 0)
    json_empty_push(L, document);
  else
    lua_newtable(L);
}

/* [-0, +5, m] */
static int push_problem(lua_State *L, const struct json_problem *problem) {
  lua_pushnil(L);
  lua_pushstring(L, problem->message);
  lua_pushinteger(L, problem->line);
  lua_pushinteger(L, problem->column);
  lua_pushboolean(L, problem->too_deep);
  return 5;
}

/* read(text, max_depth).  [-0, +(3|5), e] */
static int json_lua_read(lua_State *L) {
  struct json_lua *json = json_lua_start(L);
  struct json_document document = {.pause = {ask_cage, L}};
  struct json_problem problem;
  size_t size = 0;
  const char *text = luaL_checklstring(L, 1, &size);
  lua_Integer depth = luaL_checkinteger(L, 2);

  luaL_argcheck(L, depth >= 1 && depth <= JSON_DEPTH_MAX, 2,
                "a depth is 1 to 64");
  document.tape = json_lua_buffer(json, JSON_LUA_TAPE);
  enum json_result result = json_read(&document, text, size, (uint32_t)depth,
                                      JSON_TOP_OBJECT, &problem);
  if (result != JSON_FINE) {
    json_lua_finish(json);
    return push_problem(L, &problem);
  }
  push_digest(L, json, &document);
  /* Only empty values need the tape beside the value. */
  finish_from(json, document.empties > 0 ? JSON_LUA_TAPE + 1 : JSON_LUA_TAPE);
  push_value(L, &document);
  json_lua_finish(json);
  lua_rotate(L, -3, -1); /* the digest behind the value */
  lua_insert(L, -2);
  return 3;
}

/* ---- small functions -------------------------------------------------- */

/* quote(string).  [-0, +1, e] */
static int json_lua_quote(lua_State *L) {
  struct json_lua *json = json_lua_start(L);
  struct json_buffer *text = json_lua_buffer(json, JSON_LUA_TEXT);
  size_t size = 0;
  const char *string = luaL_checklstring(L, 1, &size);
  json_quote(text, string, size);
  lua_pushlstring(L, text->data, text->size);
  json_lua_finish(json);
  return 1;
}

/* keeps(number): whether a double holds all that the text of a number says.
 * [-0, +1, e] */
static int json_lua_keeps(lua_State *L) {
  char canonical[JSON_NUMBER_SIZE];
  const char *next;
  size_t size = 0;
  const char *text = luaL_checklstring(L, 1, &size);

  luaL_argcheck(L,
                json_number_scan(text, text + size, &next) ==
                        JSON_NUMBER_FINE &&
                    next == text + size,
                1, "the text of a number is wanted");
  lua_pushboolean(L, json_number_canonical(text, next, canonical) > 0);
  return 1;
}

/* array(t).  [-0, +1, e] */
static int json_lua_array(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_getiuservalue(L, lua_upvalueindex(1), JSON_LUA_ARRAY);
  lua_setmetatable(L, 1);
  return 1;
}

/* ---- opening ---------------------------------------------------------- */

/* Pushes the shared state.  [-0, +1, m] */
static void push_state(lua_State *L) {
  static const json_alloc_fn allocs[JSON_LUA_ENTRIES] = {tape_alloc, text_alloc,
                                                         entries_alloc};
  struct json_lua *json = lua_newuserdatauv(L, sizeof *json, JSON_LUA_SLOTS);
  memset(json, 0, sizeof *json);
  for (int i = 0; i < JSON_LUA_ENTRIES; i++) {
    json->buffers[i].alloc = allocs[i];
    json->buffers[i].alloc_data = json;
  }
  lua_newtable(L);
  json->array_mark = lua_topointer(L, -1);
  lua_setiuservalue(L, -2, JSON_LUA_ARRAY);
  cjson_open(L);
  lua_setiuservalue(L, -2, JSON_LUA_DECODE);
}

int json_lua_open(lua_State *L) {
  static const luaL_Reg functions[] = {{"read", json_lua_read},
                                       {"write", json_lua_write},
                                       {"pretty", json_lua_pretty},
                                       {"quote", json_lua_quote},
                                       {"array", json_lua_array},
                                       {"keeps", json_lua_keeps},
                                       {NULL, NULL}};
  luaL_newlibtable(L, functions);
  push_state(L);
  lua_getiuservalue(L, -1, JSON_LUA_ARRAY);
  lua_setfield(L, -3, "array_mt");
  luaL_setfuncs(L, functions, 1);
  lua_pushlightuserdata(L, NULL); /* as lua-cjson decodes it */
  lua_setfield(L, -2, "null");
  return 1;
}

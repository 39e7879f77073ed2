/* json_support.c: what the tests of json_*.c share; see json_support.h. */
#include "json_support.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json/lua.h"
#include "json/write.h"

struct text text_of(const char *data, size_t size) {
  struct text text = {malloc(size ? size : 1), size};
  assert_non_null(text.data);
  if (size)
    memcpy(text.data, data, size);
  return text;
}

struct text text_file(const char *path) {
  static char content[1 << 19];
  FILE *file = fopen(path, "rb");
  if (!file)
    fail_msg("%s cannot be opened", path);
  size_t size = fread(content, 1, sizeof content, file);
  assert_int_equal(fclose(file), 0);
  assert_true(size < sizeof content);
  return text_of(content, size);
}

void text_release(struct text *text) {
  free(text->data);
  text->data = NULL;
}

const char *source_path(const char *relative) {
  static char path[4096];
  const char *root = getenv("COP11_SOURCE_DIR");
  snprintf(path, sizeof path, "%s/%s", root ? root : ".", relative);
  return path;
}

static void *heap_alloc(void *data, void *block, size_t size) {
  return realloc(block, size);
}

struct json_buffer buffer_new(void) {
  struct json_buffer buffer = {.alloc = heap_alloc};
  return buffer;
}

struct text canonical_of(const char *text, size_t size) {
  struct json_buffer tape = buffer_new();
  struct json_buffer out = buffer_new();
  struct json_document document = {.tape = &tape};
  struct json_problem problem;
  struct text copy = text_of(text, size);
  if (json_read(&document, copy.data, size, JSON_DEPTH_MAX, 0, &problem) !=
      JSON_FINE)
    fail_msg("%.*s: %d:%d %s", (int)size, text, problem.line, problem.column,
             problem.message);
  json_canonical(&out, &document);
  assert_false(out.failed);
  text_release(&copy);
  free(tape.data);
  return (struct text){out.data, out.size};
}

void refused_as(const char *text, size_t size, struct json_problem *problem) {
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape};
  struct text copy = text_of(text, size);
  enum json_result result = json_read(&document, copy.data, size,
                                      JSON_DEPTH_MAX, JSON_TOP_OBJECT, problem);
  text_release(&copy);
  free(tape.data);
  if (result != JSON_REFUSED)
    fail_msg("%.*s: expected to be refused", (int)size, text);
}

/* ---- Lua -------------------------------------------------------------- */

static void *meter_alloc(void *data, void *block, size_t old, size_t size) {
  struct meter *meter = data;
  if (!block)
    old = 0; /* Lua says what kind of object it is for */
  if (size == 0) {
    free(block);
    meter->used -= old;
    return NULL;
  }
  if (size > old) {
    meter->allocations++;
    if (meter->fail_at > 0 &&
        (meter->for_ever ? meter->allocations >= meter->fail_at
                         : meter->allocations == meter->fail_at))
      return NULL;
  }
  void *result = realloc(block, size);
  assert_non_null(result);
  meter->used += size - old;
  if (meter->used > meter->peak)
    meter->peak = meter->used;
  return result;
}

lua_State *meter_state(struct meter *meter) {
  return lua_newstate(meter_alloc, meter);
}

lua_State *json_state(void) {
  lua_State *L = luaL_newstate();
  assert_non_null(L);
  luaL_requiref(L, "_G", luaopen_base, 1);
  luaL_requiref(L, "string", luaopen_string, 1);
  lua_settop(L, 0);
  json_lua_open(L);
  lua_setglobal(L, "json");
  return L;
}

void run(lua_State *L, const char *code) {
  if (luaL_dostring(L, code))
    fail_msg("%s", lua_tostring(L, -1));
}

uint64_t random_next(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

/* fuzz_json.c: any bytes at all, read as JSON (libFuzzer).
 *
 * The reader never crashes.  What it refuses it refuses with a place and a
 * printable sentence.  What it accepts lua-cjson decodes, has a canonical form
 * that is its own canonical form, and is written so by the Lua writer too, where
 * a double holds each of its numbers.
 */
#include <lauxlib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "utf8.h"
#include "json/lua.h"
#include "json/write.h"

/* Reads a text; when it is accepted its canonical form goes to *canonical. */
static bool read_text(const char *text, size_t size, uint32_t *empties,
                      struct json_buffer *canonical) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  struct json_problem problem;
  enum json_result result =
      json_read(&document, text, size, JSON_DEPTH_MAX, 0, &problem);
  if (result == JSON_FINE) {
    json_canonical(canonical, &document);
    *empties = document.empties;
  } else {
    size_t length = strlen(problem.message);
    EXPECT(problem.line > 0 && problem.column > 0 && length > 10);
    EXPECT(utf8_prefix(problem.message, length) == length);
  }
  free(tape.data);
  return result == JSON_FINE;
}

static void check_canonical(const struct json_buffer *canonical) {
  struct json_buffer again = {.alloc = heap_alloc};
  uint32_t empties = 0;
  EXPECT(read_text(canonical->data, canonical->size, &empties, &again));
  EXPECT(again.size == canonical->size);
  EXPECT(memcmp(again.data, canonical->data, again.size) == 0);
  free(again.data);
}

/* Whether a double may not hold a number of the text: the canonical form keeps
 * its digits, Lua does not. */
static bool may_round(const struct json_buffer *canonical) {
  size_t run = 0;

  for (size_t i = 0; i < canonical->size; i++) {
    char c = canonical->data[i];
    run = c != '\0' && strchr("0123456789.+-eE", c) ? run + 1 : 0;
    if (run > 15 || (run > 1 && (c == 'e' || c == 'E')))
      return true;
  }
  return false;
}

/* What Lua wrote is its own canonical form. */
static void check_written(const char *text, size_t size) {
  struct json_buffer canonical = {.alloc = heap_alloc};
  uint32_t empties = 0;

  EXPECT(read_text(text, size, &empties, &canonical));
  EXPECT(canonical.size == size && memcmp(canonical.data, text, size) == 0);
  free(canonical.data);
}

/* Reads and writes through Lua; a text without empty containers must come out
 * in canonical form.  Only infinity, which a number beyond a double is read as,
 * may be refused.  On the stack is the table `json`. */
static void check_lua(lua_State *L, const char *text, size_t size,
                      const struct json_buffer *canonical, bool exact) {
  bool rounds = may_round(canonical);
  size_t written = 0;
  lua_getfield(L, 1, "read");
  lua_pushlstring(L, text, size);
  lua_pushinteger(L, JSON_DEPTH_MAX);
  lua_call(L, 2, 1);
  EXPECT(lua_istable(L, -1));
  lua_getfield(L, 1, "write");
  lua_insert(L, -2);
  if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
    EXPECT(rounds && strstr(lua_tostring(L, -1), "infinite"));
    return;
  }
  const char *result = lua_tolstring(L, -1, &written);
  check_written(result, written);
  if (!exact || rounds)
    return;
  EXPECT(written == canonical->size);
  EXPECT(memcmp(result, canonical->data, written) == 0);
}

/* Whatever string Lua holds, what is written of it can be read. */
static void check_quote(lua_State *L, const char *text, size_t size) {
  struct json_buffer canonical = {.alloc = heap_alloc};
  uint32_t empties = 0;
  size_t quoted_size = 0;
  lua_getfield(L, 1, "quote");
  lua_pushlstring(L, text, size);
  lua_call(L, 1, 1);
  const char *quoted = lua_tolstring(L, -1, &quoted_size);
  bool read = read_text(quoted, quoted_size, &empties, &canonical);
  EXPECT(read == (memchr(text, '\0', size) == NULL));
  if (read)
    EXPECT(canonical.size == quoted_size &&
           memcmp(canonical.data, quoted, quoted_size) == 0);
  free(canonical.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = exact_copy(data, size);
  struct json_buffer canonical = {.alloc = heap_alloc};
  uint32_t empties = 0;
  lua_State *L = luaL_newstate();
  EXPECT(L);
  json_lua_open(L);
  if (read_text(text, size, &empties, &canonical)) {
    check_canonical(&canonical);
    if (canonical.data[0] == '{')
      check_lua(L, text, size, &canonical, empties == 0);
  }
  check_quote(L, text, size);
  lua_close(L);
  free(canonical.data);
  free(text);
  return 0;
}

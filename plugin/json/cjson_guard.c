/* cjson_guard.c: what lua_cjson.c is linked with instead of its strbuf.c and
 * fpconv.c; see cjson_guard.h. */
#define CJSON_GUARD_PLAIN
#include "cjson_guard.h"

#include <fpconv.h>
#include <stdlib.h>
#include <strbuf.h>
#include <string.h>

#include "cjson.h"
#include "sandbox/cage.h"
#include "sandbox/pause.h"
#include "json/number.h"

/* strbuf.c uses these two numbers for statistics; here they hold the state that
 * owns the buffer, for the error that a growing one must raise. */
_Static_assert(offsetof(strbuf_t, debug) ==
                   offsetof(strbuf_t, reallocs) + sizeof(int),
               "two adjacent numbers");
_Static_assert(sizeof(lua_State *) <= 2 * sizeof(int), "hold one pointer");

static void owner_set(strbuf_t *buffer, lua_State *L) {
  memcpy((char *)buffer + offsetof(strbuf_t, reallocs), &L, sizeof L);
}

static lua_State *owner_get(const strbuf_t *buffer) {
  lua_State *L = NULL;
  memcpy(&L, (const char *)buffer + offsetof(strbuf_t, reallocs), sizeof L);
  return L;
}

/* ---- buffers ---------------------------------------------------------- */

/* An empty buffer without memory, as the encoder's is: it is never used. */
void cjson_guard_init(strbuf_t *buffer, lua_State *L, int size) {
  (void)size;
  memset(buffer, 0, sizeof *buffer);
  owner_set(buffer, L);
}

/* The decoder's buffer, as large as the whole text, which is more than any of
 * its strings can need.  Left on the stack, below what decode returns.
 * [-0, +1, m] */
strbuf_t *cjson_guard_new(lua_State *L, int size) {
  strbuf_t *buffer = lua_newuserdatauv(L, sizeof *buffer + (size_t)size + 1, 0);
  cjson_guard_init(buffer, L, 0);
  buffer->buf = (char *)(buffer + 1);
  buffer->size = size + 1;
  return buffer;
}

/* The collector frees. */
void cjson_guard_free(strbuf_t *buffer) {
  (void)buffer;
}

void cjson_guard_resize(strbuf_t *buffer, int size) {
  luaL_error(owner_get(buffer), "lua-cjson asked for a buffer of %d bytes",
             size);
}

/* [-0, +0, v] */
void cjson_guard_ask(void *buffer) {
  cage_pass(owner_get(buffer), PAUSE_TURNS);
}

/* The encoder's alone. */
void cjson_guard_append(strbuf_t *buffer, const char *text) {
  cjson_guard_resize(buffer, (int)strlen(text));
}

/* ---- numbers ---------------------------------------------------------- */

/* The text was checked and ends with NUL; the thread has the C locale
 * (guard.h), whose decimal point is JSON's. */
double cjson_guard_strtod(const char *text, char **end) {
  double value = strtod(text, end);
  return value == 0 ? 0 : value; /* zero is never negative */
}

/* The encoder's alone. */
int cjson_guard_print(char *out, double value, int precision) {
  struct json_decimal decimal = json_number_from_double(value);
  (void)precision;
  return (int)json_number_print(out, &decimal);
}

/* ---- tables ----------------------------------------------------------- */

void cjson_guard_rawseti(lua_State *L, int index, lua_Integer n) {
  cage_pass(L, 1);
  lua_rawseti(L, index, n);
}

void cjson_guard_rawset(lua_State *L, int index) {
  cage_pass(L, 1);
  lua_rawset(L, index);
}

/* ---- opening ---------------------------------------------------------- */

void cjson_guard_register(lua_State *L, const luaL_Reg *functions, int nup) {
  while (functions->name && strcmp(functions->name, "decode") != 0)
    functions++;
  if (!functions->name)
    luaL_error(L, "lua-cjson has no function decode");
  lua_pushcclosure(L, functions->func, nup);
  lua_setfield(L, -2, functions->name);
}

int cjson_open(lua_State *L) {
  lua_pushcfunction(L, cjson_guard_luaopen);
  lua_call(L, 0, 1);
  lua_getfield(L, -1, "decode");
  lua_remove(L, -2);
  return 1;
}

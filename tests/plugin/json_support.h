/* json_support.h: what the tests of json_*.c share. */
#ifndef JSON_SUPPORT_H
#define JSON_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lua.h>

#include "json/read.h"

/* A text of a test, not NUL-ended: the sanitizer sees a byte read beyond. */
struct text {
  char *data;
  size_t size;
};
struct text text_of(const char *data, size_t size);
struct text text_file(const char *path);
void text_release(struct text *text);

/* The path of a file of this source tree, in a static buffer. */
const char *source_path(const char *relative);

/* A buffer over realloc; free its data. */
struct json_buffer buffer_new(void);

/* The canonical form of `text`, or a failed test. */
struct text canonical_of(const char *text, size_t size);

/* Reads `text` (depth 64) and expects it to be refused. */
void refused_as(const char *text, size_t size, struct json_problem *problem);

/* ---- Lua -------------------------------------------------------------- */

/* Memory that runs out on purpose. */
struct meter {
  size_t used; /* bytes now */
  size_t peak;
  long allocations; /* asked for so far */
  long fail_at;     /* this one fails, 0: none */
  int for_ever;     /* and all after it */
};

/* A state without libraries over that memory; NULL without any. */
lua_State *meter_state(struct meter *meter);

/* A state with the table `json` as a global, and the basic and string
 * libraries. */
lua_State *json_state(void);

/* Runs Lua code and expects it to end well. */
void run(lua_State *L, const char *code);

/* Random numbers, the same each time. */
uint64_t random_next(uint64_t *seed);

#endif

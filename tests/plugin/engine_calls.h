/* engine_calls.h: calling an engine on the stand-in runtime, for the tests of
 * the engine. */
#ifndef ENGINE_CALLS_H
#define ENGINE_CALLS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "cop11.h"
#include "stub_runtime.h"

static cop11_error err = {.struct_size = sizeof err};

static cop11_engine *open_with(const cop11_options *options) {
  cop11_engine *engine = NULL;

  if (cop11_engine_open(options, NULL, &engine, &err) != COP11_OK)
    fail_msg("%s", err.message);
  return engine;
}

static cop11_status try(cop11_engine *engine, const char *text,
                        const cop11_call *call, cop11_text **out) {
  return cop11_evaluate(engine, text, strlen(text), call, out, &err);
}

/* The result of a deed of the stand-in, which must succeed. */
static const char *result_of(cop11_engine *engine, const char *text) {
  static char result[2000];
  cop11_text *out = NULL;

  if (try(engine, text, NULL, &out) != COP11_OK)
    fail_msg("%s: %s", text, err.message);
  cop11_text_copy(out, result, sizeof result - 1);
  cop11_text_free(out);
  return result;
}

static void assert_fails(cop11_engine *engine, const char *text,
                         const cop11_call *call, cop11_status status,
                         const char *said) {
  cop11_text *out = (cop11_text *)&err;

  if (try(engine, text, call, &out) != status)
    fail_msg("%s: %d, %s", text, err.status, err.message);
  assert_null(out);
  assert_int_equal(err.status, status);
  if (!strstr(err.message, said))
    fail_msg("'%s' is not in: %s", said, err.message);
}

#endif

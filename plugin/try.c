/* try.c: see try.h; scripts/try.lua does it. */
#include "try.h"

#include <string.h>

#include "engine.h"
#include "error.h"
#include "options.h"
#include "utf8.h"

static cop11_status attempt(const char *function, const char *what,
                            cop11_engine *engine, struct text_piece dossier,
                            const cop11_call *call, cop11_text **out,
                            cop11_error *err) {
  size_t size = strlen(what);
  struct job job = {.function = function,
                    .text = dossier.data,
                    .size = dossier.size,
                    .other = what,
                    .other_size = size,
                    .err = err};
  cop11_call known;
  cop11_status status = call_read(call, &known, err);

  if (status == COP11_OK && utf8_prefix(what, size) < size)
    status = error_set(err, COP11_E_ARGUMENT, "condition", 0, 0,
                       "What is to be tried is not UTF-8.");
  job.call = &known;
  if (status == COP11_OK)
    status = engine_do(engine, &known, &job);
  if (status == COP11_OK)
    *out = job.result;
  return status;
}

cop11_status try_condition(cop11_engine *engine, struct text_piece dossier,
                           const char *condition, const cop11_call *call,
                           cop11_text **out, cop11_error *err) {
  return attempt("try", condition, engine, dossier, call, out, err);
}

cop11_status try_check(cop11_engine *engine, struct text_piece dossier,
                       const char *check, const cop11_call *call,
                       cop11_text **out, cop11_error *err) {
  return attempt("try_check", check, engine, dossier, call, out, err);
}

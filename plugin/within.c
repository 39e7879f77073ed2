/* within.c: see within.h. */
#include "within.h"

#include "engine.h"
#include "options.h"

cop11_status within_do(cop11_engine *engine, const char *function,
                       const char *text, size_t size, const cop11_call *call,
                       cop11_text **out, cop11_error *err) {
  cop11_call known;
  struct job job = {.function = function,
                    .text = text,
                    .size = size,
                    .call = &known,
                    .err = err};
  cop11_status status = call_read(call, &known, err);

  if (status == COP11_OK)
    status = engine_do(engine, &known, &job);
  if (status == COP11_OK)
    *out = job.result;
  return status;
}

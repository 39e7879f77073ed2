/* within.c: see within.h. */
#include "within.h"

#include <string.h>

#include "engine.h"
#include "error.h"
#include "options.h"
#include "utf8.h"

cop11_status within_do(cop11_engine *engine, const char *function,
                       struct text_piece text, const char *asked,
                       const cop11_call *call, cop11_text **out,
                       cop11_error *err) {
  cop11_call known;
  struct job job = {.function = function,
                    .text = text.data,
                    .size = text.size,
                    .other = asked,
                    .other_size = asked ? strlen(asked) : 0,
                    .call = &known,
                    .err = err};
  cop11_status status = call_read(call, &known, err);

  if (status == COP11_OK && asked &&
      utf8_prefix(asked, job.other_size) < job.other_size)
    status = error_set(err, COP11_E_ARGUMENT, "condition", 0, 0,
                       "What is asked is not UTF-8.");
  if (status == COP11_OK)
    status = engine_do(engine, &known, &job);
  if (status == COP11_OK)
    *out = job.result;
  return status;
}

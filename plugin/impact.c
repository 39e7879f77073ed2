/* impact.c: see impact.h; scripts/impact.lua finds the differences. */
#include "impact.h"

#include "engine.h"
#include "options.h"

cop11_status impact_find(cop11_engine *engine, const char *comparison,
                         size_t size, cop11_text **out, cop11_error *err) {
  struct job job = {
      .function = "impact", .text = comparison, .size = size, .err = err};
  cop11_call usual;
  cop11_status status = call_read(NULL, &usual, err);

  if (status == COP11_OK)
    status = engine_do(engine, &usual, &job);
  if (status == COP11_OK)
    *out = job.result;
  return status;
}

/* test_some.c: see test_some.h; scripts/test/only.lua reads what is asked. */
#include "test_some.h"

#include <string.h>

#include "engine.h"
#include "error.h"
#include "options.h"
#include "utf8.h"

cop11_status test_some(const cop11_options *options, const char *asked,
                       const cop11_call *call, cop11_text **out,
                       cop11_error *err) {
  struct job job = {
      .function = "test", .text = asked, .size = strlen(asked), .err = err};
  cop11_options known;
  cop11_call known_call;
  cop11_status status = options_read(options, &known, err);

  if (status == COP11_OK)
    status = call_read(call, &known_call, err);
  if (status == COP11_OK && utf8_prefix(asked, job.size) < job.size)
    status = error_set(err, COP11_E_ARGUMENT, NULL, 0, 0,
                       "What is to be tested is not UTF-8.");
  if (status == COP11_OK)
    status = engine_do_once(&known, &known_call, &job);
  if (status == COP11_OK)
    *out = job.result;
  return status;
}

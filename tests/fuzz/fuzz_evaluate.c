/* fuzz_evaluate.c: any bytes at all, taken as a dossier (libFuzzer).
 *
 * Validating, evaluating and rendering never crash and never end as a defect of
 * the library; they agree on what is a dossier; and the same bytes give the
 * same report again. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

static cop11_engine *engine;

static void open_engine(void) {
  cop11_options options = fuzz_options(NULL, 20 << 20);

  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
}

/* In the state that the first call warmed up. */
static void check_same_again(const char *text, size_t size,
                             const cop11_text *report) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_text *again = NULL;

  EXPECT(cop11_evaluate(engine, text, size, &call, &again, NULL) == COP11_OK);
  EXPECT(strcmp(cop11_text_data(report), cop11_text_data(again)) == 0);
  cop11_text_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = exact_copy(data, size);
  cop11_text *report;

  if (!engine)
    open_engine();
  report = try_dossier(engine, text, size);
  if (report)
    check_same_again(text, size, report);
  cop11_text_free(report);
  free(text);
  return 0;
}

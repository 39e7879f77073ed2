/* fuzz_rules.c: any bytes, taken as one more rule file of a small pack
 * (libFuzzer).  Begins in the top folder of the sources.
 *
 * Linting, testing, opening, describing and evaluating never crash and never
 * end as a defect of the library.  Lint finds fault with every file that keeps
 * an engine from opening. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

static const char dossier[] =
    "{\"format\": \"cop11.dossier/1\", \"facilities\": {\"complete\": true,"
    "\"items\": [{\"id\": \"a\", \"doors\": {\"locked\": true, \"note\": "
    "\"n\"},"
    "\"guards\": {\"count\": 3, \"kinds\": [\"day\"]},"
    "\"people\": [{\"trained\": true}, {\"trained\": false}]}]}}";

static cop11_pack *pack_of(const char *text, size_t size) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *pack = NULL;

  EXPECT(cop11_pack_new("fuzzed", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add_folder(pack, "tests/attacks/base", NULL, NULL) ==
         COP11_OK);
  check_end(cop11_pack_add(pack, "fuzz.lua", text, size, &err), &err);
  return pack;
}

/* One subject, now this, now that. */
static void try_describe(cop11_engine *engine, size_t size) {
  static const char *const subjects[] = {
      "rules",          "facts",         "parameters", "points",
      "dossier-schema", "questionnaire", "pack"};
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  cop11_status status =
      cop11_describe(engine, subjects[size % 7], NULL, &out, &err);

  check_json(status, out, &err);
  cop11_text_free(out);
}

static void try_test(const cop11_options *options) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *found = NULL;

  check_json(cop11_test(options, NULL, &found, &err), found, &err);
  cop11_text_free(found);
}

static void try_engine(const cop11_options *options, size_t size,
                       bool faultless) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_status status = cop11_engine_open(options, NULL, &engine, &err);

  check_end(status, &err);
  EXPECT(status != COP11_E_PACK || !faultless);
  if (engine) {
    cop11_text_free(try_dossier(engine, dossier, sizeof dossier - 1));
    try_describe(engine, size);
    try_test(options);
  }
  cop11_engine_close(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = exact_copy(data, size);
  cop11_pack *pack = pack_of(text, size);
  cop11_options options = fuzz_options(pack, 200000);
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *found = NULL;

  check_json(cop11_lint(&options, NULL, &found, &err), found, &err);
  try_engine(&options, size, text_holds(found, "\"ok\":true"));
  cop11_text_free(found);
  cop11_pack_free(pack);
  free(text);
  return 0;
}

/* fuzz_dossier.c: dossiers that stay JSON and near to the vocabulary
 * (libFuzzer).
 *
 * A change of the fuzzer's is one value replaced, left out or added, one key
 * for another; names and values come from the vocabulary and from the dossier
 * itself.  All that fuzz_evaluate.c expects holds, and a dossier and its
 * canonical form have the same report: other keys' order, other white space,
 * the same bytes. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "json_mutate.h"
#include "json/write.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

enum {
  TRIES = 3
};

static cop11_engine *engine;
static cop11_text *facts_text; /* what names and values are drawn from */
static struct json_document facts;

static void prepare(void) {
  static struct json_buffer tape = {.alloc = heap_alloc};
  cop11_pack *pack = fuzz_pack();
  cop11_options options = fuzz_options(pack, 20 << 20);

  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
  cop11_pack_free(pack);
  EXPECT(cop11_describe(engine, "facts", NULL, &facts_text, NULL) == COP11_OK);
  facts.tape = &tape;
  EXPECT(json_text_read(&facts, cop11_text_data(facts_text),
                        cop11_text_size(facts_text)));
}

/* ---- one change ------------------------------------------------------------ */

static bool is_valid(const char *text, size_t size) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_text *problems = NULL;
  bool valid;

  (void)cop11_validate(engine, text, size, &call, &problems, NULL);
  valid = text_holds(problems, "\"valid\":true");
  cop11_text_free(problems);
  return valid;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
  static const char first[] = "{\"format\":\"cop11.dossier/1\"}";
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data, size);
  size_t result = 0;

  if (!engine)
    prepare();
  if (json_text_read(&document, text, size)) {
    /* Most dossiers that are tried are to be rated, not refused. */
    for (int i = 0; i < TRIES && result == 0; i++)
      result = json_mutate(data, &document, &facts, max_size,
                           i < TRIES - 1 ? is_valid : NULL, &seed);
  } else if (sizeof first - 1 <= max_size) {
    result = sizeof first - 1;
    memcpy(data, first, result);
  }
  free(tape.data);
  free(text);
  return result > 0 ? result : size;
}

/* ---- one dossier ----------------------------------------------------------- */

static void check_canonical_too(const struct json_document *document,
                                const cop11_text *report) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  struct json_buffer canonical = {.alloc = heap_alloc};
  cop11_text *other = NULL;

  json_canonical(&canonical, document);
  EXPECT(cop11_evaluate(engine, canonical.data, canonical.size, &call, &other,
                        NULL) == COP11_OK);
  EXPECT(strcmp(cop11_text_data(report), cop11_text_data(other)) == 0);
  cop11_text_free(other);
  free(canonical.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data, size);

  if (!engine)
    prepare();
  if (json_text_read(&document, text, size)) {
    cop11_text *report = try_dossier(engine, text, size);
    if (report)
      check_canonical_too(&document, report);
    cop11_text_free(report);
  }
  free(tape.data);
  free(text);
  return 0;
}

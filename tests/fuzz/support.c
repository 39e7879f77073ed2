/* support.c: what the fuzzers of whole calls share; see support.h. */
#include "support.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "utf8.h"
#include "json/write.h"

void *heap_alloc(void *data, void *block, size_t size) {
  (void)data;
  return realloc(block, size);
}

char *exact_copy(const void *data, size_t size) {
  char *copy = malloc(size ? size : 1);

  EXPECT(copy);
  if (size > 0)
    memcpy(copy, data, size);
  return copy;
}

uint32_t hash_of(const char *text, size_t size) {
  uint32_t sum = 2166136261U;

  for (size_t i = 0; i < size; i++)
    sum = (sum ^ (uint8_t)text[i]) * 16777619U;
  return sum >> 16;
}

bool text_holds(const cop11_text *text, const char *part) {
  return strstr(cop11_text_data(text), part) != NULL;
}

/* ---- how calls end --------------------------------------------------------- */

void check_end(cop11_status status, const cop11_error *err) {
  size_t length = strlen(err->message);

  EXPECT(status == err->status);
  EXPECT(status != COP11_E_INTERNAL && status != COP11_E_ARGUMENT);
  EXPECT((status == COP11_OK) == (length == 0));
  EXPECT(utf8_prefix(err->message, length) == length);
  EXPECT(utf8_prefix(err->where, strlen(err->where)) == strlen(err->where));
  EXPECT(status != COP11_E_JSON || (err->line > 0 && err->column > 0));
}

static void check_canonical(const char *text, size_t size) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_buffer again = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  struct json_problem problem;

  EXPECT(json_read(&document, text, size, JSON_DEPTH_MAX, JSON_TOP_OBJECT,
                   &problem) == JSON_FINE);
  json_canonical(&again, &document);
  EXPECT(again.size == size && memcmp(again.data, text, size) == 0);
  free(tape.data);
  free(again.data);
}

void check_json(cop11_status status, const cop11_text *text,
                const cop11_error *err) {
  check_end(status, err);
  EXPECT((status == COP11_OK) == (text != NULL));
  if (text)
    check_canonical(cop11_text_data(text), cop11_text_size(text));
}

/* Many times what the dearest input takes under the sanitizers. */
enum {
  SECONDS_AN_INPUT = 10
};

void check_time(clock_t began) {
  EXPECT(clock() - began < SECONDS_AN_INPUT * CLOCKS_PER_SEC);
}

/* ---- dossiers -------------------------------------------------------------- */

cop11_pack *fuzz_pack(void) {
  cop11_pack *pack = NULL;

  EXPECT(cop11_pack_new("fuzzed", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add_folder(pack, "tests/attacks/base", NULL, NULL) ==
         COP11_OK);
  return pack;
}

cop11_options fuzz_options(const cop11_pack *pack, uint64_t max_steps) {
  cop11_options options = {.struct_size = sizeof options,
                           .pack = pack,
                           .max_memory = 64 << 20,
                           .max_steps = max_steps};
  return options;
}

/* Showing a report takes as long as all else; fuzz_render.c is for that. */
enum {
  RENDERED = 8
};

/* To one format, now this, now that. */
static void try_render(cop11_engine *engine, const cop11_text *report) {
  static const char *const formats[] = {"text", "html", "csv", "json"};
  size_t size = cop11_text_size(report);
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  cop11_status status = cop11_render(engine, cop11_text_data(report), size,
                                     formats[size % 4], NULL, &out, &err);

  check_end(status, &err);
  EXPECT(status == COP11_OK || status == COP11_E_LIMIT);
  EXPECT(status != COP11_OK || cop11_text_size(out) > 0);
  cop11_text_free(out);
}

/* A dossier is valid where it can be evaluated, and the other way round; but
 * for limits, which each call reaches at its own time. */
static void check_agree(cop11_status validated, const cop11_text *problems,
                        cop11_status evaluated) {
  bool limits = validated == COP11_E_LIMIT || validated == COP11_E_MEMORY ||
                evaluated == COP11_E_LIMIT || evaluated == COP11_E_MEMORY;

  if (limits)
    return;
  if (validated == COP11_OK)
    EXPECT(
        evaluated ==
        (text_holds(problems, "\"valid\":true") ? COP11_OK : COP11_E_DOSSIER));
  else
    EXPECT(evaluated == validated);
}

cop11_text *try_dossier(cop11_engine *engine, const char *text, size_t size) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *problems = NULL, *report = NULL;
  clock_t began = clock();
  cop11_status validated =
      cop11_validate(engine, text, size, &call, &problems, &err);
  cop11_status evaluated;

  check_json(validated, problems, &err);
  evaluated = cop11_evaluate(engine, text, size, &call, &report, &err);
  check_json(evaluated, report, &err);
  check_agree(validated, problems, evaluated);
  if (report && size % RENDERED == 0)
    try_render(engine, report);
  cop11_text_free(problems);
  check_time(began);
  return report;
}

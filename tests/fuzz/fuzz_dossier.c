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

#include "json_edit.h"
#include "json_write.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

enum {
  TRIES = 12
};

static cop11_engine *engine;
static cop11_text *facts_text; /* what names and values are drawn from */
static struct json_document facts;

static bool read_text(struct json_document *document, const char *text,
                      size_t size) {
  struct json_problem problem;

  return json_read(document, text, size, JSON_DEPTH_MAX, JSON_TOP_OBJECT,
                   &problem) == JSON_FINE;
}

static void prepare(void) {
  static struct json_buffer tape = {.alloc = heap_alloc};
  cop11_options options = fuzz_options(NULL, 20 << 20);

  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
  EXPECT(cop11_describe(engine, "facts", NULL, &facts_text, NULL) == COP11_OK);
  facts.tape = &tape;
  EXPECT(read_text(&facts, cop11_text_data(facts_text),
                   cop11_text_size(facts_text)));
}

/* ---- chance ---------------------------------------------------------------- */

/* The same seed, the same numbers: below `bound`, which is not 0. */
static uint32_t pick(uint32_t *seed, size_t bound) {
  *seed = *seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)*seed * bound) >> 32);
}

/* A string of the vocabulary, or one part of a pointer in it. */
static struct json_slice pick_name(uint32_t *seed) {
  for (;;) {
    const struct json_token *token =
        &json_tokens(&facts)[pick(seed, facts.count)];
    struct json_slice name = json_token_slice(facts.text, token);
    const char *slash;
    if (token->kind != JSON_STRING || memchr(name.data, ' ', name.size))
      continue;
    while ((slash = memchr(name.data, '/', name.size)) && pick(seed, 3) > 0) {
      name.size -= (size_t)(slash + 1 - name.data);
      name.data = slash + 1;
    }
    slash = memchr(name.data, '/', name.size);
    if (slash)
      name.size = (size_t)(slash - name.data);
    return name;
  }
}

static void put_text(struct json_buffer *out, const char *text) {
  json_buffer_put(out, text, strlen(text));
}

static void put_name(struct json_buffer *out, uint32_t *seed) {
  struct json_slice name = pick_name(seed);

  json_buffer_put_char(out, '"');
  json_buffer_put(out, name.data, name.size);
  json_buffer_put_char(out, '"');
}

/* A plain value: of the vocabulary, or one of these. */
static void put_plain(struct json_buffer *out, uint32_t *seed) {
  static const char *const plain[] = {"null",
                                      "true",
                                      "false",
                                      "0",
                                      "1",
                                      "2",
                                      "7",
                                      "-1",
                                      "0.5",
                                      "1e300",
                                      "\"\"",
                                      "\"2013-11\"",
                                      "\"never\"",
                                      "\"unknown\"",
                                      "\"2012-02-29\"",
                                      "[]",
                                      "{}",
                                      "\"2014\"",
                                      "\"E-01\"",
                                      "\"none-stated\"",
                                      "\"\\u00e9\\ud83d\\ude00\\u0007\""};
  size_t choice = pick(seed, 2 * sizeof plain / sizeof plain[0]);

  if (choice < sizeof plain / sizeof plain[0])
    put_text(out, plain[choice]);
  else
    put_name(out, seed);
}

/* An envelope, with a value in it now and then. */
static void put_envelope(struct json_buffer *out, uint32_t *seed) {
  static const char *const begin[] = {
      "{\"value\":",
      "{\"state\":\"known\",\"evidence\":[\"E-01\"],\"value\":",
      "{\"state\":\"unknown\",\"why\":",
      "{\"state\":\"withheld\",\"withheld_reason\":\"kept\",\"note\":",
      "{\"state\":\"withheld\",\"withheld_reason\":\"kept\",\"evidence\":"
      "[{\"id\":\"E-03\",\"says\":true},{\"id\":\"E-04\",\"says\":false}],"
      "\"note\":",
      "{\"state\":\"not_applicable\",\"na_reason\":",
      "{\"complete\":true,\"items\":[],\"stated_by\":",
      "{\"at_least\":",
      "{\"share\":"};

  put_text(out, begin[pick(seed, sizeof begin / sizeof begin[0])]);
  put_plain(out, seed);
  json_buffer_put_char(out, '}');
}

/* ---- one change ------------------------------------------------------------ */

static void put_new_value(struct json_buffer *out,
                          const struct json_document *document,
                          uint32_t *seed) {
  uint32_t token = pick(seed, document->count);
  uint32_t way = pick(seed, 4);

  if (way == 0 && json_tokens(document)[token].kind != JSON_KEY)
    json_token_write(out, document, token);
  else if (way == 1)
    put_envelope(out, seed);
  else
    put_plain(out, seed);
}

static struct json_edit pick_edit(const struct json_document *document,
                                  struct json_buffer *value, uint32_t *seed) {
  struct json_edit edit = {.target = pick(seed, document->count)};
  const struct json_token *token = &json_tokens(document)[edit.target];
  bool container = token->kind == JSON_OBJECT || token->kind == JSON_ARRAY;

  edit.key = pick_name(seed);
  if (token->kind == JSON_KEY) {
    put_name(value, seed);
  } else {
    put_new_value(value, document, seed);
    if (container && pick(seed, 4) > 0)
      edit.kind = EDIT_ADD;
    else if (edit.target > 0 && pick(seed, 3) == 0)
      edit.kind = EDIT_DELETE;
  }
  edit.with.data = value->data;
  edit.with.size = value->size;
  return edit;
}

static bool is_valid(const char *text, size_t size) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_text *problems = NULL;
  bool valid;

  (void)cop11_validate(engine, text, size, &call, &problems, NULL);
  valid = text_holds(problems, "\"valid\":true");
  cop11_text_free(problems);
  return valid;
}

/* Changes the document in `data`, once; 0 when the result is too large or has a
 * key twice, or is not a valid dossier though it `must` be. */
static size_t mutate(uint8_t *data, const struct json_document *document,
                     size_t max_size, bool must, uint32_t *seed) {
  struct json_buffer value = {.alloc = heap_alloc}, tape = value, out = value;
  struct json_document changed = {.tape = &tape};
  struct json_edit edit = pick_edit(document, &value, seed);
  size_t size = 0;

  json_edit_write(&out, document, &edit);
  if (out.size <= max_size && read_text(&changed, out.data, out.size) &&
      (!must || is_valid(out.data, out.size))) {
    size = out.size;
    memcpy(data, out.data, size);
  }
  free(value.data);
  free(tape.data);
  free(out.data);
  return size;
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
  if (read_text(&document, text, size)) {
    /* Most dossiers that are tried are to be rated, not refused. */
    for (int i = 0; i < TRIES && result == 0; i++)
      result = mutate(data, &document, max_size, i < TRIES - 2, &seed);
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
  if (read_text(&document, text, size)) {
    cop11_text *report = try_dossier(engine, text, size);
    if (report)
      check_canonical_too(&document, report);
    cop11_text_free(report);
  }
  free(tape.data);
  free(text);
  return 0;
}

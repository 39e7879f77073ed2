/* json_mutate.c: changes of a document that stay JSON; see json_mutate.h. */
#include "json_mutate.h"

#include <stdlib.h>
#include <string.h>

#include "json_edit.h"
#include "support.h"

bool json_text_read(struct json_document *document, const char *text,
                    size_t size) {
  struct json_problem problem;

  return json_read(document, text, size, JSON_DEPTH_MAX, JSON_TOP_OBJECT,
                   &problem) == JSON_FINE;
}

/* ---- chance ---------------------------------------------------------------- */

/* The same seed, the same numbers: below `bound`, which is not 0. */
static uint32_t pick(uint32_t *seed, size_t bound) {
  *seed = *seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)*seed * bound) >> 32);
}

/* A string of the vocabulary, or one part of a pointer in it. */
static struct json_slice pick_name(const struct json_document *names,
                                   uint32_t *seed) {
  for (;;) {
    const struct json_token *token =
        &json_tokens(names)[pick(seed, names->count)];
    struct json_slice name = json_token_slice(names->text, token);
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

static void put_name(struct json_buffer *out, const struct json_document *names,
                     uint32_t *seed) {
  struct json_slice name = pick_name(names, seed);

  json_buffer_put_char(out, '"');
  json_buffer_put(out, name.data, name.size);
  json_buffer_put_char(out, '"');
}

/* A plain value: of the vocabulary, or one of these. */
static void put_plain(struct json_buffer *out,
                      const struct json_document *names, uint32_t *seed) {
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
    put_name(out, names, seed);
}

/* An envelope, with a value in it now and then. */
static void put_envelope(struct json_buffer *out,
                         const struct json_document *names, uint32_t *seed) {
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
  put_plain(out, names, seed);
  json_buffer_put_char(out, '}');
}

/* ---- one change ------------------------------------------------------------ */

static void put_new_value(struct json_buffer *out,
                          const struct json_document *document,
                          const struct json_document *names, uint32_t *seed) {
  uint32_t token = pick(seed, document->count);
  uint32_t way = pick(seed, 4);

  if (way == 0 && json_tokens(document)[token].kind != JSON_KEY)
    json_token_write(out, document, token);
  else if (way == 1)
    put_envelope(out, names, seed);
  else
    put_plain(out, names, seed);
}

static struct json_edit pick_edit(const struct json_document *document,
                                  const struct json_document *names,
                                  struct json_buffer *value, uint32_t *seed) {
  struct json_edit edit = {.target = pick(seed, document->count)};
  const struct json_token *token = &json_tokens(document)[edit.target];
  bool container = token->kind == JSON_OBJECT || token->kind == JSON_ARRAY;

  edit.key = pick_name(names, seed);
  if (token->kind == JSON_KEY) {
    put_name(value, names, seed);
  } else {
    put_new_value(value, document, names, seed);
    if (container && pick(seed, 4) > 0)
      edit.kind = EDIT_ADD;
    else if (edit.target > 0 && pick(seed, 3) == 0)
      edit.kind = EDIT_DELETE;
  }
  edit.with.data = value->data;
  edit.with.size = value->size;
  return edit;
}

size_t json_mutate(uint8_t *data, const struct json_document *document,
                   const struct json_document *names, size_t max_size,
                   bool (*is_good)(const char *text, size_t size),
                   uint32_t *seed) {
  struct json_buffer value = {.alloc = heap_alloc}, tape = value, out = value;
  struct json_document changed = {.tape = &tape};
  struct json_edit edit = pick_edit(document, names, &value, seed);
  size_t size = 0;

  json_edit_write(&out, document, &edit);
  if (out.size <= max_size && json_text_read(&changed, out.data, out.size) &&
      (!is_good || is_good(out.data, out.size))) {
    size = out.size;
    memcpy(data, out.data, size);
  }
  free(value.data);
  free(tape.data);
  free(out.data);
  return size;
}

/* json/read.c: the strict reader; see json/read.h.
 *
 * One pass, without recursion: values and what may follow them take turns.
 * Open containers are kept on a stack as deep as the depth limit.
 */
#include "json/read.h"

#include <stdio.h>

#include "json/keys.h"
#include "json/number.h"
#include "json/problem.h"

struct reader {
  const char *text;
  const char *end;
  struct json_document *document;
  struct json_problem *problem;
  enum json_result result;
  uint32_t depth; /* open containers */
  uint32_t max_depth;
  uint32_t open[JSON_DEPTH_MAX]; /* their tokens, outermost first */
};

/* Each step takes where it is and returns where it came to, or NULL when
 * the text is refused or memory is short. */
typedef const char *position;

static struct json_place place_at(const struct reader *reader, position at) {
  struct json_place place = {reader->text, reader->end, at};
  return place;
}

/* Refuses: found what is at `at`, expected something else. */
static position refuse(struct reader *reader, position at,
                       const char *expected) {
  struct json_place place = place_at(reader, at);
  struct json_found found = json_found_at(&place);
  json_problem_set(reader->problem, &place, "Found %s, expected %s.",
                   found.text, expected);
  reader->result = JSON_REFUSED;
  return NULL;
}

static bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Most often there is none, or little. */
static position skip_space(const struct reader *reader, position at) {
  while (at < reader->end && is_space(*at)) {
    at++;
    if ((at - reader->text) % PAUSE_BYTES == 0)
      pause_ask(&reader->document->pause);
  }
  return at;
}

/* ---- tokens ----------------------------------------------------------- */

/* Appends a token, or returns NULL without memory. */
static struct json_token *add_token(struct reader *reader, enum json_kind kind,
                                    position start, size_t size, bool escaped) {
  struct json_document *document = reader->document;
  struct json_token *token = (struct json_token *)(void *)json_buffer_room(
      document->tape, sizeof *token);
  if (!token) {
    reader->result = JSON_NO_MEMORY;
    return NULL;
  }
  document->tape->size += sizeof *token;
  document->count++;
  if (document->count % PAUSE_TURNS == 0)
    pause_ask(&document->pause);
  token->offset = (uint32_t)(start - reader->text);
  token->size = (uint32_t)size;
  token->link = 0;
  token->kind = (uint16_t)kind;
  token->escaped = escaped;
  return token;
}

/* The innermost open container. */
static struct json_token *innermost(const struct reader *reader) {
  return json_tokens(reader->document) + reader->open[reader->depth - 1];
}

/* ---- scalars ---------------------------------------------------------- */

/* Reads the string whose opening quote is at `at` into *out. */
static position read_quoted(struct reader *reader, position at,
                            struct json_slice *out) {
  enum json_string_fault fault = json_string_scan(at + 1, reader->end, out);
  at = out->data + out->size;
  if (fault == JSON_STRING_FINE)
    return at + 1;
  struct json_place place = place_at(reader, at);
  json_problem_string(reader->problem, &place, fault);
  reader->result = JSON_REFUSED;
  return NULL;
}

static position read_string(struct reader *reader, position at) {
  struct json_slice slice;
  at = read_quoted(reader, at, &slice);
  if (at &&
      !add_token(reader, JSON_STRING, slice.data, slice.size, slice.escaped))
    return NULL;
  return at;
}

/* One past a short run of digits that is surely a canonical integer, or NULL
 * for a number that needs a look. */
static position short_integer(position at, const char *end) {
  position start = at;
  while (at < end && (unsigned char)(*at - '0') < 10)
    at++;
  if (at == start || at - start > JSON_DIGITS_MAX || at == end ||
      *start == '0' || *at == '.' || (*at | 0x20) == 'e')
    return NULL;
  return at;
}

static position read_number(struct reader *reader, position at) {
  position next = short_integer(at, reader->end);
  bool escaped = next == NULL;
  if (!next) {
    enum json_number_fault fault = json_number_scan(at, reader->end, &next);
    if (fault != JSON_NUMBER_FINE) {
      struct json_place place = place_at(reader, next);
      json_problem_number(reader->problem, &place, fault);
      reader->result = JSON_REFUSED;
      return NULL;
    }
  }
  if (!add_token(reader, JSON_NUMBER, at, (size_t)(next - at), escaped))
    return NULL;
  return next;
}

static position read_word(struct reader *reader, position at,
                          const char *word) {
  size_t size = strlen(word);
  if ((size_t)(reader->end - at) < size || memcmp(at, word, size) != 0)
    return refuse(reader, at, "a value (true, false and null are lower case)");
  if (!add_token(reader, JSON_WORD, at, size, false))
    return NULL;
  return at + size;
}

/* ---- containers ------------------------------------------------------- */

static position open_container(struct reader *reader, position at,
                               enum json_kind kind) {
  if (reader->depth == reader->max_depth) {
    struct json_place place = place_at(reader, at);
    json_problem_set(reader->problem, &place,
                     "Found a value nested %u deep, expected at most %u.",
                     (unsigned)reader->depth + 1, (unsigned)reader->max_depth);
    reader->problem->too_deep = true;
    reader->result = JSON_REFUSED;
    return NULL;
  }
  reader->open[reader->depth] = reader->document->count;
  if (!add_token(reader, kind, at, 0, false))
    return NULL;
  reader->depth++;
  return at + 1;
}

/* While an object is open its `link` is its last key, and each key's `link` the
 * key before it. */
static bool sort_keys(struct reader *reader, struct json_token *object) {
  struct json_token *tokens = json_tokens(reader->document);
  struct json_twins twins;
  uint32_t first = json_keys_sort(reader->document, object->link, &twins);
  int32_t column, line;
  JSON_FIRST_KEY(object) = first;
  if (!twins.second)
    return true;
  const struct json_token *key = &tokens[twins.second];
  struct json_place place = place_at(reader, reader->text + key->offset - 1);
  line = json_line_at(reader->text,
                      reader->text + tokens[twins.first].offset - 1, &column);
  json_problem_set(
      reader->problem, &place,
      "Found the key \"%.*s\" a second time in one object, "
      "expected each key once; the first is at line %d, column %d.",
      json_shown(reader->text + key->offset, key->size),
      reader->text + key->offset, (int)line, (int)column);
  reader->result = JSON_REFUSED;
  return false;
}

/* `at` is the closing bracket. */
static position close_container(struct reader *reader, position at) {
  struct json_token *token = innermost(reader);
  reader->document->empties += token->size == 0;
  if (token->kind == JSON_OBJECT && !sort_keys(reader, token))
    return NULL;
  token->link = reader->document->count;
  reader->depth--;
  return at + 1;
}

/* Reads a key and its colon; returns where its value starts. */
static position read_key(struct reader *reader, position at) {
  struct json_slice slice;
  if (at == reader->end || *at != '"')
    return refuse(reader, at, "a key in double quotes");
  at = read_quoted(reader, at, &slice);
  if (!at)
    return NULL;
  struct json_token *key =
      add_token(reader, JSON_KEY, slice.data, slice.size, slice.escaped);
  if (!key)
    return NULL;
  struct json_token *object = innermost(reader);
  key->link = object->link;
  object->link = reader->document->count - 1;
  object->size++;
  at = skip_space(reader, at);
  if (at == reader->end || *at != ':')
    return refuse(reader, at, "':' after a key");
  return skip_space(reader, at + 1);
}

/* ---- the document ----------------------------------------------------- */

static position read_value(struct reader *reader, position at) {
  switch (at < reader->end ? *at : '\0') {
  case '"':
    return read_string(reader, at);
  case '{':
    return open_container(reader, at, JSON_OBJECT);
  case '[':
    return open_container(reader, at, JSON_ARRAY);
  case '-':
  case '0':
  case '1':
  case '2':
  case '3':
  case '4':
  case '5':
  case '6':
  case '7':
  case '8':
  case '9':
    return read_number(reader, at);
  case 't':
    return read_word(reader, at, "true");
  case 'f':
    return read_word(reader, at, "false");
  case 'n':
    return read_word(reader, at, "null");
  default:
    return refuse(reader, at, "a value");
  }
}

/* Neither a comma nor the bracket that closes the innermost container. */
static position refuse_end(struct reader *reader, position at, bool object) {
  char expected[80];
  int32_t column = 0;
  int32_t line = json_line_at(
      reader->text, reader->text + innermost(reader)->offset, &column);
  (void)snprintf(expected, sizeof expected,
                 "',' or the '%c' of the %s that starts in line %d",
                 object ? '}' : ']', object ? "object" : "array", (int)line);
  return refuse(reader, at, expected);
}

/* Goes from after a value, or from after an opening bracket when `fresh`, to
 * where the next value starts; to the end of the top value when it closed. */
static position find_next(struct reader *reader, position at, bool fresh) {
  while (reader->depth > 0) {
    bool object = innermost(reader)->kind == JSON_OBJECT;
    at = skip_space(reader, at);
    char byte = at < reader->end ? *at : '\0';
    if (byte == (object ? '}' : ']')) {
      at = close_container(reader, at);
      fresh = false;
      if (!at)
        return NULL;
      continue;
    }
    if (!fresh && byte != ',')
      return refuse_end(reader, at, object);
    if (!fresh)
      at = skip_space(reader, at + 1);
    if (at < reader->end && *at == (object ? '}' : ']'))
      return refuse(reader, at, "no comma before it");
    if (object)
      return read_key(reader, at);
    innermost(reader)->size++;
    return at;
  }
  return at;
}

static position read_document(struct reader *reader, position at) {
  do {
    uint32_t depth = reader->depth;
    at = read_value(reader, at);
    if (at)
      at = find_next(reader, at, reader->depth > depth);
  } while (at && reader->depth > 0);
  if (!at)
    return NULL;
  at = skip_space(reader, at);
  if (at < reader->end)
    return refuse(reader, at, "nothing after the document");
  return at;
}

static position refuse_encoding(struct reader *reader, const char *found) {
  struct json_place place = place_at(reader, reader->text);
  json_problem_set(reader->problem, &place,
                   "Found %s, expected plain UTF-8; save it so.", found);
  reader->result = JSON_REFUSED;
  return NULL;
}

static bool is_wide(const char *text, size_t size) {
  return (size >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 ||
                        memcmp(text, "\xFE\xFF", 2) == 0 || !text[0])) ||
         (size >= 4 && !text[1] && !text[3]);
}

/* Looks at the first bytes: encodings other than UTF-8, and the top value. */
static position start_document(struct reader *reader, unsigned flags) {
  size_t size = (size_t)(reader->end - reader->text);
  if (size >= 3 && memcmp(reader->text, "\xEF\xBB\xBF", 3) == 0)
    return refuse_encoding(reader, "a byte order mark");
  if (is_wide(reader->text, size))
    return refuse_encoding(reader, "text in UTF-16 or UTF-32");
  position at = skip_space(reader, reader->text);
  if ((flags & JSON_TOP_OBJECT) && (at == reader->end || *at != '{'))
    return refuse(reader, at, "an object, starting with '{'");
  return at;
}

enum json_result json_read(struct json_document *document, const char *text,
                           size_t size, uint32_t max_depth, unsigned flags,
                           struct json_problem *problem) {
  struct reader reader = {
      .text = text,
      .end = text + size,
      .document = document,
      .problem = problem,
      .max_depth = max_depth < JSON_DEPTH_MAX ? max_depth : JSON_DEPTH_MAX};
  problem->too_deep = false;
  document->text = text;
  document->size = size;
  document->tape->size = 0;
  document->tape->failed = false;
  document->count = 0;
  document->empties = 0;
  if (size > JSON_SIZE_MAX) {
    *problem = (struct json_problem){
        .message = "Found a text of over 1 GiB, expected a smaller one."};
    return JSON_REFUSED;
  }
  /* A token for 16 bytes is common; more make the tape grow. */
  if (!json_buffer_room(document->tape, size + sizeof(struct json_token)))
    return JSON_NO_MEMORY;
  position at = start_document(&reader, flags);
  if (at)
    read_document(&reader, at);
  return reader.result;
}

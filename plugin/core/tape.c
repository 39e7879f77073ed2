/* tape.c: see tape.h. */
#include "tape.h"

#include <math.h>
#include <stdlib.h>

#include "json/number.h"

static const struct json_token *token_of(struct at at) {
  return &json_tokens(at.document)[at.token];
}

static bool is_container(struct at at) {
  return at.given && (token_of(at)->kind == JSON_OBJECT ||
                      token_of(at)->kind == JSON_ARRAY);
}

struct at at_top(const struct json_document *document) {
  return (struct at){document, 0, document->count > 0};
}

/* The token after the value at `token`. */
static uint32_t after(struct at at) {
  return is_container(at) ? token_of(at)->link : at.token + 1;
}

static struct at inside(struct at container, uint32_t token) {
  return (struct at){container.document, token,
                     token < token_of(container)->link};
}

struct at at_first(struct at container) {
  if (!is_container(container))
    return (struct at){container.document, 0, false};
  return inside(container, container.token + 1);
}

struct at at_value(struct at key) {
  return (struct at){key.document, key.token + 1, true};
}

struct at at_next(struct at container, struct at one) {
  if (token_of(one)->kind == JSON_KEY)
    one = at_value(one);
  return inside(container, after(one));
}

uint32_t at_count(struct at container) {
  return is_container(container) ? token_of(container)->size : 0;
}

struct at at_first_key(struct at object) {
  bool some = object.given && token_of(object)->kind == JSON_OBJECT &&
              token_of(object)->size > 0;

  return (struct at){object.document,
                     some ? JSON_FIRST_KEY(token_of(object)) : 0, some};
}

struct at at_next_key(struct at key) {
  uint32_t next = token_of(key)->link;

  return (struct at){key.document, next, next != 0};
}

int at_compare(struct at at, const char *text) {
  struct json_slice wanted = {text, strlen(text), false};
  struct json_slice found = json_token_slice(at.document->text, token_of(at));

  return json_slice_compare(&found, &wanted);
}

bool at_is(struct at at, const char *text) {
  return at.given &&
         (token_of(at)->kind == JSON_KEY ||
          token_of(at)->kind == JSON_STRING) &&
         at_compare(at, text) == 0;
}

struct at at_key(struct at object, const char *key) {
  struct at one = at_first(object);

  while (one.given && !at_is(one, key))
    one = at_next(object, one);
  return one.given ? at_value(one) : one;
}

struct slice at_text(struct call *call, struct at at) {
  const struct json_token *token = at.given ? token_of(at) : NULL;
  struct slice text = {NULL, 0};
  const char *from, *end;
  char *to;

  if (!token || (token->kind != JSON_STRING && token->kind != JSON_KEY))
    return text;
  from = at.document->text + token->offset;
  end = from + token->size;
  to = call_alloc(call, (size_t)token->size + 1);
  text.data = to;
  while (from < end) {
    size_t used = 1;
    if (*from == '\\')
      to += json_escape_decode(from, to, &used);
    else
      *to++ = *from;
    from += used;
  }
  text.size = (size_t)(to - text.data);
  return text;
}

bool at_flag(struct at at) {
  return at.given && token_of(at)->kind == JSON_WORD &&
         at.document->text[token_of(at)->offset] == 't';
}

bool at_is_number(struct at at) {
  return at.given && token_of(at)->kind == JSON_NUMBER;
}

enum json_kind at_kind(struct at at) {
  return token_of(at)->kind;
}

bool at_is_null(struct at at) {
  return at.given && token_of(at)->kind == JSON_WORD &&
         at.document->text[token_of(at)->offset] == 'n';
}

/* What follows a number in its text is no part of one. */
double at_number(struct at at) {
  const struct json_token *token = at.given ? token_of(at) : NULL;
  const char *text = token ? at.document->text + token->offset : NULL;
  char canonical[JSON_NUMBER_SIZE];

  if (!token || token->kind != JSON_NUMBER)
    return 0;
  if (json_number_canonical(text, text + token->size, canonical) > 0)
    text = canonical;
  return strtod(text, NULL) + 0.0; /* 0 for -0 */
}

bool at_is_rounded(struct at at) {
  const struct json_token *token = at.given ? token_of(at) : NULL;
  const char *text = token ? at.document->text + token->offset : NULL;
  char canonical[JSON_NUMBER_SIZE];
  double number = at_number(at);

  return token && token->kind == JSON_NUMBER && number == floor(number) &&
         isfinite(number) &&
         json_number_canonical(text, text + token->size, canonical) == 0;
}

static void write_one(struct json_buffer *out, struct at at) {
  const struct json_token *token = token_of(at);
  bool quoted = token->kind == JSON_STRING || token->kind == JSON_KEY;

  if (quoted)
    json_buffer_put_char(out, '"');
  json_buffer_put(out, at.document->text + token->offset, token->size);
  if (quoted)
    json_buffer_put_char(out, '"');
}

void at_write(struct json_buffer *out, struct at at) {
  bool object = token_of(at)->kind == JSON_OBJECT;

  if (!is_container(at)) {
    write_one(out, at);
    return;
  }
  json_buffer_put_char(out, object ? '{' : '[');
  for (struct at one = at_first(at); one.given; one = at_next(at, one)) {
    if (one.token != at.token + 1)
      json_buffer_put_char(out, ',');
    if (object) {
      write_one(out, one);
      json_buffer_put_char(out, ':');
    }
    at_write(out, object ? at_value(one) : one);
  }
  json_buffer_put_char(out, object ? '}' : ']');
}

/* out.c: see out.h. */
#include "out.h"

#include <math.h>

#include "days.h"
#include "json/number.h"
#include "json/write.h"

/* Whether a value comes before the next one, from which a comma parts it. */
static void separate(struct json_buffer *out) {
  char last = out->size > 0 ? out->data[out->size - 1] : '[';

  if (last != '{' && last != '[' && last != ':')
    json_buffer_put_char(out, ',');
}

void out_open(struct json_buffer *out, char bracket) {
  separate(out);
  json_buffer_put_char(out, bracket);
}

void out_close(struct json_buffer *out, char bracket) {
  json_buffer_put_char(out, bracket == '{' ? '}' : ']');
}

void out_key(struct json_buffer *out, const char *key) {
  separate(out);
  json_buffer_put_char(out, '"');
  json_buffer_put(out, key, strlen(key));
  json_buffer_put(out, "\":", 2);
}

void out_key_text(struct json_buffer *out, struct slice key) {
  out_text(out, key);
  json_buffer_put_char(out, ':');
}

void out_text(struct json_buffer *out, struct slice text) {
  separate(out);
  json_quote(out, text.data, text.size);
}

void out_number(struct json_buffer *out, double number) {
  char text[JSON_NUMBER_SIZE];
  struct json_decimal decimal = json_number_from_double(number);

  separate(out);
  json_buffer_put(out, text, json_number_print(text, &decimal));
}

void out_bool(struct json_buffer *out, bool value) {
  separate(out);
  json_buffer_put(out, value ? "true" : "false", value ? 4 : 5);
}

/* ---- with a key ------------------------------------------------------------- */

void out_pair(struct json_buffer *out, const char *key, struct slice text) {
  if (!text.data)
    return;
  out_key(out, key);
  out_text(out, text);
}

void out_is(struct json_buffer *out, const char *key, bool value) {
  out_key(out, key);
  out_bool(out, value);
}

void out_flag(struct json_buffer *out, const char *key, bool flag) {
  if (flag)
    out_is(out, key, true);
}

void out_count(struct json_buffer *out, const char *key, uint32_t count) {
  out_key(out, key);
  out_number(out, count);
}

void out_day(struct json_buffer *out, const char *key, int32_t day) {
  char text[DAY_SIZE];

  if (day == DAY_NONE)
    return;
  out_pair(out, key, (struct slice){text, day_format(day, text)});
}

void out_open_at(struct json_buffer *out, const char *key, char bracket) {
  out_key(out, key);
  out_open(out, bracket);
}

/* ---- values of the dossier ---------------------------------------------------- */

static void put_number(struct json_buffer *out, double number) {
  if (isinf(number))
    out_text(out, SLICE("(a number beyond the range of a double)"));
  else
    out_number(out, number);
}

static void put_scalar(struct json_buffer *out, struct at at) {
  const struct json_token *token = &json_tokens(at.document)[at.token];

  if (token->kind == JSON_NUMBER) {
    put_number(out, at_number(at));
    return;
  }
  separate(out);
  json_canonical_at(out, at.document, at.token);
}

static void put_members(struct json_buffer *out, struct call *call,
                        struct at object) {
  out_open(out, '{');
  for (struct at key = at_first_key(object); key.given;
       key = at_next_key(key)) {
    out_key_text(out, at_text(call, key));
    out_carried(out, call, at_value(key));
  }
  out_close(out, '{');
}

/* Ends with the nesting of the text, which its reader bounded. */
void out_carried(struct json_buffer *out, struct call *call, struct at at) {
  if (at_kind(at) == JSON_OBJECT) {
    put_members(out, call, at);
  } else if (at_kind(at) == JSON_ARRAY) {
    out_open(out, '[');
    for (struct at one = at_first(at); one.given; one = at_next(at, one))
      out_carried(out, call, one);
    out_close(out, '[');
  } else {
    put_scalar(out, at);
  }
}

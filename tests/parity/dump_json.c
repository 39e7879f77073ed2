/* dump_json.c: the pieces that dumps are written with; see dump.h. */
#include "dump.h"

#include <math.h>

#include "json/number.h"

/* Whether a value comes before the next one, from which a comma parts it. */
static bool wants_comma(const struct json_buffer *out) {
  char last = out->size > 0 ? out->data[out->size - 1] : '[';

  return last != '{' && last != '[' && last != ':';
}

static void separate(const struct dump *dump) {
  if (wants_comma(dump->out))
    json_buffer_put_char(dump->out, ',');
}

void dump_open(const struct dump *dump, char bracket) {
  separate(dump);
  json_buffer_put_char(dump->out, bracket);
}

void dump_close(const struct dump *dump, char bracket) {
  json_buffer_put_char(dump->out, bracket == '{' ? '}' : ']');
}

void dump_key(const struct dump *dump, const char *key) {
  dump_text(dump, slice_of(key));
  json_buffer_put_char(dump->out, ':');
}

void dump_text(const struct dump *dump, struct slice text) {
  separate(dump);
  json_quote(dump->out, text.data, text.size);
}

void dump_number(const struct dump *dump, double number) {
  char text[JSON_NUMBER_SIZE];
  struct json_decimal decimal;

  if (isinf(number)) {
    dump_text(dump, number > 0 ? SLICE("inf") : SLICE("-inf"));
    return;
  }
  separate(dump);
  decimal = json_number_from_double(number);
  json_buffer_put(dump->out, text, json_number_print(text, &decimal));
}

void dump_bool(const struct dump *dump, bool value) {
  separate(dump);
  json_buffer_put(dump->out, value ? "true" : "false", value ? 4 : 5);
}

void dump_pair(const struct dump *dump, const char *key, struct slice text) {
  if (!text.data)
    return;
  dump_key(dump, key);
  dump_text(dump, text);
}

void dump_texts(const struct dump *dump, const char *key,
                const struct slice *texts, uint32_t count) {
  if (!texts)
    return;
  dump_key(dump, key);
  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++)
    dump_text(dump, texts[i]);
  dump_close(dump, '[');
}

void dump_flag(const struct dump *dump, const char *key, bool flag) {
  if (!flag)
    return;
  dump_key(dump, key);
  dump_bool(dump, true);
}

void dump_count(const struct dump *dump, const char *key, uint32_t count) {
  if (count == 0)
    return;
  dump_key(dump, key);
  dump_number(dump, count);
}

struct slice dump_row(const struct dump *dump, uint32_t text) {
  return slice_of(program_text_bytes(dump->program, text));
}

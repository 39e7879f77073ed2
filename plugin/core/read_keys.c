/* read_keys.c: what an object of a dossier holds; see read_parts.h. */
#include "days.h"
#include "read_parts.h"
#include "value.h"

bool read_is_own(struct at key) {
  return at_compare(key, "x-") >= 0 && at_compare(key, "x.") < 0;
}

/* Both the keys and the names are in the order of their bytes. */
void read_keys(struct reading *reading, struct at object,
               const char *const *names, size_t count, struct at *values) {
  struct at key = at_first_key(object);
  size_t at = 0;

  for (size_t i = 0; i < count; i++)
    values[i] = (struct at){object.document, 0, false};
  while (key.given) {
    int order = at < count ? at_compare(key, names[at]) : -1;
    if (order > 0) {
      at++;
      continue;
    }
    if (order == 0)
      values[at] = at_value(key);
    else if (!read_is_own(key))
      read_wrong(reading);
    key = at_next_key(key);
  }
}

bool read_is_object(struct at at) {
  return at.given && (at_kind(at) == JSON_OBJECT ||
                      (at_kind(at) == JSON_ARRAY && at_count(at) == 0));
}

bool read_is_list(struct at at) {
  return at.given && at_kind(at) == JSON_ARRAY;
}

struct slice read_text(struct reading *reading, struct at at) {
  struct slice text = at_text(reading->call, at);

  if (text.data && value_is_text(text))
    return text;
  read_wrong(reading);
  return (struct slice){NULL, 0};
}

struct slice read_optional_text(struct reading *reading, struct at at) {
  if (!at.given || at_is_null(at))
    return (struct slice){NULL, 0};
  return read_text(reading, at);
}

uint32_t read_word(struct reading *reading, struct at word,
                   const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (at_is(word, words[i]))
      return (uint32_t)i + 1;
  read_wrong(reading);
  return 0;
}

int32_t read_day(struct reading *reading, struct at at) {
  struct slice text = at_text(reading->call, at);
  int32_t first, last;

  if (text.data && day_parse(text, &first, &last) && first == last)
    return first;
  read_wrong(reading);
  return DAY_NONE;
}

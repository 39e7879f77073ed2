/* peek.c: walking canonical JSON; see peek.h. */
#include "peek.h"

#include <stdlib.h>
#include <string.h>

static const struct peek nothing = {NULL, NULL};

/* Past the string whose opening quote is at `at`. */
static const char *skip_string(const char *at, const char *end) {
  for (at++; at < end && *at != '"'; at++) {
    if (*at == '\\')
      at++;
  }
  return at < end ? at + 1 : end;
}

/* Past the value at `at`. */
static const char *skip_value(const char *at, const char *end) {
  int depth = 0;

  while (at < end && (depth > 0 || !strchr(",]}", *at))) {
    if (*at == '"') {
      at = skip_string(at, end);
      continue;
    }
    if (*at == '[' || *at == '{')
      depth++;
    if (*at == ']' || *at == '}')
      depth--;
    at++;
  }
  return at;
}

static bool starts_with(struct peek value, char sign) {
  return value.at && value.at < value.end && *value.at == sign;
}

struct peek peek_text(const char *text, size_t size) {
  return (struct peek){text, text + size};
}

struct peek peek_member(struct peek object, const char *key) {
  struct peek name = object;

  if (!starts_with(object, '{'))
    return nothing;
  for (name.at++; starts_with(name, '"'); name.at++) {
    struct peek value = {skip_string(name.at, name.end) + 1, name.end};
    if (value.at >= value.end)
      return nothing;
    if (peek_is(name, key))
      return value;
    name.at = skip_value(value.at, value.end);
    if (!starts_with(name, ','))
      return nothing;
  }
  return nothing;
}

void peek_members(struct peek object, const char *const *keys,
                  struct peek *values, size_t count) {
  struct peek name = object;

  for (size_t i = 0; i < count; i++)
    values[i] = nothing;
  if (!starts_with(object, '{'))
    return;
  for (name.at++; starts_with(name, '"'); name.at++) {
    struct peek value = {skip_string(name.at, name.end) + 1, name.end};
    for (size_t i = 0; i < count; i++)
      if (peek_is(name, keys[i]))
        values[i] = value;
    name.at = skip_value(value.at, value.end);
    if (!starts_with(name, ','))
      return;
  }
}

size_t peek_size(struct peek value) {
  return value.at ? (size_t)(skip_value(value.at, value.end) - value.at) : 0;
}

struct peek peek_first(struct peek array) {
  if (!starts_with(array, '['))
    return nothing;
  array.at++;
  return starts_with(array, ']') ? nothing : array;
}

struct peek peek_next(struct peek item) {
  if (!item.at)
    return nothing;
  item.at = skip_value(item.at, item.end);
  if (!starts_with(item, ','))
    return nothing;
  item.at++;
  return item;
}

bool peek_is(struct peek value, const char *string) {
  size_t size;

  /* Most differ in the first letter. */
  if (!starts_with(value, '"') || value.end - value.at < 2 ||
      (string[0] != '\0' && value.at[1] != string[0]))
    return false;
  size = strlen(string);
  return (size_t)(value.end - value.at) > size + 1 &&
         memcmp(value.at + 1, string, size) == 0 && value.at[size + 1] == '"';
}

bool peek_is_true(struct peek value) {
  return starts_with(value, 't');
}

long peek_number(struct peek value) {
  char digits[24];
  size_t size = 0;

  while (value.at && value.at < value.end && size < sizeof digits - 1 &&
         strchr("-0123456789", *value.at))
    digits[size++] = *value.at++;
  digits[size] = '\0';
  return strtol(digits, NULL, 10);
}

/* The byte an escape stands for in one line.  Canonical JSON escapes only quotes, back
 * slashes and controls, and no control is worth showing. */
static char in_a_line(char letter) {
  return letter == '"' || letter == '\\' ? letter : ' ';
}

/* The same where lines and tabs matter. */
static char in_lines(char letter) {
  if (letter == 'n')
    return '\n';
  if (letter == 'r')
    return '\r';
  return letter == 't' ? '\t' : in_a_line(letter);
}

static const char *copy(struct peek value, char *buffer, size_t capacity,
                        char (*unescape)(char letter)) {
  size_t size = 0;
  const char *at = value.at;

  buffer[0] = '\0';
  if (!starts_with(value, '"'))
    return buffer;
  for (at++; at < value.end && *at != '"' && size + 1 < capacity; at++) {
    if (*at == '\\' && at + 1 < value.end) {
      at++;
      buffer[size++] = unescape(*at);
      if (*at == 'u')
        at += value.end - at > 4 ? 4 : 0;
    } else {
      buffer[size++] = *at;
    }
  }
  buffer[size] = '\0';
  return buffer;
}

const char *peek_string(struct peek value, char *buffer, size_t capacity) {
  return copy(value, buffer, capacity, in_a_line);
}

const char *peek_lines(struct peek value, char *buffer, size_t capacity) {
  return copy(value, buffer, capacity, in_lines);
}

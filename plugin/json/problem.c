/* json/problem.c: messages about JSON text; see json/problem.h.
 *
 * Each sentence says what was found, what was expected, and where it is not
 * plain from that, what to do.
 */
#include "json/problem.h"

#include <stdarg.h>
#include <stdio.h>

#include "utf8.h"

enum {
  SHOWN_MAX = 60 /* bytes of a key or number in a message */
};

static bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') ||
         ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

/* Bytes worth showing together: a character, or an escape; 0 for a byte that
 * does not print. */
static size_t printable(const char *at, size_t left) {
  unsigned char byte = (unsigned char)*at;
  size_t length = 2;
  if (byte < 0x20 || byte == 0x7F)
    return 0;
  if (byte != '\\' || left < 2 || at[1] <= 0x20 || at[1] >= 0x7F)
    return utf8_sequence(at, left);
  while (at[1] == 'u' && length < 6 && length < left && is_hex(at[length]))
    length++;
  return length;
}

/* The number of a character of two bytes or more. */
static unsigned code_point(const char *at, size_t length) {
  unsigned code = (unsigned char)*at & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++)
    code = code << 6 | ((unsigned char)at[i] & 0x3Fu);
  return code;
}

struct json_found json_found_at(const struct json_place *place) {
  struct json_found found = {"the end of the text"};
  const char *at = place->at;
  size_t left = (size_t)(place->end - at);
  if (left == 0)
    return found;
  size_t length = printable(at, left);
  if (length == 0)
    (void)snprintf(found.text, sizeof found.text, "the byte 0x%02X",
                   (unsigned)(unsigned char)*at);
  else if ((unsigned char)*at < 0x80)
    (void)snprintf(found.text, sizeof found.text, "'%.*s'", (int)length, at);
  else /* it may look like another, as a no-break space does */
    (void)snprintf(found.text, sizeof found.text, "'%.*s' (U+%04X)",
                   (int)length, at, code_point(at, length));
  return found;
}

int json_shown(const char *text, size_t size) {
  return (int)utf8_cut(text, size, SHOWN_MAX);
}

/* Line and column are counted only now: a text without a fault pays nothing. */
int32_t json_line_at(const char *text, const char *at, int32_t *column) {
  const char *start = text;
  int32_t line = 1;
  for (; text < at; text++)
    if (*text == '\n') {
      line++;
      start = text + 1;
    }
  *column = (int32_t)(at - start) + 1;
  return line;
}

void json_problem_set(struct json_problem *problem,
                      const struct json_place *place, const char *format, ...) {
  char message[2 * sizeof problem->message];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (length < 0)
    message[0] = '\0';
  size_t kept = utf8_cut(message, strlen(message), sizeof problem->message - 1);
  memcpy(problem->message, message, kept);
  problem->message[kept] = '\0';
  problem->line = json_line_at(place->text, place->at, &problem->column);
}

void json_problem_string(struct json_problem *problem,
                         const struct json_place *place,
                         enum json_string_fault fault) {
  static const char *const rest[] = {
      [JSON_STRING_FINE] = "",
      [JSON_STRING_OPEN] = " inside a string, expected its closing quote",
      [JSON_STRING_CONTROL] = (" inside a string, expected control characters "
                               "as escapes such as \\n"),
      [JSON_STRING_UTF8] = ", which is not UTF-8 here, expected text in UTF-8",
      [JSON_STRING_ESCAPE] = (", expected one of the escapes "
                              "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"),
      [JSON_STRING_HEX] = (" without four hexadecimal digits, expected them as "
                           "in \\u00e9"),
      [JSON_STRING_SURROGATE] =
          (", half of a surrogate pair, expected a high half (\\ud800 to "
           "\\udbff) and then a low one (\\udc00 to \\udfff)"),
      [JSON_STRING_NUL] = (", expected text without the NUL character, at "
                           "which many programs would end it")};
  struct json_found found = json_found_at(place);
  json_problem_set(problem, place, "Found %s%s.", found.text, rest[fault]);
}

void json_problem_number(struct json_problem *problem,
                         const struct json_place *place,
                         enum json_number_fault fault) {
  static const char *const expected[] = {
      [JSON_NUMBER_FINE] = "",
      [JSON_NUMBER_NO_DIGIT] = "a digit",
      [JSON_NUMBER_LEADING_ZERO] = "no zero before other digits",
      [JSON_NUMBER_NO_FRACTION] = "a digit after the decimal point",
      [JSON_NUMBER_NO_EXPONENT] = "a digit after the e of its exponent"};
  struct json_found found = json_found_at(place);
  json_problem_set(problem, place, "Found %s in a number, expected %s.",
                   found.text, expected[fault]);
}

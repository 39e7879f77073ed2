/* slip.c: see slip.h.  One function is one kind of slip.  None needs to be sure:
 * a mend is offered only where more of the text can be read with it. */
#include "slip.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Where reading a text ended. */
struct place {
  const char *text;
  size_t size;
  size_t at;
  size_t before; /* after the last byte before it that is no white space */
};

typedef bool kind_fn(const struct place *place, struct slip *slip);

static char byte_at(const struct place *place, size_t at) {
  return at < place->size ? place->text[at] : '\0';
}

/* The last byte that is no white space before the place. */
static char last_before(const struct place *place) {
  return place->before > 0 ? place->text[place->before - 1] : '\0';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Sets what is written in place of `from` to `to`: up to three pieces, of which
 * the second is a part of the text. */
static bool put(const struct place *place, struct slip *slip, size_t from,
                size_t to, const char *head, size_t part, size_t size,
                const char *tail) {
  if (strlen(head) + size + strlen(tail) > SLIP_TEXT_MAX)
    return false;
  slip->from = from;
  slip->to = to;
  snprintf(slip->text, sizeof slip->text, "%s%.*s%s", head, (int)size,
           place->text + part, tail);
  return true;
}

static bool replace(const struct place *place, struct slip *slip, size_t from,
                    size_t to, const char *text) {
  return put(place, slip, from, to, text, 0, 0, "");
}

static size_t skip_blanks(const struct place *place, size_t at) {
  while (byte_at(place, at) == ' ' || byte_at(place, at) == '\t')
    at++;
  return at;
}

/* The end of the text from `at` to the next mark of JSON, without blanks
 * behind it. */
static size_t end_of_run(const struct place *place, size_t at) {
  size_t end = at;

  while (end < place->size && !strchr(",]}\n\r\"", place->text[end]))
    end++;
  while (end > at &&
         (place->text[end - 1] == ' ' || place->text[end - 1] == '\t'))
    end--;
  return end;
}

/* ---- commas, colons, brackets ----------------------------------------------- */

static bool comma_too_many(const struct place *place, struct slip *slip) {
  char c = byte_at(place, place->at);

  if ((c == '}' || c == ']') && last_before(place) == ',')
    return replace(place, slip, place->before - 1, place->before, "");
  return c == ',' && strchr(",[{:", last_before(place)) &&
         replace(place, slip, place->at, place->at + 1, "");
}

static bool other_comma(const struct place *place, struct slip *slip) {
  return byte_at(place, place->at) == ';' &&
         replace(place, slip, place->at, place->at + 1, ",");
}

static bool comma_missing(const struct place *place, struct slip *slip) {
  return place->before > 0 && strchr("\"}]0123456789el", last_before(place)) &&
         replace(place, slip, place->before, place->before, ",");
}

static bool colon_missing(const struct place *place, struct slip *slip) {
  return last_before(place) == '"' &&
         replace(place, slip, place->before, place->before, ":");
}

static bool other_colon(const struct place *place, struct slip *slip) {
  size_t length = byte_at(place, place->at + 1) == '>' ? 2 : 1;

  return byte_at(place, place->at) == '=' &&
         replace(place, slip, place->at, place->at + length, ":");
}

static bool bracket_missing(const struct place *place, struct slip *slip) {
  char c = byte_at(place, place->at);

  return (c == '}' || c == ']') && replace(place, slip, place->before,
                                           place->before, c == '}' ? "]" : "}");
}

static bool bracket_too_many(const struct place *place, struct slip *slip) {
  char c = byte_at(place, place->at);

  return (c == '}' || c == ']') &&
         replace(place, slip, place->at, place->at + 1, "");
}

/* The brackets that are open at the end, and the quote of a text that is. */
static bool end_missing(const struct place *place, struct slip *slip) {
  char open[SLIP_TEXT_MAX];
  size_t depth = 0;
  bool quoted = false;

  if (place->at < place->size)
    return false;
  for (size_t i = 0; i < place->size; i++) {
    char c = place->text[i];
    if (quoted && c == '\\')
      i++;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '{' || c == '[') && depth < sizeof open)
      open[depth++] = c == '{' ? '}' : ']';
    else if (!quoted && (c == '}' || c == ']') && depth > 0)
      depth--;
  }
  slip->from = slip->to = place->before;
  size_t length = 0;
  if (quoted)
    slip->text[length++] = '"';
  while (depth > 0 && length < SLIP_TEXT_MAX)
    slip->text[length++] = open[--depth];
  slip->text[length] = '\0';
  return length > 0;
}

/* ---- comments ------------------------------------------------------------------ */

/* How long a comment in the manner of C is; 0 where it does not end. */
static size_t block_length(const char *text, size_t left) {
  for (size_t length = 4; length <= left; length++)
    if (memcmp(text + length - 2, "*/", 2) == 0)
      return length;
  return 0;
}

static size_t line_length(const char *text, size_t left) {
  size_t length = 0;

  while (length < left && text[length] != '\n' && text[length] != '\r')
    length++;
  return length;
}

static bool comment(const struct place *place, struct slip *slip) {
  const char *text = place->text + place->at;
  size_t left = place->size - place->at, length = 0;

  if (left > 1 && memcmp(text, "/*", 2) == 0)
    length = block_length(text, left);
  else if (byte_at(place, place->at) == '#' ||
           (left > 1 && memcmp(text, "//", 2) == 0))
    length = line_length(text, left);
  return length > 0 && replace(place, slip, place->at, place->at + length, "");
}

/* ---- quotes ---------------------------------------------------------------------- */

/* The size of a quote that is none of JSON's; 0 where there is none. */
static size_t other_quote(const struct place *place, size_t at) {
  static const char *const quotes[] = {"'",      "`",      "\u201C",
                                       "\u201D", "\u201E", "\u2018",
                                       "\u2019", "\u00AB", "\u00BB"};

  for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
    size_t length = strlen(quotes[i]);
    if (place->size - at >= length &&
        memcmp(place->text + at, quotes[i], length) == 0)
      return length;
  }
  return 0;
}

static bool other_quotes(const struct place *place, struct slip *slip) {
  size_t open = place->at < place->size ? other_quote(place, place->at) : 0;
  size_t start = place->at + open;

  for (size_t end = start; open && end < place->size; end++) {
    size_t close = place->text[end] == '"' ? 1 : other_quote(place, end);
    if (place->text[end] == '\n')
      return false;
    if (close)
      return put(place, slip, place->at, end + close, "\"", start, end - start,
                 "\"");
  }
  return false;
}

/* A key or value that lacks its first quote has its last. */
static bool quote_missing(const struct place *place, struct slip *slip) {
  size_t end = end_of_run(place, place->at);

  return is_letter(byte_at(place, place->at)) && byte_at(place, end) == '"' &&
         replace(place, slip, place->at, place->at, "\"");
}

/* ---- words ------------------------------------------------------------------------ */

static bool bare_key(const struct place *place, struct slip *slip) {
  size_t end = place->at;

  while (is_letter(byte_at(place, end)) || is_digit(byte_at(place, end)) ||
         byte_at(place, end) == '-')
    end++;
  char next = byte_at(place, skip_blanks(place, end));
  return end > place->at && (next == ':' || next == '=') &&
         put(place, slip, place->at, end, "\"", place->at, end - place->at,
             "\"");
}

static bool word_of_program(const struct place *place, struct slip *slip) {
  static const char *const words[][2] = {
      {"true", "true"}, {"yes", "true"},  {"false", "false"},
      {"no", "false"},  {"null", "null"}, {"none", "null"},
      {"nil", "null"},  {"nan", "null"},  {"undefined", "null"}};
  size_t end = end_of_run(place, place->at), size = end - place->at;

  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (size == strlen(words[i][0]) &&
        strncasecmp(place->text + place->at, words[i][0], size) == 0)
      return replace(place, slip, place->at, end, words[i][1]);
  return false;
}

static bool bare_text(const struct place *place, struct slip *slip) {
  size_t end = end_of_run(place, place->at);
  char c = byte_at(place, place->at);

  return end > place->at && (is_letter(c) || strchr("<>~?(", c)) && c &&
         put(place, slip, place->at, end, "\"", place->at, end - place->at,
             "\"");
}

/* ---- numbers ----------------------------------------------------------------------- */

/* Where the number begins into which the place falls. */
static size_t start_of_number(const struct place *place) {
  size_t at = place->at;

  while (at > 0 &&
         (is_digit(place->text[at - 1]) || strchr(".,+-", place->text[at - 1])))
    at--;
  while (at < place->at && place->text[at] == ',')
    at++;
  return at;
}

static bool percent(const struct place *place, struct slip *slip) {
  size_t at = skip_blanks(place, place->at), from = place->before;

  while (from > 0 &&
         (is_digit(place->text[from - 1]) || place->text[from - 1] == '.'))
    from--;
  return byte_at(place, at) == '%' && from < place->before &&
         put(place, slip, from, at + 1, "{\"percent\": ", from,
             place->before - from, "}");
}

/* 1,200 is a thousand and two hundred, and 0,5 a half. */
static bool comma_in_number(const struct place *place, struct slip *slip) {
  size_t at = place->at, end = at, from = start_of_number(place);
  char number[32];

  while (is_digit(byte_at(place, end)))
    end++;
  if (end == at || at < 2 || place->text[at - 1] != ',' ||
      !is_digit(place->text[at - 2]) || at - 1 - from + end - at > 20)
    return false;
  bool is_thousand = end - at == 3 && place->text[from] != '0';
  snprintf(number, sizeof number, "%.*s%s%.*s", (int)(at - 1 - from),
           place->text + from, is_thousand ? "" : ".", (int)(end - at),
           place->text + at);
  return replace(place, slip, from, end, number);
}

/* A day or a time; or a number with its unit. */
static bool bare_day(const struct place *place, struct slip *slip) {
  size_t from = start_of_number(place), end = end_of_run(place, from);

  return is_digit(byte_at(place, from)) && end > place->at &&
         put(place, slip, from, end, "\"", from, end - from, "\"");
}

static bool zeros_before(const struct place *place, struct slip *slip) {
  size_t end = place->at;

  while (byte_at(place, end) == '0' && is_digit(byte_at(place, end + 1)))
    end++;
  return end > place->at && replace(place, slip, place->at, end, "");
}

static bool sign_or_point(const struct place *place, struct slip *slip) {
  char c = byte_at(place, place->at);

  if (c == '+' && is_digit(byte_at(place, place->at + 1)))
    return replace(place, slip, place->at, place->at + 1, "");
  if (c == '.' && is_digit(byte_at(place, place->at + 1)))
    return replace(place, slip, place->at, place->at, "0");
  return place->at > 0 && place->text[place->at - 1] == '.' &&
         replace(place, slip, place->at, place->at, "0");
}

/* ---- inside a text ------------------------------------------------------------------ */

static bool backslash(const struct place *place, struct slip *slip) {
  return byte_at(place, place->at) == '\\' &&
         replace(place, slip, place->at, place->at, "\\");
}

static bool tab(const struct place *place, struct slip *slip) {
  return byte_at(place, place->at) == '\t' &&
         replace(place, slip, place->at, place->at + 1, "\\t");
}

/* A line that ends inside a text lacks its quote, before a comma perhaps. */
static bool last_quote_missing(const struct place *place, struct slip *slip) {
  size_t at = place->before;

  if (byte_at(place, place->at) != '\n' && byte_at(place, place->at) != '\r')
    return false;
  while (at > 0 && strchr(",}] ", place->text[at - 1]))
    at--;
  return replace(place, slip, at, at, "\"");
}

static bool line_in_text(const struct place *place, struct slip *slip) {
  size_t length = byte_at(place, place->at) == '\r' ? 2 : 1;

  return (byte_at(place, place->at) == '\n' || length == 2) &&
         replace(place, slip, place->at, place->at + length, "\\n");
}

/* White space of other kinds, which nobody sees. */
static bool other_space(const struct place *place, struct slip *slip) {
  static const char *const spaces[] = {"\u00A0", "\u2007", "\u2009", "\u200B",
                                       "\u202F", "\u3000", "\uFEFF"};

  for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
    size_t length = strlen(spaces[i]);
    if (place->size - place->at >= length &&
        memcmp(place->text + place->at, spaces[i], length) == 0)
      return replace(place, slip, place->at, place->at + length, " ");
  }
  return false;
}

/* ---- all of them --------------------------------------------------------------------- */

static kind_fn *const kinds[] = {
    comma_too_many,     other_comma,   comment,
    other_quotes,       bare_key,      word_of_program,
    quote_missing,      other_colon,   percent,
    comma_in_number,    zeros_before,  sign_or_point,
    bare_day,           comma_missing, colon_missing,
    bare_text,          end_missing,   bracket_missing,
    bracket_too_many,   backslash,     tab,
    last_quote_missing, line_in_text,  other_space};

size_t slip_kinds(void) {
  return sizeof kinds / sizeof kinds[0];
}

bool slip_find(size_t number, const char *text, size_t size, size_t at,
               struct slip *slip) {
  struct place place = {text, size, at, at};

  while (place.before > 0 && strchr(" \t\r\n", text[place.before - 1]))
    place.before--;
  return number < slip_kinds() && at <= size && kinds[number](&place, slip);
}

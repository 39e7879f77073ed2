/* json/string.c: strings of JSON text; see json/string.h. */
#include "json/string.h"

#include "utf8.h"
#include "json/scan.h"

/* ---- escapes ---------------------------------------------------------- */

static int hex_value(char digit) {
  if (digit >= '0' && digit <= '9')
    return digit - '0';
  digit = (char)(digit | 0x20);
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* The four digits after "\u", or -1.  `text` is the backslash. */
static int32_t hex_unit(const char *text, const char *end) {
  int32_t unit = 0;
  if (end - text < 6)
    return -1;
  for (int i = 2; i < 6; i++) {
    int value = hex_value(text[i]);
    if (value < 0)
      return -1;
    unit = unit << 4 | value;
  }
  return unit;
}

static bool is_high(int32_t unit) {
  return (unit & 0xFC00) == 0xD800;
}
static bool is_low(int32_t unit) {
  return (unit & 0xFC00) == 0xDC00;
}

/* Checks "\uXXXX" or a pair of them and sets *used to its bytes. */
static enum json_string_fault check_unit(const char *text, const char *end,
                                         size_t *used) {
  int32_t unit = hex_unit(text, end);
  if (unit < 0)
    return JSON_STRING_HEX;
  if (unit == 0)
    return JSON_STRING_NUL; /* NUL ends strings in C hosts: half would vanish */
  *used = 6;
  if (is_low(unit))
    return JSON_STRING_SURROGATE;
  if (!is_high(unit))
    return JSON_STRING_FINE;
  text += 6;
  if (end - text < 2 || text[0] != '\\' || text[1] != 'u' ||
      !is_low(hex_unit(text, end)))
    return JSON_STRING_SURROGATE;
  *used = 12;
  return JSON_STRING_FINE;
}

static enum json_string_fault check_escape(const char *text, const char *end,
                                           size_t *used) {
  if (end - text < 2)
    return JSON_STRING_OPEN;
  switch (text[1]) {
  case '"':
  case '\\':
  case '/':
  case 'b':
  case 'f':
  case 'n':
  case 'r':
  case 't':
    *used = 2;
    return JSON_STRING_FINE;
  case 'u':
    return check_unit(text, end, used);
  default:
    return JSON_STRING_ESCAPE;
  }
}

enum json_string_fault json_string_scan(const char *text, const char *end,
                                        struct json_slice *out) {
  enum json_string_fault fault = JSON_STRING_OPEN;
  const char *at = json_scan_plain(text, end);

  out->escaped = false;
  while (at < end && *at != '"') {
    size_t used = 0;
    if (*at == '\\') {
      out->escaped = true;
      fault = check_escape(at, end, &used);
    } else if ((unsigned char)*at < 0x20) {
      fault = JSON_STRING_CONTROL;
    } else {
      used = utf8_sequence(at, (size_t)(end - at));
      fault = used == 0 ? JSON_STRING_UTF8 : JSON_STRING_FINE;
    }
    if (fault == JSON_STRING_OPEN)
      at = end;
    if (fault != JSON_STRING_FINE)
      goto out;
    at = json_scan_plain(at + used, end);
    fault = JSON_STRING_OPEN;
  }
  if (at < end)
    fault = JSON_STRING_FINE;

out:
  out->data = text;
  out->size = (size_t)(at - text);
  return fault;
}

/* Writes one Unicode character as UTF-8. */
static size_t put_character(char out[4], uint32_t code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = length - 1; i > 0; i--, code >>= 6)
    out[i] = (char)(0x80 | (code & 0x3F));
  out[0] = (char)(first[length] | code);
  return length;
}

size_t json_escape_decode(const char *text, char out[4], size_t *used) {
  static const char letters[] = "bfnrt";
  static const char meaning[] = "\b\f\n\r\t";
  *used = 2;
  if (text[1] != 'u') {
    const char *letter = strchr(letters, text[1]);
    out[0] = letter ? meaning[letter - letters] : text[1];
    return 1;
  }
  int32_t unit = hex_unit(text, text + 6);
  *used = 6;
  if (is_high(unit)) {
    int32_t low = hex_unit(text + 6, text + 12);
    *used = 12;
    unit = 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
  }
  return put_character(out, (uint32_t)unit);
}

/* ---- decoded bytes ---------------------------------------------------- */

/* Walks a slice by its decoded bytes. */
struct cursor {
  const char *at;
  const char *end;
  char pending[4]; /* of an escape that gave several */
  size_t count;
  size_t taken;
};

static struct cursor cursor_start(const struct json_slice *slice) {
  struct cursor cursor = {slice->data, slice->data + slice->size, "", 0, 0};
  return cursor;
}

/* The next byte, or -1 at the end. */
static int cursor_next(struct cursor *cursor) {
  if (cursor->taken < cursor->count)
    return (unsigned char)cursor->pending[cursor->taken++];
  if (cursor->at == cursor->end)
    return -1;
  if (*cursor->at != '\\')
    return (unsigned char)*cursor->at++;
  size_t used = 0;
  cursor->count = json_escape_decode(cursor->at, cursor->pending, &used);
  cursor->at += used;
  cursor->taken = 1;
  return (unsigned char)cursor->pending[0];
}

static int compare_escaped(const struct json_slice *a,
                           const struct json_slice *b) {
  struct cursor left = cursor_start(a);
  struct cursor right = cursor_start(b);
  for (;;) {
    int x = cursor_next(&left);
    int y = cursor_next(&right);
    if (x != y)
      return x < y ? -1 : 1;
    if (x < 0)
      return 0;
  }
}

int json_slice_compare(const struct json_slice *a, const struct json_slice *b) {
  if (a->escaped || b->escaped)
    return compare_escaped(a, b);
  size_t shared = a->size < b->size ? a->size : b->size;
  int order = shared > 0 ? memcmp(a->data, b->data, shared) : 0;
  return order ? order : (a->size > b->size) - (a->size < b->size);
}

/* ---- quoting ---------------------------------------------------------- */

/* Appends the one special character at `text`, returns the bytes it had. */
static size_t quote_special(struct json_buffer *out, const char *text,
                            const char *end) {
  static const char escapes[] = "btn.fr"; /* 8 to 13; 11 has no letter */
  static const char digits[] = "0123456789abcdef";
  unsigned char byte = (unsigned char)*text;
  char escape[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};

  if (byte >= 0x80) {
    size_t length = utf8_sequence(text, (size_t)(end - text));
    if (length > 0)
      json_buffer_put(out, text, length);
    else
      json_buffer_put(out, "\xEF\xBF\xBD", 3);
    return length > 0 ? length : 1;
  }
  if (byte == '"' || byte == '\\')
    escape[1] = (char)byte;
  else if (byte >= 8 && byte <= 13 && byte != 11)
    escape[1] = escapes[byte - 8];
  json_buffer_put(out, escape, escape[1] == 'u' ? 6 : 2);
  return 1;
}

void json_quote_bare(struct json_buffer *out, const char *text, size_t size) {
  const char *end = text + size;
  for (;;) {
    const char *plain = json_scan_plain(text, end);
    json_buffer_put(out, text, (size_t)(plain - text));
    if (plain == end)
      return;
    text = plain + quote_special(out, plain, end);
  }
}

/* Copies `size` bytes and tells whether all of them were plain.  The last word
 * overlaps the one before, so that no byte is looked at alone. */
static bool copy_plain(char *out, const char *text, size_t size) {
  uint64_t special = 0;
  if (size >= 8) {
    for (size_t at = 0; at < size - 8; at += 8)
      special |= json_copy_word(out + at, text + at);
    special |= json_copy_word(out + size - 8, text + size - 8);
  } else if (size >= 4) {
    char word[8];
    memcpy(word, text, 4);
    memcpy(word + 4, text + size - 4, 4);
    memcpy(out, word, 4);
    memcpy(out + size - 4, word + 4, 4);
    special = json_scan_special(word);
  } else {
    for (size_t at = 0; at < size; at++) {
      out[at] = text[at];
      special |= (uint64_t)json_is_special(text[at]);
    }
  }
  return special == 0;
}

void json_quote(struct json_buffer *out, const char *text, size_t size) {
  char *room = json_buffer_room(out, size + 2);
  if (room && copy_plain(room + 1, text, size)) {
    room[0] = '"';
    room[size + 1] = '"';
    out->size += size + 2;
    return;
  }
  json_buffer_put_char(out, '"');
  json_quote_bare(out, text, size);
  json_buffer_put_char(out, '"');
}

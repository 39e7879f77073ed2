/* json/string.h: strings as they are between the quotes of JSON text: UTF-8
 * checks, escapes, and the order of keys. */
#ifndef JSON_STRING_H
#define JSON_STRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "json/buffer.h"

enum json_string_fault {
  JSON_STRING_FINE,
  JSON_STRING_OPEN,      /* the text ends before the closing quote */
  JSON_STRING_CONTROL,   /* a raw control character */
  JSON_STRING_UTF8,      /* bytes that are not UTF-8 */
  JSON_STRING_ESCAPE,    /* a backslash before a character that has no escape */
  JSON_STRING_HEX,       /* \u without four hexadecimal digits */
  JSON_STRING_SURROGATE, /* half of a surrogate pair */
  JSON_STRING_NUL        /* \u0000 */
};

/* The bytes between the quotes, not decoded. */
struct json_slice {
  const char *data;
  size_t size;
  bool escaped; /* holds a backslash */
};

/* Checks the string whose first byte after the opening quote is `text`.  *out
 * is the slice up to the closing quote; on a fault data + size is the byte that
 * is wrong. */
enum json_string_fault json_string_scan(const char *text, const char *end,
                                        struct json_slice *out);

/* Decodes the checked escape at `text` (its backslash) to UTF-8: *used becomes
 * the bytes of the escape, and the bytes written to `out` are returned. */
size_t json_escape_decode(const char *text, char out[4], size_t *used);

/* Compares two checked strings by the bytes they decode to, as memcmp does. */
int json_slice_compare(const struct json_slice *a, const struct json_slice *b);

/* Appends `text` as a canonical JSON string with its quotes.  Escaped are the
 * quote, the backslash and control characters; all else stays.  A byte that is
 * no UTF-8 becomes U+FFFD, so that what is written can always be read. */
void json_quote(struct json_buffer *out, const char *text, size_t size);

/* The same without the quotes. */
void json_quote_bare(struct json_buffer *out, const char *text, size_t size);

#endif

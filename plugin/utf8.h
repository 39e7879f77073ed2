/* utf8.h: telling UTF-8 from other bytes. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* The size (1 to 4) of the well-formed UTF-8 sequence that `bytes` begins with,
 * looking at no more than `size` of them; 0 when there is none: a stray or
 * missing continuation, an overlong form, a surrogate, above U+10FFFF. */
size_t utf8_sequence(const char *bytes, size_t size);

/* The number of bytes before the first that is not well-formed UTF-8; `size`
 * when all is well. */
size_t utf8_prefix(const char *bytes, size_t size);

/* Whether a reader sees the sequence of `length` bytes as what it is: no control
 * character, line or paragraph separator, mark of direction or invisible
 * character. */
bool utf8_is_shown(const char *bytes, size_t length);

/* Puts '?' in the place of each byte that is not UTF-8 and each sequence that is
 * not shown. */
void utf8_make_shown(char *text);

/* The largest size of at most `limit` that cuts no sequence of `bytes` in two.
 * Bytes that are not UTF-8 are cut anywhere. */
size_t utf8_cut(const char *bytes, size_t size, size_t limit);

#endif

/* peek.h: looks up values in the canonical JSON that the library returns: no
 * white space, every string well formed.  Nothing is copied or built.
 */
#ifndef COP11_COMMAND_PEEK_H
#define COP11_COMMAND_PEEK_H

#include <stdbool.h>
#include <stddef.h>

/* A value: where it begins and where the text ends.  `at` is NULL for a value
 * that is not there; every function takes such a one. */
struct peek {
  const char *at;
  const char *end;
};

struct peek peek_text(const char *text, size_t size);

/* The value of `key` in an object. */
struct peek peek_member(struct peek object, const char *key);

/* The values of several keys at once, `count` of them: the object is walked once. */
void peek_members(struct peek object, const char *const *keys,
                  struct peek *values, size_t count);

/* The bytes that the value takes as it is written. */
size_t peek_size(struct peek value);

/* The first item of an array. */
struct peek peek_first(struct peek array);

/* The item after `item` of the same array. */
struct peek peek_next(struct peek item);

/* Whether the value is this string; `string` needs no escapes in JSON. */
bool peek_is(struct peek value, const char *string);

/* Whether the value is true. */
bool peek_is_true(struct peek value);

/* The value as a whole number; 0 where it is none. */
long peek_number(struct peek value);

/* Copies a string without its escapes, cut to `capacity` with its NUL, as one line; ""
 * for any other value.  Returns `buffer`. */
const char *peek_string(struct peek value, char *buffer, size_t capacity);

/* The same with the line ends and tabs that the string has. */
const char *peek_lines(struct peek value, char *buffer, size_t capacity);

#endif

/* json_number.h: numbers between JSON text, exact decimals and doubles.
 *
 * Nothing here asks the C library for the locale, keeps state, or depends on
 * how the machine prints numbers: the same number is the same bytes everywhere.
 */
#ifndef JSON_NUMBER_H
#define JSON_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 2^53 - 1: up to here every integer is one double and every host agrees. */
#define JSON_INTEGER_MAX INT64_C(9007199254740991)

/* Up to here every decimal survives text -> double -> text (DBL_DIG). */
enum {
  JSON_DIGITS_MAX = 15
};

/* Room for any number json_number_print writes, with a closing NUL. */
enum {
  JSON_NUMBER_SIZE = 32
};

/* The number (negative ? -1 : 1) * digits * 10^exponent.  `digits` has no
 * trailing zero, so that equal numbers are equal structs; zero is all zeros. */
struct json_decimal {
  uint64_t digits;
  int32_t exponent;
  bool negative;
};

enum json_number_fault {
  JSON_NUMBER_FINE,
  JSON_NUMBER_NO_DIGIT,     /* no digit after a minus, or at all */
  JSON_NUMBER_LEADING_ZERO, /* 012 */
  JSON_NUMBER_NO_FRACTION,  /* no digit after the decimal point */
  JSON_NUMBER_NO_EXPONENT,  /* no digit after the e */
  JSON_NUMBER_BIG_INTEGER,  /* integer beyond JSON_INTEGER_MAX */
  JSON_NUMBER_MANY_DIGITS,  /* decimal with over JSON_DIGITS_MAX digits */
  JSON_NUMBER_TOO_LARGE,    /* beyond the largest double */
  JSON_NUMBER_TOO_SMALL     /* not zero, but nearer to it than doubles keep */
};

/* Reads the number at `text` by the grammar of RFC 8259 and the limits above.
 * `end` is one past the last readable byte.  *next is set to the byte after the
 * number, or on a fault of grammar to the byte that is wrong. */
enum json_number_fault json_number_scan(const char *text, const char *end,
                                        struct json_decimal *out,
                                        const char **next);

/* The double nearest to `decimal` (ties to even); zero is never negative.  Its
 * magnitude must be below 10^309. */
double json_number_to_double(const struct json_decimal *decimal);

/* The shortest decimal of at least 15 digits precision that reads back as
 * `value`, which must be finite. */
struct json_decimal json_number_from_double(double value);

/* Writes the canonical text and a closing NUL, returns its length: integers
 * within JSON_INTEGER_MAX without point or exponent; 1.5, 0.0001, 1e-5, 1e22.
 */
size_t json_number_print(char out[JSON_NUMBER_SIZE],
                         const struct json_decimal *decimal);

/* The same for an integer of Lua, which may be beyond JSON_INTEGER_MAX. */
size_t json_integer_print(char out[JSON_NUMBER_SIZE], int64_t value);

#endif

/* json/number.h: numbers between JSON text, decimals and doubles.
 *
 * Nothing here asks for the locale or keeps state: the same number is the same
 * bytes everywhere.
 */
#ifndef JSON_NUMBER_H
#define JSON_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 2^53 - 1: up to here every integer is one double and every host agrees. */
#define JSON_INTEGER_MAX INT64_C(9007199254740991)

/* Up to here every decimal in the range of doubles survives text -> double ->
 * text (DBL_DIG), and above it any double (DBL_DECIMAL_DIG). */
enum {
  JSON_DIGITS_MAX = 15,
  JSON_DIGITS_OF_DOUBLE = 17
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

/* What the grammar of a number lacks. */
enum json_number_fault {
  JSON_NUMBER_FINE,
  JSON_NUMBER_NO_DIGIT,     /* no digit after a minus, or at all */
  JSON_NUMBER_LEADING_ZERO, /* 012 */
  JSON_NUMBER_NO_FRACTION,  /* no digit after the decimal point */
  JSON_NUMBER_NO_EXPONENT   /* no digit after the e */
};

/* Checks the number at `text` by the grammar of RFC 8259.  `end` is one past the
 * last readable byte.  *next is set to the byte after the number, or on a fault
 * to the byte that is wrong. */
enum json_number_fault json_number_scan(const char *text, const char *end,
                                        const char **next);

/* The canonical text of a number that json_number_scan found fine, and a closing
 * NUL; returns its length.  0 for a number of which a double keeps less than was
 * written: its canonical text is the one that it has. */
size_t json_number_canonical(const char *text, const char *end,
                             char out[JSON_NUMBER_SIZE]);

/* The double nearest to `decimal` (ties to even); zero is never negative. */
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

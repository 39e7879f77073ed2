/* json/double.c: decimals to the nearest double and back.
 *
 * strtod rounds to the nearest, and what it is given here holds no decimal
 * point, the one part of a number that a locale writes in its own way.
 */
#include <float.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "json/number.h"

/* With excess precision the short cut below would round twice. */
_Static_assert(FLT_EVAL_METHOD == 0, "doubles must be computed as doubles");
_Static_assert(DBL_MANT_DIG == 53 && sizeof(double) == 8, "IEEE 754 binary64");
_Static_assert(DBL_DIG == JSON_DIGITS_MAX, "decimals of 15 digits survive");

static const double power_of_ten[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
enum {
  MOST_PLACES = 6
};

double json_number_to_double(const struct json_decimal *decimal) {
  char text[48];
  if (decimal->digits == 0)
    return 0;
  (void)snprintf(text, sizeof text, "%s%" PRIu64 "e%" PRId32,
                 decimal->negative ? "-" : "", decimal->digits,
                 decimal->exponent);
  return strtod(text, NULL);
}

/* ---- from a double ---------------------------------------------------- */

static void strip_zeros(struct json_decimal *decimal) {
  for (; decimal->digits > 0 && decimal->digits % 10 == 0; decimal->exponent++)
    decimal->digits /= 10;
}

/* Numbers people write: a few digits after the point.  A decimal of at most 15
 * digits that reads back is the only one that does, so it is the shortest. */
static bool short_decimal(double magnitude, struct json_decimal *out) {
  for (int places = 0; places <= MOST_PLACES; places++) {
    double scaled = magnitude * power_of_ten[places];
    if (!(scaled < 1e15))
      return false;
    uint64_t digits = (uint64_t)scaled;
    if ((double)digits == scaled &&
        (double)digits / power_of_ten[places] == magnitude) {
      *out = (struct json_decimal){digits, -places, false};
      return true;
    }
  }
  return false;
}

/* Lets the C library round, and takes only digits from what it writes: the
 * decimal point between them is the locale's. */
static struct json_decimal printed_decimal(double magnitude, int precision) {
  struct json_decimal out = {0, 0, false};
  char text[48] = "";
  int exponent = 0;
  const char *at = text;

  (void)snprintf(text, sizeof text, "%.*e", precision - 1, magnitude);
  for (; *at && *at != 'e'; at++)
    if (*at >= '0' && *at <= '9')
      out.digits = out.digits * 10 + (uint64_t)(*at - '0');
  bool negative = *at && at[1] == '-';
  for (at += *at && at[1] ? 2 : 0; *at; at++)
    exponent = exponent * 10 + (*at - '0');
  out.exponent = (negative ? -exponent : exponent) - (precision - 1);
  return out;
}

struct json_decimal json_number_from_double(double value) {
  struct json_decimal out = {0, 0, false};
  double magnitude = value < 0 ? -value : value;

  if (magnitude == 0)
    return out;
  if (!short_decimal(magnitude, &out)) {
    int precision = JSON_DIGITS_MAX;
    do
      out = printed_decimal(magnitude, precision);
    while (json_number_to_double(&out) != magnitude &&
           ++precision <= JSON_DIGITS_OF_DOUBLE);
  }
  strip_zeros(&out);
  out.negative = value < 0;
  return out;
}

/* json_double.c: exact decimals to the nearest double and back.
 *
 * strtod follows the host's locale and lua-cjson's own reader keeps a global,
 * so this file reads with integers alone.  It expects the rounding mode "to
 * nearest", as Lua's own arithmetic does.
 */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "json_number.h"

/* With excess precision the short cuts below would round twice. */
_Static_assert(FLT_EVAL_METHOD == 0, "doubles must be computed as doubles");
_Static_assert(DBL_MANT_DIG == 53 && sizeof(double) == 8, "IEEE 754 binary64");
_Static_assert(DBL_DIG == JSON_DIGITS_MAX, "decimals of 15 digits survive");

static const double power_of_ten[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
enum {
  EXACT_POWERS = 22
}; /* greater powers of ten are not exact doubles */

/* ---- to a double ------------------------------------------------------ */

/* A natural number, least word first.  48 words hold 2^64 * 10^309, and 2^64
 * shifted far enough left to be divided by 10^400. */
enum {
  BIG_WORDS = 48,
  LARGEST_POWER = 309,
  SMALLEST_POWER = -400
};

struct big {
  uint32_t word[BIG_WORDS];
  int used;
};

static void big_multiply(struct big *big, uint32_t factor) {
  uint64_t carry = 0;
  for (int i = 0; i < big->used; i++) {
    carry += (uint64_t)big->word[i] * factor;
    big->word[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry > 0)
    big->word[big->used++] = (uint32_t)carry;
}

/* Divides and returns whether anything was left over. */
static bool big_divide(struct big *big, uint32_t divisor) {
  uint64_t rest = 0;
  for (int i = big->used - 1; i >= 0; i--) {
    rest = rest << 32 | big->word[i];
    big->word[i] = (uint32_t)(rest / divisor);
    rest %= divisor;
  }
  while (big->used > 0 && big->word[big->used - 1] == 0)
    big->used--;
  return rest > 0;
}

/* The power of ten to take next, at most 10^9, so that it fits one word. */
static uint32_t next_factor(int *power) {
  uint32_t factor = 1;
  for (int i = 0; i < 9 && *power > 0; i++, (*power)--)
    factor *= 10;
  return factor;
}

/* The double nearest to (top + a little when `sticky`) * 2^exponent, where
 * the highest bit of `top` is set. */
static double round_to_double(uint64_t top, int exponent, bool sticky) {
  static const uint64_t one = 1;
  int drop = 11; /* 64 bits to the 53 of a double, fewer when subnormal */
  int power = exponent + 63;
  double value = 0;

  if (power > 1023)
    return HUGE_VAL;
  if (power < -1022)
    drop += -1022 - power;
  if (drop > 64)
    return 0;
  uint64_t bits = drop == 64 ? 0 : top >> drop;
  uint64_t rest = drop == 64 ? top : top & ((one << drop) - 1);
  uint64_t half = one << (drop - 1);
  bits += rest > half || (rest == half && (sticky || bits & 1));
  if (power >= -1022) /* a carry out of the 53 bits raises the exponent */
    bits += (uint64_t)(power + 1022) << 52;
  memcpy(&value, &bits, sizeof value);
  return value;
}

/* As above, of all words of `big` (not zero) times 2^exponent. */
static double big_to_double(const struct big *big, int exponent, bool sticky) {
  uint32_t word[3] = {0, 0, 0};
  for (int i = 0; i < 3 && i < big->used; i++)
    word[i] = big->word[big->used - 1 - i];
  for (int i = 0; i < big->used - 3; i++)
    sticky = sticky || big->word[i] > 0;
  uint64_t top = (uint64_t)word[0] << 32 | word[1];
  exponent += 32 * (big->used - 2);
  for (; !(top >> 63); exponent--) {
    top = top << 1 | word[2] >> 31;
    word[2] <<= 1;
  }
  return round_to_double(top, exponent, sticky || word[2] > 0);
}

static double scale_up(struct big *big, int power) {
  while (power > 0)
    big_multiply(big, next_factor(&power));
  return big_to_double(big, 0, false);
}

/* Shifts left until 64 bits of the quotient and more are whole. */
static double scale_down(struct big *big, int power) {
  int words = (64 + power * 10 / 3) / 32 + 2;
  bool sticky = false;
  memmove(big->word + words, big->word,
          (size_t)big->used * sizeof big->word[0]);
  memset(big->word, 0, (size_t)words * sizeof big->word[0]);
  big->used += words;
  while (power > 0)
    sticky |= big_divide(big, next_factor(&power));
  return big_to_double(big, -32 * words, sticky);
}

static double scale_exactly(uint64_t digits, int exponent) {
  struct big big = {{(uint32_t)digits, (uint32_t)(digits >> 32)}, 2};
  if (exponent > LARGEST_POWER)
    return HUGE_VAL;
  if (exponent < SMALLEST_POWER)
    return 0;
  return exponent < 0 ? scale_down(&big, -exponent) : scale_up(&big, exponent);
}

double json_number_to_double(const struct json_decimal *decimal) {
  double value = (double)decimal->digits;
  if (decimal->digits == 0)
    return 0;
  if (decimal->digits > (uint64_t)JSON_INTEGER_MAX ||
      decimal->exponent > EXACT_POWERS || decimal->exponent < -EXACT_POWERS)
    value = scale_exactly(decimal->digits, decimal->exponent);
  else if (decimal->exponent < 0) /* both exact: one rounding, the right one */
    value /= power_of_ten[-decimal->exponent];
  else
    value *= power_of_ten[decimal->exponent];
  return decimal->negative ? -value : value;
}

/* ---- from a double ---------------------------------------------------- */

static void strip_zeros(struct json_decimal *decimal) {
  for (; decimal->digits > 0 && decimal->digits % 10 == 0; decimal->exponent++)
    decimal->digits /= 10;
}

/* Numbers people write: a few digits after the point.  A decimal of at most 15
 * digits that reads back is the only one that does, so it is the shortest. */
static bool short_decimal(double magnitude, struct json_decimal *out) {
  for (int places = 0; places <= 6; places++) {
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
    while (json_number_to_double(&out) != magnitude && ++precision <= 17);
  }
  strip_zeros(&out);
  out.negative = value < 0;
  return out;
}

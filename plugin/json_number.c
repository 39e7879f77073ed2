/* json_number.c: reads numbers from JSON text and writes canonical ones.
 *
 * A number is kept as the exact decimal that stands in the text.  Within the
 * limits of json_number.h decimals and doubles map one to one, so canonical
 * text can be made from the decimal alone; doubles are json_double.c's concern.
 */
#include "json_number.h"

#include <string.h>

/* The largest and the smallest normal double, to 15 digits, rounded towards
 * each other.  Smaller ones (subnormal) are refused: they keep fewer digits
 * than were written. */
static const uint64_t largest_digits = UINT64_C(179769313486231);
static const uint64_t smallest_digits = UINT64_C(222507385850721);
enum {
  LARGEST_EXPONENT = 308,
  SMALLEST_EXPONENT = -308
};

/* Enough for any text this library accepts to read, and far from overflow. */
enum {
  EXPONENT_CLAMP = 1000000000
};

struct scan {
  const char *at;
  const char *end;
  uint64_t digits;  /* significant digits read, zeros at the end held back */
  int64_t exponent; /* of the last digit in `digits` */
  int count;        /* digits in `digits` */
  int64_t zeros;    /* held back */
  int64_t dropped;  /* digits too many to hold */
};

static bool is_digit(const struct scan *scan) {
  return scan->at < scan->end && (unsigned char)(*scan->at - '0') < 10;
}

/* Takes one digit.  Zeros wait until another digit makes them significant. */
static void take_digit(struct scan *scan) {
  unsigned digit = (unsigned)(*scan->at - '0');
  if (digit == 0) {
    scan->zeros += scan->count > 0;
    return;
  }
  int64_t width = scan->count > 0 ? scan->zeros + 1 : 1;
  scan->zeros = 0;
  if (scan->dropped > 0 || scan->count + width > 19) {
    scan->dropped += width;
    return;
  }
  for (scan->count += (int)width; width > 0; width--)
    scan->digits *= 10;
  scan->digits += digit;
}

/* Reads the digits at scan->at; false when there is none. */
static bool scan_digits(struct scan *scan) {
  const char *start = scan->at;
  for (; is_digit(scan); scan->at++)
    take_digit(scan);
  return scan->at > start;
}

/* Reads "e+12"; false when digits are missing. */
static bool scan_exponent(struct scan *scan, int64_t *out) {
  int64_t value = 0;
  bool negative = false;
  scan->at++;
  if (scan->at < scan->end && (*scan->at == '-' || *scan->at == '+'))
    negative = *scan->at++ == '-';
  if (!is_digit(scan))
    return false;
  for (; is_digit(scan); scan->at++)
    if (value < EXPONENT_CLAMP)
      value = value * 10 + (*scan->at - '0');
  *out = negative ? -value : value;
  return true;
}

/* Whether a decimal lies between the smallest and the largest double. */
static enum json_number_fault check_decimal(const struct scan *scan,
                                            int64_t exponent) {
  uint64_t digits = scan->digits;
  int64_t magnitude = exponent + scan->count - 1;
  if (scan->dropped > 0 || scan->count > JSON_DIGITS_MAX)
    return JSON_NUMBER_MANY_DIGITS;
  for (int i = scan->count; i < JSON_DIGITS_MAX; i++)
    digits *= 10;
  if (magnitude > LARGEST_EXPONENT ||
      (magnitude == LARGEST_EXPONENT && digits > largest_digits))
    return JSON_NUMBER_TOO_LARGE;
  if (magnitude < SMALLEST_EXPONENT ||
      (magnitude == SMALLEST_EXPONENT && digits < smallest_digits))
    return JSON_NUMBER_TOO_SMALL;
  return JSON_NUMBER_FINE;
}

static enum json_number_fault check_integer(const struct scan *scan) {
  uint64_t value = scan->digits;
  if (scan->dropped > 0 || scan->count + scan->zeros > 16)
    return JSON_NUMBER_BIG_INTEGER;
  for (int64_t i = 0; i < scan->zeros; i++)
    value *= 10;
  return value > (uint64_t)JSON_INTEGER_MAX ? JSON_NUMBER_BIG_INTEGER
                                            : JSON_NUMBER_FINE;
}

/* Reads what may follow the integer digits; *exponent becomes that of the last
 * significant digit. */
static enum json_number_fault scan_tail(struct scan *scan, int64_t *exponent,
                                        bool *integer) {
  int64_t written = 0;
  int64_t point = scan->zeros; /* as 100 is 1 with two zeros held back */
  *integer = true;
  if (scan->at < scan->end && *scan->at == '.') {
    *integer = false;
    const char *start = ++scan->at;
    if (!scan_digits(scan))
      return JSON_NUMBER_NO_FRACTION;
    point = scan->zeros - (scan->at - start);
  }
  if (scan->at < scan->end && (*scan->at | 0x20) == 'e') {
    *integer = false;
    if (!scan_exponent(scan, &written))
      return JSON_NUMBER_NO_EXPONENT;
  }
  *exponent = point + written;
  return JSON_NUMBER_FINE;
}

enum json_number_fault json_number_scan(const char *text, const char *end,
                                        struct json_decimal *out,
                                        const char **next) {
  struct scan scan = {.at = text, .end = end};
  enum json_number_fault fault = JSON_NUMBER_NO_DIGIT;
  int64_t exponent = 0;
  bool integer = true;

  *out = (struct json_decimal){0};
  bool negative = text < end && *text == '-';
  scan.at += negative;
  const char *start = scan.at;
  if (!scan_digits(&scan))
    goto out;
  if (*start == '0' && scan.at - start > 1) {
    fault = JSON_NUMBER_LEADING_ZERO;
    scan.at = start;
    goto out;
  }
  fault = scan_tail(&scan, &exponent, &integer);
  if (fault != JSON_NUMBER_FINE || scan.count == 0)
    goto out;
  fault = integer ? check_integer(&scan) : check_decimal(&scan, exponent);
  if (fault == JSON_NUMBER_FINE)
    *out = (struct json_decimal){scan.digits, (int32_t)exponent, negative};

out:
  *next = scan.at;
  return fault;
}

/* ---- writing ---------------------------------------------------------- */

/* Writes the digits of `value`, returns how many. */
static size_t print_digits(char *out, uint64_t value) {
  char reversed[20];
  size_t size = 0;
  do
    reversed[size++] = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  for (size_t i = 0; i < size; i++)
    out[i] = reversed[size - 1 - i];
  return size;
}

size_t json_integer_print(char out[JSON_NUMBER_SIZE], int64_t value) {
  uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  size_t size = 0;
  if (value < 0)
    out[size++] = '-';
  size += print_digits(out + size, magnitude);
  out[size] = '\0';
  return size;
}

/* Whether the decimal is an integer that is written without an exponent. */
static bool is_plain_integer(const struct json_decimal *decimal,
                             uint64_t *value) {
  if (decimal->exponent < 0 || decimal->exponent > JSON_DIGITS_MAX)
    return false;
  *value = decimal->digits;
  for (int i = 0; i < decimal->exponent; i++) {
    if (*value > (uint64_t)JSON_INTEGER_MAX / 10)
      return false;
    *value *= 10;
  }
  return *value <= (uint64_t)JSON_INTEGER_MAX;
}

/* "d.ddde-7": `digits` of `count` characters, the point after the first. */
static size_t print_scientific(char *out, const char *digits, size_t count,
                               int exponent) {
  size_t size = 0;
  out[size++] = digits[0];
  if (count > 1) {
    out[size++] = '.';
    memcpy(out + size, digits + 1, count - 1);
    size += count - 1;
  }
  out[size++] = 'e';
  if (exponent < 0)
    out[size++] = '-';
  unsigned magnitude = (unsigned)(exponent < 0 ? -exponent : exponent);
  return size + print_digits(out + size, magnitude);
}

/* "12.5" or "0.00125": `before` digits stand before the point, or -before
 * zeros after it. */
static size_t print_fixed(char *out, const char *digits, size_t count,
                          int before) {
  size_t size = 0;
  size_t whole = before > 0 ? (size_t)before : 0;
  memcpy(out, digits, whole);
  size += whole;
  if (before <= 0)
    out[size++] = '0';
  out[size++] = '.';
  for (; before < 0; before++)
    out[size++] = '0';
  memcpy(out + size, digits + whole, count - whole);
  return size + count - whole;
}

size_t json_number_print(char out[JSON_NUMBER_SIZE],
                         const struct json_decimal *decimal) {
  char digits[20];
  uint64_t integer = 0;
  size_t size = 0;

  if (decimal->negative)
    out[size++] = '-';
  if (is_plain_integer(decimal, &integer)) {
    size += print_digits(out + size, integer);
    goto out;
  }
  size_t count = print_digits(digits, decimal->digits);
  int magnitude = (int)count - 1 + decimal->exponent;
  if (decimal->exponent >= 0 || magnitude < -4)
    size += print_scientific(out + size, digits, count, magnitude);
  else
    size += print_fixed(out + size, digits, count, magnitude + 1);

out:
  out[size] = '\0';
  return size;
}

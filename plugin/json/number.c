/* json/number.c: reads numbers from JSON text and writes canonical ones.
 *
 * Canonical is what all texts of one number share that a double keeps: 1.50,
 * 15e-1 and 1.5 are "1.5".  Of a number that it does not keep, as of an
 * identifier of 20 digits, every digit counts.
 */
#include "json/number.h"

#include <string.h>

enum {
  LARGEST_EXPONENT = 308, /* of a normal double */
  SMALLEST_EXPONENT = -308,
  /* Far from overflow, and beyond any double however many digits are behind or
   * before the point. */
  EXPONENT_CLAMP = 2000000000
};

struct scan {
  const char *at;
  const char *end;
  uint64_t digits; /* significant digits read, zeros at the end held back */
  int count;       /* digits in `digits` */
  int64_t zeros;   /* held back */
  int64_t dropped; /* digits too many to hold */
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

/* Reads what may follow the integer digits; *exponent becomes that of the last
 * significant digit. */
static enum json_number_fault scan_tail(struct scan *scan, int64_t *exponent) {
  int64_t written = 0;
  int64_t point = scan->zeros; /* as 100 is 1 with two zeros held back */
  if (scan->at < scan->end && *scan->at == '.') {
    const char *start = ++scan->at;
    if (!scan_digits(scan))
      return JSON_NUMBER_NO_FRACTION;
    point = scan->zeros - (scan->at - start);
  }
  if (scan->at < scan->end && (*scan->at | 0x20) == 'e' &&
      !scan_exponent(scan, &written))
    return JSON_NUMBER_NO_EXPONENT;
  *exponent = point + written;
  return JSON_NUMBER_FINE;
}

/* Reads a whole number; *exponent as above. */
static enum json_number_fault scan_number(struct scan *scan,
                                          int64_t *exponent) {
  scan->at += scan->at < scan->end && *scan->at == '-';
  const char *start = scan->at;
  if (!scan_digits(scan))
    return JSON_NUMBER_NO_DIGIT;
  if (*start == '0' && scan->at - start > 1) {
    scan->at = start;
    return JSON_NUMBER_LEADING_ZERO;
  }
  return scan_tail(scan, exponent);
}

enum json_number_fault json_number_scan(const char *text, const char *end,
                                        const char **next) {
  struct scan scan = {.at = text, .end = end};
  int64_t exponent = 0;
  enum json_number_fault fault = scan_number(&scan, &exponent);
  *next = scan.at;
  return fault;
}

/* Whether the double nearest to a decimal of `count` digits is nearest to no
 * other decimal of so many digits. */
static bool double_keeps(const struct json_decimal *decimal, int count) {
  int magnitude = decimal->exponent + count - 1;
  if (count <= JSON_DIGITS_MAX && magnitude > SMALLEST_EXPONENT &&
      magnitude < LARGEST_EXPONENT)
    return true;
  double value = json_number_to_double(decimal);
  if (value - value != 0) /* infinite */
    return false;
  struct json_decimal back = json_number_from_double(value);
  return back.digits == decimal->digits && back.exponent == decimal->exponent;
}

size_t json_number_canonical(const char *text, const char *end,
                             char out[JSON_NUMBER_SIZE]) {
  struct scan scan = {.at = text, .end = end};
  int64_t exponent = 0;
  (void)scan_number(&scan, &exponent);
  struct json_decimal decimal = {scan.digits, 0, *text == '-'};
  if (scan.count == 0)
    return json_integer_print(out, 0);
  if (scan.dropped > 0 || scan.count > JSON_DIGITS_OF_DOUBLE ||
      exponent > EXPONENT_CLAMP || exponent < -EXPONENT_CLAMP)
    return 0;
  decimal.exponent = (int32_t)exponent;
  return double_keeps(&decimal, scan.count) ? json_number_print(out, &decimal)
                                            : 0;
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

/* "12.5" or "0.00125": `before` digits come before the point, or -before
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

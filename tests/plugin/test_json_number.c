/* test_json_number.c: numbers keep their value and have one text. */
#include "json_support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "german.h"
#include "json/number.h"

/* The canonical text of `text`, itself where that is as written, or "fault N at
 * M". */
static const char *canonical(const char *text) {
  static char out[64];
  const char *next = NULL;
  struct text copy = text_of(text, strlen(text));
  const char *end = copy.data + copy.size;
  enum json_number_fault fault = json_number_scan(copy.data, end, &next);
  size_t size = strlen(text);
  if (fault != JSON_NUMBER_FINE)
    snprintf(out, sizeof out, "fault %d at %d", (int)fault,
             (int)(next - copy.data));
  else if ((size = json_number_canonical(copy.data, end, out)) == 0)
    snprintf(out, sizeof out, "%s", text);
  else
    assert_int_equal(size, strlen(out));
  text_release(&copy);
  return out;
}

static const char *const texts[][2] = {
    {"0", "0"},
    {"-0", "0"},
    {"-0.000", "0"},
    {"0e999999999999999999999", "0"},
    {"7", "7"},
    {"-12", "-12"},
    {"100", "100"},
    {"1e2", "100"},
    {"1.50", "1.5"},
    {"15e-1", "1.5"},
    {"0.00015", "0.00015"},
    {"0.00001", "1e-5"},
    {"-1.25E-7", "-1.25e-7"},
    {"1e15", "1000000000000000"},
    {"9007199254740991", "9007199254740991"},
    {"900719925474099e1", "9007199254740990"},
    {"900719925474100e1", "9.007199254741e15"},
    {"1e16", "1e16"},
    {"1e+22", "1e22"},
    {"123e65", "1.23e67"},
    {"0.1234567890123450000000", "0.123456789012345"},
    {"1.79769313486231e308", "1.79769313486231e308"},
    {"2.22507385850721e-308", "2.22507385850721e-308"},
    {"", "fault 1 at 0"},
    {"-", "fault 1 at 1"},
    {"+1", "fault 1 at 0"},
    {".5", "fault 1 at 0"},
    {"01", "fault 2 at 0"},
    {"-00", "fault 2 at 1"},
    {"1.", "fault 3 at 2"},
    {"1.e5", "fault 3 at 2"},
    {"1e", "fault 4 at 2"},
    {"1E-", "fault 4 at 3"},
    /* More digits than 15, and the double has them all. */
    {"84.21052631578948", "84.21052631578948"},
    {"8421052631578948e-14", "84.21052631578948"},
    {"0.30000000000000004", "0.30000000000000004"},
    {"0.300000000000000040", "0.30000000000000004"},
    {"-3.141592653589793e0", "-3.141592653589793"},
    {"9007199254740991.0", "9007199254740991"},
    {"9007199254740992", "9.007199254740992e15"},
    {"100000000000000000000", "1e20"},
    {"1.7976931348623157e308", "1.7976931348623157e308"},
    {"2.2250738585072014e-308", "2.2250738585072014e-308"},
    /* It has not: every digit counts, as it was written. */
    {"9007199254740993", "9007199254740993"},
    {"-9007199254740993", "-9007199254740993"},
    {"3.1415926535897931", "3.1415926535897931"},
    {"12345678901234567890", "12345678901234567890"},
    {"12345678901234567891", "12345678901234567891"},
    {"123456789012345678901234567890E5", "123456789012345678901234567890E5"},
    {"1.7976931348623159e308", "1.7976931348623159e308"},
    {"1e309", "1e309"},
    {"1e400", "1e400"},
    {"-1E400", "-1E400"},
    {"1e99999999999999999999", "1e99999999999999999999"},
    {"5e-324", "5e-324"},
    {"1e-400", "1e-400"},
    {"1e-99999999999999999999", "1e-99999999999999999999"},
};

static void test_texts(void **state) {
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (strcmp(canonical(texts[i][0]), texts[i][1]) != 0)
      fail_msg("%s: want %s, got %s", texts[i][0], texts[i][1],
               canonical(texts[i][0]));
}

static void test_a_number_ends_where_its_grammar_does(void **state) {
  static const char *const ends[][2] = {
      {"12,", ","}, {"1.5}", "}"}, {"1e5.5", ".5"}, {"0x1", "x1"}, {"1-", "-"}};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    const char *next = NULL;
    const char *text = ends[i][0];
    assert_int_equal(json_number_scan(text, text + strlen(text), &next), 0);
    assert_string_equal(next, ends[i][1]);
  }
}

/* A random decimal of up to 15 digits over the range of doubles. */
static void random_decimal(uint64_t *seed, char out[64]) {
  uint64_t digits = random_next(seed) % UINT64_C(1000000000000000);
  int shift = (int)(random_next(seed) % 15);
  int exponent = (int)(random_next(seed) % (shift < 5 ? 600u : 40u));
  for (; shift > 0; shift--)
    digits /= 10;
  exponent -= exponent < 40 && (digits & 1) ? 20 : 300;
  snprintf(out, 64, "%s%llue%d", random_next(seed) & 1 ? "-" : "",
           (unsigned long long)digits, exponent);
}

static void test_decimals_of_15_digits_survive(void **state) {
  uint64_t seed = 20130611;
  for (int i = 0; i < 20000; i++) {
    char text[64], again[JSON_NUMBER_SIZE];
    random_decimal(&seed, text);
    double value = strtod(text, NULL);
    if (value != 0 && (isinf(value) || fabs(value) < 2.23e-308))
      continue;
    struct json_decimal decimal = json_number_from_double(value);
    json_number_print(again, &decimal);
    assert_string_equal(again, canonical(text));
  }
}

/* Any double at all, with few digits or many. */
static double random_double(uint64_t *seed) {
  uint64_t bits = random_next(seed);
  double value = 0;
  if (bits % 3 == 0)
    return (double)(int64_t)(bits >> 30) / 1000;
  if (bits % 7 == 0)
    bits &= ~(UINT64_C(0x7FF) << 52); /* subnormal */
  memcpy(&value, &bits, sizeof value);
  return isfinite(value) ? value : 0.1;
}

static void test_every_double_is_read_back(void **state) {
  uint64_t seed = 11;
  for (int i = 0; i < 20000; i++) {
    char text[JSON_NUMBER_SIZE], shortest[40];
    double value = random_double(&seed);
    struct json_decimal decimal = json_number_from_double(value);
    size_t size = json_number_print(text, &decimal);
    assert_true(size < JSON_NUMBER_SIZE);
    if (strtod(text, NULL) != value || json_number_to_double(&decimal) != value)
      fail_msg("%.17g became %s", value, text);
    snprintf(shortest, sizeof shortest, "%.15g", value);
    if (strtod(shortest, NULL) == value)
      assert_true(decimal.digits < UINT64_C(1000000000000000));
  }
}

/* Whatever program wrote a double, its shortest text or 17 digits of it, the
 * number keeps its value, and the shortest is canonical as it is. */
static void test_texts_of_doubles_are_kept(void **state) {
  uint64_t seed = 1973;
  for (int i = 0; i < 20000; i++) {
    char text[40], shortest[JSON_NUMBER_SIZE];
    double value = random_double(&seed);
    struct json_decimal decimal = json_number_from_double(value);
    json_number_print(shortest, &decimal);
    assert_string_equal(canonical(shortest), shortest);
    snprintf(text, sizeof text, "%.17g", value);
    if (strtod(canonical(text), NULL) != value)
      fail_msg("%s became %s", text, canonical(text));
  }
}

static void test_halves_round_to_even(void **state) {
  static const struct json_decimal ties[] = {
      {UINT64_C(9007199254740993), 0, false},  /* 2^53 + 1: down */
      {UINT64_C(9007199254740995), 0, false},  /* 2^53 + 3: up */
      {UINT64_C(18014398509481990), 0, false}, /* 2^54 + 6: up to + 8 */
  };
  assert_true(json_number_to_double(&ties[0]) == 9007199254740992.0);
  assert_true(json_number_to_double(&ties[1]) == 9007199254740996.0);
  assert_true(json_number_to_double(&ties[2]) == 18014398509481992.0);
}

static void test_the_locale_does_not_matter(void **state) {
  char text[JSON_NUMBER_SIZE], printed[8];
  german_enter();
  snprintf(printed, sizeof printed, "%.1f", 0.5);
  struct json_decimal decimal = json_number_from_double(1.0 / 3);
  json_number_print(text, &decimal);
  double read = json_number_to_double(&decimal);
  german_leave();
  assert_string_equal(printed, "0,5");
  assert_string_equal(text, "0.3333333333333333");
  assert_true(read == 1.0 / 3);
}

static void test_integers_of_lua(void **state) {
  char text[JSON_NUMBER_SIZE];
  assert_int_equal(json_integer_print(text, INT64_MIN), 20);
  assert_string_equal(text, "-9223372036854775808");
  assert_int_equal(json_integer_print(text, INT64_MAX), 19);
  assert_string_equal(text, "9223372036854775807");
  json_integer_print(text, 0);
  assert_string_equal(text, "0");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_a_number_ends_where_its_grammar_does),
      cmocka_unit_test(test_decimals_of_15_digits_survive),
      cmocka_unit_test(test_every_double_is_read_back),
      cmocka_unit_test(test_texts_of_doubles_are_kept),
      cmocka_unit_test(test_halves_round_to_even),
      cmocka_unit_test(test_the_locale_does_not_matter),
      cmocka_unit_test(test_integers_of_lua),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/core/writing.c: numbers in words, whatever the locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "../plugin/german.h"
#include "calls.h"
#include "writing.h"

struct written {
  double number;
  char text[40];
};

static void put(struct call *call, void *data) {
  struct writing writing = {.call = call};
  struct written *written = data;

  writing_put_number(&writing, written->number);
  assert_true(writing_done(&writing).size < sizeof written->text);
  strcpy(written->text, writing_done(&writing).data);
}

static struct written write_number(double number) {
  static const struct program none;
  struct written written = {number, ""};
  struct test_call test;
  struct call *call = test_call_begin(&test, &none, 1 << 20, UINT64_MAX);

  assert_true(call_run(call, put, &written));
  test_call_end(&test);
  return written;
}

/* The first of %.15g to %.17g that reads back: scripts/base/digits.lua. */
static void print(double number, char *out, size_t size) {
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(out, size, "%.*g", digits, number);
    if (strtod(out, NULL) == number)
      return;
  }
}

static const double numbers[] = {0,
                                 1,
                                 -1,
                                 10,
                                 0.1,
                                 0.5,
                                 -2.5,
                                 33.3,
                                 100,
                                 1e5,
                                 123456,
                                 1e14,
                                 1e15,
                                 1e16,
                                 1e17,
                                 1e21,
                                 1e22,
                                 1e300,
                                 1e-4,
                                 1e-5,
                                 1e-7,
                                 1.5e-7,
                                 0.0001,
                                 0.00012,
                                 5e-324,
                                 1.7976931348623157e308,
                                 0.1 + 0.2,
                                 1.0 / 3,
                                 2.0 / 3,
                                 1e15 / 3,
                                 9007199254740991,
                                 9007199254740992,
                                 123456789012345680,
                                 4.35};

static void writing_put_number__is_that_of_lua(void **state) {
  char expected[40];

  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    print(numbers[i], expected, sizeof expected);
    assert_string_equal(write_number(numbers[i]).text, expected);
  }
}

/* Numbers of all sizes, the same in every run. */
static void writing_put_number__is_so_for_any_number(void **state) {
  uint64_t seed = 1;
  char expected[40];

  for (int i = 0; i < 20000; i++) {
    double number;
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    memcpy(&number, &seed, sizeof number);
    if (number - number != 0)
      continue;
    print(number, expected, sizeof expected);
    assert_string_equal(write_number(number).text, expected);
  }
}

static void writing_put_number__does_not_ask_the_locale(void **state) {
  german_enter();
  assert_string_equal(write_number(33.3).text, "33.3");
  assert_string_equal(write_number(-1.5e-7).text, "-1.5e-07");
  german_leave();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(writing_put_number__is_that_of_lua),
      cmocka_unit_test(writing_put_number__is_so_for_any_number),
      cmocka_unit_test(writing_put_number__does_not_ask_the_locale)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}

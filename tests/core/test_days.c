/* Tests of plugin/core/days.c against what scripts/base/dates.lua says of each day
 * of eight hundred years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "days.h"

/* What a loop over dates.to_civil and dates.add_months gives in Lua for the same
 * days: h = (h * 31 + value) % 2^32. */
enum {
  FIRST = -135140, /* 1600-01-01 */
  LAST = 157419,   /* 2400-12-31 */
  DAYS = 292560
};
#define SUM_OF_CIVIL 4253038327u
#define SUM_OF_MONTHS 2351514439u

static void days__are_those_of_lua_both_ways(void **state) {
  uint32_t sum = 0, count = 0;

  assert_int_equal(day_from_civil((struct civil){1600, 1, 1}), FIRST);
  assert_int_equal(day_from_civil((struct civil){2400, 12, 31}), LAST);
  for (int32_t day = FIRST; day <= LAST; day++, count++) {
    struct civil civil = day_to_civil(day);
    assert_int_equal(day_from_civil(civil), day);
    sum = sum * 31 +
          (uint32_t)(civil.year * 10000 + civil.month * 100 + civil.day);
  }
  assert_int_equal(count, DAYS);
  assert_true(sum == SUM_OF_CIVIL);
}

static void day_add_months__is_that_of_lua(void **state) {
  static const int64_t months[] = {-1201, -13, -1, 1, 12, 36, 600};
  uint32_t sum = 0;

  for (int32_t day = FIRST; day <= LAST; day++)
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++)
      sum = sum * 31 + (uint32_t)day_add_months(day, months[i]);
  assert_true(sum == SUM_OF_MONTHS);
}

static void day_add_months__stays_in_bounds(void **state) {
  assert_int_equal(day_add_months(0, INT64_MAX), INT32_MAX);
  assert_int_equal(day_add_months(0, INT64_MIN), INT32_MIN + 1);
  assert_int_equal(day_add_months(0, -900000000), INT32_MIN + 1);
  assert_int_equal(day_add_months(INT32_MAX, 999999999), INT32_MAX);
}

static void day_parse__knows_days_months_and_years(void **state) {
  int32_t first, last;

  assert_true(day_parse(SLICE("2012-02-29"), &first, &last));
  assert_int_equal(first, day_from_civil((struct civil){2012, 2, 29}));
  assert_int_equal(first, last);
  assert_true(day_parse(SLICE("1900-02"), &first, &last));
  assert_int_equal(first, day_from_civil((struct civil){1900, 2, 1}));
  assert_int_equal(last, day_from_civil((struct civil){1900, 2, 28}));
  assert_true(day_parse(SLICE("2199"), &first, &last));
  assert_int_equal(first, day_from_civil((struct civil){2199, 1, 1}));
  assert_int_equal(last, day_from_civil((struct civil){2199, 12, 31}));
}

static void day_parse__refuses_all_else(void **state) {
  static const char *const wrong[] = {
      "",           "201",        "1899",        "2200",       "2013-",
      "2013-13",    "2013-00",    "2013-1",      "2013/11",    "2013-11-31",
      "2013-02-29", "2013-11-00", "2013-11-3",   "2013-11/30", "2013-11-30 ",
      "-013-11-30", "2013-11-3x", "+2013-11-30", "2013-1a",    "20 3"};

  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    int32_t first = 7, last = 8;
    assert_false(day_parse(slice_of(wrong[i]), &first, &last));
    assert_int_equal(first, 7);
    assert_int_equal(last, 8);
  }
}

static void day_format__writes_any_day(void **state) {
  char text[DAY_SIZE];

  assert_int_equal(day_format(0, text), 10);
  assert_string_equal(text, "1970-01-01");
  day_format(day_from_civil((struct civil){987, 6, 5}), text);
  assert_string_equal(text, "0987-06-05");
  assert_true(day_format(INT32_MAX, text) < DAY_SIZE);
  assert_true(day_format(INT32_MIN, text) < DAY_SIZE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days__are_those_of_lua_both_ways),
      cmocka_unit_test(day_add_months__is_that_of_lua),
      cmocka_unit_test(day_add_months__stays_in_bounds),
      cmocka_unit_test(day_parse__knows_days_months_and_years),
      cmocka_unit_test(day_parse__refuses_all_else),
      cmocka_unit_test(day_format__writes_any_day),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/core/mask.c: each join is every pair out of two sets joined. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mask.h"

static int rank_of(uint8_t value) {
  switch (value) {
  case MASK_NA:
    return 1;
  case MASK_MET:
    return 2;
  case MASK_NOTE:
    return 3;
  case MASK_LAPSE:
    return 4;
  default:
    return 5;
  }
}

static uint8_t worse_of(uint8_t a, uint8_t b) {
  return rank_of(a) > rank_of(b) ? a : b;
}

static uint8_t better_of(uint8_t a, uint8_t b) {
  if (a == MASK_NA || b == MASK_NA)
    return a == MASK_NA ? b : a;
  return rank_of(a) < rank_of(b) ? a : b;
}

static uint8_t joined(uint8_t a, uint8_t b, uint8_t (*join)(uint8_t, uint8_t)) {
  uint8_t mask = 0;

  for (int i = 1; i < MASK_SETS; i *= 2)
    for (int k = 1; k < MASK_SETS; k *= 2)
      if ((a & i) && (b & k))
        mask |= join((uint8_t)i, (uint8_t)k);
  return mask;
}

static void masks__are_joined_pair_by_pair(void **state) {
  for (uint8_t a = 0; a < MASK_SETS; a++)
    for (uint8_t b = 0; b < MASK_SETS; b++) {
      assert_int_equal(mask_worst[a][b], joined(a, b, worse_of));
      assert_int_equal(mask_best[a][b], joined(a, b, better_of));
    }
}

static void mask_negate__turns_each_value(void **state) {
  assert_int_equal(mask_negate(0), 0);
  assert_int_equal(mask_negate(MASK_NA), MASK_NA);
  assert_int_equal(mask_negate(MASK_MET), MASK_LAPSE);
  assert_int_equal(mask_negate(MASK_NOTE), MASK_MET);
  assert_int_equal(mask_negate(MASK_LAPSE), MASK_MET);
  assert_int_equal(mask_negate(MASK_ABSENT), MASK_MET);
  for (uint8_t mask = 1; mask < MASK_SETS; mask++) {
    uint8_t first = mask & (uint8_t)-mask, rest = mask & (uint8_t)~first;
    assert_int_equal(mask_negate(mask), mask_negate(first) | mask_negate(rest));
  }
}

static void mask_soften__makes_each_shortfall_a_note(void **state) {
  assert_int_equal(mask_soften(MASK_NA | MASK_MET), MASK_NA | MASK_MET);
  assert_int_equal(mask_soften(MASK_LAPSE), MASK_NOTE);
  assert_int_equal(mask_soften(MASK_ABSENT | MASK_MET), MASK_NOTE | MASK_MET);
  assert_int_equal(mask_soften(MASK_NOTE), MASK_NOTE);
}

static void mask_is_single__holds_of_five_sets(void **state) {
  int count = 0;

  for (uint8_t mask = 0; mask < MASK_SETS; mask++)
    count += mask_is_single(mask);
  assert_int_equal(count, 5);
  assert_false(mask_is_single(0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(masks__are_joined_pair_by_pair),
      cmocka_unit_test(mask_negate__turns_each_value),
      cmocka_unit_test(mask_soften__makes_each_shortfall_a_note),
      cmocka_unit_test(mask_is_single__holds_of_five_sets),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

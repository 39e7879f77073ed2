/* Tests of plugin/core/arena.c and call.c: memory of a call, and the way out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdalign.h>
#include <stdlib.h>

#include "../plugin/alloc_fail.h"
#include "calls.h"

enum {
  PLENTY = 1 << 24
};

static void arena_alloc__gives_zeros_that_do_not_overlap(void **state) {
  static const size_t sizes[] = {1,     0,      7,     16,      100,
                                 20000, 200000, 70000, 3 << 20, 1};
  enum {
    COUNT = sizeof sizes / sizeof sizes[0]
  };
  struct arena arena = {.max = PLENTY};
  unsigned char *blocks[COUNT];

  for (size_t i = 0; i < COUNT; i++) {
    blocks[i] = arena_alloc(&arena, sizes[i]);
    assert_non_null(blocks[i]);
    assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
    for (size_t k = 0; k < sizes[i]; k++)
      assert_int_equal(blocks[i][k], 0);
    memset(blocks[i], (int)i + 1, sizes[i]);
  }
  for (size_t i = 0; i < COUNT; i++)
    for (size_t k = 0; k < sizes[i]; k++)
      assert_int_equal(blocks[i][k], i + 1);
  while (arena_free(&arena))
    continue;
  assert_int_equal(alloc_fail.live, 0);
}

static void arena_alloc__goes_on_in_the_chunk_after_a_great_one(void **state) {
  struct arena arena = {.max = PLENTY};
  char *before = arena_alloc(&arena, 16);

  assert_non_null(arena_alloc(&arena, 1 << 20));
  assert_ptr_equal(arena_alloc(&arena, 16), before + 16);
  while (arena_free(&arena))
    continue;
}

static void arena_alloc__takes_no_more_than_it_may(void **state) {
  struct arena arena = {.max = 1 << 20};
  size_t given = 0;

  while (arena_alloc(&arena, 1000))
    given += 1000;
  assert_true(given > 900 * 1000 / 2);
  assert_true(arena.used <= 1 << 20);
  assert_null(arena_alloc(&arena, SIZE_MAX));
  assert_null(arena_alloc(&arena, SIZE_MAX - 8));
  while (arena_free(&arena))
    continue;
  assert_int_equal(arena.used, 0);
  assert_non_null(arena_alloc(&arena, 1));
  while (arena_free(&arena))
    continue;
}

/* ---- calls --------------------------------------------------------------- */

static void take_much(struct call *call, void *data) {
  for (int i = 0; i < 2000; i++) {
    call_alloc(call, 100);
    (*(int *)data)++;
  }
}

static void call_run__ends_at_any_allocation_that_fails(void **state) {
  struct test_call test;
  size_t at = 0;
  bool done;

  do {
    int count = 0;
    struct call *call = test_call_begin(&test, NULL, PLENTY, 1000);
    alloc_fail_at(++at, false);
    done = call_run(call, take_much, &count);
    alloc_fail_never();
    assert_true(done == (count == 2000));
    assert_int_equal(test.budget.fatal, done ? FATAL_NONE : FATAL_MEMORY);
    assert_null(call->stop);
    test_call_end(&test);
    assert_int_equal(alloc_fail.live, 0);
  } while (!done);
  assert_true(at > 2);
}

static void charge_much(struct call *call, void *data) {
  for (;;) {
    call_charge(call, 7);
    (*(int *)data)++;
  }
}

static void call_run__ends_where_the_steps_do(void **state) {
  struct test_call test;
  struct call *call = test_call_begin(&test, NULL, PLENTY, 70);
  int count = 0;

  assert_false(call_run(call, charge_much, &count));
  assert_int_equal(count, 10);
  assert_int_equal(test.budget.fatal, FATAL_STEPS);
  test_call_end(&test);
}

static void ask_for_too_many(struct call *call, void *data) {
  call_alloc_many(call, SIZE_MAX / 8, 16);
  *(int *)data = 1;
}

static void call_alloc_many__does_not_wrap(void **state) {
  struct test_call test;
  struct call *call = test_call_begin(&test, NULL, PLENTY, 70);
  int came_back = 0;

  assert_false(call_run(call, ask_for_too_many, &came_back));
  assert_int_equal(came_back, 0);
  assert_int_equal(test.budget.fatal, FATAL_MEMORY);
  test_call_end(&test);
}

static void join(struct call *call, void *data) {
  struct slice parts[] = {SLICE("a"), {NULL, 0}, SLICE("bc")};

  *(struct slice *)data = call_join(call, parts, 3);
}

static void call_join__ends_with_a_nul(void **state) {
  struct test_call test;
  struct call *call = test_call_begin(&test, NULL, PLENTY, 70);
  struct slice joined;

  assert_true(call_run(call, join, &joined));
  assert_int_equal(joined.size, 3);
  assert_string_equal(joined.data, "abc");
  test_call_end(&test);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arena_alloc__gives_zeros_that_do_not_overlap),
      cmocka_unit_test(arena_alloc__goes_on_in_the_chunk_after_a_great_one),
      cmocka_unit_test(arena_alloc__takes_no_more_than_it_may),
      cmocka_unit_test(call_run__ends_at_any_allocation_that_fails),
      cmocka_unit_test(call_run__ends_where_the_steps_do),
      cmocka_unit_test(call_alloc_many__does_not_wrap),
      cmocka_unit_test(call_join__ends_with_a_nul),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

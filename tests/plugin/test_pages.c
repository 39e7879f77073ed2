/* Tests of plugin/pages.c; test_pages_elsewhere is the same on a system that has
 * none of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

enum {
  SIZE = 100000,
  LARGER = 3000000
};

static void check(const char *pages, size_t from, size_t to, int byte) {
  for (size_t i = from; i < to; i++)
    assert_int_equal(pages[i], byte);
}

static void pages_new__gives_zeros(void **state) {
  char *pages = pages_new(SIZE);

  assert_non_null(pages);
  check(pages, 0, SIZE, 0);
  memset(pages, 7, SIZE);
  pages_free(pages, SIZE);
  pages = pages_new(SIZE);
  check(pages, 0, SIZE, 0);
  pages_free(pages, SIZE);
}

static void pages_resize__keeps_what_is_there(void **state) {
  char *pages = pages_new(SIZE);

  memset(pages, 7, SIZE);
  pages = pages_resize(pages, SIZE, LARGER);
  assert_non_null(pages);
  check(pages, 0, SIZE, 7);
  memset(pages, 8, LARGER);
  pages = pages_resize(pages, LARGER, SIZE);
  assert_non_null(pages);
  check(pages, 0, SIZE, 8);
  pages_free(pages, SIZE);
}

static void pages__may_be_refused(void **state) {
  char *pages = pages_new(SIZE);

  assert_null(pages_new(SIZE_MAX / 2 - 100));
  memset(pages, 7, SIZE);
  assert_null(pages_resize(pages, SIZE, SIZE_MAX / 2 - 100));
  check(pages, 0, SIZE, 7);
  pages_free(pages, SIZE);
}

static void pages_serve__large_blocks_alone(void **state) {
  assert_false(pages_serve(SIZE - 1, SIZE));
#ifdef COP11_PLAIN_MALLOC
  assert_false(pages_serve(SIZE, SIZE));
#else
  assert_true(pages_serve(SIZE, SIZE));
#endif
}

/* ---- leaks, where the address sanitizer looks for them --------------------- */

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOOKS_FOR_LEAKS 1
#include <sanitizer/lsan_interface.h>
#endif
#endif

#ifdef LOOKS_FOR_LEAKS

static void **kept;
static uintptr_t hidden;

/* In functions of their own, so that no register keeps the address. */
static __attribute__((noinline)) void keep_block(void) {
  kept = pages_new(SIZE);
  kept[0] = malloc(SIZE);
}

static __attribute__((noinline)) void hide_pages(void) {
  hidden = ~(uintptr_t)pages_new(SIZE);
}

static void blocks_that_pages_point_to__are_no_leaks(void **state) {
  keep_block();
  assert_int_equal(__lsan_do_recoverable_leak_check(), 0);
  free(kept[0]);
  pages_free(kept, SIZE);
}

static void lost_pages__are_a_leak(void **state) {
  hide_pages();
  assert_int_not_equal(__lsan_do_recoverable_leak_check(), 0);
  pages_free((void *)~hidden, SIZE);
}

#endif

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pages_new__gives_zeros),
      cmocka_unit_test(pages_resize__keeps_what_is_there),
      cmocka_unit_test(pages__may_be_refused),
      cmocka_unit_test(pages_serve__large_blocks_alone),
#ifdef LOOKS_FOR_LEAKS
      cmocka_unit_test(blocks_that_pages_point_to__are_no_leaks),
      cmocka_unit_test(lost_pages__are_a_leak),
#endif
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/pages.c; test_pages_elsewhere is the same on a system that has
 * none of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pages_new__gives_zeros),
      cmocka_unit_test(pages_resize__keeps_what_is_there),
      cmocka_unit_test(pages__may_be_refused),
      cmocka_unit_test(pages_serve__large_blocks_alone),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

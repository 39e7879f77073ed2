/* Tests of plugin/pool.c.  What lies in the pool is never looked at, but for
 * freeing, so that empty workers will do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "pool.h"
#include "worker.h"

static struct worker *empty_worker(void) {
  struct worker *worker = calloc(1, sizeof *worker);

  assert_non_null(worker);
  return worker;
}

static void pool_take__gives_what_was_given(void **state) {
  struct pool *pool = pool_new(2);
  struct worker *worker = empty_worker();

  assert_null(pool_take(pool));
  pool_give(pool, worker);
  assert_ptr_equal(pool_take(pool), worker);
  assert_null(pool_take(pool));
  worker_free(worker);
  pool_free(pool);
}

/* What does not fit is freed; the sanitizers count. */
static void pool_give__keeps_no_more_than_its_size(void **state) {
  struct pool *pool = pool_new(2);

  for (int i = 0; i < 5; i++)
    pool_give(pool, empty_worker());
  worker_free(pool_take(pool));
  worker_free(pool_take(pool));
  assert_null(pool_take(pool));
  pool_give(pool, empty_worker());
  pool_free(pool);
}

static void pool_free__takes_null(void **state) {
  pool_free(NULL);
  worker_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pool_take__gives_what_was_given),
      cmocka_unit_test(pool_give__keeps_no_more_than_its_size),
      cmocka_unit_test(pool_free__takes_null),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

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

/* A worker of which the pool sees nothing but what it holds. */
static struct worker *worker_of(size_t held) {
  struct worker *worker = calloc(1, sizeof *worker);

  assert_non_null(worker);
  worker->cage = calloc(1, sizeof *worker->cage);
  assert_non_null(worker->cage);
  worker->cage->slab.held = held;
  return worker;
}

static struct worker *empty_worker(void) {
  return worker_of(0);
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

/* Of those that are idle, three of 1.5 MiB are more than 4 MiB. */
static void pool_give__gives_back_what_a_burst_took(void **state) {
  struct pool *pool = pool_new(4);
  size_t large = (size_t)3 << 19;

  for (int i = 0; i < 3; i++)
    pool_give(pool, worker_of(large));
  worker_free(pool_take(pool));
  pool_give(pool, worker_of(large)); /* what was taken is idle no more */
  worker_free(pool_take(pool));
  worker_free(pool_take(pool));
  assert_null(pool_take(pool));
  pool_free(pool);
}

static void pool_give__keeps_one_of_any_size(void **state) {
  struct pool *pool = pool_new(4);
  struct worker *first;

  pool_give(pool, worker_of((size_t)100 << 20));
  pool_give(pool, worker_of(1));
  first = pool_take(pool);
  assert_int_equal(worker_held(first), (size_t)100 << 20);
  assert_null(pool_take(pool));
  worker_free(first);
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
      cmocka_unit_test(pool_give__gives_back_what_a_burst_took),
      cmocka_unit_test(pool_give__keeps_one_of_any_size),
      cmocka_unit_test(pool_free__takes_null),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

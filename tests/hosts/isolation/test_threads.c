/* One engine with its own rules, shared by threads, and beside threads with
 * little stack. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>

#include "guest.h"
#include "small_stack.h"

enum {
  THREADS = 8,
  CALLS = 5,
  SMALL_STACK = 64 * 1024,
  FILLED = 24 * 1024
};

static cop11_engine *shared;

/* ---- threads --------------------------------------------------------------- */

static void *call_often(void *argument) {
  atomic_int *good = argument;

  for (int i = 0; i < CALLS; i++)
    *good += guest_same_report(shared, NULL);
  return NULL;
}

static void *use_all(void *argument) {
  *(bool *)argument = guest_use_all();
  return NULL;
}

/* Half of them have engines of their own. */
static void threads__get_the_same_report(void **state) {
  pthread_t threads[THREADS];
  bool alone[THREADS] = {false};
  atomic_int good = 0;

  for (int i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL,
                                    i % 2 ? call_often : use_all,
                                    i % 2 ? (void *)&good : &alone[i]),
                     0);
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  assert_int_equal(good, THREADS / 2 * CALLS);
  for (int i = 0; i < THREADS; i += 2)
    assert_true(alone[i]);
}

/* ---- stacks ---------------------------------------------------------------- */

static pthread_barrier_t barrier;

/* Keeps a pattern on its stack while others are in calls. */
static void *hold_pattern(void *argument) {
  volatile char pattern[FILLED];
  bool whole = true;

  for (size_t i = 0; i < sizeof pattern; i++)
    pattern[i] = (char)(i * 7);
  pthread_barrier_wait(&barrier);
  pthread_barrier_wait(&barrier);
  for (size_t i = 0; i < sizeof pattern; i++)
    whole &= pattern[i] == (char)(i * 7);
  *(bool *)argument = whole;
  return NULL;
}

static void start_holders(pthread_t *threads, bool *whole) {
  pthread_attr_t attributes;

  pthread_attr_init(&attributes);
  assert_int_equal(pthread_attr_setstacksize(&attributes, SMALL_STACK), 0);
  for (int i = 0; i < THREADS; i++)
    assert_int_equal(
        pthread_create(&threads[i], &attributes, hold_pattern, &whole[i]), 0);
  pthread_attr_destroy(&attributes);
}

/* Nothing of ours is in a thread that does not call us: the library has no
 * thread-local storage that would eat into its stack. */
static void threads__may_have_little_stack_beside_ours(void **state) {
  pthread_t threads[THREADS];
  bool whole[THREADS] = {false}, good = false;

  pthread_barrier_init(&barrier, NULL, THREADS + 1);
  start_holders(threads, whole);
  pthread_barrier_wait(&barrier);
  run_on_small_stack(use_all, &good);
  pthread_barrier_wait(&barrier);
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    assert_true(whole[i]);
  }
  pthread_barrier_destroy(&barrier);
  assert_true(good);
}

static int prepare(void **state) {
  int failed = guest_prepare(state);

  shared = guest_engine();
  return failed;
}

static int finish(void **state) {
  cop11_engine_close(shared);
  return guest_finish(state);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(threads__get_the_same_report),
      cmocka_unit_test(threads__may_have_little_stack_beside_ours),
  };

  return cmocka_run_group_tests(tests, prepare, finish);
}

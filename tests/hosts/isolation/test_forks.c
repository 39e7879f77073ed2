/* One engine with its own rules, in calls while the process forks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>

#include "guest.h"

enum {
  THREADS = 2,
  FORKS = 10
};

static cop11_engine *shared;

static atomic_bool stop;

static void *call_until_stopped(void *argument) {
  bool *good = argument;

  do
    *good = guest_same_report(shared, NULL);
  while (*good && !stop);
  return NULL;
}

/* What the other threads held at that moment nobody will ever give back. */
static bool use_in_child(void) {
  bool good = guest_same_report(shared, NULL) && guest_use_all();

  cop11_engine_close(shared);
  return good;
}

static void forks__may_come_while_threads_are_in_calls(void **state) {
  pthread_t threads[THREADS];
  bool good[THREADS];

  stop = false;
  for (int i = 0; i < THREADS; i++)
    assert_int_equal(
        pthread_create(&threads[i], NULL, call_until_stopped, &good[i]), 0);
  for (int i = 0; i < FORKS; i++)
    guest_in_child(use_in_child);
  stop = true;
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    assert_true(good[i]);
  }
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
      cmocka_unit_test(forks__may_come_while_threads_are_in_calls),
  };

  return cmocka_run_group_tests(tests, prepare, finish);
}

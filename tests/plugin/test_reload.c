/* A host that swaps packs under load, as plugin/README.md shows: no call is
 * lost, each is answered by one pack whole, and every engine is closed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "stub_runtime.h"

enum {
  THREADS = 4,
  SWAPS = 60
};

/* ---- the host ------------------------------------------------------------- */

struct rules {
  cop11_engine *engine;
  const char *name; /* of its pack */
  int users;        /* calls under way, and one while it is current */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t called = PTHREAD_COND_INITIALIZER;
static struct rules *current;
static int calls, failures, engines;
static int ended;

static struct rules *rules_take(void) {
  struct rules *rules;

  pthread_mutex_lock(&lock);
  rules = current;
  rules->users++;
  pthread_mutex_unlock(&lock);
  return rules;
}

static void rules_give(struct rules *rules) {
  int users;

  pthread_mutex_lock(&lock);
  users = --rules->users;
  engines -= users == 0;
  pthread_mutex_unlock(&lock);
  if (users > 0)
    return;
  cop11_engine_close(rules->engine);
  free(rules);
}

static void rules_swap(struct rules *rules) {
  struct rules *old;

  pthread_mutex_lock(&lock);
  old = current;
  current = rules;
  engines += rules != NULL;
  pthread_mutex_unlock(&lock);
  if (old)
    rules_give(old);
}

/* NULL where the pack does not open: then the rules in use stay in use. */
static struct rules *rules_open(const char *name, const char *text) {
  cop11_options options = {.struct_size = sizeof options};
  struct rules *rules = calloc(1, sizeof *rules);
  cop11_pack *pack = NULL;

  assert_non_null(rules);
  assert_int_equal(cop11_pack_new(name, &pack, NULL), COP11_OK);
  assert_int_equal(cop11_pack_add(pack, "a.lua", text, strlen(text), NULL),
                   COP11_OK);
  options.pack = pack;
  rules->name = name;
  rules->users = 1;
  if (cop11_engine_open(&options, NULL, &rules->engine, NULL) != COP11_OK) {
    free(rules);
    rules = NULL;
  }
  cop11_pack_free(pack);
  return rules;
}

/* ---- its load -------------------------------------------------------------- */

static int holds(cop11_status status, cop11_text *text, const char *start) {
  int good = status == COP11_OK &&
             strncmp(cop11_text_data(text), start, strlen(start)) == 0;

  cop11_text_free(text);
  return good;
}

/* Asks the engine for work, and for its pack, which the caller expects. */
static int call_twice(const struct rules *rules) {
  cop11_text *text = NULL;
  cop11_status status =
      cop11_evaluate(rules->engine, "work 1000", 9, NULL, &text, NULL);
  int good = holds(status, text, "worked");

  text = NULL;
  status = cop11_describe(rules->engine, "pack", NULL, &text, NULL);
  return holds(status, text, rules->name) && good;
}

static void *call_often(void *unused) {
  int more;

  do {
    struct rules *rules = rules_take();
    int good = call_twice(rules);
    rules_give(rules);
    pthread_mutex_lock(&lock);
    calls++;
    failures += !good;
    more = !ended;
    pthread_cond_signal(&called);
    pthread_mutex_unlock(&lock);
  } while (more);
  return NULL;
}

/* Until as many calls more were answered as there are threads. */
static void await_calls(void) {
  int wanted;

  pthread_mutex_lock(&lock);
  for (wanted = calls + THREADS; calls < wanted;)
    pthread_cond_wait(&called, &lock);
  pthread_mutex_unlock(&lock);
}

static void end_calls(void) {
  pthread_mutex_lock(&lock);
  ended = 1;
  pthread_mutex_unlock(&lock);
}

/* ---- the test --------------------------------------------------------------- */

static void reload__loses_no_call(void **state) {
  static const char *const names[] = {"old", "new"};
  pthread_t threads[THREADS];

  rules_swap(rules_open("old", "-- rules"));
  for (int i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, call_often, NULL), 0);
  for (int i = 1; i <= SWAPS; i++) {
    rules_swap(rules_open(names[i % 2], "-- rules"));
    await_calls();
  }
  assert_null(rules_open("broken", "PACK"));
  await_calls();
  end_calls();
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  assert_true(calls > SWAPS * THREADS);
  assert_int_equal(failures, 0);
  assert_int_equal(engines, 1);
  rules_swap(NULL);
  assert_int_equal(engines, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reload__loses_no_call),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

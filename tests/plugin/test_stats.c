/* Tests of cop11_engine_stats, with the stand-in runtime.
 *
 * The clock is ours (LINKER:--wrap=clock_gettime): each look at it takes one
 * millisecond, and a call without a time limit looks twice. */
#include "engine_calls.h"

#include <pthread.h>
#include <time.h>

enum {
  LOOK_NS = 1000000,
  THREADS = 8,
  TIMES = 40
};

static _Thread_local int64_t looks;

int __wrap_clock_gettime(clockid_t clock, struct timespec *now);

int __wrap_clock_gettime(clockid_t clock, struct timespec *now) {
  int64_t ns = ++looks * LOOK_NS;

  now->tv_sec = ns / 1000000000;
  now->tv_nsec = ns % 1000000000;
  return 0;
}

static cop11_stats stats_of(const cop11_engine *engine) {
  cop11_stats stats = {.struct_size = sizeof stats};

  assert_int_equal(cop11_engine_stats(engine, &stats, &err), COP11_OK);
  assert_int_equal(stats.struct_size, sizeof stats);
  return stats;
}

static void stats__begin_at_nothing(void **state) {
  cop11_engine *engine = open_with(NULL);
  cop11_stats stats = stats_of(engine);

  assert_int_equal(stats.calls, 0);
  assert_int_equal(stats.errors, 0);
  assert_int_equal(stats.time_ns, 0);
  assert_int_equal(stats.most_steps, 0);
  assert_int_equal(stats.most_memory, 0);
  assert_int_equal(stats.states, 1); /* the one that opened the rules */
  cop11_engine_close(engine);
}

static void stats__count_calls_and_errors(void **state) {
  cop11_engine *engine = open_with(NULL);
  cop11_text *out = NULL;
  cop11_stats stats;

  (void)result_of(engine, "echo a");
  (void)result_of(engine, "echo b");
  assert_fails(engine, "problem json", NULL, COP11_E_JSON, "about json");
  assert_int_equal(cop11_describe(engine, NULL, NULL, &out, NULL),
                   COP11_E_ARGUMENT); /* refused before it began */
  assert_int_equal(stats_of(engine).states, 1);
  assert_fails(engine, "raise", NULL, COP11_E_INTERNAL, "raised");
  stats = stats_of(engine);
  assert_int_equal(stats.calls, 4);
  assert_int_equal(stats.errors, 2);
  assert_int_equal(stats.time_ns, 4 * LOOK_NS);
  assert_int_equal(stats.states, 0); /* what raised is not used again */
  cop11_engine_close(engine);
}

static void stats__keep_the_most_steps(void **state) {
  const cop11_options options = {.struct_size = sizeof options,
                                 .max_steps = 1000000};
  cop11_engine *engine = open_with(&options);
  uint64_t most;

  (void)result_of(engine, "work 300000");
  most = stats_of(engine).most_steps;
  assert_in_range(most, 300000, 400000);
  (void)result_of(engine, "work 10");
  assert_int_equal(stats_of(engine).most_steps, most);
  assert_fails(engine, "work 2000000", NULL, COP11_E_LIMIT, "max_steps");
  assert_int_equal(stats_of(engine).most_steps, 1000000);
  cop11_engine_close(engine);
}

static void stats__keep_the_most_memory(void **state) {
  const cop11_options options = {.struct_size = sizeof options,
                                 .max_memory = 32u << 20};
  cop11_engine *engine = open_with(&options);
  uint64_t most;

  (void)result_of(engine, "echo a");
  assert_in_range(stats_of(engine).most_memory, 10000, 3000000);
  (void)result_of(engine, "large 5000000");
  most = stats_of(engine).most_memory;
  assert_in_range(most, 5000000, 32u << 20);
  (void)result_of(engine, "echo a");
  assert_int_equal(stats_of(engine).most_memory, most);
  cop11_engine_close(engine);
}

/* ---- states alive ---------------------------------------------------------- */

struct watched {
  cop11_engine *engine;
  uint32_t states;
};

static int32_t watch(void *data) {
  struct watched *watched = data;

  watched->states = stats_of(watched->engine).states;
  return 0;
}

static void stats__count_the_state_of_a_call(void **state) {
  struct watched watched = {.engine = open_with(NULL)};
  const cop11_call call = {
      .struct_size = sizeof call, .cancel = watch, .cancel_data = &watched};
  cop11_text *out = NULL;

  assert_int_equal(try(watched.engine, "work 10000", &call, &out), COP11_OK);
  cop11_text_free(out);
  assert_int_equal(watched.states, 1); /* in use, and no other idle */
  assert_int_equal(stats_of(watched.engine).states, 1);
  cop11_engine_close(watched.engine);
}

static void *call_often(void *engine) {
  for (int i = 0; i < TIMES; i++) {
    const char *text = i % 4 == 0 ? "problem json" : "echo a";
    cop11_text *out = NULL;
    (void)cop11_evaluate(engine, text, strlen(text), NULL, &out, NULL);
    cop11_text_free(out);
  }
  return NULL;
}

static void stats__add_up_over_threads(void **state) {
  const cop11_options options = {.struct_size = sizeof options, .max_idle = 2};
  cop11_engine *engine = open_with(&options);
  pthread_t threads[THREADS];
  cop11_stats stats;

  for (int i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, call_often, engine), 0);
  assert_in_range(stats_of(engine).states, 0, 2 + THREADS);
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  stats = stats_of(engine);
  assert_int_equal(stats.calls, THREADS * TIMES);
  assert_int_equal(stats.errors, THREADS * TIMES / 4);
  assert_int_equal(stats.time_ns, (uint64_t)THREADS * TIMES * LOOK_NS);
  assert_in_range(stats.states, 1, 2);
  cop11_engine_close(engine);
}

/* ---- the struct ------------------------------------------------------------- */

static void stats__know_structs_by_size(void **state) {
  cop11_engine *engine = open_with(NULL);
  struct {
    cop11_stats stats;
    char later[8];
  } larger;

  (void)result_of(engine, "echo a");
  memset(&larger, 7, sizeof larger);
  larger.stats.struct_size = sizeof larger;
  assert_int_equal(cop11_engine_stats(engine, &larger.stats, &err), COP11_OK);
  assert_int_equal(larger.stats.struct_size, sizeof larger);
  assert_int_equal(larger.stats.calls, 1);
  assert_memory_equal(larger.later, "\0\0\0\0\0\0\0", 8);
  cop11_engine_close(engine);
}

static void stats__refuse_other_sizes_and_null(void **state) {
  static const uint32_t sizes[] = {0, 40, sizeof(cop11_stats) - 1, 4097};
  cop11_engine *engine = open_with(NULL);

  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    cop11_stats stats = {.struct_size = sizes[i], .calls = 77};
    assert_int_equal(cop11_engine_stats(engine, &stats, &err),
                     COP11_E_ARGUMENT);
    assert_non_null(strstr(err.message, "cop11_stats.struct_size"));
    assert_int_equal(stats.calls, 77);
  }
  assert_int_equal(cop11_engine_stats(engine, NULL, &err), COP11_E_ARGUMENT);
  assert_int_equal(cop11_engine_stats(NULL, NULL, &err), COP11_E_ARGUMENT);
  cop11_engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(stats__begin_at_nothing),
      cmocka_unit_test(stats__count_calls_and_errors),
      cmocka_unit_test(stats__keep_the_most_steps),
      cmocka_unit_test(stats__keep_the_most_memory),
      cmocka_unit_test(stats__count_the_state_of_a_call),
      cmocka_unit_test(stats__add_up_over_threads),
      cmocka_unit_test(stats__know_structs_by_size),
      cmocka_unit_test(stats__refuse_other_sizes_and_null),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

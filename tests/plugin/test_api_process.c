/* Tests of plugin/api.c, with the stand-in runtime: what cop11.h promises about
 * the host's process and threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cop11.h"
#include "german.h"
#include "small_stack.h"
#include "stub_runtime.h"

/* Good and bad calls, through nearly all there is. */
static void use_everything(cop11_engine *engine) {
  static const char *const deeds[] = {"calls",        "number",        "raise",
                                      "problem json", "garbage 10000", "loop"};
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;

  for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
    cop11_evaluate(engine, deeds[i], strlen(deeds[i]), NULL, &out, &err);
    cop11_text_free(out);
  }
  cop11_lint(NULL, NULL, &out, &err);
  cop11_text_free(out);
  cop11_describe(engine, "pack", NULL, &out, &err);
  cop11_text_free(out);
}

static cop11_engine *open_small(void) {
  cop11_options options = {.struct_size = sizeof options, .max_steps = 100000};
  cop11_engine *engine = NULL;

  assert_int_equal(cop11_engine_open(&options, NULL, &engine, NULL), COP11_OK);
  return engine;
}

/* What trap T45 asks to compare. */
struct surroundings {
  void (*handlers[65])(int);
  int flags[65];
  int masked[65];
  mode_t umask_bits;
  char folder[1000];
  char locale_name[100];
  locale_t thread_locale;
};

static void look_around(struct surroundings *seen) {
  struct sigaction action;
  sigset_t mask;

  memset(seen, 0, sizeof *seen);
  pthread_sigmask(SIG_SETMASK, NULL, &mask);
  for (int i = 1; i < 65; i++) {
    if (sigaction(i, NULL, &action) != 0)
      continue;
    seen->handlers[i] = action.sa_handler;
    seen->flags[i] = action.sa_flags;
    seen->masked[i] = sigismember(&mask, i);
  }
  seen->umask_bits = umask(022);
  umask(seen->umask_bits);
  assert_non_null(getcwd(seen->folder, sizeof seen->folder));
  snprintf(seen->locale_name, sizeof seen->locale_name, "%s",
           setlocale(LC_ALL, NULL));
  seen->thread_locale = uselocale((locale_t)0);
}

static void api__leaves_the_process_as_it_was(void **state) {
  struct surroundings before, after;
  cop11_engine *engine;

  look_around(&before);
  errno = 1234;
  engine = open_small();
  use_everything(engine);
  cop11_engine_close(engine);
  assert_int_equal(errno, 1234);
  look_around(&after);
  assert_memory_equal(&before, &after, sizeof before);
}

/* Trap T44: on standard output and error, nothing. */
static void api__prints_nothing(void **state) {
  int ends[2], saved_out = dup(1), saved_err = dup(2);
  cop11_engine *engine;
  char byte;

  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  dup2(ends[1], 1);
  dup2(ends[1], 2);
  engine = open_small();
  use_everything(engine);
  cop11_engine_close(engine);
  fflush(NULL);
  dup2(saved_out, 1);
  dup2(saved_err, 2);
  close(saved_out);
  close(saved_err);
  close(ends[1]);
  assert_int_equal(read(ends[0], &byte, 1), 0);
  close(ends[0]);
}

/* Trap T39.  A comma for the decimal point. */
static int32_t see_comma(void *data) {
  char number[10];

  snprintf(number, sizeof number, "%.1f", 1.5);
  assert_string_equal(number, "1,5");
  *(int *)data += 1;
  return 0;
}

static void api__does_not_depend_on_the_locale(void **state) {
  int asked = 0;
  cop11_call call = {
      .struct_size = sizeof call, .cancel = see_comma, .cancel_data = &asked};
  cop11_engine *engine;
  cop11_text *out = NULL;
  char number[10];

  german_enter();
  engine = open_small();
  assert_int_equal(cop11_evaluate(engine, "number", 6, &call, &out, NULL),
                   COP11_OK);
  assert_string_equal(cop11_text_data(out), "1.5=1.5 nil");
  assert_int_equal(asked, 2); /* before the work and after it */
  snprintf(number, sizeof number, "%.1f", 1.5);
  assert_string_equal(number, "1,5");
  cop11_text_free(out);
  cop11_engine_close(engine);
  german_leave();
}

/* ---- threads --------------------------------------------------------------- */

enum {
  THREADS = 8,
  CALLS = 200
};

static void *call_often(void *argument) {
  cop11_engine *engine = argument;
  size_t good = 0;

  for (int i = 0; i < CALLS; i++) {
    const char *deed = i % 20 == 7 ? "raise" : "echo same for all";
    cop11_error err = {.struct_size = sizeof err};
    cop11_text *out = NULL;
    cop11_evaluate(engine, deed, strlen(deed), NULL, &out, &err);
    if (strcmp(cop11_text_data(out), "same for all") == 0 ||
        err.status == COP11_E_INTERNAL)
      good++;
    cop11_text_free(out);
  }
  return (void *)good;
}

/* Trap T47; told apart by the thread sanitizer. */
static void api__serves_many_threads_at_once(void **state) {
  cop11_options options = {.struct_size = sizeof options, .max_idle = 3};
  cop11_engine *engine = NULL;
  pthread_t threads[THREADS];
  void *good;

  assert_int_equal(cop11_engine_open(&options, NULL, &engine, NULL), COP11_OK);
  for (int i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, call_often, engine), 0);
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], &good);
    assert_int_equal((size_t)good, CALLS);
  }
  cop11_engine_close(engine);
}

static void *use_in_thread(void *argument) {
  cop11_engine *engine = open_small();

  use_everything(engine);
  cop11_engine_close(engine);
  return NULL;
}

/* Trap T10: what cop11.h says a thread needs. */
static void api__needs_little_stack(void **state) {
  run_on_small_stack(use_in_thread, NULL);
}

static void api__works_in_a_forked_child(void **state) {
  cop11_engine *engine = open_small();
  cop11_text *out = NULL;
  int status = 1;
  pid_t child = fork();

  assert_true(child >= 0);
  if (child == 0) {
    cop11_status result =
        cop11_evaluate(engine, "echo child", 10, NULL, &out, NULL);
    bool good =
        result == COP11_OK && strcmp(cop11_text_data(out), "child") == 0;
    cop11_text_free(out);
    cop11_engine_close(engine);
    _exit(good ? 0 : 1);
  }
  cop11_engine_close(engine);
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(api__leaves_the_process_as_it_was),
      cmocka_unit_test(api__prints_nothing),
      cmocka_unit_test(api__does_not_depend_on_the_locale),
      cmocka_unit_test(api__serves_many_threads_at_once),
      cmocka_unit_test(api__needs_little_stack),
      cmocka_unit_test(api__works_in_a_forked_child),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

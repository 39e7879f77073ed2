/* Tests of plugin/engine.c with the stand-in runtime: what ends a call, and what
 * a host's callbacks may do. */
#include <limits.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>

#include "engine_calls.h"

/* ---- limits --------------------------------------------------------------- */

static void engine_do__gives_each_call_its_steps(void **state) {
  cop11_options options = {.struct_size = sizeof options, .max_steps = 100000};
  cop11_engine *engine = open_with(&options);

  for (int i = 0; i < 5; i++)
    assert_string_equal(result_of(engine, "work 99000"), "worked");
  assert_fails(engine, "work 100001", NULL, COP11_E_LIMIT,
               "max_steps (100000)");
  assert_fails(engine, "loop", NULL, COP11_E_LIMIT, "max_steps");
  assert_string_equal(result_of(engine, "work 99000"), "worked");
  cop11_engine_close(engine);
}

static void engine_do__bounds_memory(void **state) {
  cop11_options options = {.struct_size = sizeof options,
                           .max_memory = 4u << 20};
  cop11_engine *engine = open_with(&options);

  assert_fails(engine, "eat", NULL, COP11_E_MEMORY, "max_memory (4194304");
  assert_string_equal(result_of(engine, "garbage 1000000"), "kept 1000000");
  cop11_engine_close(engine);
}

static void engine_do__bounds_texts(void **state) {
  cop11_options options = {
      .struct_size = sizeof options, .max_dossier = 20, .max_report = 10};
  cop11_engine *engine = open_with(&options);
  cop11_text *out = NULL;

  assert_string_equal(result_of(engine, "echo 1234567890"), "1234567890");
  assert_fails(engine, "echo 12345678901", NULL, COP11_E_LIMIT,
               "The report has 11 bytes, but max_report allows 10");
  assert_fails(engine, "echo 1234567890123456", NULL, COP11_E_LIMIT,
               "The text has 21 bytes, but max_dossier allows 20");
  assert_int_equal(cop11_evaluate(engine, "", SIZE_MAX, NULL, &out, &err),
                   COP11_E_LIMIT);
  assert_int_equal(
      cop11_evaluate(engine, "", (size_t)INT32_MAX + 1, NULL, &out, &err),
      COP11_E_LIMIT);
  assert_string_equal(result_of(engine, "calls"), "3");
  cop11_engine_close(engine);
}

static void engine_do__keeps_to_the_time_limit(void **state) {
  cop11_options options = {.struct_size = sizeof options,
                           .max_steps = (uint64_t)1 << 53};
  cop11_call call = {.struct_size = sizeof call, .time_limit_ms = 5};
  cop11_engine *engine = open_with(&options);

  assert_fails(engine, "loop", &call, COP11_E_LIMIT, "time_limit_ms (5)");
  cop11_engine_close(engine);
}

struct host {
  cop11_engine *engine;
  int asked;
  int until;
  char kept[200];
};

static int32_t cancel(void *data) {
  struct host *host = data;

  host->asked++;
  return host->asked > host->until;
}

static void engine_do__can_be_cancelled(void **state) {
  struct host host = {.until = 3};
  cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = &host};
  cop11_engine *engine = open_with(NULL);

  assert_fails(engine, "loop", &call, COP11_E_CANCELLED, "cancel");
  assert_int_equal(host.asked, 4);
  host.asked = 3; /* says stop at once: even the shortest call ends */
  assert_fails(engine, "calls", &call, COP11_E_CANCELLED, "cancel");
  assert_string_equal(result_of(engine, "calls"), "1");
  cop11_engine_close(engine);
}

/* The last question comes when the work is done: what was asked too late is
 * not handed over. */
static void engine_do__asks_before_it_returns(void **state) {
  struct host host = {.until = 1};
  cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = &host};
  cop11_engine *engine = open_with(NULL);

  assert_fails(engine, "echo done", &call, COP11_E_CANCELLED, "cancel");
  assert_int_equal(host.asked, 2);
  assert_string_equal(result_of(engine, "calls"), "2"); /* the same state */
  cop11_engine_close(engine); /* frees it, and asks nobody */
  assert_int_equal(host.asked, 2);
}

/* Trap T43: a callback may call the library, on the same engine too. */
static int32_t call_back(void *data) {
  struct host *host = data;

  host->asked++;
  if (host->asked == 2)
    snprintf(host->kept, sizeof host->kept, "%s",
             result_of(host->engine, "echo from inside"));
  return host->asked > 2;
}

static void engine_do__may_be_called_from_cancel(void **state) {
  struct host host = {.engine = open_with(NULL)};
  cop11_call call = {
      .struct_size = sizeof call, .cancel = call_back, .cancel_data = &host};

  assert_fails(host.engine, "loop", &call, COP11_E_CANCELLED, "");
  assert_string_equal(host.kept, "from inside");
  cop11_engine_close(host.engine);
}

/* ---- log ------------------------------------------------------------------ */

static void keep_log(void *data, int32_t level, const char *text, size_t size) {
  struct host *host = data;
  size_t used = strlen(host->kept);

  assert_int_equal(text[size], '\0');
  snprintf(host->kept + used, sizeof host->kept - used, "%d:%s;", (int)level,
           text);
  host->asked++;
  if (host->engine && host->asked < 5)
    result_of(host->engine, "log inner");
}

static void engine_do__logs_in_order(void **state) {
  struct host host = {.asked = 0};
  cop11_options options = {
      .struct_size = sizeof options, .log = keep_log, .log_data = &host};
  cop11_engine *engine = open_with(&options);

  assert_string_equal(host.kept, "2:opened cop11-2013;");
  host.kept[0] = '\0';
  result_of(engine, "log one two three");
  assert_string_equal(host.kept, "2:one;2:two;2:three;");
  host.kept[0] = '\0';
  assert_fails(engine, "log_raise", NULL, COP11_E_INTERNAL, "raised");
  assert_string_equal(host.kept, "1:a;"); /* and a NUL and b */
  host.kept[0] = '\0';
  result_of(engine, "log again"); /* a new state: not opened aloud */
  assert_string_equal(host.kept, "2:again;");
  cop11_engine_close(engine);
}

static void engine_do__may_be_called_from_log(void **state) {
  struct host host = {.asked = 0};
  cop11_options options = {
      .struct_size = sizeof options, .log = keep_log, .log_data = &host};
  cop11_engine *engine = open_with(&options);

  memset(&host, 0, sizeof host);
  host.engine = engine;
  result_of(engine, "log one two");
  assert_string_equal(host.kept, "2:one;2:inner;2:inner;2:inner;2:inner;"
                                 "2:two;");
  cop11_engine_close(engine);
}

/* Bytes that the process holds; 0 where a sanitizer counts leaks itself. */
static size_t held(void) {
  struct mallinfo2 info = mallinfo2();

  return info.uordblks + info.hblkhd;
}

/* Cancelled when its result was there already. */
static void engine_do__keeps_nothing_of_a_cancelled_call(void **state) {
  enum {
    RESULT = 4000000
  };
  struct host host = {.until = INT_MAX};
  cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = &host};
  cop11_engine *engine = open_with(NULL);
  char text[64];
  cop11_text *out = NULL;
  int questions;
  size_t before;

  snprintf(text, sizeof text, "large_after_garbage %d", RESULT);
  assert_int_equal(try(engine, text, &call, &out), COP11_OK);
  cop11_text_free(out);
  questions = host.asked;
  before = held();
  for (int until = 0; until < questions; until++) {
    host = (struct host){.until = until};
    assert_fails(engine, text, &call, COP11_E_CANCELLED, "cancel");
  }
  assert_true(held() < before + RESULT);
  cop11_engine_close(engine);
}

/* 256 KiB at a time where the result is copied out of Lua, and as often where Lua
 * makes it. */
static void engine_do__asks_while_a_text_is_copied(void **state) {
  struct host host = {.until = INT_MAX};
  const cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = &host};
  cop11_engine *engine = open_with(NULL);
  cop11_text *out = NULL;

  assert_int_equal(try(engine, "large 16777216", &call, &out), COP11_OK);
  assert_in_range(host.asked, 2 * 64, 2 * 64 + 20);
  cop11_text_free(out);
  cop11_engine_close(engine);
}

/* The log is delivered when the work is done. */
struct after_log {
  bool logged;
  int asked, cancel_at;
};

static void note_log(void *data, int32_t level, const char *text, size_t size) {
  ((struct after_log *)data)->logged = true;
}

static int32_t ask_after_log(void *data) {
  struct after_log *after = data;

  return after->logged && ++after->asked == after->cancel_at;
}

/* A piece of 8 MiB at once: more than the 2000 units between two questions. */
static void engine_do__asks_while_memory_is_given_back(void **state) {
  struct after_log after = {.cancel_at = 0};
  cop11_options options = {
      .struct_size = sizeof options, .log = note_log, .log_data = &after};
  cop11_call call = {.struct_size = sizeof call,
                     .cancel = ask_after_log,
                     .cancel_data = &after};
  cop11_engine *engine = open_with(&options);
  cop11_text *out = NULL;
  int count;

  after = (struct after_log){.cancel_at = 0};
  assert_int_equal(try(engine, "log_and_keep 100000000", &call, &out),
                   COP11_OK);
  cop11_text_free(out);
  count = after.asked;
  assert_in_range(count, 10, 40);
  for (int at = 1; at <= count; at += count - 1) {
    after = (struct after_log){.cancel_at = at};
    assert_fails(engine, "log_and_keep 100000000", &call, COP11_E_CANCELLED,
                 "cancel");
    assert_int_equal(after.asked, at);
  }
  cop11_engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(engine_do__gives_each_call_its_steps),
      cmocka_unit_test(engine_do__bounds_memory),
      cmocka_unit_test(engine_do__bounds_texts),
      cmocka_unit_test(engine_do__keeps_to_the_time_limit),
      cmocka_unit_test(engine_do__can_be_cancelled),
      cmocka_unit_test(engine_do__asks_before_it_returns),
      cmocka_unit_test(engine_do__may_be_called_from_cancel),
      cmocka_unit_test(engine_do__logs_in_order),
      cmocka_unit_test(engine_do__may_be_called_from_log),
      cmocka_unit_test(engine_do__keeps_nothing_of_a_cancelled_call),
      cmocka_unit_test(engine_do__asks_while_a_text_is_copied),
      cmocka_unit_test(engine_do__asks_while_memory_is_given_back),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Callbacks of the host, in calls on the built-in rules: they cancel at any
 * moment, and they call the library again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "guest.h"

struct host {
  cop11_engine *engine;
  int asked;     /* how often cancel was called */
  int cancel_at; /* the time at which it says stop; 0: never */
  int calls;     /* of the library, from callbacks */
  int good;      /* of these */
};

static cop11_call call_of(struct host *host, cop11_cancel_fn cancel) {
  cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = host};
  return call;
}

/* ---- cancel ---------------------------------------------------------------- */

static int32_t cancel(void *data) {
  struct host *host = data;

  return ++host->asked == host->cancel_at;
}

/* At up to ten of them; the next call is as good as ever. */
static void callbacks__cancel_at_any_moment(void **state) {
  struct host host = {.engine = guest_engine()};
  const cop11_call call = call_of(&host, cancel);
  int moments;

  assert_true(guest_same_report(host.engine, &call));
  moments = host.asked;
  assert_true(moments > 1);
  for (host.cancel_at = 1; host.cancel_at <= moments;
       host.cancel_at += 1 + moments / 10) {
    host.asked = 0;
    assert_false(guest_same_report(host.engine, &call));
    assert_int_equal(host.asked, host.cancel_at);
    assert_true(guest_same_report(host.engine, NULL));
  }
  cop11_engine_close(host.engine);
}

/* ---- calling again --------------------------------------------------------- */

/* In the middle of a call, everything but closing the engine in use; and errno
 * is changed. */
static int32_t call_again(void *data) {
  struct host *host = data;

  if (host->asked++ == 1) {
    host->calls += 2;
    host->good += guest_same_report(host->engine, NULL);
    host->good += guest_use_all();
  }
  errno = EINVAL;
  return 0;
}

static void callbacks__may_call_the_library(void **state) {
  struct host host = {.engine = guest_engine()};
  const cop11_call call = call_of(&host, call_again);

  errno = 1234;
  assert_true(guest_same_report(host.engine, &call));
  assert_int_equal(errno, 1234);
  assert_int_equal(host.calls, 2);
  assert_int_equal(host.good, 2);
  assert_true(guest_same_report(host.engine, NULL));
  cop11_engine_close(host.engine);
}

/* Deeper and deeper, as a careless host would. */
static int32_t call_deeper(void *data) {
  struct host *host = data;

  if (host->calls < 3) {
    const cop11_call call = call_of(host, call_deeper);
    host->calls++;
    host->good += guest_same_report(host->engine, &call);
  }
  return 0;
}

static void callbacks__may_nest(void **state) {
  struct host host = {.engine = guest_engine()};
  const cop11_call call = call_of(&host, call_deeper);

  assert_true(guest_same_report(host.engine, &call));
  assert_int_equal(host.good, 3);
  cop11_engine_close(host.engine);
}

/* ---- log ------------------------------------------------------------------- */

struct lines {
  int count;
  int32_t level;
  char last[1000];
};

static void keep_line(void *data, int32_t level, const char *text,
                      size_t size) {
  struct lines *lines = data;

  assert_int_equal(text[size], '\0');
  lines->count++;
  lines->level = level;
  (void)snprintf(lines->last, sizeof lines->last, "%s", text);
}

/* One warning for each, when the engine opens, and none in a call. */
static void callbacks__log_each_broken_check(void **state) {
  const char *rules = "check \"11.2.org.1\" {}\n"
                      "check \"11.2.org.2\" { title = \"a\\nb\" }\n";
  struct lines lines = {.count = 0};
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *house = NULL;
  const cop11_pack *layers[1];
  cop11_options options = {.struct_size = sizeof options,
                           .layers = layers,
                           .layer_count = 1,
                           .log = keep_line,
                           .log_data = &lines};
  cop11_engine *engine = NULL;

  assert_int_equal(cop11_pack_new("house", &house, &err), COP11_OK);
  assert_int_equal(
      cop11_pack_add(house, "house.lua", rules, strlen(rules), &err), COP11_OK);
  layers[0] = house;
  if (cop11_engine_open(&options, NULL, &engine, &err) != COP11_OK)
    fail_msg("%s", err.message);
  assert_int_equal(lines.count, 2);
  assert_int_equal(lines.level, 1);
  assert_string_equal(lines.last,
                      "Check 11.2.org.2 is broken and will give error: ask is "
                      "missing; write ask = \"...\" (house/house.lua line 2)");
  (void)guest_same_report(engine, NULL);
  assert_int_equal(lines.count, 2);
  cop11_engine_close(engine);
  cop11_pack_free(house);
}

static void callbacks__log_nothing_of_sound_rules(void **state) {
  struct lines lines = {.count = 0};
  cop11_options options = {
      .struct_size = sizeof options, .log = keep_line, .log_data = &lines};
  cop11_engine *engine = NULL;

  assert_int_equal(cop11_engine_open(&options, NULL, &engine, NULL), COP11_OK);
  assert_int_equal(lines.count, 0);
  cop11_engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(callbacks__cancel_at_any_moment),
      cmocka_unit_test(callbacks__may_call_the_library),
      cmocka_unit_test(callbacks__may_nest),
      cmocka_unit_test(callbacks__log_each_broken_check),
      cmocka_unit_test(callbacks__log_nothing_of_sound_rules),
  };

  return cmocka_run_group_tests(tests, guest_prepare_large, guest_finish);
}

/* Callbacks of the host, in calls on the built-in rules: they cancel at any
 * moment, and they call the library again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(callbacks__cancel_at_any_moment),
      cmocka_unit_test(callbacks__may_call_the_library),
      cmocka_unit_test(callbacks__may_nest),
  };

  return cmocka_run_group_tests(tests, guest_prepare_large, guest_finish);
}

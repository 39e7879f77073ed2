/* Tests of plugin/sandbox/budget.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <string.h>

#include "sandbox/budget.h"

static struct guard outside;

static struct budget start(uint64_t steps, const cop11_call *call) {
  static const cop11_call usual;
  struct budget budget;

  guard_enter(&outside, (locale_t)0);
  budget_start(&budget, steps, call ? call : &usual, &outside);
  return budget;
}

static void assert_explained(const struct budget *budget, cop11_status status,
                             const char *said) {
  cop11_error err = {.struct_size = sizeof err};

  assert_int_equal(budget_explain(budget, &err), status);
  if (!strstr(err.message, said))
    fail_msg("'%s' is not in: %s", said, err.message);
}

static void budget_spend__ends_with_the_last_step(void **state) {
  struct budget budget = start(100, NULL);

  assert_true(budget_spend(&budget, 60));
  assert_true(budget_spend(&budget, 0));
  assert_true(budget_spend(&budget, 40));
  assert_true(budget_spend(&budget, 0));
  assert_false(budget_spend(&budget, 1));
  assert_int_equal(budget.fatal, FATAL_STEPS);
  assert_explained(&budget, COP11_E_LIMIT, "max_steps (100)");
}

static void budget_spend__stays_ended(void **state) {
  struct budget budget = start(100, NULL);

  assert_false(budget_spend(&budget, UINT64_MAX));
  assert_false(budget_spend(&budget, 0));
  assert_false(budget_poll(&budget));
}

struct host {
  int asked;
  int until;
};

static int32_t cancel(void *data) {
  struct host *host = data;

  host->asked++;
  errno = EINTR; /* the host's own business */
  return host->asked > host->until;
}

static void budget_spend__asks_cancel_now_and_then(void **state) {
  struct host host = {0, 3};
  cop11_call call = {.cancel = cancel, .cancel_data = &host};
  struct budget budget = start(1000000, &call);
  int spent = 0;

  while (budget_spend(&budget, 100))
    spent += 100;
  assert_int_equal(budget.fatal, FATAL_CANCELLED);
  assert_int_equal(host.asked, 4);
  assert_in_range(spent, 6000, 8000);
  assert_explained(&budget, COP11_E_CANCELLED, "cancel");
}

struct watch {
  const struct budget *budget;
  uint64_t left; /* steps, when it was asked last */
  uint64_t longest;
};

static int32_t watch(void *data) {
  struct watch *watch = data;

  if (watch->left - watch->budget->steps > watch->longest)
    watch->longest = watch->left - watch->budget->steps;
  watch->left = watch->budget->steps;
  return 0;
}

/* Whatever is spent at once, no two looks lie further apart than 2000 steps and
 * what was spent last. */
static void budget_spend__asks_after_at_most_2000_steps(void **state) {
  struct watch host = {.left = 1000000};
  cop11_call call = {.cancel = watch, .cancel_data = &host};
  struct budget budget = start(1000000, &call);

  host.budget = &budget;
  for (uint64_t units = 0; budget_spend(&budget, units % 700); units += 37)
    ;
  assert_in_range(host.longest, 1300, 2699);
  assert_true(host.left < 2700);
}

static void budget_poll__asks_at_once(void **state) {
  struct host host = {0, 0};
  cop11_call call = {.cancel = cancel, .cancel_data = &host};
  struct budget budget = start(1000000, &call);

  assert_false(budget_poll(&budget));
  assert_int_equal(budget.fatal, FATAL_CANCELLED);
}

static void budget_poll__looks_at_the_clock(void **state) {
  cop11_call call = {.time_limit_ms = 1};
  struct budget budget = start(UINT64_MAX, &call);

  while (budget_spend(&budget, 1000))
    ;
  assert_int_equal(budget.fatal, FATAL_TIME);
  assert_explained(&budget, COP11_E_LIMIT, "time_limit_ms (1)");
}

static void budget_poll__has_no_time_limit_of_its_own(void **state) {
  cop11_call call = {.time_limit_ms = UINT32_MAX};
  struct budget budget = start(100, NULL);

  assert_int_equal(budget.deadline, 0);
  assert_true(budget_poll(&budget));
  budget = start(100, &call);
  assert_true(budget_poll(&budget));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(budget_spend__ends_with_the_last_step),
      cmocka_unit_test(budget_spend__stays_ended),
      cmocka_unit_test(budget_spend__asks_cancel_now_and_then),
      cmocka_unit_test(budget_spend__asks_after_at_most_2000_steps),
      cmocka_unit_test(budget_poll__asks_at_once),
      cmocka_unit_test(budget_poll__looks_at_the_clock),
      cmocka_unit_test(budget_poll__has_no_time_limit_of_its_own),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

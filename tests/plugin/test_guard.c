/* Tests of plugin/sandbox/guard.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>

#include "sandbox/guard.h"

/* A locale of the thread's own stands for a host that uses one. */
static void guard__brings_the_hosts_locale_back(void **state) {
  locale_t c_locale = guard_c_locale();
  locale_t hosts = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
  struct guard guard;

  assert_true(hosts != (locale_t)0);
  uselocale(hosts);
  guard_enter(&guard, c_locale);
  assert_true(uselocale((locale_t)0) == c_locale);
  guard_pause(&guard);
  assert_true(uselocale((locale_t)0) == hosts);
  guard_resume(&guard);
  assert_true(uselocale((locale_t)0) == c_locale);
  guard_leave(&guard);
  assert_true(uselocale((locale_t)0) == hosts);
  uselocale(LC_GLOBAL_LOCALE);
  freelocale(hosts);
  freelocale(c_locale);
}

static void guard__leaves_the_global_locale_in_force(void **state) {
  locale_t c_locale = guard_c_locale();
  struct guard guard;

  assert_true(uselocale((locale_t)0) == LC_GLOBAL_LOCALE);
  guard_enter(&guard, c_locale);
  guard_leave(&guard);
  assert_true(uselocale((locale_t)0) == LC_GLOBAL_LOCALE);
  freelocale(c_locale);
}

static void guard__keeps_a_locale_set_in_a_callback(void **state) {
  locale_t c_locale = guard_c_locale();
  locale_t hosts = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
  struct guard guard;

  guard_enter(&guard, c_locale);
  guard_pause(&guard);
  uselocale(hosts);
  guard_resume(&guard);
  guard_leave(&guard);
  assert_true(uselocale((locale_t)0) == hosts);
  uselocale(LC_GLOBAL_LOCALE);
  freelocale(hosts);
  freelocale(c_locale);
}

static void guard__restores_errno(void **state) {
  struct guard guard;

  errno = 1234;
  guard_enter(&guard, (locale_t)0);
  errno = ERANGE;
  guard_pause(&guard);
  assert_int_equal(errno, 1234);
  errno = EINVAL;
  guard_resume(&guard);
  guard_leave(&guard);
  assert_int_equal(errno, 1234);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(guard__brings_the_hosts_locale_back),
      cmocka_unit_test(guard__leaves_the_global_locale_in_force),
      cmocka_unit_test(guard__keeps_a_locale_set_in_a_callback),
      cmocka_unit_test(guard__restores_errno),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

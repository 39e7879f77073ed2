/* Tests of plugin/sandbox/guard.c: the host's floating-point environment.  A file of its
 * own, since valgrind knows no floating-point exceptions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fenv.h>

#include "sandbox/guard.h"

static void assert_usual_arithmetic(void) {
  assert_int_equal(fegetround(), FE_TONEAREST);
  assert_int_equal(fetestexcept(FE_ALL_EXCEPT), 0);
}

static void assert_hosts_arithmetic(int rounding, int flags) {
  assert_int_equal(fegetround(), rounding);
  assert_int_equal(fetestexcept(FE_ALL_EXCEPT), flags);
}

static void guard__brings_the_hosts_arithmetic_back(void **state) {
  struct guard guard;

  feclearexcept(FE_ALL_EXCEPT);
  fesetround(FE_UPWARD);
  feraiseexcept(FE_DIVBYZERO);
  guard_enter(&guard, (locale_t)0);
  assert_usual_arithmetic();
  feraiseexcept(FE_INVALID);
  guard_pause(&guard);
  assert_hosts_arithmetic(FE_UPWARD, FE_DIVBYZERO);
  fesetround(FE_DOWNWARD); /* the callback's doing */
  feclearexcept(FE_ALL_EXCEPT);
  guard_resume(&guard);
  assert_usual_arithmetic();
  guard_leave(&guard);
  assert_hosts_arithmetic(FE_DOWNWARD, 0);
  fesetenv(FE_DFL_ENV);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(guard__brings_the_hosts_arithmetic_back),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

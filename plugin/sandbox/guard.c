/* guard.c: the host's errno, locale and floating point; see guard.h. */
#include "guard.h"

#include <errno.h>

locale_t guard_c_locale(void) {
  return newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

/* Both touch this thread alone; setlocale would change all others.  The default
 * floating-point environment rounds to nearest, keeps small numbers and never
 * traps, so that the same text gives the same number and no SIGFPE. */
static void take_over(struct guard *guard) {
  (void)fegetenv(&guard->arithmetic);
  (void)fesetenv(FE_DFL_ENV);
  if (guard->inside)
    guard->outside = uselocale(guard->inside);
}

static void give_back(struct guard *guard) {
  if (guard->inside)
    (void)uselocale(guard->outside);
  (void)fesetenv(&guard->arithmetic);
  errno = guard->saved_errno;
}

void guard_enter(struct guard *guard, locale_t inside) {
  guard->saved_errno = errno;
  guard->inside = inside;
  take_over(guard);
}

void guard_leave(struct guard *guard) {
  give_back(guard);
}

void guard_pause(struct guard *guard) {
  give_back(guard);
}

/* A callback may have changed the locale or the arithmetic of its thread: those
 * are now the host's. */
void guard_resume(struct guard *guard) {
  take_over(guard);
}

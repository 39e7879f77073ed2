/* guard.c: the host's errno and locale; see guard.h. */
#include "guard.h"

#include <errno.h>

locale_t guard_c_locale(void) {
  return newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

/* uselocale touches this thread alone; setlocale would change all others. */
void guard_enter(struct guard *guard, locale_t inside) {
  guard->saved_errno = errno;
  guard->inside = inside;
  guard->outside = inside ? uselocale(inside) : (locale_t)0;
}

void guard_leave(struct guard *guard) {
  if (guard->inside)
    (void)uselocale(guard->outside);
  errno = guard->saved_errno;
}

void guard_pause(struct guard *guard) {
  guard_leave(guard);
}

/* A callback may have changed the locale of its thread: that one is now the
 * host's. */
void guard_resume(struct guard *guard) {
  if (guard->inside)
    guard->outside = uselocale(guard->inside);
}

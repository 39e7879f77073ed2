/* guard.h: what a call must leave as it found it on the host's thread: errno,
 * the locale, and the floating-point environment (rounding, traps, flags).
 * Inside, numbers are written and read in the C locale and computed as by
 * default; the host's own come back around each of its callbacks. */
#ifndef GUARD_H
#define GUARD_H

#include <fenv.h>
#include <locale.h>

struct guard {
  locale_t inside;  /* the C locale, or 0 where a call needs none */
  locale_t outside; /* the host's, as the next two */
  fenv_t arithmetic;
  int saved_errno;
};

/* The C locale for guard_enter; 0 without memory.  The caller frees it with
 * freelocale when no call uses it any more. */
locale_t guard_c_locale(void);

/* Around a whole call; `inside` may be 0. */
void guard_enter(struct guard *guard, locale_t inside);
void guard_leave(struct guard *guard);

/* Around a callback into the host, between guard_enter and guard_leave. */
void guard_pause(struct guard *guard);
void guard_resume(struct guard *guard);

#endif

/* budget.h: what one call may spend: work, time, and the host's patience.
 *
 * Whoever spends too much gets a fatal error, which no script can catch, make
 * or hide: it is a field of the cage, not a value of Lua.
 */
#ifndef BUDGET_H
#define BUDGET_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "cop11.h"
#include "guard.h"

enum fatal {
  FATAL_NONE,
  FATAL_MEMORY,
  FATAL_STEPS,
  FATAL_TIME,
  FATAL_CANCELLED,
  FATAL_PANIC /* Lua raised an error where none may be: the state is lost */
};

struct budget {
  enum fatal fatal; /* the first one; the call cannot go on after it */
  uint64_t steps;   /* work units left */
  uint64_t until_poll;
  uint64_t max_steps;
  bool share_taken;  /* an author's run took all it may; see share.c */
  uint64_t deadline; /* in ns of the monotonic clock; 0: none */
  uint32_t time_limit_ms;
  cop11_cancel_fn cancel;
  void *cancel_data;
  struct guard *guard; /* of the call at hand, for the callback */
  const char *where;   /* the rule file that is worked on; NULL: none */
  int line;
};

/* The monotonic clock; 0 where there is none. */
uint64_t budget_now_ns(void);

/* What it spent so far. */
uint64_t budget_spent(const struct budget *budget);

/* A new budget for a call; `guard` must last as long. */
void budget_start(struct budget *budget, uint64_t max_steps,
                  const cop11_call *call, struct guard *guard);

/* The call has ended: nobody is asked any more. */
void budget_end(struct budget *budget);

/* Asks cancel and the clock now; false when the call must end. */
bool budget_poll(struct budget *budget);

/* Time passes as in `units` of work that are not counted, for they may differ
 * from one machine to another; false when the call must end. */
bool budget_pass(struct budget *budget, uint64_t units);

/* Time passes as in copying, hashing or reading `bytes`: COP11_OK, or *err says
 * why the call must end.  NULL `budget`: nobody waits. */
cop11_status budget_pass_bytes(struct budget *budget, size_t bytes,
                               cop11_error *err);

/* Spends `units`; false when the call must end.  One unit is about one
 * instruction of Lua. */
bool budget_spend(struct budget *budget, uint64_t units);

/* Says in *err why the budget is spent, and on which rule file; FATAL_STEPS to
 * FATAL_CANCELLED only. */
cop11_status budget_explain(const struct budget *budget, cop11_error *err);

#endif

/* budget.c: what one call may spend; see budget.h. */
#include "budget.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "error.h"

/* How much work passes between two looks at the clock and at cancel: most often
 * some tenths of a millisecond, in which both together cost well under 1 %. */
#define POLL_UNITS 2000u

/* What the dearest work on bytes, SHA-256, does in the time of one unit, or
 * more. */
#define BYTES_PASSED 16u

#define NS_PER_MS UINT64_C(1000000)
#define NS_PER_S UINT64_C(1000000000)

uint64_t budget_now_ns(void) {
  struct timespec now;

  if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
    return 0;
  return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t budget_spent(const struct budget *budget) {
  return budget->max_steps - budget->steps;
}

void budget_start(struct budget *budget, uint64_t max_steps,
                  const cop11_call *call, struct guard *guard) {
  memset(budget, 0, sizeof *budget);
  budget->max_steps = max_steps;
  budget->guard = guard;
  budget->cancel = call->cancel;
  budget->cancel_data = call->cancel_data;
  budget->time_limit_ms = call->time_limit_ms;
  if (call->time_limit_ms > 0)
    budget->deadline = budget_now_ns() + call->time_limit_ms * NS_PER_MS;
  budget->steps = max_steps;
  budget->until_poll = POLL_UNITS;
}

void budget_end(struct budget *budget) {
  budget->cancel = NULL;
  budget->deadline = 0;
  budget->guard = NULL;
}

/* The host's code runs with the host's locale and errno. */
static bool is_cancelled(const struct budget *budget) {
  int32_t answer;

  if (!budget->cancel)
    return false;
  guard_pause(budget->guard);
  answer = budget->cancel(budget->cancel_data);
  guard_resume(budget->guard);
  return answer != 0;
}

bool budget_poll(struct budget *budget) {
  if (budget->fatal != FATAL_NONE)
    return false;
  budget->until_poll = POLL_UNITS;
  if (is_cancelled(budget))
    budget->fatal = FATAL_CANCELLED;
  else if (budget->deadline > 0 && budget_now_ns() >= budget->deadline)
    budget->fatal = FATAL_TIME;
  return budget->fatal == FATAL_NONE;
}

bool budget_pass(struct budget *budget, uint64_t units) {
  if (budget->fatal != FATAL_NONE)
    return false;
  if (units >= budget->until_poll)
    return budget_poll(budget);
  budget->until_poll -= units;
  return true;
}

cop11_status budget_pass_bytes(struct budget *budget, size_t bytes,
                               cop11_error *err) {
  if (!budget || budget_pass(budget, bytes / BYTES_PASSED + 1))
    return COP11_OK;
  return budget_explain(budget, err);
}

bool budget_spend(struct budget *budget, uint64_t units) {
  if (budget->fatal != FATAL_NONE)
    return false;
  if (units > budget->steps) {
    budget->steps = 0;
    budget->fatal = FATAL_STEPS;
    return false;
  }
  budget->steps -= units;
  return budget_pass(budget, units);
}

cop11_status budget_explain(const struct budget *budget, cop11_error *err) {
  switch (budget->fatal) {
  case FATAL_CANCELLED:
    return error_set(err, COP11_E_CANCELLED, NULL, 0, 0,
                     "The host's cancel callback ended the call.");
  case FATAL_TIME:
    return error_set(err, COP11_E_LIMIT, budget->where, budget->line, 0,
                     "The call took longer than time_limit_ms (%" PRIu32
                     "). Allow more time in cop11_call, or pass less at once.",
                     budget->time_limit_ms);
  default:
    return error_set(err, COP11_E_LIMIT, budget->where, budget->line, 0,
                     "The call needs more work than max_steps (%" PRIu64
                     ") allows. Look for a dossier too large, or a rule "
                     "that loops without end, or raise max_steps in "
                     "cop11_options.",
                     budget->max_steps);
  }
}

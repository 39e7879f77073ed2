/* worker.h: one warmed-up Lua state, ready to do jobs one after another. */
#ifndef WORKER_H
#define WORKER_H

#include <stdbool.h>

#include "runtime.h"
#include "sandbox/budget.h"
#include "sandbox/cage.h"

struct worker {
  struct cage *cage;
  size_t warm_held; /* bytes held when it was new */
  unsigned calls;   /* done so far, counted up to 2 */
  bool has_rules;
  bool spoilt; /* an error was raised inside: not to be used again */
};

/* Makes a state and opens the rules in it; without a pack it can only show reports,
 * and is smaller by far.  `budget` is what that may spend; log lines are kept when
 * `wants_log`. */
cop11_status worker_new(const cop11_options *options, bool tolerant,
                        const struct budget *budget, bool wants_log,
                        struct worker **out, cop11_error *err);

/* Opens the rules in a state that was made without. */
cop11_status worker_open(struct worker *worker, const cop11_options *options,
                         const struct budget *budget, cop11_error *err);

/* Compiles the rules that it has opened, with a budget of its own. */
cop11_status worker_compile(struct worker *worker, const struct budget *budget,
                            struct compiling *compiling, cop11_error *err);

/* The program of its rules, which lasts as long; NULL: it compiles them when it has
 * to. */
void worker_use(struct worker *worker, const struct program *program);

/* Does a job with a budget of its own, which lasts until worker_end. */
cop11_status worker_do(struct worker *worker, const struct budget *budget,
                       bool wants_log, struct job *job);

/* Hands the log lines kept so far to the host of `options`. */
void worker_deliver_log(struct worker *worker, const cop11_options *options,
                        struct guard *guard);

/* The call ends, with `status` so far: a state that may do another job rests, and of
 * any other all memory is given back; one that holds much more than it began with may
 * not, for that would never be given back.  Who waits is asked on the way: COP11_OK
 * or why the call ends after all. */
cop11_status worker_end(struct worker *worker, cop11_status status,
                        cop11_error *err);

/* Whether the state may do another job. */
bool worker_is_reusable(const struct worker *worker);

/* What the last thing it did spent of its budget, and what it held at the most since
 * it was made. */
uint64_t worker_steps(const struct worker *worker);
size_t worker_most(const struct worker *worker);

/* Bytes that it holds. */
size_t worker_held(const struct worker *worker);

/* NULL does nothing. */
void worker_free(struct worker *worker);

#endif

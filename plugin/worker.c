/* worker.c: one warmed-up Lua state; see worker.h. */
#include "worker.h"

#include <stdlib.h>

#include "error.h"
#include "log.h"
#include "text.h"

/* Bytes a state may keep beyond what it began with.  Making a new one takes
 * milliseconds, a call that needed more memory than this takes longer. */
#define MAX_KEPT ((size_t)16 << 20)

/* What was done in one piece may have taken longer than the host waits for. */
static cop11_status end_in_time(struct worker *worker, cop11_status status,
                                cop11_error *err) {
  if (status != COP11_OK || budget_poll(&worker->cage->budget))
    return status;
  return budget_explain(&worker->cage->budget, err);
}

static cop11_status open_rules(struct worker *worker,
                               const cop11_options *options, bool tolerant,
                               const struct budget *budget, cop11_error *err) {
  struct opening opening = {
      .options = options, .tolerant = tolerant, .err = err};
  cop11_status status;

  worker->cage->budget = *budget;
  status = cage_call(worker->cage, runtime_open, &opening, err);
  if (status == COP11_OK)
    status = end_in_time(worker, opening.status, err);
  worker->warm_held = worker->cage->slab.held;
  worker->has_rules = options->pack != NULL;
  worker->spoilt = status != COP11_OK;
  return status;
}

cop11_status worker_new(const cop11_options *options, bool tolerant,
                        const struct budget *budget, bool wants_log,
                        struct worker **out, cop11_error *err) {
  struct worker *worker = calloc(1, sizeof *worker);

  if (!worker)
    return error_no_memory(err);
  worker->cage = cage_new((size_t)options->max_memory);
  if (!worker->cage) {
    worker_free(worker);
    return error_no_memory(err);
  }
  worker->cage->wants_log = wants_log;
  *out = worker;
  return open_rules(worker, options, tolerant, budget, err);
}

cop11_status worker_open(struct worker *worker, const cop11_options *options,
                         const struct budget *budget, cop11_error *err) {
  worker->cage->wants_log = false;
  return open_rules(worker, options, false, budget, err);
}

cop11_status worker_compile(struct worker *worker, const struct budget *budget,
                            struct compiling *compiling, cop11_error *err) {
  cop11_status status;

  worker->cage->budget = *budget;
  status = cage_call(worker->cage, runtime_compile, compiling, err);
  worker->spoilt = status != COP11_OK;
  return end_in_time(worker, status, err);
}

void worker_use(struct worker *worker, const struct program *program) {
  worker->cage->program = program;
}

/* The collector changes its ways before the second call: a process that makes
 * one call never pays for it. */
static void prepare(struct worker *worker, const struct budget *budget,
                    bool wants_log) {
  if (worker->calls == 1)
    cage_settle(worker->cage);
  if (worker->calls < 2)
    worker->calls++;
  worker->cage->budget = *budget;
  worker->cage->wants_log = wants_log;
}

cop11_status worker_do(struct worker *worker, const struct budget *budget,
                       bool wants_log, struct job *job) {
  cop11_status status;

  prepare(worker, budget, wants_log);
  status = cage_call(worker->cage, runtime_call, job, job->err);
  worker->spoilt = status != COP11_OK;
  if (!worker->spoilt)
    status = end_in_time(worker, job->status, job->err);
  return status;
}

void worker_deliver_log(struct worker *worker, const cop11_options *options,
                        struct guard *guard) {
  log_deliver(worker->cage, options->log, options->log_data, guard);
}

cop11_status worker_end(struct worker *worker, cop11_status status,
                        cop11_error *err) {
  if (worker->cage->slab.held > worker->warm_held + MAX_KEPT)
    worker->spoilt = true;
  if (worker->spoilt) {
    cage_empty(worker->cage);
    status = end_in_time(worker, status, err);
  }
  budget_end(&worker->cage->budget);
  return status;
}

bool worker_is_reusable(const struct worker *worker) {
  return !worker->spoilt;
}

uint64_t worker_steps(const struct worker *worker) {
  return budget_spent(&worker->cage->budget);
}

size_t worker_most(const struct worker *worker) {
  return worker->cage->slab.most;
}

size_t worker_held(const struct worker *worker) {
  return worker->cage->slab.held;
}

void worker_free(struct worker *worker) {
  if (!worker)
    return;
  cage_free(worker->cage);
  free(worker);
}

/* state.c: see state.h. */
#include "state.h"

#include <string.h>

#include "options.h"
#include "sandbox/guard.h"

static struct worker *worker;
static struct guard guard;
static uint64_t max_steps; /* of the options that it was opened with */
static const cop11_call usual = {.struct_size = sizeof usual,
                                 .as_of = "2013-11-30"};

static struct budget new_budget(void) {
  struct budget budget;

  budget_start(&budget, max_steps, &usual, &guard);
  return budget;
}

void state_enter(void) {
  guard_enter(&guard, (locale_t)0);
}

void state_leave(void) {
  guard_leave(&guard);
}

/* In the state that is there. */
static cop11_status open_again(struct opening *opening) {
  struct budget budget = new_budget();
  cop11_status status;

  worker->cage->budget = budget;
  status = cage_call(worker->cage, runtime_open, opening, opening->err);
  worker->spoilt |= status != COP11_OK;
  return status == COP11_OK ? opening->status : status;
}

/* Rules that go after each input are no young garbage: to collect when the state has
 * grown to four times its size takes a third of the time. */
static void collect_seldom(void) {
  if (worker && !worker->spoilt)
    lua_gc(worker->cage->L, LUA_GCINC, 400, 400, 0);
}

cop11_status state_open(const cop11_options *given, bool tolerant) {
  cop11_error err = {.struct_size = sizeof err};
  struct budget budget;
  cop11_options options;
  struct opening opening = {
      .options = &options, .tolerant = tolerant, .err = &err};
  cop11_status status;

  EXPECT(options_read(given, &options, NULL) == COP11_OK);
  max_steps = options.max_steps;
  budget = new_budget();
  status = worker
               ? open_again(&opening)
               : worker_new(&options, tolerant, &budget, false, &worker, &err);
  check_end(status, &err);
  collect_seldom();
  return status;
}

void state_close(void) {
  if (worker && !worker->spoilt && worker_is_reusable(worker))
    return;
  worker_free(worker);
  worker = NULL;
}

struct job state_job(const char *function, const char *text) {
  return (struct job){
      .function = function, .text = text, .size = text ? strlen(text) : 0};
}

cop11_text *state_do(struct job job) {
  cop11_error err = {.struct_size = sizeof err};
  struct budget budget = new_budget();
  cop11_status status;

  if (!worker || worker->spoilt)
    return NULL;
  if (strcmp(job.function, "evaluate") == 0 ||
      strcmp(job.function, "validate") == 0)
    job.call = &usual;
  job.err = &err;
  status = worker_do(worker, &budget, false, &job);
  check_json(status, job.result, &err);
  return job.result;
}

bool state_says(struct job job, const char *part) {
  cop11_text *text = state_do(job);
  bool says = text && text_holds(text, part);

  cop11_text_free(text);
  return says;
}

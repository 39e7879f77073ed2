/* evaluate.c: runs every check over the frames of one dossier; see
 * evaluate.h. */
#include "evaluate.h"

#include "house.h"
#include "judgement.h"
#include "records.h"
#include "result.h"

enum {
  RESULT_COST = 500 /* of making and writing one, in steps */
};

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

struct context evaluate_context(struct reading *reading,
                                const struct frame *parameters) {
  struct context context = {
      .call = reading->call, .reading = reading, .parameters = parameters};

  if (reading->answers && !records_are_silent(reading->answers))
    context.answers = reading->answers;
  context.house = house_plan(reading);
  return context;
}

/* ---- all of them --------------------------------------------------------- */

static void add(struct context *context, struct evaluation *evaluation,
                struct result *result) {
  evaluation->results = reading_grow(context->call, evaluation->results,
                                     sizeof *evaluation->results,
                                     evaluation->count, &evaluation->room);
  evaluation->results[evaluation->count++] = result;
}

/* Whether the provision applies: NA where it is known not to.  The claims of records
 * that say so where the facts do not are left in context->provision_judged, of those
 * that say that it applies in context->provision_opened. */
static uint8_t provision_extents(struct context *context,
                                 const struct program_provision *provision) {
  bool asked = provision->applies && !provision->broken;
  uint8_t mask = asked ? node_root(context, provision->applies) : MASK_MET;
  const struct claims *claims;
  struct slice answer;
  bool closed;

  context->provision_judged = NULL;
  context->provision_opened = NULL;
  if (!context->answers || !mask_may_hold(mask) || !mask_may_fail(mask))
    return mask;
  answer = context_judgement(
      context, result_text(context, provision->prompt_applies), &claims);
  records_use(claims);
  if (!answer.data)
    return mask;
  closed = slice_is(answer, SLICE("no"));
  context->provision_judged = closed ? claims : NULL;
  context->provision_opened = closed ? NULL : claims;
  return closed ? MASK_NA : MASK_MET;
}

/* One check at one place.  A layer's own check reads the layers' parameters. */
static struct result *judge_here(struct context *context, uint32_t row,
                                 uint8_t mask) {
  const struct frame *usual = context->parameters;
  const struct frame *own = house_parameters(context, row);
  struct result *result;

  if (own)
    context->parameters = own;
  result = result_of(context, row, mask);
  context->parameters = usual;
  result->own_parameters = own != NULL;
  return result;
}

static struct result *run_here(struct context *context, uint32_t row,
                               uint8_t mask) {
  struct result *result;

  call_charge(context->call, RESULT_COST);
  result = judge_here(context, row, mask);
  result->house = house_judge(context, result);
  return result;
}

static bool run_provision(struct context *context,
                          const struct program_provision *provision,
                          struct evaluation *evaluation) {
  const struct program *program = program_of(context);
  struct program_list checks = program_list_at(program, provision->checks);
  uint8_t mask = provision_extents(context, provision);
  uint32_t first = evaluation->count;

  for (uint32_t i = 0; i < checks.count; i++) {
    if (program_check_at(program, checks.rows[i])->retired)
      continue;
    add(context, evaluation, run_here(context, checks.rows[i], mask));
  }
  return assessed_is_looked_at(program, evaluation, first);
}

/* Whether each provision of the scope that may apply was looked at. */
static bool run_scope(struct context *context, uint32_t scope,
                      struct evaluation *evaluation) {
  const struct program *program = program_of(context);
  uint32_t count = program_count(program, SECTION_PROVISION);
  bool all = true;

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_provision *provision =
        program_provision_at(program, i);
    if (provision->scope == scope)
      all = run_provision(context, provision, evaluation) && all;
  }
  return all;
}

/* Checks whose file is broken, so that nobody knows their provision. */
static void run_homeless(struct context *context,
                         struct evaluation *evaluation) {
  static const struct broken homeless = {
      .message = {"it belongs to no provision",
                  sizeof "it belongs to no provision" - 1}};
  uint32_t count = program_count(program_of(context), SECTION_CHECK);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_check *check =
        program_check_at(program_of(context), i);
    const struct broken *broken;
    if (check->provision)
      continue;
    broken = result_problem(context, check);
    add(context, evaluation,
        result_broken(context, i, broken ? broken : &homeless));
  }
}

/* The provisions known not to reach a facility that nobody listed. */
static void find_outside(struct context *context) {
  const struct program *program = program_of(context);
  uint32_t count = program_count(program, SECTION_PROVISION);
  bool *outside = CALL_NEW_MANY(context->call, count, bool);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_provision *provision =
        program_provision_at(program, i);
    outside[i - 1] = provision->scope == SCOPE_FACILITY &&
                     !mask_may_hold(provision_extents(context, provision));
  }
  context->reading->facilities->outside = outside;
}

struct evaluation *evaluate_run(struct context *context) {
  struct evaluation *evaluation = CALL_NEW(context->call, struct evaluation);
  struct list *facilities = context->reading->facilities;

  run_scope(context, SCOPE_MEMBER, evaluation);
  run_homeless(context, evaluation);
  for (uint32_t i = 0; i < facilities->count; i++) {
    context->facility = facilities->items[i];
    facilities->items[i]->assessed =
        run_scope(context, SCOPE_FACILITY, evaluation);
    assessed_mark(context->reading, facilities->items[i]);
  }
  context->facility = NULL;
  if (facilities->extra_hi > 0) /* there may be some that are not listed */
    find_outside(context);
  return evaluation;
}

/* ---- one alone ----------------------------------------------------------- */

struct result *evaluate_at(struct context *context, uint32_t check,
                           struct frame *facility) {
  const struct program *program = program_of(context);
  const struct program_provision *provision = program_provision_at(
      program, program_check_at(program, check)->provision);
  struct result *result;

  context->facility = facility;
  result =
      judge_here(context, check,
                 provision ? provision_extents(context, provision) : MASK_MET);
  context->facility = NULL;
  return result;
}

struct result *evaluate_again(struct context *context,
                              const struct result *result) {
  return evaluate_at(context, result->check, result->facility);
}

/* result.c: one check at one place; see result.h. */
#include "result.h"

#include "judgement.h"
#include "outcomes.h"
#include "records.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

/* ---- one check ----------------------------------------------------------- */

/* What a check is judged by. */
struct judging {
  struct context *context;
  const struct program_check *check;
  uint8_t provision_mask;
};

static uint8_t gate_of(const struct judging *judging) {
  uint8_t mask = judging->provision_mask;

  if (!judging->check->applies || !mask_may_hold(mask))
    return mask;
  return mask_worst[mask][node_root(judging->context, judging->check->applies)];
}

/* The set of extents that the check may have here. */
static uint8_t extents(const struct judging *judging, uint8_t *gate) {
  uint8_t mask = 0;

  *gate = gate_of(judging);
  if (mask_may_hold(*gate))
    mask = node_root(judging->context, judging->check->expect);
  return mask_may_fail(*gate) ? mask | MASK_NA : mask;
}

/* Whether something applies, by the auditor's answer: it counts only where the
 * facts leave that open. */
static uint8_t applied(const struct judging *judging, uint8_t mask) {
  const struct claims *claims;
  struct slice answer;

  if (mask == MASK_NA || !(mask & MASK_NA))
    return mask;
  answer = context_judgement(
      judging->context,
      result_text(judging->context, judging->check->prompt_applies), &claims);
  if (slice_is(answer, SLICE("no")))
    return MASK_NA;
  return slice_is(answer, SLICE("yes")) ? mask & (uint8_t)~MASK_NA : mask;
}

/* An auditor's judgement that a lapse is systemic.  Where records contradict each
 * other it may be either. */
static uint8_t extended(const struct judging *judging, uint8_t mask) {
  const struct claims *claims;
  struct slice answer;

  if (!(mask & MASK_LAPSE))
    return mask;
  answer = context_judgement(
      judging->context,
      result_text(judging->context, judging->check->prompt_extent), &claims);
  if (slice_is(answer, SLICE("systemic")))
    return (uint8_t)((mask & ~MASK_LAPSE) | MASK_ABSENT);
  return claims && claims->contradict ? mask | MASK_ABSENT : mask;
}

/* The set of extents after the auditor's answers on the whole check. */
static uint8_t judged(const struct judging *judging, uint8_t mask) {
  if (!judging->context->answers)
    return mask;
  return extended(judging, applied(judging, mask));
}

/* Whether records contradict each other on the extent of a lapse. */
static bool is_disputed(const struct judging *judging, uint8_t mask) {
  struct slice extent;

  if (!(mask & MASK_LAPSE) || !judging->context->heard)
    return false;
  extent = result_text(judging->context, judging->check->prompt_extent);
  for (const struct heard *heard = judging->context->heard; heard;
       heard = heard->next)
    if (slice_is(heard->prompt, extent))
      return heard->claims->contradict;
  return false;
}

/* ---- the result ---------------------------------------------------------- */

static void settle(const struct program *program, struct result *result) {
  const struct program_rating *rating =
      outcome_row(program, program_check_at(program, result->check)->strength,
                  result->mask);

  result->outcome = (uint8_t)rating->outcome;
  result->range = (uint8_t)rating->range;
  result->count = result->outcome == OUTCOME_NOT_APPLICABLE
                      ? COUNT_NOT_APPLICABLE
                  : result->outcome == OUTCOME_OPEN ? COUNT_UNKNOWN
                                                    : COUNT_SETTLED;
}

static void keep_records(struct context *context, struct result *result,
                         const struct claims *claims) {
  struct record **more = CALL_NEW_MANY(
      context->call, result->heard_count + claims->count, struct record *);
  uint32_t count = result->heard_count;

  if (count > 0)
    memcpy(more, result->heard, count * sizeof *more);
  for (uint32_t i = 0; i < claims->count; i++) {
    uint32_t k = 0;
    while (k < count && more[k] != claims->all[i].record)
      k++;
    if (k == count)
      more[count++] = claims->all[i].record;
  }
  result->heard = more;
  result->heard_count = count;
}

/* The judgements that the result rests on: those without which it would be another,
 * and how far a shortfall reaches.  Those that contradict each other settle nothing, and have their case all the
 * same. */
static void keep_heard(const struct judging *judging, struct result *result) {
  struct context *context = judging->context;
  struct heard *heard = context->heard;
  struct slice extent = result_text(context, judging->check->prompt_extent);

  context->heard = NULL;
  context->listens = false;
  result->heard = CALL_NEW_MANY(context->call, 0, struct record *);
  for (; heard; heard = heard->next) {
    uint8_t gate, without;
    context->muted = heard->prompt;
    without = judged(judging, extents(judging, &gate));
    context->muted = (struct slice){NULL, 0};
    if (heard->claims->contradict)
      records_use(heard->claims);
    if (without != result->mask || slice_is(heard->prompt, extent))
      keep_records(context, result, heard->claims);
  }
  if (context->provision_opened)
    keep_records(context, result, context->provision_opened);
}

static struct result *new_result(struct context *context, uint32_t check) {
  struct result *result = CALL_NEW(context->call, struct result);

  result->check = check;
  result->facility = context->facility;
  return result;
}

struct result *result_broken(struct context *context, uint32_t check,
                             const struct broken *broken) {
  struct result *result = new_result(context, check);
  static const char *const head = "This check is broken and was not run: ";

  result->outcome = OUTCOME_ERROR;
  result->range = MASK_SETS / 2 - 1; /* every rating */
  result->count = COUNT_ERROR;
  result->broken = broken;
  result->reason = call_join(
      context->call, (struct slice[]){slice_of(head), broken->message}, 2);
  return result;
}

/* What is wrong with a check as the program says; NULL: nothing. */
const struct broken *result_problem(struct context *context,
                                    const struct program_check *check) {
  const struct program *program = program_of(context);
  const struct program_provision *provision =
      program_provision_at(program, check->provision);
  uint32_t row = check->broken ? check->broken
                 : provision   ? provision->broken
                               : 0;
  const struct program_broken *found = program_broken_at(program, row);
  struct broken *broken;

  if (!found)
    return NULL;
  broken = CALL_NEW(context->call, struct broken);
  broken->message = slice_of(program_text_bytes(program, found->message));
  broken->file = slice_of(program_text_bytes(program, found->file));
  broken->line = found->line;
  broken->column = found->column;
  return broken;
}

static struct result *run_sound(const struct judging *judging, uint32_t row) {
  struct context *context = judging->context;
  struct result *result = new_result(context, row);
  uint8_t mask;

  context->heard = NULL;
  context->listens = context->answers != NULL;
  mask = extents(judging, &result->gate);
  result->mask = judged(judging, mask);
  result->provision_mask = judging->provision_mask;
  result->judged_na = result->mask == MASK_NA && mask != MASK_NA;
  result->disputed = is_disputed(judging, mask);
  result->outside = mask == MASK_NA && !mask_may_hold(judging->provision_mask);
  settle(program_of(context), result);
  if (context->explain && !context->failed)
    context->explain(context, result);
  if (context->listens)
    keep_heard(judging, result);
  return result;
}

struct result *result_of(struct context *context, uint32_t row,
                         uint8_t provision_mask) {
  const struct program_check *check =
      program_check_at(program_of(context), row);
  struct judging judging = {context, check, provision_mask};
  const struct broken *broken = result_problem(context, check);
  struct result *result;

  if (broken)
    return result_broken(context, row, broken);
  context->failed = NULL;
  result = run_sound(&judging, row);
  if (!context->failed)
    return result;
  broken = context->failed;
  context->failed = NULL;
  return result_broken(context, row, broken);
}

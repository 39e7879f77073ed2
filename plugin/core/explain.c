/* explain.c: why a result is what it is, with its basis: the part
 * between the masks and the records; see explain.h. */
#include "explain.h"

#include "records.h"
#include "result.h"
#include "shortfall.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

static const struct program_check *check_of(const struct context *context,
                                            const struct result *result) {
  return program_check_at(program_of(context), result->check);
}

static bool is_shortfall(const struct result *result) {
  return result->outcome == OUTCOME_OBSERVATION ||
         result->outcome == OUTCOME_MINOR || result->outcome == OUTCOME_MAJOR;
}

static void keep_found(struct result *result, const struct found_list *found) {
  result->found = found->all;
  result->found_count = found->count;
}

/* ---- settled ------------------------------------------------------------------- */

/* How well an outcome that is settled is supported. */
static void support(struct context *context, struct result *result) {
  const struct program_check *check = check_of(context, result);

  result->basis =
      (uint8_t)decided_basis(context, result->found, result->found_count);
  if (!result->basis)
    result->basis = (uint8_t)decided_basis_of(context, check->expect,
                                              check->reads, check->reads_lists);
  context->voice = result->basis;
}

static void say_met(struct context *context, struct result *result) {
  const struct program_check *check = check_of(context, result);

  support(context, result);
  if (check->met)
    result->reason = sentence_with_left_out(
        context, sentence_fill(context, check->met, NULL), check->expect);
  else
    result->reason = call_join(
        context->call,
        (struct slice[]){SLICE("Met: "), result_text(context, check->title),
                         SLICE(".")},
        3);
}

static void say_short(struct context *context, struct result *result) {
  struct found_list found = {NULL, 0, 0};

  explain_shortfalls(context, check_of(context, result)->expect, &found);
  keep_found(result, &found);
  support(context, result);
  result->reason = explain_shortfall(context, &found);
}

/* ---- open ------------------------------------------------------------------------ */

static void find_open(struct context *context, const struct result *result,
                      struct found_list *found) {
  const struct program_check *check = check_of(context, result);
  const struct program_provision *provision =
      program_provision_at(program_of(context), check->provision);

  if (!mask_is_single(result->provision_mask) && provision->applies)
    explain_open(context, provision->applies, true, found);
  else if (!mask_is_single(result->gate) && check->applies)
    explain_open(context, check->applies, true, found);
  else
    explain_open(context, check->expect, false, found);
}

/* What all that leaves it open comes to. */
static enum result_count count_open(struct context *context,
                                    const struct result *result) {
  enum result_count worst = COUNT_UNKNOWN;

  if (result->disputed)
    return COUNT_CONFLICTING;
  for (uint32_t i = 0; i < result->found_count; i++) {
    enum result_count count = explain_state_of(context, &result->found[i]);
    if (count == COUNT_CONFLICTING)
      return count;
    if (count == COUNT_WITHHELD)
      worst = count;
  }
  return worst;
}

static void say_open(struct context *context, struct result *result) {
  struct found_list found = {NULL, 0, 0};

  find_open(context, result, &found);
  if (found.count == 0 && !(result->mask & ~MASK_SHORT))
    explain_short(context, check_of(context, result)->expect, &found);
  keep_found(result, &found);
  result->reason =
      result->disputed
          ? SLICE("The auditor's records contradict each other: is this "
                  "shortfall isolated, or systemic?")
          : explain_reason_open(context, found.all, found.count);
  result->count = (uint8_t)count_open(context, result);
}

/* ---- all of them ------------------------------------------------------------------ */

/* Says before the sentence of what is settled whose word it is. */
static void give_voice(struct context *context, struct result *result) {
  static const char *const voices[] = {
      "", "As stated: ", "As documented: ", "Auditor-verified: "};

  context->voice = BASIS_NONE;
  if (result->basis && !result->by_record)
    result->reason = call_join(
        context->call,
        (struct slice[]){slice_of(voices[result->basis]), result->reason}, 2);
}

void explain_result(struct context *context, struct result *result) {
  switch (result->outcome) {
  case OUTCOME_CONFORMANCE:
    say_met(context, result);
    break;
  case OUTCOME_NOT_APPLICABLE:
    explain_not_applicable(context, result);
    break;
  case OUTCOME_OPEN:
    say_open(context, result);
    break;
  default:
    say_short(context, result);
  }
  give_voice(context, result);
  if (result->count != COUNT_NOT_APPLICABLE || result->by_record)
    explain_against(context, result, result->found,
                    is_shortfall(result) ? result->found_count : 0);
}

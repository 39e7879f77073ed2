/* house.c: see house.h.  The COP 11 result of a check stays as it is; where a layer
 * weakens it, or reads it by another value, what then follows is put beside it. */
#include "house.h"

#include "days.h"
#include "explain.h"
#include "result.h"

struct house {
  struct frame *parameters; /* with the layers' own values; NULL: none is set */
  const uint32_t *set; /* by the slot of a parameter: its last change, or 0 */
  const uint32_t *weakened; /* by the row of a check: its change, or 0 */
};

/* ---- what is in force ------------------------------------------------------- */

static const struct program_change *change_at(const struct call *call,
                                              uint32_t row) {
  return program_change_at(call->program, row);
}

/* A change with grounds ends with them. */
static bool is_in_force(const struct reading *reading,
                        const struct program_change *change) {
  return !change->last ||
         reading->as_of <=
             program_number_at(reading->call->program, change->last);
}

static uint32_t slots_of(const struct program *program) {
  const struct program_frame *frame =
      program_frame_at(program, frame_kind(program, SCOPE_PARAMETER));

  return program_list_at(program, frame ? frame->facts : 0).count;
}

static void set_parameter(struct call *call, struct house *house, uint32_t *set,
                          uint32_t row) {
  const struct program_change *change = change_at(call, row);
  uint32_t slot = program_fact_at(call->program, change->fact)->slot;

  if (!house->parameters)
    house->parameters = evaluate_parameters(call);
  house->parameters->cells[slot] = evaluate_setting(
      call, program_setting_at(call->program, change->setting));
  set[slot] = row;
}

const struct house *house_plan(struct reading *reading) {
  struct call *call = reading->call;
  uint32_t count = program_count(call->program, SECTION_CHANGE);
  uint32_t checks = program_count(call->program, SECTION_CHECK);
  struct house *house;
  uint32_t *set, *weakened;
  bool any = false;

  if (count == 0)
    return NULL;
  house = CALL_NEW(call, struct house);
  house->set = set = CALL_NEW_MANY(call, slots_of(call->program), uint32_t);
  house->weakened = weakened =
      CALL_NEW_MANY(call, (size_t)checks + 1, uint32_t);
  for (uint32_t i = 1; i <= count; i++) {
    const struct program_change *change = change_at(call, i);
    bool weakens =
        change->kind == CHANGE_SWITCHES_OFF || change->kind == CHANGE_NARROWS;
    if (!is_in_force(reading, change))
      continue;
    if (change->kind == CHANGE_CHANGES_PARAMETER)
      set_parameter(call, house, set, i);
    if (weakens)
      weakened[change->check] = i;
    any = any || weakens || change->kind == CHANGE_CHANGES_PARAMETER;
  }
  return any ? house : NULL;
}

const struct frame *house_parameters(const struct context *context,
                                     uint32_t check) {
  if (!context->house ||
      program_check_at(context->call->program, check)->layer == 0)
    return NULL;
  return context->house->parameters;
}

uint32_t house_change_of(const struct context *context, uint32_t parameter) {
  const struct program *program = context->call->program;

  return context->house
             ? context->house->set[program_fact_at(program, parameter)->slot]
             : 0;
}

/* ---- one result -------------------------------------------------------------- */

static struct house_result *new_result(struct context *context, uint32_t change,
                                       uint8_t outcome, uint8_t range) {
  struct house_result *result = CALL_NEW(context->call, struct house_result);

  result->change = change;
  result->outcome = outcome;
  result->range = range;
  return result;
}

/* "Narrowed by the layer acme until 2013-12-31 (A. Head): agreed". */
static struct slice grounds_text(struct context *context, uint32_t row,
                                 const char *what) {
  const struct program *program = context->call->program;
  const struct program_change *change = change_at(context->call, row);
  char day[DAY_SIZE];
  size_t size =
      day_format((int32_t)program_number_at(program, change->last), day);

  return call_join(
      context->call,
      (struct slice[]){
          slice_of(what), SLICE(" by the layer "),
          result_text(context, program_layer_at(program, change->layer)->name),
          SLICE(" until "), (struct slice){day, size}, SLICE(" ("),
          result_text(context, change->by), SLICE("): "),
          result_text(context, change->because)},
      9);
}

static struct house_result *not_applicable(struct context *context,
                                           uint32_t change, const char *what) {
  struct house_result *result =
      new_result(context, change, OUTCOME_NOT_APPLICABLE, MASK_NA);

  result->reason = grounds_text(context, change, what);
  return result;
}

/* What a check comes to where a layer narrows it; NULL where its gate is open. */
static struct house_result *narrowed(struct context *context, uint32_t change,
                                     const struct result *base) {
  uint32_t node = change_at(context->call, change)->gate;
  uint8_t gate = node_root(context, node);
  struct found_list found = {NULL, 0, 0};
  struct house_result *result;

  if (mask_holds(gate))
    return NULL;
  if (!mask_may_hold(gate))
    return not_applicable(context, change, "Narrowed");
  result = new_result(context, change, OUTCOME_OPEN, base->range | MASK_NA);
  if (mask_is_single(result->range))
    result->outcome = base->outcome;
  explain_open(context, node, false, &found);
  result->found = found.all;
  result->found_count = found.count;
  result->reason = explain_reason_open(context, found.all, found.count);
  return result;
}

/* The change of a parameter that the check reads, or 0. */
static uint32_t read_change(const struct context *context, uint32_t check) {
  const struct program *program = context->call->program;
  struct program_list reads =
      program_list_at(program, program_check_at(program, check)->reads);

  for (uint32_t i = 0; context->house->parameters && i < reads.count; i++) {
    const struct program_fact *fact = program_fact_at(program, reads.rows[i]);
    if (fact->scope == SCOPE_PARAMETER && context->house->set[fact->slot])
      return context->house->set[fact->slot];
  }
  return 0;
}

/* The check again by the layers' values. */
static const struct result *run_by_layers(struct context *context,
                                          const struct result *result) {
  const struct frame *usual = context->parameters;
  const struct result *base;

  context->parameters = context->house->parameters;
  base = result_of(context, result->check, result->provision_mask);
  context->parameters = usual;
  return base;
}

static struct house_result *by_value(struct context *context, uint32_t set,
                                     const struct result *base) {
  struct house_result *result =
      new_result(context, set, base->outcome, base->range);

  result->reason = base->reason;
  result->found = base->found;
  result->found_count = base->found_count;
  return result;
}

struct house_result *house_judge(struct context *context,
                                 const struct result *result) {
  const struct program *program = context->call->program;
  uint32_t change, set;
  struct house_result *own = NULL;

  if (!context->house || result->broken ||
      program_check_at(program, result->check)->layer > 0)
    return NULL;
  change = context->house->weakened[result->check];
  if (change && !change_at(context->call, change)->gate)
    return not_applicable(context, change, "Switched off");
  set = read_change(context, result->check);
  if (set)
    result = run_by_layers(context, result);
  if (change)
    own = narrowed(context, change, result);
  return own || !set ? own : by_value(context, set, result);
}

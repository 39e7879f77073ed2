/* alone.c: see alone.h. */
#include "alone.h"

#include "explain.h"
#include "out.h"
#include "outcomes.h"

enum {
  COST = 500 /* of making and writing one result, in steps */
};

/* The row of a check that can be run, or 0. */
static uint32_t row_of(const struct context *context, struct at number) {
  const struct program *program = context->call->program;
  double row = at_number(number);
  const struct program_check *check;

  if (!(row >= 1 && row <= program_count(program, SECTION_CHECK)))
    return 0;
  check = program_check_at(program, (uint32_t)row);
  return check->provision && !check->retired ? (uint32_t)row : 0;
}

/* What the check comes to at its first place; NULL: it has none. */
static const struct result *first_result(struct context *context,
                                         uint32_t row) {
  const struct list *facilities = context->reading->facilities;
  bool at_member =
      row &&
      program_check_at(context->call->program, row)->scope == SCOPE_MEMBER;

  if (!row || (!at_member && facilities->count == 0))
    return NULL;
  call_charge(context->call, COST);
  return evaluate_at(context, row, at_member ? NULL : facilities->items[0]);
}

static void write_result(const struct result *result, struct json_buffer *out) {
  out_open_at(out, "found", '[');
  for (uint32_t i = 0; i < result->found_count; i++)
    out_number(out, result->found[i].node);
  out_close(out, '[');
  out_pair(out, "outcome", outcome_name(result->outcome));
  out_count(out, "range", result->range);
  out_pair(out, "reason", result->reason);
}

void alone_write(struct context *context, struct at checks,
                 struct json_buffer *out) {
  out_open(out, '{');
  out_open_at(out, "results", '[');
  for (struct at one = at_first(checks); one.given;
       one = at_next(checks, one)) {
    const struct result *result = first_result(context, row_of(context, one));
    out_open(out, '{');
    if (result)
      write_result(result, out);
    out_close(out, '{');
  }
  out_close(out, '[');
  out_close(out, '{');
}

/* not_applicable.c: why a check is about nothing here: by a record, by its gate, by
 * its own words or its provision's; see explain.h. */
#include <stdlib.h>

#include "explain.h"
#include "records.h"
#include "result.h"
#include "shortfall.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

/* ---- by a record ---------------------------------------------------------------- */

/* What was heard of the prompt whether a check applies. */
static const struct claims *heard_of(const struct context *context,
                                     uint32_t prompt) {
  for (const struct heard *heard = context->heard; heard; heard = heard->next)
    if (slice_is(heard->prompt, result_text(context, prompt)))
      return heard->claims;
  return NULL;
}

/* The claims by which, and not by the facts, this does not apply; NULL: none. */
static const struct claims *by_records(const struct context *context,
                                       const struct result *result) {
  uint32_t prompt =
      program_check_at(program_of(context), result->check)->prompt_applies;
  const struct claims *claims = NULL;

  if (result->judged_na)
    claims = heard_of(context, prompt);
  if (!claims && result->outside && context->answers)
    claims = context->provision_judged;
  return claims;
}

static bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* A text without its full stop, and what is behind it. */
static struct slice without_stop(struct slice text) {
  size_t end = text.size;

  while (end > 0 && is_space(text.data[end - 1]))
    end--;
  if (end > 0 && text.data[end - 1] == '.')
    text.size = end - 1;
  return text;
}

static struct slice said_by(struct call *call, const struct record *record) {
  bool has_id = record->entry.id.data != NULL;

  return call_join(
      call,
      (struct slice[]){without_stop(record->why), SLICE(" ("), record->entry.id,
                       has_id ? SLICE(", ") : SLICE(""), record->by,
                       SLICE(", "), record->authority, SLICE(")")},
      8);
}

static int by_bytes(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* "The auditor's record says that this does not apply: WHY (ID, WHO, ROLE)." */
static struct slice recorded_reason(struct call *call,
                                    const struct claims *claims) {
  struct slice *said = CALL_NEW_MANY(call, claims->count, struct slice);
  struct writing out = {.call = call};

  for (uint32_t i = 0; i < claims->count; i++)
    said[i] = said_by(call, claims->all[i].record);
  qsort(said, claims->count, sizeof *said, by_bytes);
  writing_put_text(&out,
                   "The auditor's record says that this does not apply: ");
  for (uint32_t i = 0; i < claims->count; i++) {
    writing_put_text(&out, i > 0 ? "; " : "");
    writing_put(&out, said[i]);
  }
  writing_put_text(&out, ".");
  return writing_done(&out);
}

/* ---- by the facts ----------------------------------------------------------------- */

/* The gate around a check that is its own, or its provision's; 0: none. */
static uint32_t gate_of(const struct context *context,
                        const struct result *result) {
  const struct program_check *check =
      program_check_at(program_of(context), result->check);

  return result->outside
             ? program_provision_at(program_of(context), check->provision)
                   ->applies
             : check->applies;
}

static bool is_closed(struct context *context, uint32_t gate) {
  return gate && !mask_may_hold(node_root(context, gate));
}

/* What decided that the check is about nothing here. */
static void find_decided(struct context *context, struct result *result,
                         bool closed) {
  uint32_t node =
      closed || result->outside
          ? gate_of(context, result)
          : program_check_at(program_of(context), result->check)->expect;
  struct found_list found = {NULL, 0, 0};

  if (node)
    decided_by(context, node, &found);
  result->has_decided = true;
  result->decided = found.all;
  result->decided_count = found.count;
  result->basis = (uint8_t)decided_basis(context, found.all, found.count);
  if (!result->basis)
    result->basis = BASIS_STATED;
}

/* The reason beside the part of the gate which decided; no data: none. */
static struct slice gate_reason(struct context *context,
                                const struct result *result) {
  for (uint32_t i = 0; i < result->decided_count; i++) {
    const struct found *found = &result->decided[i];
    if (found->branch)
      return sentence_fill(
          context,
          program_node_at(program_of(context), found->branch)->otherwise,
          found);
  }
  return (struct slice){NULL, 0};
}

/* In the words of the provision that closed it, else of the check; no data: neither
 * has any. */
static struct slice own_words(struct context *context,
                              const struct result *result) {
  const struct program_check *check =
      program_check_at(program_of(context), result->check);
  const struct program_provision *provision =
      program_provision_at(program_of(context), check->provision);
  uint32_t words = check->not_applicable;
  struct slice said;

  if (result->outside && provision->not_applicable)
    words = provision->not_applicable;
  if (!words)
    return (struct slice){NULL, 0};
  said = sentence_fill(context, words, NULL);
  return result->outside ? said
                         : sentence_with_left_out(context, said, check->expect);
}

static struct slice reason_of(struct context *context,
                              const struct result *result, bool closed) {
  uint32_t gate = gate_of(context, result);
  struct slice reason = {NULL, 0};

  if (closed)
    reason = gate_reason(context, result);
  if (!reason.data)
    reason = own_words(context, result);
  if (reason.data)
    return reason;
  if (!gate)
    return SLICE("There is nothing here that this check could be about.");
  return call_join(
      context->call,
      (struct slice[]){
          SLICE("It applies only where "),
          result_text(context,
                      program_node_at(program_of(context), gate)->text),
          SLICE(".")},
      3);
}

void explain_not_applicable(struct context *context, struct result *result) {
  const struct claims *claims = by_records(context, result);
  bool closed;

  if (claims) {
    result->reason = recorded_reason(context->call, claims);
    result->basis = BASIS_VERIFIED;
    result->by_record = true;
    return;
  }
  closed = is_closed(context, gate_of(context, result));
  find_decided(context, result, closed);
  context->voice = result->basis;
  result->reason = reason_of(context, result, closed);
}

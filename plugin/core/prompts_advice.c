/* prompts_advice.c: the advice of checks, and whom it speaks of. */
#include "report_parts.h"
#include "writing.h"

/* Whether what leaves a found condition open is known, though not exactly. */
static bool is_known_at(const struct report *report, const struct found *found,
                        uint32_t fact) {
  return cell_is_known(
      cell_in(report->context, found->facility, found->item, fact));
}

static bool is_known_in_part(const struct report *report,
                             const struct found *found) {
  const struct program_node *node =
      program_node_at(report->program, found->node);

  return node->fact && is_known_at(report, found, node->fact) &&
         (!node->operand || is_known_at(report, found, node->operand));
}

/* Whether all that leaves `when` open is inexact, such as a date of which only the year
 * is known. */
static bool is_inexact(struct report *report, uint32_t when) {
  struct found_list open = {NULL, 0, 0};

  explain_open(report->context, when, false, &open);
  for (uint32_t i = 0; i < open.count; i++)
    if (!is_known_in_part(report, &open.all[i]))
      return false;
  return open.count > 0;
}

/* ---- one piece of advice ----------------------------------------------------------------- */

/* Puts its text where its condition holds, or may hold by values that are known in
 * part. */
static bool put_advice(struct report *report,
                       const struct program_prompt *prompt,
                       struct writing *out) {
  uint8_t mask = MASK_MET;

  if (prompt->when)
    mask = node_root(report->context, prompt->when);
  if (!mask_may_hold(mask) ||
      (!mask_holds(mask) && !is_inexact(report, prompt->when)))
    return false;
  writing_put(out, report_text(report, prompt->text));
  if (!mask_holds(mask))
    writing_put_text(out, "  Whether it is so is open.");
  asked_of_because(report, prompt, mask_holds(mask), out);
  return true;
}

static void advise(struct report *report, const struct result *result,
                   const struct program_prompt *prompt) {
  const struct program_check *check = report_check(report, result->check);
  struct writing text = {.call = report->call};
  struct prompt made = {.deciding = false};

  if (!put_advice(report, prompt, &text))
    return;
  asked_of_advice(report, prompt, &text);
  made.prompt = report_text(report, prompt->id);
  made.text = writing_done(&text);
  made.check = report_text(report, check->id);
  made.facility = facility_id(result->facility);
  prompt_ask(report, &made);
}

/* Advice belongs to a check that applies, unless it says that it is where the check
 * is not asked too.  Where a record says that it is major already, nobody asks whether
 * something makes it so. */
void prompts_of_advice(struct report *report, const struct result *result) {
  struct program_list prompts = program_list_at(
      report->program, report_check(report, result->check)->prompts);
  bool applies = result->count != COUNT_NOT_APPLICABLE;

  for (uint32_t i = 0; i < prompts.count; i++) {
    const struct program_prompt *prompt =
        program_prompt_at(report->program, prompts.rows[i]);
    if (!auditor_is_raised(result) && (applies || prompt->where_not_asked))
      advise(report, result, prompt);
  }
}

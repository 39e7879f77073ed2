/* prompts_advice.c: the advice of checks, and whom it speaks of: a part of
 * scripts/report/prompts.lua. */
#include "report_parts.h"
#include "writing.h"

enum {
  MOST_NAMED = 5
};

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

/* ---- whom it is asked of ------------------------------------------------------------- */

/* "A-1 (public forces; open, and not investigated)": an item of a list. */
static struct slice named_item(struct report *report, const struct frame *item,
                               struct program_list facts) {
  bool show = report->call->options.show_sensitive;
  struct writing out = {.call = report->call};
  struct slice label = item_label(report->call, item, show);

  writing_put(&out, label.data ? label : item->pointer);
  writing_put_text(&out, " (");
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact =
        program_fact_at(report->program, facts.rows[i]);
    if (fact->list != item->of)
      continue; /* not of a program that was compiled */
    if (i > 0)
      writing_put_text(&out, "; ");
    writing_put(&out, value_words(report->call, facts.rows[i],
                                  item->cells[fact->slot], show));
  }
  writing_put_text(&out, ")");
  return writing_done(&out);
}

/* The names of those items for which the condition holds, and how many they are. */
static uint32_t put_named(struct report *report,
                          const struct program_node *node,
                          struct program_list facts, struct writing *out) {
  struct context *context = report->context;
  const struct list *list = list_of(context, node->list);
  uint32_t condition = program_list_at(report->program, node->children).rows[0];
  struct frame **place = context_place(context, node->list), *outer = *place;
  uint32_t count = 0;

  for (uint32_t i = 0; list && i < list->count; i++) {
    *place = list->items[i];
    if (!mask_holds(node_root(context, condition)) || ++count > MOST_NAMED)
      continue;
    if (count > 1)
      writing_put_text(out, ", ");
    writing_put(out, named_item(report, list->items[i], facts));
  }
  *place = outer;
  return count;
}

/* "  Asked of: ...": the items of a list for which a prompt is asked. */
static void put_asked_of(struct report *report,
                         const struct program_prompt *prompt,
                         struct writing *out) {
  struct writing names = {.call = report->call};
  const struct program_node *node =
      program_node_at(report->program, prompt->names_of);
  uint32_t count;

  if (!node || node->kind != KIND_SOME)
    return;
  count = put_named(report, node,
                    program_list_at(report->program, prompt->names), &names);
  if (count == 0)
    return;
  writing_put_text(out, "  Asked of: ");
  writing_put(out, writing_done(&names));
  if (count > MOST_NAMED) {
    writing_put_text(out, ", ");
    writing_put(out, report_number(report->call, count - MOST_NAMED));
    writing_put_text(out, " more");
  }
  writing_put_text(out, ".");
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
    writing_put_text(out, "  What is known leaves open whether it is so.");
  return true;
}

static void advise(struct report *report, const struct result *result,
                   const struct program_prompt *prompt) {
  const struct program_check *check = report_check(report, result->check);
  struct writing text = {.call = report->call};
  struct prompt made = {.deciding = false};

  if (!put_advice(report, prompt, &text))
    return;
  put_asked_of(report, prompt, &text);
  made.prompt = report_text(report, prompt->id);
  made.text = writing_done(&text);
  made.check = report_text(report, check->id);
  made.facility = facility_id(result->facility);
  prompt_ask(report, &made);
}

/* Advice belongs to a check that applies, unless it says that it stands where the check
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

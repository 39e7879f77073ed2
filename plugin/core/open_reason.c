/* open_reason.c: what leaves an outcome open, in a sentence; see
 * explain.h. */
#include <stdio.h>

#include "explain.h"
#include "writing.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

static bool is_known(const struct context *context, const struct found *found,
                     uint32_t fact) {
  return fact &&
         cell_has_value(cell_in(context, found->facility, found->item, fact));
}

static uint32_t subject_of(const struct context *context,
                           const struct found *found) {
  return found->subject
             ? found->subject
             : program_node_at(program_of(context), found->node)->fact;
}

/* Two facts that are known and leave a condition open contradict each other. */
enum result_count explain_state_of(struct context *context,
                                   const struct found *found) {
  const struct program_node *node =
      program_node_at(program_of(context), found->node);
  uint32_t subject = subject_of(context, found);

  if (!subject)
    return COUNT_UNKNOWN;
  if (is_known(context, found, node->fact) &&
      is_known(context, found, node->operand))
    return COUNT_CONFLICTING;
  switch (cell_in(context, found->facility, found->item, subject)->state) {
  case CELL_WITHHELD:
    return COUNT_WITHHELD;
  case CELL_CONFLICTING:
    return COUNT_CONFLICTING;
  default:
    return COUNT_UNKNOWN;
  }
}

/* The first of the texts that is there. */
static const char *text_of(const struct context *context, uint32_t first,
                           uint32_t second) {
  return program_text_bytes(program_of(context), first ? first : second);
}

static const char *question_of(const struct context *context,
                               const struct found *found) {
  const struct program *program = program_of(context);
  const struct program_node *node = program_node_at(program, found->node);
  const struct program_fact *fact =
      program_fact_at(program, subject_of(context, found));
  const struct program_items *list = program_items_at(program, node->list);

  if (node->ask)
    return text_of(context, node->ask, 0);
  if (fact)
    return text_of(context, fact->ask, fact->path);
  return list ? text_of(context, list->ask, list->path)
              : text_of(context, node->text, 0);
}

static const char *words_before(enum result_count state, bool asks_auditor) {
  if (asks_auditor)
    return "Only the auditor may decide: \"";
  if (state == COUNT_WITHHELD)
    return "The answer is withheld: \"";
  return state == COUNT_CONFLICTING ? "The dossier contradicts itself on: \""
                                    : "Not settled: \"";
}

struct slice explain_reason_open(struct context *context,
                                 const struct found *found, uint32_t count) {
  struct writing out = {.call = context->call};
  char more[48];

  if (count == 0)
    return SLICE("What is known does not settle this.");
  writing_put_text(
      &out,
      words_before(explain_state_of(context, found),
                   program_node_at(program_of(context), found->node)->kind ==
                       KIND_AUDITOR));
  writing_put_text(&out, question_of(context, found));
  writing_put_text(&out, "\"");
  if (count > 1) {
    snprintf(more, sizeof more, " (and %lu more question%s)",
             (unsigned long)(count - 1), count == 2 ? "" : "s");
    writing_put_text(&out, more);
  }
  return writing_done(&out);
}

/* shortfall.c: what falls short, in sentences; see explain.h and
 * shortfall.h. */
#include "shortfall.h"

#include <math.h>
#include <stdio.h>

#include "seen.h"

enum {
  MOST_SENTENCES = 4
};

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

static const struct program_node *node_of(const struct context *context,
                                          const struct found *found) {
  return program_node_at(program_of(context), found->node);
}

struct slice sentence_with(struct context *context, struct slice sentence,
                           struct slice remarks) {
  if (remarks.size == 0)
    return sentence;
  if (sentence.size > 0 && sentence.data[sentence.size - 1] == '.')
    sentence.size--;
  return call_join(context->call,
                   (struct slice[]){sentence, remarks, SLICE(".")}, 3);
}

struct slice sentence_with_left_out(struct context *context,
                                    struct slice sentence, uint32_t node) {
  struct writing remark = {.call = context->call};

  left_out_put(context, node, &remark);
  return sentence_with(context, sentence, writing_done(&remark));
}

/* ---- one sentence ------------------------------------------------------------ */

static bool is_never(const struct context *context, const struct found *found) {
  uint32_t fact = node_of(context, found)->fact;
  const struct cell *cell;

  if (!fact)
    return false;
  cell = cell_in(context, found->facility, found->item, fact);
  return program_fact_at(program_of(context), fact)->type == TYPE_DATE &&
         cell_has_value(cell) && cell->lo == -INFINITY;
}

/* The sentence that a finding has in its rule, or 0. */
static uint32_t sentence_of(const struct context *context,
                            const struct found *found) {
  const struct program_node *branch =
      program_node_at(program_of(context), found->branch);

  if (!branch)
    return 0;
  return branch->never && is_never(context, found) ? branch->never
                                                   : branch->otherwise;
}

static struct slice plain_shortfall(struct context *context,
                                    const struct found *found) {
  struct call *call = context->call;
  const struct program_node *node = node_of(context, found);
  struct slice text = slice_of(program_text_bytes(call->program, node->text));

  if (!node->fact)
    return call_join(call,
                     (struct slice[]){SLICE("Not so: "), text, SLICE(".")}, 3);
  return call_join(
      call,
      (struct slice[]){SLICE("Expected that "), text, SLICE("; the answer: "),
                       value_words(call, node->fact,
                                   cell_in(context, found->facility,
                                           found->item, node->fact),
                                   call->options.show_sensitive),
                       SLICE(".")},
      5);
}

/* Whether a sentence names its item by itself. */
static bool names_item(const struct program *program, uint32_t row) {
  const struct program_sentence *sentence = program_sentence_at(program, row);
  struct program_list pieces =
      program_list_at(program, sentence ? sentence->pieces : 0);

  for (uint32_t i = 0; i < pieces.count; i++) {
    const struct program_piece *piece =
        program_piece_at(program, pieces.rows[i]);
    const char *text = program_text_bytes(program, piece->text);
    if (piece->kind == PIECE_FACT &&
        (strcmp(text, "id") == 0 || strcmp(text, "name") == 0))
      return true;
  }
  return false;
}

/* ---- of a group ---------------------------------------------------------------- */

/* Conditions of one item make one finding. */
static uint32_t count_findings(struct call *call,
                               const struct finding_group *group) {
  struct seen items = {NULL, 0, 0};
  uint32_t count = 0;

  for (uint32_t i = 0; i < group->count; i++)
    count += seen_add(call, &items, 0, group->all[i]->item);
  return count;
}

static void put_more(struct writing *out, uint32_t count) {
  char more[64];

  if (count <= 1)
    return;
  snprintf(more, sizeof more, " (and %lu more of the same kind)",
           (unsigned long)(count - 1));
  writing_put_text(out, more);
}

/* The sentence of findings that share it, with whom or what it speaks of. */
static struct slice group_sentence(struct context *context,
                                   const struct finding_group *group) {
  const struct found *first = group->all[0];
  uint32_t row = sentence_of(context, first);
  struct slice sentence = row ? sentence_fill(context, row, first)
                              : plain_shortfall(context, first);
  uint32_t count = count_findings(context->call, group), named = 0;
  struct writing remarks = {.call = context->call};

  if (!names_item(program_of(context), row))
    named = culprits_put(context, group, &remarks);
  left_out_put(context, first->node, &remarks);
  put_more(&remarks, named > 0 ? count - named + 1 : count);
  return sentence_with(context, sentence, writing_done(&remarks));
}

/* ---- all of them ---------------------------------------------------------------- */

/* What tells the groups apart: the sentence, or the condition that has none. */
static uint64_t key_of(const struct context *context,
                       const struct found *found) {
  uint32_t row = sentence_of(context, found);

  return row ? (uint64_t)row << 32 : found->node;
}

/* Of `found`, those with the key. */
static struct finding_group group_of(struct context *context,
                                     const struct found_list *found,
                                     const uint64_t *keys, uint64_t key) {
  struct finding_group group = {
      (const struct found **)CALL_NEW_MANY(context->call, found->count,
                                           struct found *),
      0};

  for (uint32_t i = 0; i < found->count; i++)
    if (keys[i] == key)
      group.all[group.count++] = &found->all[i];
  return group;
}

/* A sentence for each kind of finding. */
struct slice explain_shortfall(struct context *context,
                               const struct found_list *found) {
  struct call *call = context->call;
  uint64_t *keys = CALL_NEW_MANY(call, found->count, uint64_t);
  struct writing out = {.call = call};
  struct seen seen = {NULL, 0, 0};

  for (uint32_t i = 0; i < found->count; i++)
    keys[i] = key_of(context, &found->all[i]);
  for (uint32_t i = 0; i < found->count; i++) {
    struct finding_group group;
    if (!seen_add(call, &seen, keys[i], NULL) || seen.count > MOST_SENTENCES)
      continue;
    group = group_of(context, found, keys, keys[i]);
    writing_put_text(&out, out.size > 0 ? " " : "");
    writing_put(&out, group_sentence(context, &group));
  }
  if (seen.count > MOST_SENTENCES) {
    char more[32];
    snprintf(more, sizeof more, " And %lu more.",
             (unsigned long)(seen.count - MOST_SENTENCES));
    writing_put_text(&out, more);
  }
  return writing_done(&out);
}

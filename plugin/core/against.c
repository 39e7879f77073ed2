/* against.c: what is known and speaks against the Member in a check whose outcome does
 * not say so; see explain.h. */
#include "explain.h"
#include "seen.h"
#include "writing.h"

/* One way down; `forbidden`: what is met speaks against the Member. */
struct looking {
  struct context *context;
  struct result *result;
  uint32_t room;
  bool forbidden;
  struct seen *named; /* texts of conditions */
};

static void look(struct looking *looking, uint32_t row);

static const struct program *program_of(const struct looking *looking) {
  return looking->context->call->program;
}

static bool fails(uint8_t mask) {
  return (mask & ~MASK_SHORT) == 0;
}

/* ---- what is said ------------------------------------------------------------ */

/* "How many are trained? Answer: 2."; false where it is no fact of the dossier. */
static bool put_answer(struct context *context, uint32_t row,
                       const char *before, struct writing *out) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);

  if (!fact || fact->scope == SCOPE_PARAMETER)
    return false;
  writing_put_text(out, before);
  writing_put_text(out, program_text_bytes(call->program,
                                           fact->ask ? fact->ask : fact->path));
  writing_put_text(out, fact->ask ? " Answer: " : ": Answer: ");
  writing_put(out, value_words(call, row, cell_of(context, row),
                               call->options.show_sensitive));
  writing_put_text(out, ".");
  return true;
}

static struct slice says(struct context *context,
                         const struct program_node *node) {
  struct call *call = context->call;
  struct writing out = {.call = call};
  struct slice label = {NULL, 0};

  if (context->item)
    label = item_label(call, context->item, call->options.show_sensitive);
  if (label.data) {
    writing_put(&out, label);
    writing_put_text(&out, ": ");
  }
  if (!put_answer(context, node->fact, "", &out)) {
    writing_put_text(&out, "Not so: ");
    writing_put_text(&out, program_text_bytes(call->program, node->text));
    writing_put_text(&out, ".");
  }
  put_answer(context, node->operand, " ", &out);
  return writing_done(&out);
}

/* A rule may hold a condition twice. */
static void take(struct looking *looking, uint32_t row) {
  struct call *call = looking->context->call;
  const struct program_node *node = program_node_at(call->program, row);
  struct result *result = looking->result;

  if (!seen_add(call, looking->named, node->text, NULL))
    return;
  result->against = reading_grow(call, result->against, sizeof *result->against,
                                 result->against_count, &looking->room);
  result->against[result->against_count++] =
      (struct against){.node = row, .says = says(looking->context, node)};
}

/* ---- where it is looked for ----------------------------------------------------- */

static void each_child(struct looking *looking,
                       const struct program_node *node) {
  struct program_list children =
      program_list_at(program_of(looking), node->children);

  for (uint32_t i = 0; i < children.count; i++)
    look(looking, children.rows[i]);
}

static void each_item(struct looking *looking, uint32_t row,
                      const struct program_node *node) {
  struct context *context = looking->context;
  const struct list *list = list_of(context, node->list);
  struct frame **place = context_place(context, node->list), *outer = *place;
  uint32_t count = list ? list->count : 0;

  call_charge(context->call, count * node_item_cost(program_of(looking), row));
  for (uint32_t i = 0; i < count; i++) {
    *place = list->items[i];
    if (!node->where || mask_may_hold(node_extents(context, node->where)))
      each_child(looking, node);
  }
  *place = outer;
}

/* Every reading is printed with what it comes to; only the one that rates counts. */
static void look_at_reading(struct looking *looking,
                            const struct program_node *node) {
  const struct cell *chosen = cell_of(looking->context, node->fact);
  struct program_list children =
      program_list_at(program_of(looking), node->children);

  for (uint32_t i = 0; i < children.count; i++)
    if (chosen->state == CELL_ABSENT ||
        (chosen->shape == SHAPE_VALUE && (chosen->set >> i & 1)))
      look(looking, children.rows[i]);
}

static void look_at_condition(struct looking *looking, uint32_t row) {
  uint8_t mask = node_extents(looking->context, row);

  if (looking->forbidden ? mask == MASK_MET : fails(mask))
    take(looking, row);
}

static void look_by_kind(struct looking *looking, uint32_t row,
                         const struct program_node *node) {
  switch (node->kind) {
  case KIND_ALL:
  case KIND_ANY:
  case KIND_NONE:
    each_child(looking, node);
    break;
  case KIND_EVERY:
  case KIND_SOME:
  case KIND_NO:
    each_item(looking, row, node);
    break;
  case KIND_WHEN:
    if (mask_may_hold(node_extents(looking->context, node->gate)))
      each_child(looking, node);
    break;
  case KIND_READING:
    look_at_reading(looking, node);
    break;
  case KIND_AUDITOR:
    break;
  default:
    look_at_condition(looking, row);
  }
}

/* What is met where its parts are not forbids what they say. */
static void look(struct looking *looking, uint32_t row) {
  const struct program_node *node = program_node_at(program_of(looking), row);
  bool turns = node->kind == KIND_NONE || node->kind == KIND_NO;

  call_charge(looking->context->call, node->weight);
  looking->forbidden = looking->forbidden != turns;
  look_by_kind(looking, row, node);
  looking->forbidden = looking->forbidden != turns;
}

void explain_against(struct context *context, struct result *result,
                     const struct found *found, uint32_t count) {
  const struct program *program = context->call->program;
  uint32_t expect = program_check_at(program, result->check)->expect;
  struct seen named = {NULL, 0, 0};
  struct looking looking = {context, result, 0, false, &named};

  for (uint32_t i = 0; i < count; i++)
    seen_add(context->call, &named,
             program_node_at(program, found[i].node)->text, NULL);
  result->has_against = true;
  look(&looking, expect);
}

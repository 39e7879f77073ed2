/* culprits.c: which items of a list a shortfall speaks of, and what a report may call
 * them; see explain.h. */
#include <string.h>

#include "find.h"
#include "seen.h"
#include "shortfall.h"

enum {
  MOST_LABELS = 5
};

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

/* ---- facts worked out from lists -------------------------------------------- */

static bool has_culprits(const struct program_node *from) {
  return from && (from->kind == KIND_EVERY || from->kind == KIND_NO);
}

/* The items that made a fact what it is, where it was worked out from a list. */
static void add_items_behind(struct context *context, struct found *found) {
  const struct program_node *node =
      program_node_at(program_of(context), found->node);
  const struct program_fact *fact =
      program_fact_at(program_of(context), node->fact);
  struct found_list from = {NULL, 0, 0};
  struct seen seen = {NULL, 0, 0};
  const struct cell *cell;

  if (!fact || !has_culprits(program_node_at(program_of(context), fact->from)))
    return;
  cell = cell_in(context, found->facility, found->item, node->fact);
  if (!cell_detail(cell)->list.data)
    return;
  explain_short(context, fact->from, &from);
  found->has_items = true;
  found->lacks =
      program_node_at(program_of(context), fact->from)->kind == KIND_EVERY;
  found->items = CALL_NEW_MANY(context->call, from.count, struct frame *);
  for (uint32_t i = 0; i < from.count; i++)
    if (from.all[i].item && seen_add(context->call, &seen, 0, from.all[i].item))
      found->items[found->item_count++] = from.all[i].item;
}

void explain_shortfalls(struct context *context, uint32_t node,
                        struct found_list *out) {
  uint32_t first = out->count;

  explain_short(context, node, out);
  for (uint32_t i = first; i < out->count; i++)
    if (!out->all[i].has_items)
      add_items_behind(context, &out->all[i]);
}

/* ---- what they are called ------------------------------------------------------ */

/* Labels, each once of one found condition, and how many conditions have one. */
struct labels {
  struct slice *all;
  uint32_t count, room, named;
};

static bool is_there(const struct labels *labels, uint32_t from,
                     struct slice label) {
  for (uint32_t i = from; i < labels->count; i++)
    if (slice_is(labels->all[i], label))
      return true;
  return false;
}

/* The fact of its list that is called so; 0 for none. */
static uint32_t fact_called(const struct program *program,
                            const struct program_items *list,
                            const char *path) {
  struct program_list facts = program_list_at(program, list->facts);

  for (uint32_t i = 0; i < facts.count; i++)
    if (strcmp(program_text_bytes(
                   program, program_fact_at(program, facts.rows[i])->path),
               path) == 0)
      return facts.rows[i];
  return 0;
}

/* The label, and what is known of the fact `row` behind it. */
static struct slice with_fact(struct call *call, struct slice label,
                              const struct frame *item, uint32_t row) {
  bool show = call->options.show_sensitive;
  const struct program_fact *fact = program_fact_at(call->program, row);
  const struct cell *cell;

  if (!fact || fact->list != item->of)
    return label;
  cell = item->cells[fact->slot];
  if (!cell_is_known(cell) || !cell_has_value(cell) ||
      (fact->sensitive && !show))
    return label;
  return call_join(
      call,
      (struct slice[]){label, SLICE(": "), value_words(call, row, cell, show)},
      3);
}

/* "P-07: serious", "T-5: Diesel from the tank farm": the label, the name where an id
 * is the label, and the fact that is beside it; each where it is known. */
struct slice item_label_and_more(struct call *call, const struct frame *item) {
  const struct program *program = call->program;
  const struct program_items *list = program_items_at(program, item->of);
  uint32_t by = 0, name;
  struct slice label =
      item_label_by(call, item, call->options.show_sensitive, &by);

  if (!label.data || !list)
    return label;
  name = fact_called(program, list, "name");
  if (by != name)
    label = with_fact(call, label, item, name);
  return list->beside != name ? with_fact(call, label, item, list->beside)
                              : label;
}

static void add_label(struct context *context, struct labels *labels,
                      uint32_t from, const struct frame *item) {
  struct call *call = context->call;
  struct slice label = item_label_and_more(call, item);

  if (!label.data || is_there(labels, from, label))
    return;
  labels->all = reading_grow(call, labels->all, sizeof *labels->all,
                             labels->count, &labels->room);
  labels->all[labels->count++] = label;
}

static void add_labels(struct context *context, struct labels *labels,
                       const struct found *found) {
  uint32_t from = labels->count;

  for (uint32_t i = 0; i < found->item_count; i++)
    add_label(context, labels, from, found->items[i]);
  if (!found->has_items && found->item)
    add_label(context, labels, from, found->item);
  labels->named += labels->count > from;
}

uint32_t culprits_put(struct context *context,
                      const struct finding_group *group, struct writing *out) {
  struct labels labels = {NULL, 0, 0, 0};

  for (uint32_t i = 0; i < group->count; i++)
    if (group->all[i]->node == group->all[0]->node)
      add_labels(context, &labels, group->all[i]);
  if (labels.named == 0)
    return 0;
  writing_put_text(out, group->all[0]->lacks ? " (not: " : " (");
  writing_put_first(out, labels.all, labels.count, MOST_LABELS);
  writing_put_text(out, ")");
  return labels.named;
}

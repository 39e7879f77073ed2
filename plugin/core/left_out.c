/* left_out.c: of a part and its whole that were both counted from one list: which
 * items the whole holds and the part does not ("88 not on duty, 34 of them not
 * trained"): the twin of scripts/evaluate/left_out.lua; see find.h. */
#include "find.h"

/* The counts behind a condition: those of its part and of its whole. */
struct counts {
  const struct program_node *part, *whole;
  uint32_t part_row, whole_row;
};

static uint32_t from_of(const struct program *program, uint32_t fact) {
  return fact ? program_fact_at(program, fact)->from : 0;
}

static bool find_counts(const struct program *program, uint32_t row,
                        struct counts *counts) {
  const struct program_node *node = program_node_at(program, row);

  if (node->op != OP_COVERS)
    return false;
  counts->part_row = from_of(program, node->fact);
  counts->whole_row = from_of(program, node->operand);
  counts->part = program_node_at(program, counts->part_row);
  counts->whole = program_node_at(program, counts->whole_row);
  return counts->part && counts->whole &&
         counts->part->list == counts->whole->list;
}

static uint8_t expected(struct context *context,
                        const struct program_node *node) {
  return node_extents(
      context, program_list_at(context->call->program, node->children).rows[0]);
}

/* What an item is to the whole; false where the whole is not about it. */
static bool look_at(struct context *context, const struct counts *counts,
                    uint8_t *counted, bool *lacks) {
  if (!mask_holds(expected(context, counts->whole)))
    return false;
  *counted = counts->whole->where ? node_extents(context, counts->whole->where)
                                  : MASK_MET;
  *lacks = (expected(context, counts->part) & ~MASK_SHORT) == 0;
  return true;
}

void left_out_items(struct context *context, uint32_t row,
                    struct found *found) {
  const struct program *program = context->call->program;
  struct counts counts;
  const struct list *list;
  struct frame **place, *outer;

  if (!find_counts(program, row, &counts))
    return;
  list = list_of(context, counts.part->list);
  found->has_items = true;
  if (!list || list->count == 0)
    return;
  found->items = CALL_NEW_MANY(context->call, list->count, struct frame *);
  call_charge(context->call,
              list->count * (node_item_cost(program, counts.whole_row) +
                             node_item_cost(program, counts.part_row)));
  place = context_place(context, counts.part->list);
  outer = *place;
  for (uint32_t i = 0; i < list->count; i++) {
    uint8_t counted;
    bool lacks;
    *place = list->items[i];
    if (look_at(context, &counts, &counted, &lacks) && lacks &&
        mask_holds(counted))
      found->items[found->item_count++] = list->items[i];
  }
  *place = outer;
}

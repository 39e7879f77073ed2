/* leaf_set.c: what a set of choices includes; see leaf.h. */
#include "leaf.h"

static uint8_t none_of_many(uint32_t count) {
  return count >= 2 ? MASK_ABSENT : MASK_LAPSE;
}

/* The extent where `k` of the `n` named values are in the set. */
static uint8_t grade(uint32_t op, uint32_t k, uint32_t n) {
  switch (op) {
  case OP_INCLUDES:
    if (k == n)
      return MASK_MET;
    return k == 0 ? none_of_many(n) : MASK_LAPSE;
  case OP_INCLUDES_ANY:
    return k > 0 ? MASK_MET : none_of_many(n);
  default:
    return k == 0 ? MASK_MET : MASK_LAPSE;
  }
}

/* Whether the value of that row is surely in the set. */
static bool is_in(const struct leaf *leaf, uint32_t value) {
  struct program_list values =
      program_list_at(leaf->program, leaf->fact->values);
  uint32_t i = 0;

  while (i < values.count && values.rows[i] != value)
    i++;
  return i < values.count && (leaf->cell->set >> i & 1);
}

uint8_t leaf_set(const struct leaf *leaf) {
  struct program_list named =
      program_list_at(leaf->program, leaf->node->values);
  bool exact = leaf->cell->shape == SHAPE_VALUE;
  bool some = exact || leaf->cell->shape == SHAPE_HAS;
  uint32_t sure = 0;
  uint8_t mask = 0;

  for (uint32_t i = 0; some && i < named.count; i++)
    sure += is_in(leaf, named.rows[i]);
  for (uint32_t k = sure; k <= (exact ? sure : named.count); k++)
    mask |= grade(leaf->node->op, k, named.count);
  return mask;
}

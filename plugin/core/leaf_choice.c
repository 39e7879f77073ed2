/* leaf_choice.c: is, is not; see leaf.h. */
#include "leaf.h"

/* What falls short where a value is not the wanted one: wholly where it is no. */
static uint8_t shortfall_of(const char *word) {
  return strcmp(word, "no") == 0 || strcmp(word, "none") == 0 ? MASK_ABSENT
                                                              : MASK_LAPSE;
}

static bool is_named(const struct leaf *leaf, const char *word) {
  struct program_list named =
      program_list_at(leaf->program, leaf->node->values);

  for (uint32_t i = 0; i < named.count; i++)
    if (strcmp(program_text_bytes(leaf->program, named.rows[i]), word) == 0)
      return true;
  return false;
}

static uint8_t extent_of(const struct leaf *leaf, const char *word) {
  bool wanted = leaf->node->op == OP_IS;

  return is_named(leaf, word) == wanted ? MASK_MET : shortfall_of(word);
}

/* A text may be any: one that is not known may be named, and may be none of
 * these. */
static uint8_t text_extents(const struct leaf *leaf) {
  bool wanted = leaf->node->op == OP_IS;

  if (leaf->cell->shape != SHAPE_VALUE)
    return MASK_MET | MASK_LAPSE;
  return is_named(leaf, leaf->cell->text.data) == wanted ? MASK_MET
                                                         : MASK_LAPSE;
}

/* A limit in months only tells "none-stated" from any number, which no word
 * names. */
static uint8_t months_extents(const struct leaf *leaf) {
  const struct cell *cell = leaf->cell;
  uint8_t number = leaf->node->op == OP_IS ? MASK_LAPSE : MASK_MET;

  if (cell->shape == SHAPE_VALUE && cell->none_stated)
    return extent_of(leaf, "none-stated");
  if (cell->shape != SHAPE_NONE)
    return number;
  return (uint8_t)(number | extent_of(leaf, "none-stated"));
}

static const char *word_at(const struct leaf *leaf, uint32_t index) {
  static const char *const words[] = {"yes", "no"};

  if (leaf->fact->type == TYPE_YES_NO)
    return words[index];
  return program_text_bytes(
      leaf->program,
      program_list_at(leaf->program, leaf->fact->values).rows[index]);
}

uint8_t leaf_choice(const struct leaf *leaf) {
  bool open = leaf->cell->shape == SHAPE_NONE;
  uint32_t count =
      leaf->fact->type == TYPE_YES_NO
          ? 2
          : program_list_at(leaf->program, leaf->fact->values).count;
  uint8_t mask = 0;

  if (leaf->fact->type == TYPE_TEXT)
    return text_extents(leaf);
  if (leaf->fact->type == TYPE_MONTHS)
    return months_extents(leaf);
  for (uint32_t i = 0; i < count; i++)
    if (open || leaf->cell->set >> i & 1)
      mask |= extent_of(leaf, word_at(leaf, i));
  return mask;
}

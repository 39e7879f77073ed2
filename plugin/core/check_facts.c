/* check_facts.c: that facts have the values and slots that cells are read by, and
 * checks and tables what evaluating them needs. */
#include "check.h"

enum {
  MASKS = 32,  /* sets of extents */
  RANGES = 16, /* sets of ratings */
  BRANCH_DEPTH_MAX = 16
};

/* ---- slots ---------------------------------------------------------------- */

static bool holds(const struct check *check, uint32_t list, uint32_t slot,
                  uint32_t row) {
  struct program_list rows = program_list_at(check->program, list);

  return slot < rows.count && rows.rows[slot] == row;
}

/* The frame of a scope. */
static const struct program_frame *frame_of(const struct check *check,
                                            uint32_t scope) {
  for (uint32_t i = 1; i <= program_count(check->program, SECTION_FRAME); i++) {
    const struct program_frame *frame = program_frame_at(check->program, i);
    if (frame->scope == scope)
      return frame;
  }
  return NULL;
}

/* An item's fact has its slot in its list, any other in its frame. */
static bool has_slot(const struct check *check, const struct program_fact *fact,
                     uint32_t row) {
  if ((fact->scope == SCOPE_ITEM) != (fact->list != 0))
    return false;
  if (fact->list)
    return holds(check, program_items_at(check->program, fact->list)->facts,
                 fact->slot, row);
  const struct program_frame *frame = frame_of(check, fact->scope);
  return frame && holds(check, frame->facts, fact->slot, row);
}

/* ---- facts ---------------------------------------------------------------- */

static bool check_values(struct check *check, const struct program_fact *fact,
                         uint32_t row) {
  uint32_t values = program_list_at(check->program, fact->values).count;
  uint32_t titles = program_list_at(check->program, fact->titles).count;
  bool chosen = fact->type == TYPE_CHOICE || fact->type == TYPE_CHOICES;

  if (chosen && values == 0)
    return check_fails(check, SECTION_FACT, row, "values", "are missing");
  return titles == 0 || titles == values
             ? true
             : check_fails(check, SECTION_FACT, row, "titles", "are too few");
}

static bool has_type(const struct check *check, uint32_t fact, uint32_t type) {
  return fact == 0 || program_fact_at(check->program, fact)->type == type;
}

/* The kinds that give a value of each type stand in pack/kinds.lua. */
static bool check_from(struct check *check, const struct program_fact *fact,
                       uint32_t row) {
  const struct program_node *from = program_node_at(check->program, fact->from);
  uint32_t values = program_list_at(check->program, fact->values).count;

  if (!from)
    return true;
  bool fits = from->list != 0;
  if (fact->type == TYPE_COUNT)
    fits = fits && from->kind == KIND_COUNT;
  else if (fact->type == TYPE_DATE)
    fits = fits && from->kind == KIND_LATEST;
  else if (fact->type == TYPE_CHOICE)
    fits = fits && from->kind == KIND_EVERY && values == 3;
  else
    fits = fits && fact->type == TYPE_YES_NO && from->kind != KIND_COUNT &&
           from->kind != KIND_LATEST;
  return fits ? true
              : check_fails(check, SECTION_FACT, row, "from", "gives no value");
}

static bool check_fact(struct check *check, uint32_t row) {
  const struct program_fact *fact = program_fact_at(check->program, row);

  if (!has_slot(check, fact, row))
    return check_fails(check, SECTION_FACT, row, "slot", "is another fact's");
  if (!has_type(check, fact->of, TYPE_COUNT) ||
      (fact->of && fact->type != TYPE_COUNT))
    return check_fails(check, SECTION_FACT, row, "of", "is no count");
  if (fact->follows && fact->type != TYPE_YES_NO)
    return check_fails(check, SECTION_FACT, row, "follows", "gives no value");
  return check_values(check, fact, row) && check_from(check, fact, row);
}

/* The facilities are a list of the Member; other lists have a slot in the frame
 * of their scope and items of their own. */
static bool check_items(struct check *check, uint32_t row) {
  const struct program_items *list = program_items_at(check->program, row);
  const struct program_frame *frame = frame_of(check, list->scope);
  struct program_list facts = program_list_at(check->program, list->facts);

  if (list->inner != SCOPE_ITEM && list->inner != SCOPE_FACILITY)
    return check_fails(check, SECTION_ITEMS, row, "inner", "is no list's");
  if (!frame || !holds(check, frame->lists, list->slot, row))
    return check_fails(check, SECTION_ITEMS, row, "slot", "is another list's");
  for (uint32_t i = 0; i < facts.count; i++)
    if (program_fact_at(check->program, facts.rows[i])->list != row)
      return check_fails(check, SECTION_ITEMS, row, "facts", "are another's");
  return true;
}

static bool check_frame(struct check *check, uint32_t row) {
  const struct program_frame *frame = program_frame_at(check->program, row);
  struct program_list facts = program_list_at(check->program, frame->facts);

  if (frame_of(check, frame->scope) != frame)
    return check_fails(check, SECTION_FRAME, row, "scope", "is there twice");
  for (uint32_t i = 0; i < facts.count; i++)
    if (program_fact_at(check->program, facts.rows[i])->scope != frame->scope)
      return check_fails(check, SECTION_FRAME, row, "facts", "are another's");
  return true;
}

/* ---- the tree that dossiers are read by ------------------------------------ */

static int compare(const struct check *check, uint32_t a, uint32_t b) {
  return strcmp(program_text_bytes(check->program, a),
                program_text_bytes(check->program, b));
}

static bool check_branch(struct check *check, uint32_t row) {
  const struct program_branch *branch = program_branch_at(check->program, row);
  struct program_list below = program_list_at(check->program, branch->below);
  uint32_t depth = 1, before = 0;

  if ((branch->fact != 0) + (branch->list != 0) + (below.count != 0) > 1)
    return check_fails(check, SECTION_BRANCH, row, "fact", "is not alone");
  for (uint32_t i = 0; i < below.count; i++) {
    const struct program_branch *child =
        program_branch_at(check->program, below.rows[i]);
    if (!child->key || (before && compare(check, before, child->key) >= 0))
      return check_fails(check, SECTION_BRANCH, row, "below", "is not sorted");
    before = child->key;
    depth = child->depth >= depth ? child->depth + 1 : depth;
  }
  return branch->depth == depth && depth <= BRANCH_DEPTH_MAX
             ? true
             : check_fails(check, SECTION_BRANCH, row, "depth", "is wrong");
}

/* ---- checks and tables ----------------------------------------------------- */

static bool has_condition(const struct program_check *rule) {
  return rule->broken || rule->retired || (rule->expect && rule->provision);
}

static bool check_check(struct check *check, uint32_t row) {
  return has_condition(program_check_at(check->program, row))
             ? true
             : check_fails(check, SECTION_CHECK, row, "expect", "is missing");
}

/* A row of the table that outcomes come from is found by its number. */
static bool check_rating(struct check *check, uint32_t row) {
  const struct program_rating *rating = program_rating_at(check->program, row);
  uint32_t at = row - 1;

  return rating->mask == at % MASKS && rating->range < RANGES &&
                 rating->strength == at / MASKS + 1
             ? true
             : check_fails(check, SECTION_RATING, row, "mask",
                           "is out of order");
}

/* A table of outcomes has a row for each set, of each strength that rates. */
static bool check_counts(struct check *check) {
  uint32_t packs = program_count(check->program, SECTION_PACK);
  uint32_t ratings = program_count(check->program, SECTION_RATING);

  if (packs != 1)
    return check_fails(check, SECTION_PACK, packs, "section", "is not one row");
  return ratings % MASKS == 0 ? true
                              : check_fails(check, SECTION_RATING, ratings,
                                            "table", "is not whole");
}

static bool each(struct check *check, enum program_section section,
                 bool (*look)(struct check *check, uint32_t row)) {
  for (uint32_t row = 1; row <= program_count(check->program, section); row++)
    if (!look(check, row))
      return false;
  return true;
}

bool check_facts(struct check *check) {
  return check_counts(check) && each(check, SECTION_FRAME, check_frame) &&
         each(check, SECTION_ITEMS, check_items) &&
         each(check, SECTION_FACT, check_fact) &&
         each(check, SECTION_BRANCH, check_branch) &&
         each(check, SECTION_CHECK, check_check) &&
         each(check, SECTION_RATING, check_rating);
}

/* check_facts.c: that facts have the values and slots that cells are read by. */
#include "check.h"

enum {
  VALUES_MAX = 64, /* of one fact: a bit for each */
  BRANCH_DEPTH_MAX = 16,
  BRANCHES_MAX = 1 << 16 /* that all trees together have, each time it is met */
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
  uint32_t titled = fact->type == TYPE_YES_NO ? 2 : values;
  bool chosen = fact->type == TYPE_CHOICE || fact->type == TYPE_CHOICES;

  if (chosen && values == 0)
    return check_fails(check, SECTION_FACT, row, "values", "are missing");
  if (values > VALUES_MAX)
    return check_fails(check, SECTION_FACT, row, "values", "are too many");
  return titles == 0 || titles == titled
             ? true
             : check_fails(check, SECTION_FACT, row, "titles", "are too few");
}

/* The kinds that give a value of each type are in pack/kinds.lua. */
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

/* A part and its whole are counted at one place: a facility. */
static bool is_whole(const struct check *check,
                     const struct program_fact *fact) {
  const struct program_fact *of = program_fact_at(check->program, fact->of);

  return !of || (of->type == TYPE_COUNT && of->scope == SCOPE_FACILITY &&
                 fact->type == TYPE_COUNT && fact->scope == SCOPE_FACILITY);
}

static bool check_fact(struct check *check, uint32_t row) {
  const struct program_fact *fact = program_fact_at(check->program, row);

  if (!has_slot(check, fact, row))
    return check_fails(check, SECTION_FACT, row, "slot", "is another fact's");
  if (!is_whole(check, fact))
    return check_fails(check, SECTION_FACT, row, "of", "is no count");
  if (fact->follows && fact->type != TYPE_YES_NO)
    return check_fails(check, SECTION_FACT, row, "follows", "gives no value");
  return check_values(check, fact, row) && check_from(check, fact, row);
}

static bool may_have_lists(const struct program_items *list) {
  if (list->inner == SCOPE_FACILITY)
    return list->scope == SCOPE_MEMBER;
  return list->scope == SCOPE_MEMBER || list->scope == SCOPE_FACILITY ||
         list->scope == SCOPE_ASSESSMENT;
}

/* The facilities are a list of the Member; other lists have a slot in the frame
 * of their scope and items of their own. */
static bool check_items(struct check *check, uint32_t row) {
  const struct program_items *list = program_items_at(check->program, row);
  const struct program_frame *frame = frame_of(check, list->scope);
  struct program_list facts = program_list_at(check->program, list->facts);

  if (list->inner != SCOPE_ITEM && list->inner != SCOPE_FACILITY)
    return check_fails(check, SECTION_ITEMS, row, "inner", "is no list's");
  if (!may_have_lists(list))
    return check_fails(check, SECTION_ITEMS, row, "scope", "has no lists");
  if (!frame || !holds(check, frame->lists, list->slot, row))
    return check_fails(check, SECTION_ITEMS, row, "slot", "is another list's");
  if (list->inner == SCOPE_FACILITY && facts.count > 0)
    return check_fails(check, SECTION_ITEMS, row, "facts", "are of no items");
  for (uint32_t i = 0; i < facts.count; i++)
    if (program_fact_at(check->program, facts.rows[i])->list != row)
      return check_fails(check, SECTION_ITEMS, row, "facts", "are another's");
  return true;
}

/* Every dossier has facilities, once. */
static bool check_facilities(struct check *check) {
  uint32_t count = 0;

  for (uint32_t i = 1; i <= program_count(check->program, SECTION_ITEMS); i++)
    count += program_items_at(check->program, i)->inner == SCOPE_FACILITY;
  return count == 1 ? true
                    : check_fails(check, SECTION_ITEMS, count, "facilities",
                                  "are not one list");
}

static bool check_frame(struct check *check, uint32_t row) {
  const struct program_frame *frame = program_frame_at(check->program, row);
  struct program_list facts = program_list_at(check->program, frame->facts);

  if (frame_of(check, frame->scope) != frame)
    return check_fails(check, SECTION_FRAME, row, "scope", "is there twice");
  if (!frame->branch && frame->scope != SCOPE_PARAMETER)
    return check_fails(check, SECTION_FRAME, row, "branch", "is missing");
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

/* What a tree is read into: a frame of a scope, or an item of a list. */
struct tree {
  struct check *check;
  uint32_t scope; /* SCOPE_ITEM: that of `list` */
  uint32_t list;
  uint32_t *met; /* branches, each time it is met */
};

/* A fact is put at its slot in the frame that its tree is read into, and a list too:
 * so both are of that frame. */
static bool is_of_tree(const struct tree *tree,
                       const struct program_branch *branch) {
  const struct program *program = tree->check->program;
  const struct program_fact *fact = program_fact_at(program, branch->fact);
  const struct program_items *list = program_items_at(program, branch->list);

  return (!fact || (fact->scope == tree->scope && fact->list == tree->list)) &&
         (!list || list->scope == tree->scope);
}

static bool check_tree(const struct tree *tree, uint32_t row) {
  const struct program_branch *branch =
      program_branch_at(tree->check->program, row);
  struct program_list below =
      program_list_at(tree->check->program, branch->below);

  if (++*tree->met > BRANCHES_MAX)
    return check_fails(tree->check, SECTION_BRANCH, row, "below",
                       "is met too often");
  if (!is_of_tree(tree, branch))
    return check_fails(tree->check, SECTION_BRANCH, row, "fact",
                       "is of another frame");
  for (uint32_t i = 0; i < below.count; i++)
    if (!check_tree(tree, below.rows[i]))
      return false;
  return true;
}

static bool check_tree_of_list(struct tree *tree, uint32_t row) {
  const struct program_items *list =
      program_items_at(tree->check->program, row);

  tree->scope = list->inner;
  tree->list = list->inner == SCOPE_ITEM ? row : 0;
  return list->branch ? check_tree(tree, list->branch)
                      : check_fails(tree->check, SECTION_ITEMS, row, "branch",
                                    "is missing");
}

static bool check_trees(struct check *check) {
  static const uint32_t scopes[] = {SCOPE_ASSESSMENT, SCOPE_FACILITY,
                                    SCOPE_MEMBER};
  uint32_t met = 0;
  struct tree tree = {.check = check, .met = &met};

  for (uint32_t i = 0; i < sizeof scopes / sizeof scopes[0]; i++) {
    const struct program_frame *frame = frame_of(check, scopes[i]);
    tree.scope = scopes[i];
    if (!frame)
      return check_fails(check, SECTION_FRAME, 0, "scope", "is missing");
    if (!check_tree(&tree, frame->branch))
      return false;
  }
  for (uint32_t i = 1; i <= program_count(check->program, SECTION_ITEMS); i++)
    if (!check_tree_of_list(&tree, i))
      return false;
  return true;
}

bool check_facts(struct check *check) {
  return check_each(check, SECTION_FRAME, check_frame) &&
         check_each(check, SECTION_ITEMS, check_items) &&
         check_facilities(check) &&
         check_each(check, SECTION_FACT, check_fact) &&
         check_each(check, SECTION_BRANCH, check_branch) && check_trees(check);
}

/* check_nodes.c: that conditions have the parts that their kinds evaluate, end,
 * and read facts where there are any. */
#include "check.h"

struct look {
  struct check *check;
  const struct program *program;
  const struct program_node *node;
  uint32_t row;
};

static bool fails(const struct look *look, const char *field,
                  const char *what) {
  return check_fails(look->check, SECTION_NODE, look->row, field, what);
}

static uint32_t children_of(const struct look *look) {
  return program_list_at(look->program, look->node->children).count;
}

/* ---- depth and weight ----------------------------------------------------- */

struct sum {
  uint32_t depth;
  uint64_t weight;
};

static void add(const struct look *look, struct sum *sum, uint32_t below) {
  const struct program_node *node = program_node_at(look->program, below);

  if (!node)
    return;
  if (node->depth >= sum->depth)
    sum->depth = node->depth + 1;
  sum->weight += node->weight;
}

/* Nodes only name those before them, which were looked at already: so both are
 * as the compiler says, and every way down ends. */
static bool check_sums(const struct look *look) {
  const struct program_node *node = look->node;
  struct program_list children = program_list_at(look->program, node->children);
  struct sum sum = {1, 1};

  add(look, &sum, node->where);
  add(look, &sum, node->gate);
  add(look, &sum, node->na_when);
  for (uint32_t i = 0; i < children.count; i++)
    add(look, &sum, children.rows[i]);
  if (node->depth != sum.depth || sum.depth > PROGRAM_DEPTH_MAX)
    return fails(look, "depth", "is wrong");
  if (node->weight != sum.weight || sum.weight > PROGRAM_WEIGHT_MAX)
    return fails(look, "weight", "is wrong");
  return true;
}

/* ---- what a condition speaks of ------------------------------------------- */

/* A fact of items is read where its list is gone through. */
static bool is_readable(const struct look *look, uint32_t fact) {
  const struct program_fact *read = program_fact_at(look->program, fact);

  return !read || read->scope != SCOPE_ITEM || read->list == look->node->inside;
}

static bool is_inside(const struct look *look, uint32_t below, uint32_t list) {
  const struct program_node *node = program_node_at(look->program, below);

  return !node || node->inside == list;
}

/* The list whose items the children speak of: facilities are no items. */
static uint32_t list_below(const struct look *look) {
  const struct program_items *list =
      program_items_at(look->program, look->node->list);

  return list && list->inner == SCOPE_ITEM ? look->node->list
                                           : look->node->inside;
}

static bool check_places(const struct look *look) {
  const struct program_node *node = look->node;
  struct program_list children = program_list_at(look->program, node->children);
  uint32_t below = list_below(look);

  for (uint32_t i = 0; i < children.count; i++)
    if (!is_inside(look, children.rows[i], below))
      return fails(look, "children", "speak of another list");
  if (!is_inside(look, node->where, below) ||
      !is_inside(look, node->gate, node->inside) ||
      !is_inside(look, node->na_when, 0))
    return fails(look, "inside", "is another list");
  struct program_list facts = program_list_at(look->program, node->facts);
  for (uint32_t i = 0; i < facts.count; i++)
    if (!is_readable(look, facts.rows[i]))
      return fails(look, "facts", "is not there");
  return is_readable(look, node->fact) && is_readable(look, node->operand)
             ? true
             : fails(look, "fact", "is not there");
}

/* ---- sentences ------------------------------------------------------------ */

#define OF(type) (1u << TYPE_##type)
enum {
  CHOICES = OF(YES_NO) | OF(CHOICE) | OF(MONTHS) | OF(TEXT),
  SETS = OF(CHOICES),
  NUMBERS = OF(NUMBER) | OF(COUNT) | OF(PERCENT) | OF(MONTHS),
  COUNTS = OF(COUNT),
  DATES = OF(DATE),
  MONTHS = OF(MONTHS)
};

/* What a phrase can be said of, and the facts that it may be compared with; 0:
 * it names values. */
static const struct {
  unsigned fits, compares;
} phrases[] = {
    [OP_IS] = {CHOICES, 0},
    [OP_IS_NOT] = {CHOICES, 0},
    [OP_INCLUDES] = {SETS, 0},
    [OP_INCLUDES_ANY] = {SETS, 0},
    [OP_INCLUDES_NONE] = {SETS, 0},
    [OP_AT_LEAST] = {NUMBERS, NUMBERS},
    [OP_AT_MOST] = {NUMBERS, NUMBERS},
    [OP_MORE_THAN] = {NUMBERS, NUMBERS},
    [OP_LESS_THAN] = {NUMBERS, NUMBERS},
    [OP_EXACTLY] = {NUMBERS, NUMBERS},
    [OP_COVERS] = {COUNTS, COUNTS},
    [OP_ON_OR_AFTER] = {DATES, DATES},
    [OP_ON_OR_BEFORE] = {DATES, DATES},
    [OP_AFTER] = {DATES, DATES},
    [OP_BEFORE] = {DATES, DATES},
    [OP_WITHIN] = {DATES, MONTHS},
};

static bool is_of(const struct look *look, uint32_t fact, unsigned types) {
  const struct program_fact *read = program_fact_at(look->program, fact);

  return read && (types >> read->type & 1);
}

/* Exactly one thing is on the right: today, a number (of a day, too), another
 * fact; or values, perhaps none. */
static bool check_right(const struct look *look) {
  const struct program_node *node = look->node;
  unsigned compares = phrases[node->op].compares;
  uint32_t values = program_list_at(look->program, node->values).count;
  int sides = (node->today != 0) + (node->number != 0) + (node->operand != 0);

  if (compares == 0)
    return sides == 0 ? true : fails(look, "right side", "is not of values");
  if (sides != 1 || values != 0 || (node->today && compares != DATES))
    return fails(look, "right side", "is not one");
  if (node->operand && !is_of(look, node->operand, compares))
    return fails(look, "operand", "is of another type");
  if (compares != DATES && (node->shift != 0 || node->unit != 0))
    return fails(look, "shift", "is of no day");
  return (node->shift == 0) == (node->unit == 0)
             ? true
             : fails(look, "unit", "is missing");
}

static bool check_leaf(const struct look *look) {
  const struct program_node *node = look->node;

  if (node->op == 0)
    return fails(look, "op", "is missing");
  if (!is_of(look, node->fact, phrases[node->op].fits))
    return fails(look, "fact", "is of another type");
  return children_of(look) == 0 ? check_right(look)
                                : fails(look, "children", "are not one's own");
}

/* ---- the other kinds ------------------------------------------------------ */

static bool check_list(const struct look *look) {
  const struct program_node *node = look->node;

  if (node->list == 0 || children_of(look) != 1)
    return fails(look, "list", "or its condition is missing");
  if (node->kind != KIND_LATEST)
    return true;
  const struct program_node *day = program_node_at(
      look->program, program_list_at(look->program, node->children).rows[0]);
  return day->kind == KIND_LEAF && is_of(look, day->fact, DATES)
             ? true
             : fails(look, "children", "compare no day");
}

/* A reading has one condition for each value of its parameter, in their order. */
static bool check_reading(const struct look *look) {
  const struct program_node *node = look->node;
  const struct program_fact *fact = program_fact_at(look->program, node->fact);
  struct program_list children = program_list_at(look->program, node->children);

  if (!fact || fact->scope != SCOPE_PARAMETER || fact->type != TYPE_CHOICE)
    return fails(look, "fact", "is no parameter to choose by");
  struct program_list values = program_list_at(look->program, fact->values);
  if (values.count == 0 || values.count != children.count)
    return fails(look, "children", "are not one for each value");
  for (uint32_t i = 0; i < children.count; i++)
    if (program_node_at(look->program, children.rows[i])->reading !=
        values.rows[i])
      return fails(look, "children", "are of other values");
  return true;
}

/* A plain function of the pack, or with an op the first fact against the sum of the
 * others. */
static bool check_compute(const struct look *look) {
  const struct program_node *node = look->node;
  struct program_list facts = program_list_at(look->program, node->facts);

  if (facts.count == 0)
    return fails(look, "facts", "are missing");
  if (node->op != 0 && phrases[node->op].compares != NUMBERS)
    return fails(look, "op", "compares no numbers");
  for (uint32_t i = 0; node->op != 0 && i < facts.count; i++)
    if (!is_of(look, facts.rows[i], NUMBERS & ~MONTHS))
      return fails(look, "facts", "are no numbers");
  return true;
}

static bool check_kind(const struct look *look) {
  const struct program_node *node = look->node;

  switch (node->kind) {
  case KIND_LEAF:
    return check_leaf(look);
  case KIND_EVERY:
  case KIND_SOME:
  case KIND_NO:
  case KIND_COUNT:
  case KIND_LATEST:
    return check_list(look);
  case KIND_READING:
    return check_reading(look);
  case KIND_AUDITOR:
    return node->id && node->ask ? true : fails(look, "id", "is missing");
  case KIND_COMPUTE:
    return check_compute(look);
  case KIND_WHEN:
    return node->gate && children_of(look) == 1
               ? true
               : fails(look, "gate", "or condition is missing");
  case KIND_LISTED:
    return children_of(look) == 0 ? true : fails(look, "children", "are many");
  default: /* all, any, none */
    return children_of(look) > 0 ? true : fails(look, "children", "are none");
  }
}

/* ---- where conditions are ----------------------------------------------- */

static bool check_root(struct check *check, enum program_section section,
                       uint32_t row, uint32_t root) {
  const struct program_node *node = program_node_at(check->program, root);

  return !node || node->inside == 0
             ? true
             : check_fails(check, section, row, "condition", "is of a list");
}

#define CHECK_ROOTS(SECTION, name, field)                                      \
  for (uint32_t i = 1; i <= program_count(check->program, SECTION); i++)       \
    if (!check_root(check, SECTION, i,                                         \
                    program_##name##_at(check->program, i)->field))            \
      return false;

static bool check_roots(struct check *check) {
  CHECK_ROOTS(SECTION_FACT, fact, from)
  CHECK_ROOTS(SECTION_FACT, fact, follows)
  CHECK_ROOTS(SECTION_FACT, fact, na_when)
  CHECK_ROOTS(SECTION_FACT, fact, needs_why)
  CHECK_ROOTS(SECTION_PROVISION, provision, applies)
  CHECK_ROOTS(SECTION_CHECK, check, applies)
  CHECK_ROOTS(SECTION_CHECK, check, expect)
  CHECK_ROOTS(SECTION_PROMPT, prompt, when)
  CHECK_ROOTS(SECTION_DISAGREEMENT, disagreement, when)
  CHECK_ROOTS(SECTION_HINT, hint, when)
  CHECK_ROOTS(SECTION_CHANGE, change, gate)
  return true;
}

bool check_nodes(struct check *check) {
  for (uint32_t i = 1; i <= program_count(check->program, SECTION_NODE); i++) {
    struct look look = {check, check->program,
                        program_node_at(check->program, i), i};
    if (!check_sums(&look) || !check_places(&look) || !check_kind(&look))
      return false;
  }
  return check_roots(check);
}

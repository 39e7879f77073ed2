/* list.c: see list.h and evaluate.h.
 *
 * A list holds the items that are named and between extra_lo and extra_hi more that
 * are not.  Each item on its own may be out of the count (its `where` may fail, or it
 * is not applicable), met, or short; the extents of the whole follow from counting
 * these possibilities. */
#include "list.h"

#include <math.h>

enum {
  ITEM_COST = 2
};

static const struct list open_list = {.extra_hi = INFINITY};

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

static uint32_t expected(const struct program *program,
                         const struct program_node *node) {
  return program_list_at(program, node->children).rows[0];
}

uint64_t node_item_cost(const struct program *program, uint32_t row) {
  const struct program_node *node = program_node_at(program, row);

  return ITEM_COST + (uint64_t)node->weight;
}

enum basis list_basis(const struct list *list) {
  if (!list || list->extra_hi != 0)
    return BASIS_NONE;
  return list->basis ? list->basis : BASIS_STATED;
}

/* ---- going through a list ------------------------------------------------ */

/* What an item may be, NA standing for "out of the count". */
static uint8_t item_mask(struct context *context,
                         const struct program_node *node) {
  uint8_t gate = node->where ? node_extents(context, node->where) : MASK_MET;
  uint8_t mask = 0;

  if (mask_may_hold(gate))
    mask = node_extents(context, expected(program_of(context), node));
  return mask_may_fail(gate) ? mask | MASK_NA : mask;
}

/* The items of a list, one by one; the place in the context is put back after the
 * last. */
struct walk {
  const struct list *list;
  struct frame **place, *outer;
  uint32_t next;
};

static struct walk walk_begin(struct context *context,
                              const struct program_node *node) {
  struct walk walk = {list_of(context, node->list),
                      context_place(context, node->list), NULL, 0};

  if (!walk.list)
    walk.list = &open_list;
  walk.outer = *walk.place;
  call_charge(context->call, ((uint64_t)walk.list->count + 1) *
                                 (ITEM_COST + (uint64_t)node->weight));
  return walk;
}

static bool walk_next(struct walk *walk) {
  bool more = walk->next < walk->list->count;

  *walk->place = more ? walk->list->items[walk->next++] : walk->outer;
  return more;
}

/* ---- every --------------------------------------------------------------- */

struct tally {
  uint32_t met, shorts, both, must_be_in;
  bool forced_short, forced_met; /* some item can be nothing else */
  bool in_can_be_short;          /* the last that must be in */
};

static void count_in(struct tally *tally, uint8_t mask) {
  bool met = (mask & MASK_MET) != 0, is_short = (mask & MASK_SHORT) != 0;

  tally->met += met;
  tally->shorts += is_short;
  tally->both += met && is_short;
  if (mask & MASK_NA)
    return;
  tally->must_be_in++;
  tally->in_can_be_short = is_short;
  tally->forced_short = tally->forced_short || !met;
  tally->forced_met = tally->forced_met || !is_short;
}

/* Some item short while another is met: two different sources are needed. */
static bool mixed_possible(const struct tally *tally, double more) {
  if (more >= 2)
    return true;
  if (more == 1)
    return tally->met + tally->shorts > 0;
  return tally->met > 0 && tally->shorts > 0 &&
         !(tally->met == 1 && tally->shorts == 1 && tally->both == 1);
}

/* Exactly one item counted, and it is short. */
static bool one_short_possible(const struct tally *tally,
                               const struct list *list, bool optional) {
  if (tally->must_be_in > 1 || (!optional && list->extra_lo > 1))
    return false;
  if (tally->must_be_in == 1)
    return tally->in_can_be_short && (optional || list->extra_lo == 0);
  if (tally->shorts > 0 && (optional || list->extra_lo == 0))
    return true;
  return list->extra_hi >= 1 && (optional || list->extra_lo <= 1);
}

static uint8_t every(struct context *context, const struct program_node *node) {
  struct walk walk = walk_begin(context, node);
  bool optional = node->where != 0;
  struct tally tally = {0};
  double hi = walk.list->extra_hi;
  uint8_t mask = 0;

  while (walk_next(&walk))
    count_in(&tally, item_mask(context, node));
  if (tally.must_be_in == 0 && (walk.list->extra_lo == 0 || optional))
    mask |= MASK_NA;
  if (!tally.forced_short && tally.met + hi > 0)
    mask |= MASK_MET;
  if (!tally.forced_met && tally.shorts + hi >= 2)
    mask |= MASK_ABSENT;
  if (mixed_possible(&tally, hi) ||
      one_short_possible(&tally, walk.list, optional))
    mask |= MASK_LAPSE;
  return mask;
}

/* ---- some, count, latest ------------------------------------------------- */

/* How many items are surely met, and how many may be. */
static const struct list *count_met(struct context *context,
                                    const struct program_node *node,
                                    uint32_t *sure, uint32_t *may) {
  struct walk walk = walk_begin(context, node);

  *sure = *may = 0;
  while (walk_next(&walk)) {
    uint8_t mask = item_mask(context, node);
    *sure += mask == MASK_MET;
    *may += (mask & MASK_MET) != 0;
  }
  return walk.list;
}

/* None at all is a required element wholly absent. */
static uint8_t some(struct context *context, const struct program_node *node) {
  uint32_t sure, may;
  const struct list *list = count_met(context, node, &sure, &may);

  if (sure > 0)
    return MASK_MET;
  return may > 0 || list->extra_hi > 0 ? MASK_ABSENT | MASK_MET : MASK_ABSENT;
}

uint8_t list_extents(struct context *context, const struct program_node *node) {
  switch (node->kind) {
  case KIND_EVERY:
    return every(context, node);
  case KIND_SOME:
    return some(context, node);
  case KIND_NO:
    return mask_negate(some(context, node));
  default: /* count, latest */
    return MASK_UNKNOWN;
  }
}

void node_count(struct context *context, uint32_t row, double *lo, double *hi) {
  uint32_t sure, may;
  const struct list *list = count_met(
      context, program_node_at(program_of(context), row), &sure, &may);

  *lo = sure;
  *hi = may + list->extra_hi;
}

/* Takes in the day of an item that may be met. */
static void take_day(struct context *context, uint32_t fact, uint8_t mask,
                     double *lo, double *hi) {
  const struct cell *day = cell_of(context, fact);
  bool exact = day->shape == SHAPE_VALUE;

  if (mask == MASK_MET && (exact || day->has_lo))
    *lo = fmax(*lo, day->lo);
  if (mask & MASK_MET)
    *hi = fmax(*hi, exact || day->has_hi ? day->hi : context->reading->as_of);
}

void node_latest(struct context *context, uint32_t row, double *lo,
                 double *hi) {
  const struct program *program = program_of(context);
  const struct program_node *node = program_node_at(program, row);
  uint32_t fact = program_node_at(program, expected(program, node))->fact;
  struct walk walk = walk_begin(context, node);

  *lo = *hi = -INFINITY;
  while (walk_next(&walk))
    take_day(context, fact, item_mask(context, node), lo, hi);
  if (walk.list->extra_hi > 0)
    *hi = fmax(*hi, context->reading->as_of);
}

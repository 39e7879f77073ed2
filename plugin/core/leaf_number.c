/* leaf_number.c: numbers, and a part of its whole; see leaf.h. */
#include <math.h>

#include "leaf.h"

/* ---- bounds -------------------------------------------------------------- */

struct bounds bounds_of(const struct cell *cell, double least, double most) {
  struct bounds bounds = {least, most, false, false};

  if (cell->shape == SHAPE_VALUE) {
    bounds.lo = bounds.hi = cell->lo;
    return bounds;
  }
  if (cell->has_lo)
    bounds.lo = cell->lo;
  if (cell->has_hi)
    bounds.hi = cell->hi;
  return bounds;
}

static double limit_of(const struct program *program, uint32_t number,
                       double otherwise) {
  return number ? program_number_at(program, number) : otherwise;
}

struct bounds bounds_of_fact(const struct program *program,
                             const struct program_fact *fact,
                             const struct cell *cell) {
  bool months = fact->type == TYPE_MONTHS;
  double least = limit_of(program, fact->least, months ? 1 : -INFINITY);
  double most = limit_of(program, fact->most, INFINITY);
  struct bounds bounds = bounds_of(cell, least, most);

  if (!months || !fact->may_be_none)
    return bounds;
  bounds.none = cell->shape == SHAPE_VALUE && cell->none_stated;
  bounds.maybe_none = bounds.none || (cell->shape != SHAPE_VALUE &&
                                      !cell->has_lo && !cell->has_hi);
  return bounds;
}

struct bounds bounds_of_right(const struct leaf *leaf) {
  const struct program_node *node = leaf->node;
  double number;

  if (node->operand)
    return bounds_of_fact(leaf->program,
                          program_fact_at(leaf->program, node->operand),
                          cell_of(leaf->context, node->operand));
  number = program_number_at(leaf->program, node->number);
  return (struct bounds){number, number, false, false};
}

/* ---- comparing ----------------------------------------------------------- */

static uint8_t either(bool met, bool fails) {
  return (uint8_t)((met ? MASK_MET : 0) | (fails ? MASK_LAPSE : 0));
}

uint8_t bounds_compare(enum program_op op, struct bounds left,
                       struct bounds right) {
  double a = left.lo, b = left.hi, c = right.lo, d = right.hi;

  switch (op) {
  case OP_AT_LEAST:
  case OP_ON_OR_AFTER:
    return either(b >= c, a < d);
  case OP_AT_MOST:
  case OP_ON_OR_BEFORE:
    return either(a <= d, b > c);
  case OP_MORE_THAN:
  case OP_AFTER:
    return either(b > c, a <= d);
  case OP_LESS_THAN:
  case OP_BEFORE:
    return either(a < d, b >= c);
  default: /* exactly */
    return either(a <= d && b >= c, a != b || c != d || a != c);
  }
}

uint8_t leaf_number(const struct leaf *leaf) {
  struct bounds left = bounds_of_fact(leaf->program, leaf->fact, leaf->cell);
  struct bounds right = bounds_of_right(leaf);
  uint8_t mask;

  if (left.none || right.none) /* there is nothing to compare */
    return MASK_NA;
  mask = bounds_compare(leaf->node->op, left, right);
  return left.maybe_none || right.maybe_none ? mask | MASK_NA : mask;
}

/* ---- a part of a whole: covers all of ------------------------------------ */

/* For a part pl..ph of a whole wl..wh.  Of a part above its whole one is wrong, and
 * nobody knows which: both count as unknown. */
static uint8_t cover_extents(double pl, double ph, double wl, double wh) {
  double low, some;
  uint8_t mask;
  bool one_missing;

  if (pl > wh) {
    pl = wl = 0;
    ph = wh = INFINITY;
  }
  low = fmax(fmax(pl, wl), 1);
  some = fmax(pl, 1);
  one_missing = pl == 0 && wl <= 1 && wh >= 1;
  mask = pl == 0 && wl == 0 ? MASK_NA : 0;
  if (low <= ph && low <= wh)
    mask |= MASK_MET;
  if (pl == 0 && wh >= 2)
    mask |= MASK_ABSENT;
  if (one_missing || (some <= ph && some < wh))
    mask |= MASK_LAPSE;
  return mask;
}

/* A share that is stated without head-counts. */
static uint8_t share_extents(uint8_t share, double wl, double wh) {
  uint8_t mask = wl == 0 ? MASK_NA : 0;

  if (share == SHARE_SOME)
    return MASK_LAPSE;
  if (wh == 0)
    return MASK_NA;
  if (share == SHARE_ALL)
    return mask | MASK_MET;
  return (uint8_t)(mask | (wh >= 2 ? MASK_ABSENT : 0) |
                   (wl <= 1 ? MASK_LAPSE : 0));
}

uint8_t leaf_covers(const struct leaf *leaf) {
  struct bounds whole = bounds_of_right(leaf);
  struct bounds part;

  if (leaf->cell->shape == SHAPE_SHARE)
    return share_extents(leaf->cell->share, whole.lo, whole.hi);
  part = bounds_of(leaf->cell, 0, INFINITY);
  return cover_extents(part.lo, part.hi, fmax(whole.lo, 0), whole.hi);
}

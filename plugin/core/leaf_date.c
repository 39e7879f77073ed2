/* leaf_date.c: days; see leaf.h. */
#include <math.h>

#include "days.h"
#include "leaf.h"

/* The month arithmetic is that of whole days; nothing in a dossier is beyond
 * them. */
static int32_t whole_day(double day) {
  return day >= INT32_MAX   ? INT32_MAX
         : day <= INT32_MIN ? INT32_MIN + 1
                            : (int32_t)day;
}

static double add_months(double day, double months) {
  double limit = 1e12; /* more than any day can be moved by */

  months = months > limit ? limit : months < -limit ? -limit : months;
  return day_add_months(whole_day(day), (int64_t)months);
}

static double shifted(double day, const struct program_node *node) {
  int32_t shift = (int32_t)node->shift;

  if (shift == 0 || isinf(day))
    return day;
  return node->unit == UNIT_DAYS ? day + shift : add_months(day, shift);
}

static double today(const struct leaf *leaf) {
  return leaf->context->reading->as_of;
}

static struct bounds moment(const struct leaf *leaf) {
  const struct program_node *node = leaf->node;
  struct bounds right;

  if (node->operand) {
    right =
        bounds_of(cell_of(leaf->context, node->operand), -INFINITY, INFINITY);
  } else {
    right.lo = right.hi = node->today
                              ? today(leaf)
                              : program_number_at(leaf->program, node->number);
    right.none = right.maybe_none = false;
  }
  right.lo = shifted(right.lo, node);
  right.hi = shifted(right.hi, node);
  return right;
}

uint8_t leaf_date(const struct leaf *leaf) {
  return bounds_compare(
      leaf->node->op, bounds_of(leaf->cell, -INFINITY, INFINITY), moment(leaf));
}

/* The day that `months` reach back to. */
static double oldest(double as_of, double months) {
  return months == INFINITY ? -INFINITY : add_months(as_of, -months);
}

/* Where no limit is stated there is nothing to be older than: not applicable.
 * What never happened is wholly absent. */
uint8_t leaf_within(const struct leaf *leaf) {
  struct bounds limit = bounds_of_right(leaf);
  struct bounds day = bounds_of(leaf->cell, -INFINITY, INFINITY);
  uint8_t never =
      leaf->fact->may_be_never && day.lo == -INFINITY ? MASK_ABSENT : 0;
  uint8_t mask = never;

  if (leaf->cell->shape == SHAPE_VALUE && day.lo == -INFINITY)
    return MASK_ABSENT;
  if (limit.none)
    return mask | MASK_NA;
  if (limit.maybe_none)
    mask |= MASK_NA;
  if (day.hi >= oldest(today(leaf), limit.hi))
    mask |= MASK_MET;
  if (day.lo < oldest(today(leaf), limit.lo))
    mask |= MASK_LAPSE;
  return mask;
}

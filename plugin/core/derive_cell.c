/* derive_cell.c: see derive_cell.h. */
#include "derive_cell.h"

#include <math.h>

#include "days.h"

/* ---- new ones -------------------------------------------------------------- */

static struct cell *new_cell(struct call *call, enum cell_shape shape,
                             struct raw **raw) {
  struct cell *cell = CALL_NEW(call, struct cell);

  *raw = CALL_NEW(call, struct raw);
  cell->state = CELL_KNOWN;
  cell->shape = (uint8_t)shape;
  cell->derived = true;
  cell->raw = *raw;
  return cell;
}

/* A number, or a day in words. */
static struct raw_end written(struct call *call, uint32_t type, double number) {
  struct raw_end end = {.given = true, .number = number};
  char text[DAY_SIZE];

  if (type != TYPE_DATE)
    return end;
  end.text =
      isinf(number)
          ? SLICE("never")
          : call_copy(call,
                      (struct slice){text, day_format((int32_t)number, text)});
  return end;
}

static void set_exact(struct call *call, uint32_t type, double number,
                      struct cell *cell, struct raw *raw) {
  struct raw_end end = written(call, type, number);

  cell->shape = SHAPE_VALUE;
  cell->lo = cell->hi = number;
  *raw = (struct raw){.kind = type == TYPE_DATE ? RAW_TEXT : RAW_NUMBER,
                      .number = number,
                      .text = end.text};
  cell->raw = raw;
}

/* A cell with the bounds lo..hi; NULL where they say nothing. */
struct cell *derived_bounds(struct call *call, uint32_t type, double lo,
                            double hi, double least, double most) {
  struct cell *cell;
  struct raw *raw;

  if (lo == least && hi == most && lo != hi)
    return NULL;
  cell = new_cell(call, SHAPE_BOUNDS, &raw);
  if (lo == hi) {
    set_exact(call, type, lo, cell, raw);
    return cell;
  }
  cell->has_lo = cell->has_hi = true;
  cell->lo = lo;
  cell->hi = hi;
  raw->kind = RAW_BOUNDS;
  if (lo > least)
    raw->at_least = written(call, type, lo);
  if (hi < most)
    raw->at_most = written(call, type, hi);
  return cell;
}

struct cell *derived_choice(struct call *call, uint64_t set) {
  struct raw *raw;
  struct cell *cell = new_cell(call, SHAPE_VALUE, &raw);

  cell->set = raw->set = set;
  raw->kind = RAW_SET;
  return cell;
}

static void set_one_of(struct call *call, uint64_t set, struct cell *cell,
                       struct raw *raw) {
  uint8_t *all = call_alloc(call, 64);

  *raw = (struct raw){.kind = RAW_ONE_OF, .one_of = all};
  for (uint8_t i = 0; i < 64; i++)
    if (set >> i & 1)
      all[raw->one_of_count++] = i;
  cell->shape = SHAPE_POSSIBLE;
  cell->set = set;
  cell->raw = raw;
}

struct cell *derived_few(struct call *call, uint64_t set) {
  struct raw *raw;
  struct cell *cell = new_cell(call, SHAPE_POSSIBLE, &raw);

  set_one_of(call, set, cell, raw);
  return cell;
}

/* ---- with what is stated --------------------------------------------------- */

static double low_of(const struct cell *cell) {
  return cell->shape == SHAPE_VALUE || cell->has_lo ? cell->lo : -INFINITY;
}

static double high_of(const struct cell *cell) {
  return cell->shape == SHAPE_VALUE || cell->has_hi ? cell->hi : INFINITY;
}

/* What is stated stays as it is, for it may be weighed again: what is merged is a
 * copy.  NULL where nothing is possible. */
static struct cell *merged_bounds(struct call *call, uint32_t type,
                                  struct cell *stated,
                                  const struct cell *derived) {
  double lo = fmax(low_of(stated), low_of(derived));
  double hi = fmin(high_of(stated), high_of(derived));
  struct cell *cell;

  if (lo > hi)
    return NULL;
  if (stated->shape == SHAPE_VALUE)
    return stated;
  cell = cell_copy(call, stated);
  cell->lo = lo;
  cell->hi = hi;
  cell->has_lo = cell->has_hi = true;
  if (cell->share != SHARE_OF_NOTHING_SAID)
    return cell;
  cell->shape = SHAPE_BOUNDS;
  if (lo == hi)
    set_exact(call, type, lo, cell, CALL_NEW(call, struct raw));
  return cell;
}

static uint64_t allowed_by(const struct cell *cell) {
  return cell->shape == SHAPE_VALUE || cell->shape == SHAPE_POSSIBLE ? cell->set
                                                                     : 0;
}

/* Of what is stated, the values that the list leaves possible. */
static struct cell *merged_choices(struct call *call, struct cell *stated,
                                   const struct cell *derived) {
  uint64_t left = allowed_by(stated) & allowed_by(derived);
  struct cell *cell;

  if (left == 0)
    return NULL;
  if (stated->shape == SHAPE_VALUE)
    return stated;
  cell = cell_copy(call, stated);
  set_one_of(call, left, cell, CALL_NEW(call, struct raw));
  return cell;
}

/* Joins what is stated with what the list gives; NULL when they disagree. */
struct cell *derived_merged(struct call *call, uint32_t type,
                            struct cell *stated, struct cell *derived) {
  if (!stated || stated->state == CELL_UNKNOWN ||
      stated->state == CELL_WITHHELD)
    return derived;
  if (stated->state != CELL_KNOWN)
    return stated;
  if (type == TYPE_COUNT || type == TYPE_DATE)
    return merged_bounds(call, type, stated, derived);
  if (type == TYPE_CHOICE)
    return merged_choices(call, stated, derived);
  return stated->shape == SHAPE_VALUE && stated->set == derived->set ? stated
                                                                     : NULL;
}

/* parts.c: a part and its whole bound each other, without a head-count: where 60 %
 * are trained there are at least 5, and 3 of them are; of at most 4, at most 4 are;
 * see settle.h. */
#include <math.h>
#include <stdio.h>

#include "settle.h"

#define NEARLY 1e-9 /* what a division of whole numbers may be off by */

enum {
  MOST_TRIED = 1000, /* wholes that a percentage is tried with */
  MOST_ROUNDS = 8    /* one whole may have several parts */
};

/* A part from a to b, of a whole from c to d; `none`: they exclude each other. */
struct halves {
  double a, b, c, d;
  bool none;
};

/* ---- of one whole --------------------------------------------------------- */

/* The fewest and the most of `whole` persons that are some of them and not all, or
 * the percentage of `cell`, taken as rounded to the digits it is written with; false
 * where no number of them is. */
static bool some_of(const struct cell *cell, double whole, double *least,
                    double *most) {
  const struct detail *detail = cell_detail(cell);
  double off = detail->rounded_by;

  *least = 1;
  *most = whole - 1;
  if (detail->has_percent) {
    *least = fmax(*least, ceil((detail->percent - off) * whole / 100 - NEARLY));
    *most = fmin(*most, floor((detail->percent + off) * whole / 100 + NEARLY));
  }
  return *least <= *most;
}

struct first {
  bool found, all; /* all were tried */
  double whole, least, most;
};

/* The first whole in from..to, in steps of 1 or -1, of which the share is a number
 * in a..b, and the fewest and the most that it can be. */
static struct first first_whole(struct context *context,
                                const struct cell *cell, double from, double to,
                                double step, const struct halves *halves) {
  double last = from + step * MOST_TRIED;
  struct first first = {.all = step > 0 ? last >= to : last <= to};
  double end = first.all ? to : last;

  for (double whole = from; step > 0 ? whole <= end : whole >= end;
       whole += step) {
    double least, most;
    bool some = some_of(cell, whole, &least, &most);
    call_charge(context->call, 1);
    if (some && least <= halves->b && most >= halves->a) {
      first.found = true;
      first.whole = whole;
      first.least = fmax(least, halves->a);
      first.most = fmin(most, halves->b);
      return first;
    }
  }
  return first;
}

/* ---- what two statements leave -------------------------------------------- */

static void by_some(struct context *context, const struct cell *cell,
                    struct halves *halves) {
  struct first low =
      first_whole(context, cell, halves->c, halves->d, 1, halves);
  struct first high;

  if (!low.found && low.all) {
    halves->none = true;
    return;
  }
  if (low.found) {
    halves->c = low.whole;
    halves->a = low.least;
  }
  if (isinf(halves->d))
    return;
  high = first_whole(context, cell, halves->d, halves->c, -1, halves);
  if (!high.found)
    return;
  halves->d = high.whole;
  halves->b = high.most;
}

static void by_share(struct context *context, const struct cell *cell,
                     struct halves *halves) {
  if (cell->share == SHARE_NONE) {
    halves->none = halves->a != 0;
    halves->b = 0;
  } else if (cell->share == SHARE_ALL) {
    halves->a = halves->c = fmax(halves->a, halves->c);
    halves->b = halves->d = fmin(halves->b, halves->d);
    halves->none = halves->a > halves->b;
  } else {
    by_some(context, cell, halves);
  }
}

static void bounds_in(const struct cell *cell, double *lo, double *hi) {
  bool known = cell_is_known(cell), exact = known && cell_has_value(cell);

  *lo = known && (exact || cell->has_lo) ? cell->lo : 0;
  *hi = known && (exact || cell->has_hi) ? cell->hi : INFINITY;
}

/* What the part leaves of itself and of its whole, and the whole of the part. */
static struct halves left(struct context *context, const struct cell *part,
                          const struct cell *whole) {
  struct halves halves = {.none = false};

  bounds_in(part, &halves.a, &halves.b);
  bounds_in(whole, &halves.c, &halves.d);
  if (cell_is_known(part) && part->share != SHARE_OF_NOTHING_SAID) {
    by_share(context, part, &halves);
    return halves;
  }
  halves.none = halves.a > halves.d;
  halves.b = fmin(halves.b, halves.d);
  halves.c = fmax(halves.c, halves.a);
  return halves;
}

/* ---- in a frame ------------------------------------------------------------ */

static bool may_narrow(const struct cell *cell) {
  return !cell || cell->state == CELL_UNKNOWN ||
         (cell->state == CELL_KNOWN && cell->shape != SHAPE_VALUE);
}

static uint8_t basis_in(const struct cell *cell) {
  return cell && cell->basis ? cell->basis : BASIS_STATED;
}

/* A new cell for what is narrowed: a copy of what is known, or one that follows
 * from the fact at `pointer`. */
static struct cell *begin(struct call *call, const struct cell *cell,
                          const struct cell *other, struct slice pointer) {
  struct cell *new;
  uint8_t basis = basis_in(other);

  if (cell_is_known(cell)) {
    new = cell_copy(call, cell);
    new->basis = basis_in(cell) < basis ? basis_in(cell) : basis;
    return new;
  }
  new = CALL_NEW(call, struct cell);
  new->state = CELL_KNOWN;
  new->derived = true;
  new->basis = basis;
  cell_more(call, new)->list = pointer;
  new->detail->why = cell_detail(cell)->why;
  new->detail->note = cell_detail(cell)->note;
  return new;
}

static void set_raw(struct call *call, struct cell *cell) {
  struct raw *raw = CALL_NEW(call, struct raw);

  cell->raw = raw;
  if (cell->shape == SHAPE_VALUE) {
    raw->kind = RAW_NUMBER;
    raw->number = cell->lo;
    return;
  }
  raw->kind = RAW_BOUNDS;
  raw->at_least = (struct raw_end){.given = cell->lo > 0, .number = cell->lo};
  raw->at_most = (struct raw_end){.given = cell->has_hi, .number = cell->hi};
}

/* The cell with the bounds lo..hi, which follow from `other` at `pointer`; NULL
 * where they say nothing new. */
static struct cell *narrowed(struct call *call, const struct cell *cell,
                             double lo, double hi, const struct cell *other,
                             struct slice pointer) {
  struct cell *new;
  double low, high;

  bounds_in(cell, &low, &high);
  if (low == lo && high == hi)
    return NULL;
  new = begin(call, cell, other, pointer);
  new->has_lo = true;
  new->has_hi = !isinf(hi);
  new->lo = lo;
  new->hi = hi;
  if (new->share != SHARE_OF_NOTHING_SAID)
    return new;
  new->shape = lo == hi ? SHAPE_VALUE : SHAPE_BOUNDS;
  set_raw(call, new);
  return new;
}

static void put(struct call *call, struct frame *frame, uint32_t slot,
                struct cell *cell, struct undo *undo) {
  if (!undo)
    frame->cells[slot] = cell;
  else if (frame->cells[slot])
    undo_put_cell(call, undo, frame, slot, cell);
}

static bool narrow_one(struct context *context, struct frame *frame,
                       uint32_t row, struct undo *undo) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  const struct program_fact *of = program_fact_at(call->program, fact->of);
  const struct cell *part = frame->cells[fact->slot];
  const struct cell *whole = frame->cells[of->slot];
  struct cell *new_part = NULL, *new_whole = NULL;
  struct halves halves;

  if (!part && !whole)
    return false;
  halves = left(context, part, whole);
  if (halves.none)
    return false;
  if (may_narrow(part))
    new_part = narrowed(call, part, halves.a, halves.b, whole,
                        fact_pointer(call, frame, fact->of));
  if (may_narrow(whole))
    new_whole = narrowed(call, whole, halves.c, halves.d, part,
                         fact_pointer(call, frame, row));
  if (new_part)
    put(call, frame, fact->slot, new_part, undo);
  if (new_whole)
    put(call, frame, of->slot, new_whole, undo);
  return new_part || new_whole;
}

void parts_narrow(struct context *context, struct frame *frame,
                  struct undo *undo) {
  const struct program *program = context->call->program;
  struct program_list facts = facility_facts(program);
  bool changed = true;

  for (int round = 0; round < MOST_ROUNDS && changed; round++) {
    changed = false;
    for (uint32_t i = 0; i < facts.count; i++)
      if (program_fact_at(program, facts.rows[i])->of)
        changed = narrow_one(context, frame, facts.rows[i], undo) || changed;
  }
}

/* ---- what is wrong ---------------------------------------------------------- */

static struct slice path_of(struct call *call, uint32_t fact) {
  return slice_of(program_text_bytes(
      call->program, program_fact_at(call->program, fact)->path));
}

/* "60%", or "some". */
static struct slice share_text(struct call *call, const struct cell *part) {
  static const char *const shares[] = {"", "all", "some", "none"};
  const struct detail *detail = cell_detail(part);
  char text[32];
  int size;

  if (!detail->has_percent)
    return slice_of(shares[part->share]);
  size = snprintf(text, sizeof text, "%.15g%%", detail->percent);
  return call_copy(call, (struct slice){text, (size_t)size});
}

const struct saying *parts_problem(struct context *context,
                                   const struct frame *frame, uint32_t row) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  const struct cell *part = frame->cells[fact->slot];
  const struct cell *whole =
      frame->cells[program_fact_at(call->program, fact->of)->slot];
  struct argument *arguments;
  struct saying *saying;

  if (!part || !whole || !left(context, part, whole).none)
    return NULL;
  arguments = CALL_NEW_MANY(call, 3, struct argument);
  saying = CALL_NEW(call, struct saying);
  arguments[0] = (struct argument){.name = "it", .text = path_of(call, row)};
  arguments[1] =
      (struct argument){.name = "whole", .text = path_of(call, fact->of)};
  arguments[2] =
      (struct argument){.name = "share", .text = share_text(call, part)};
  saying->code = part->share == SHARE_OF_NOTHING_SAID ? MESSAGE_PART_TOO_GREAT
                                                      : MESSAGE_SHARE_OF_NONE;
  saying->arguments = arguments;
  saying->count = part->share == SHARE_OF_NOTHING_SAID ? 2 : 3;
  return saying;
}

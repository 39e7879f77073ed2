/* leaf.h: sentences on one fact. */
#ifndef CORE_LEAF_H
#define CORE_LEAF_H

#include "evaluate.h"

/* What a sentence is evaluated on. */
struct leaf {
  struct context *context;
  const struct program *program;
  const struct program_node *node;
  const struct program_fact *fact;
  const struct cell *cell;
};

/* leaf_choice.c: is, is not. */
uint8_t leaf_choice(const struct leaf *leaf);

/* leaf_set.c: includes, includes any, includes none. */
uint8_t leaf_set(const struct leaf *leaf);

/* leaf_number.c: comparisons of numbers, and of a part with its whole. */
uint8_t leaf_number(const struct leaf *leaf);
uint8_t leaf_covers(const struct leaf *leaf);

/* leaf_date.c: comparisons of days, and whether one is recent. */
uint8_t leaf_date(const struct leaf *leaf);
uint8_t leaf_within(const struct leaf *leaf);

/* ---- bounds -------------------------------------------------------------- */

/* From lo to hi, both of them in; of months perhaps none is stated: then there are
 * no bounds (`none`), or perhaps none (`maybe_none`). */
struct bounds {
  double lo, hi;
  bool none, maybe_none;
};

/* What a cell leaves possible, between `least` and `most`. */
struct bounds bounds_of(const struct cell *cell, double least, double most);

/* The same by the limits of the fact. */
struct bounds bounds_of_fact(const struct program *program,
                             const struct program_fact *fact,
                             const struct cell *cell);

/* What is on the right: a number, or another fact. */
struct bounds bounds_of_right(const struct leaf *leaf);

/* How a..b may be to c..d: met in one way, failed in the opposite one. */
uint8_t bounds_compare(enum program_op op, struct bounds left,
                       struct bounds right);

#endif

/* value.h: plain values of facts: the twin of scripts/base/values.lua, without the
 * words for what is wrong. */
#ifndef CORE_VALUE_H
#define CORE_VALUE_H

#include "frame.h"
#include "tape.h"

/* The cell for a plain value of a fact; NULL where it is none.  null and the words
 * for "not known" give an unknown cell. */
struct cell *value_read(struct call *call, uint32_t fact, struct at value);

/* The double of a number that the call has to tell of where it was rounded to a whole
 * one. */
double value_number(struct call *call, struct at at);

/* The earliest and the latest number or day that `value` may mean; false where it is
 * none, or names no number. */
bool value_bounds(struct call *call, uint32_t fact, struct at value, double *lo,
                  double *hi);

/* Whether a text says anything: a "." as a reason does not. */
bool value_is_text(struct slice text);

#endif

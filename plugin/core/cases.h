/* cases.h: what conditions come to over every combination of some answers, all else left
 * unknown: for those who judge rules without a dossier. */
#ifndef CORE_CASES_H
#define CORE_CASES_H

#include "evaluate.h"
#include "json/buffer.h"

/* Writes {"cases"} by what is asked:
 *
 *   facts    { fact, answers } each: a row of FACT, and numbers: of choices and yes/no the
 *            set of bits, of all else the value; null leaves it unknown
 *   nodes    rows of NODE
 *   without  rows of NODE: where one of them holds, facts contradict each other, and the
 *            combination is left out
 *
 * A case is { masks, number }: the mask of each node, 0 where a plain function failed, and
 * the number of the first combination that gives these masks.  The first fact changes from
 * each combination to the next. */
void cases_write(struct call *call, struct at asked,
                 const struct computer *computer, struct json_buffer *out);

#endif

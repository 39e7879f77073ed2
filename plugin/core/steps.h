/* steps.h: one check step by step, for those who write rules: what each of its
 * conditions comes to at each place, and by which facts. */
#ifndef CORE_STEPS_H
#define CORE_STEPS_H

#include "evaluate.h"
#include "json/buffer.h"

/* Writes {"as_of", "places"}, a place for each result of the check that is called so:
 *
 *   place, outcome, reason   as a report has them; `broken`: why it was not run
 *   open                     what leaves it open, each in a sentence
 *   parts                    { part, steps }: each of its conditions, the whole first
 *
 * A step is { depth, kind, text, answer, facts }, of a list also { list, where }: `kind`
 * that of the condition, "item" or "choice"; `facts` each a name and a value. */
void steps_write(struct context *context, const struct evaluation *evaluation,
                 struct slice check, struct json_buffer *out);

#endif

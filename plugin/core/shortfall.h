/* shortfall.h: the parts of the sentences that say why, for each other. */
#ifndef CORE_SHORTFALL_H
#define CORE_SHORTFALL_H

#include "explain.h"
#include "writing.h"

/* Found conditions that share a sentence, in the order of the rule. */
struct finding_group {
  const struct found **all;
  uint32_t count;
};

/* " (A, B)": what the items of the first condition, wherever it was found, may be
 * called; nothing where they may not.  How many of the group that names. */
uint32_t culprits_put(struct context *context,
                      const struct finding_group *group, struct writing *out);

/* "; 88 on leave, 34 of them not trained": whom the counts behind a condition passed
 * over; nothing where there are no such counts (left_out.c). */
void left_out_put(struct context *context, uint32_t node, struct writing *out);

/* The sentence with remarks before its full stop. */
struct slice sentence_with(struct context *context, struct slice sentence,
                           struct slice remarks);

/* The same with what the counts behind a condition passed over. */
struct slice sentence_with_left_out(struct context *context,
                                    struct slice sentence, uint32_t node);

#endif

/* result.h: one check at one place: what judges it. */
#ifndef CORE_RESULT_H
#define CORE_RESULT_H

#include "evaluate.h"

/* The result of a check at the facility in hand, or at the Member, where its
 * provision may be what `provision_mask` says. */
struct result *result_of(struct context *context, uint32_t check,
                         uint8_t provision_mask);

/* What is wrong with a check, or its provision, as the program says; NULL:
 * nothing. */
const struct broken *result_problem(struct context *context,
                                    const struct program_check *check);

/* The result of a check that cannot be run. */
struct result *result_broken(struct context *context, uint32_t check,
                             const struct broken *broken);

/* A text of the program. */
static inline struct slice result_text(const struct context *context,
                                       uint32_t text) {
  return slice_of(program_text_bytes(context->call->program, text));
}

#endif

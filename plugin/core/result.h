/* result.h: one check at one place: the part of scripts/evaluate.lua that judges it. */
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

/* The prompt of a check or provision, from its id: "11.1.1/applies". */
struct slice result_prompt(const struct context *context, uint32_t id,
                           const char *what);

#endif

/* judgement.h: what a condition asks of others than the dossier: the auditor's
 * records, and plain functions. */
#ifndef CORE_JUDGEMENT_H
#define CORE_JUDGEMENT_H

#include "evaluate.h"

/* The auditor's answer to a prompt here: no data where none is in
 * force, they contradict each other, or the prompt is left out.  *claims: what the
 * records say, or NULL. */
struct slice context_judgement(struct context *context, struct slice prompt,
                               const struct claims **claims);

/* What a plain function gives on exact values.  Where it fails the check is broken,
 * which context->failed says. */
uint8_t context_compute(struct context *context, uint32_t node,
                        const struct cell *const *cells, size_t count);

#endif

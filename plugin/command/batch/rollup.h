/* rollup.h: all dossiers of a batch in one document, cop11.batch/1. */
#ifndef COP11_COMMAND_BATCH_ROLLUP_H
#define COP11_COMMAND_BATCH_ROLLUP_H

#include <stdio.h>

#include "batch/journal.h"
#include "cop11.h"

/* Writes it: what a report of these rules says of itself (`report`), the rules
 * ("rules" of cop11_describe), and the lines of the journal, which is sorted.
 * Returns the exit status, the worst of all dossiers, or -1 where the journal
 * cannot be read or there is no memory. */
int rollup_put(FILE *out, const cop11_text *report, const cop11_text *rules,
               const struct journal *journal, const char *require);

#endif

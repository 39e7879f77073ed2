/* summary.h: what the roll-up needs of a report, as a line of the journal. */
#ifndef COP11_COMMAND_BATCH_SUMMARY_H
#define COP11_COMMAND_BATCH_SUMMARY_H

#include <stdbool.h>
#include <stdio.h>

#include "batch/unit.h"
#include "cop11.h"

/* Of one that was assessed: `json` is its report as JSON, `report` where the
 * report is kept and `size` how large it is there.  False where there is no
 * memory. */
bool summary_put(FILE *out, const struct unit *unit, const char *digest,
                 const char *report, size_t size, const cop11_text *json);

/* Of a bad one, with what is wrong. */
void summary_put_bad(FILE *out, const struct unit *unit);

#endif

/* side.h: a report that a verb works on, kept as JSON or made from a dossier. */
#ifndef COP11_COMMAND_SIDE_H
#define COP11_COMMAND_SIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "arguments.h"
#include "cop11.h"
#include "input.h"

/* To be filled with zeros first, and freed with side_free in any case. */
struct side {
  struct input input;
  cop11_text *made; /* NULL: the input is the report */
};

/* Reads the report in the file `path`; a dossier in place of one is assessed, on the
 * day of `arguments` or its own.  Says what is wrong and returns false where that
 * fails. */
bool side_read(const char *path, cop11_engine *engine,
               const struct arguments *arguments, struct side *side);

/* The text of the report. */
const char *side_data(const struct side *side);
size_t side_size(const struct side *side);

void side_free(struct side *side);

#endif

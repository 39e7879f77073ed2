/* lines.h: a file that holds a dossier in each line (NDJSON). */
#ifndef COP11_COMMAND_BATCH_LINES_H
#define COP11_COMMAND_BATCH_LINES_H

#include <stdbool.h>

#include "batch/unit.h"

struct lines {
  int file;
  char *chunk;
  size_t at, size;
  size_t number; /* of the line that was read last */
};

/* Begins to read an open file, which is then the reader's. */
bool lines_open(struct lines *lines, int file);

/* The next line that is not blank, as the text of `unit`; one that is too long
 * or cannot be read is bad, and tells so.  False at the end, and when the
 * command is told to stop. */
bool lines_next(struct lines *lines, struct unit *unit);

void lines_close(struct lines *lines);

#endif

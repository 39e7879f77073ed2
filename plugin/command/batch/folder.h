/* folder.h: the folder that a batch writes to, and nobody else. */
#ifndef COP11_COMMAND_BATCH_FOLDER_H
#define COP11_COMMAND_BATCH_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "batch/sources.h"
#include "cop11.h"

struct folder {
  const char *name;
  const char *ending; /* of reports: "", or as ".html" */
  int root;
};

/* Makes the folder `name` where there is none and opens it.  Says what is wrong
 * and returns false where it holds what no batch wrote, or lies in what is read
 * or the other way round. */
bool folder_open(struct folder *folder, const char *name, const char *format,
                 const struct sources *sources);

/* Where the report on the dossier `name` is, below the folder; to be freed. */
char *folder_report(const struct folder *folder, const char *name);

/* Writes a report, whole or not at all; each `worker` has a number of its own.
 * Fills `error` and returns false where that fails. */
bool folder_put(const struct folder *folder, int worker, const char *report,
                const cop11_text *text, cop11_error *error);

/* Whether the report is there and has `size` bytes. */
bool folder_has(const struct folder *folder, const char *report, size_t size);

void folder_close(struct folder *folder);

#endif

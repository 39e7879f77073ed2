/* progress.h: how far a batch is, for who watches a terminal. */
#ifndef COP11_COMMAND_BATCH_PROGRESS_H
#define COP11_COMMAND_BATCH_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
  bool shown;
  size_t total; /* 0: not known */
  double began, told;
};

/* Shows nothing unless standard error is a terminal. */
void progress_begin(struct progress *progress, size_t total);

/* After each dossier, one thread at a time: `done` in all, of which `earlier` were
 * done before. */
void progress_tell(struct progress *progress, size_t done, size_t earlier);

/* Clears the line. */
void progress_end(struct progress *progress);

#endif

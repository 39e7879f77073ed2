/* work.h: the threads of a batch: each takes a dossier, rates it, writes its
 * report and a line of the journal, and takes the next. */
#ifndef COP11_COMMAND_BATCH_WORK_H
#define COP11_COMMAND_BATCH_WORK_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "arguments.h"
#include "batch/folder.h"
#include "batch/journal.h"
#include "batch/progress.h"
#include "batch/sources.h"
#include "cop11.h"

struct work {
  const struct arguments *arguments;
  cop11_engine *engine;
  const char *format; /* of reports */
  struct folder folder;
  struct sources sources;
  struct journal journal;
  struct progress progress;
  pthread_mutex_t lock; /* of what follows */
  size_t done, earlier, bad;
  struct unit first_bad; /* the first in order, where bad ones stop it */
  bool failed;           /* what is no dossier's fault; it was told */
};

/* Does all of it.  False where it was stopped: by a bad dossier, by the user, or
 * because something failed. */
bool work_do(struct work *work);

#endif

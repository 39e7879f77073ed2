/* sources.h: the dossiers that a batch is given: files, folders, and files with
 * a dossier in each line, in the order of their names. */
#ifndef COP11_COMMAND_BATCH_SOURCES_H
#define COP11_COMMAND_BATCH_SOURCES_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "arguments.h"
#include "batch/lines.h"
#include "batch/unit.h"

/* A thing named on the command line. */
struct source {
  const char *given;
  char *real; /* its path without links; NULL for standard input */
  char *top;  /* what names of its dossiers begin with */
  int root;   /* a folder, open; -1 for a file */
};

/* A file, which holds one dossier or one in each line. */
struct item {
  char *name, *path;
  const char *below;   /* what it is opened by, part of `path` */
  const char *refused; /* why it is not read; NULL: it is */
  int root;
  bool has_lines;
};

struct sources {
  struct source *sources;
  size_t source_count;
  struct item *items;
  size_t count, capacity;
  size_t next;   /* item to hand out */
  size_t handed; /* dossiers so far */
  struct lines lines;
  bool reads_lines; /* those of the item before next */
  bool counted;     /* each item is a dossier */
  pthread_mutex_t lock;
};

/* Finds every dossier of the operands.  Says what is wrong and returns false
 * where one cannot be found.  To be freed in any case. */
bool sources_open(struct sources *sources, const struct arguments *arguments);

/* The next dossier; from any thread.  False when there is none. */
bool sources_take(struct sources *sources, struct unit *unit);

void sources_free(struct sources *sources);

#endif

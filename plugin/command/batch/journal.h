/* journal.h: what a batch has done, line by line, so that the same command goes
 * on where it was stopped, and the roll-up needs no report. */
#ifndef COP11_COMMAND_BATCH_JOURNAL_H
#define COP11_COMMAND_BATCH_JOURNAL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "batch/folder.h"
#include "digest.h"

#define JOURNAL_NAME "done.ndjson"

/* What the line `settings` begins with. */
#define JOURNAL_START "{\"format\":\"cop11.batch-journal/1\","

/* A dossier that is done: where its line is. */
struct entry {
  char *name;
  char digest[DIGEST_HEX_SIZE + 1]; /* of the dossier; "" for a bad one */
  size_t report_size;
  int64_t offset;
  size_t size;
  bool counts; /* it is of this run */
};

struct journal {
  const struct folder *folder;
  int file;
  int64_t end;
  struct entry *entries;
  size_t count, capacity;
  size_t known; /* of these from earlier runs, in the order of names */
  pthread_mutex_t lock;
};

/* Opens the journal of the folder, or begins one with the line `settings`.  Says
 * what is wrong and returns false where it was begun with other settings, where
 * another process writes it, or it is none.  To be closed in any case. */
bool journal_open(struct journal *journal, const struct folder *folder,
                  const char *settings);

/* Whether a dossier with this digest was done and its report is there; then it
 * counts for this run.  From any thread. */
bool journal_has(struct journal *journal, const char *name, const char *digest,
                 const char *report);

/* Adds a line, which ends in a line end.  From any thread. */
bool journal_add(struct journal *journal, const char *name, const char *line,
                 size_t size);

/* Puts what counts in order and forgets the rest. */
void journal_sort(struct journal *journal);

/* The line of an entry, without its end, to be freed; NULL where it cannot be
 * read. */
char *journal_line(const struct journal *journal, const struct entry *entry);

void journal_close(struct journal *journal);

#endif

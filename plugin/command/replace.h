/* replace.h: puts a new file in a file's place, whole or not at all. */
#ifndef COP11_COMMAND_REPLACE_H
#define COP11_COMMAND_REPLACE_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>

struct replace {
  const char *name;      /* the target as the user calls it */
  char target[PATH_MAX]; /* the file it leads to */
  char beside[PATH_MAX]; /* the new file, until it is renamed */
  int file;              /* to write to */
  sigset_t held;         /* signals as they were before */
};

/* Begins to replace `path`: opens a new file beside it.  Says what is wrong and
 * returns false when the target may not be replaced.  On success, signals that
 * would end the command wait until replace_finish or replace_cancel. */
bool replace_start(const char *path, struct replace *replace);

/* Renames the new file onto the target.  Says what is wrong, removes the new
 * file and returns false when that fails. */
bool replace_finish(struct replace *replace);

/* Removes the new file and says that writing it failed with `code`, an errno.
 * Returns false. */
bool replace_cancel(struct replace *replace, int code);

#endif

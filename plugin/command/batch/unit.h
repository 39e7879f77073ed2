/* unit.h: one dossier of a batch, from where it comes to what it is called. */
#ifndef COP11_COMMAND_BATCH_UNIT_H
#define COP11_COMMAND_BATCH_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "cop11.h"

enum {
  UNIT_MOST = 16 * 1024 * 1024 /* bytes a dossier may have, as for assess */
};

/* A worker fills one again and again, so that its memory is used anew. */
struct unit {
  size_t order;      /* its place among all dossiers */
  char *name;        /* what reports and the roll-up call it; "sites/a.json" */
  const char *path;  /* what messages call it */
  size_t line;       /* of a file that holds a dossier in each line; else 0 */
  int root;          /* the folder it is opened below, or -1 */
  const char *below; /* its path there, or from here; NULL where it is read */
  char *data;
  size_t size, capacity;
  cop11_error error; /* with a message where it is bad */
};

/* Says why the dossier is bad.  Returns false. */
bool unit_refuse(struct unit *unit, const char *reason);

bool unit_is_bad(const struct unit *unit);

/* Adds bytes to the text; refuses it where there is no memory. */
bool unit_add(struct unit *unit, const char *bytes, size_t size);

/* Reads the text of one that is not read yet.  A file that is written to
 * meanwhile is refused, and so is what is empty, too large or no file. */
bool unit_read(struct unit *unit);

/* The same from an open file, where something is there to wait for or not. */
bool unit_read_from(struct unit *unit, int file);

void unit_free(struct unit *unit);

#endif

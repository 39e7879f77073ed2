/* decisions.h: a dossier in which an auditor records decisions, one at a time. */
#ifndef COP11_COMMAND_DECISIONS_H
#define COP11_COMMAND_DECISIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "arguments.h"
#include "cop11.h"
#include "input.h"
#include "peek.h"

/* What is given of one record; each NULL where it is not. */
struct decision {
  const char *prompt, *facility; /* the question */
  const char *answer, *by, *authority, *on, *why, *ref;
};

struct decisions {
  const struct arguments *arguments;
  cop11_engine *engine;
  struct input dossier; /* with what was added */
  struct input kept;    /* as it stands in the file that was read or written */
  const char *file;     /* to write to; "-" is standard output */
  cop11_text *report;   /* on the dossier as it is now */
  cop11_text *list;     /* what this asks: cop11.decisions/1 */
  cop11_error error;    /* of the last call that failed */
};

/* Reads the dossier and what it asks.  Says what is wrong and returns false where it
 * cannot be assessed.  To be freed with decisions_end in any case. */
bool decisions_start(struct decisions *all, const struct arguments *arguments);

void decisions_end(struct decisions *all);

/* The document that tells what is asked. */
struct peek decisions_document(const struct decisions *all);

/* Puts a record into the dossier, as far as it is right, and asks anew; nothing is
 * written yet.  Where it is wrong nothing changes: `error` holds the field and why. */
bool decisions_add(struct decisions *all, const struct decision *decision);

/* Writes the dossier with all that was added.  Says what is wrong and returns false:
 * nothing is written over that came to the file in the meantime. */
bool decisions_write(struct decisions *all);

#endif

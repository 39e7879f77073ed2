/* input.h: reading a dossier, a report or a workbook. */
#ifndef COP11_COMMAND_INPUT_H
#define COP11_COMMAND_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* What is read: how it is called, the most it may have (of JSON the library's defaults
 * of max_dossier and max_report), and what an empty one lacks, where it is JSON. */
struct input_kind {
  const char *name;
  int most_mib;
  const char *format;
};

extern const struct input_kind input_dossier, input_report, input_workbook;

struct input {
  const struct input_kind *kind;
  const char *name; /* for messages */
  char *data;
  size_t size;
};

/* Reads the whole of `path`, where "-" is standard input.  Says what is wrong
 * and returns false when it cannot be of `kind`: it cannot be read, is a
 * folder, is empty or larger than one may be.  Pipes are read to their
 * end.  To be freed with input_free in any case. */
bool input_read(const char *path, const struct input_kind *kind,
                struct input *input);

void input_free(struct input *input);

#endif

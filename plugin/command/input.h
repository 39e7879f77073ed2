/* input.h: reading a dossier. */
#ifndef COP11_COMMAND_INPUT_H
#define COP11_COMMAND_INPUT_H

#include <stdbool.h>
#include <stddef.h>

struct input {
  const char *name; /* for messages */
  char *data;
  size_t size;
};

/* Reads the whole of `path`, where "-" is standard input.  Says what is wrong
 * and returns false when it cannot be a dossier: it cannot be read, is a
 * folder, is empty or larger than a dossier may be.  Pipes are read to their
 * end.  To be freed with input_free in any case. */
bool input_read(const char *path, struct input *input);

void input_free(struct input *input);

#endif

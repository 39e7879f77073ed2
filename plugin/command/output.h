/* output.h: writing what a verb made. */
#ifndef COP11_COMMAND_OUTPUT_H
#define COP11_COMMAND_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes all the bytes to an open file; errno says why not. */
bool output_bytes(int file, const char *bytes, size_t size);

/* Writes `text`, and a line end where it lacks one, to the file `path` or, for
 * NULL, "-" and "/dev/stdout", to standard output; says what is wrong and
 * returns false when that fails.
 *
 * A file is written whole or not at all: beside its target, then renamed onto
 * it.  An existing target is replaced when it is a regular file, or a link to
 * one (then the file it leads to is replaced), that the user may write; it
 * keeps its permissions.  Any other target is refused.
 *
 * `coloured` lets a terminal show the lines of a text form in colours. */
bool output_write(const char *path, const char *text, size_t size,
                  bool coloured);

/* The same for bytes that are no text: no line end, and none to a terminal. */
bool output_data(const char *path, const char *data, size_t size);

#endif

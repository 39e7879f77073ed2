/* unpack.h: the texts the library carries, as they were before packing. */
#ifndef UNPACK_H
#define UNPACK_H

#include <stdbool.h>

#include "builtin.h"

/* Writes the text of a file to `text`, which has room for file->size + 1 bytes,
 * and a NUL after it.  False where the packed form is damaged. */
bool unpack_file(const struct builtin_file *file, char *text);

/* Reads an LZ4 block of `from_size` bytes; true when it gives `size` bytes and
 * nothing is left.  Never reads or writes beyond either. */
bool unpack_block(const unsigned char *from, size_t from_size, char *to,
                  size_t size);

#endif

/* digest.h: the one place that knows how digests are made: SHA-256, written as
 * 64 lower-case hexadecimal digits. */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

#include "sandbox/pause.h"

enum {
  DIGEST_HEX_SIZE = 64
};

/* Writes the digest of `size` bytes and a closing NUL. */
void digest_hex(const void *data, size_t size, char out[DIGEST_HEX_SIZE + 1]);

/* The same, with pauses. */
void digest_hex_slowly(const void *data, size_t size, const struct pause *pause,
                       char out[DIGEST_HEX_SIZE + 1]);

#endif

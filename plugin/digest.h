/* digest.h: the one place that knows how digests are made: SHA-256, written as
 * 64 lower-case hexadecimal digits. */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

enum {
  DIGEST_HEX_SIZE = 64
};

/* Writes the digest of `size` bytes and a closing NUL. */
void digest_hex(const void *data, size_t size, char out[DIGEST_HEX_SIZE + 1]);

#endif

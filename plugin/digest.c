/* digest.c: SHA-256 by libsodium.
 *
 * crypto_hash_sha256 is plain computation: it needs no sodium_init, keeps no
 * state and cannot fail, so it is safe on any thread of any host.
 */
#include "digest.h"

#include <sodium/crypto_hash_sha256.h>

_Static_assert(DIGEST_HEX_SIZE == 2 * crypto_hash_sha256_BYTES,
               "two digits for each byte");

void digest_hex(const void *data, size_t size, char out[DIGEST_HEX_SIZE + 1]) {
  static const char digits[] = "0123456789abcdef";
  unsigned char hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256(hash, data, size);
  for (size_t i = 0; i < sizeof hash; i++) {
    out[2 * i] = digits[hash[i] >> 4];
    out[2 * i + 1] = digits[hash[i] & 15];
  }
  out[DIGEST_HEX_SIZE] = '\0';
}

/* digest.c: SHA-256 by libsodium.
 *
 * crypto_hash_sha256 is plain computation: it needs no sodium_init, keeps no
 * state and cannot fail, so it is safe on any thread of any host.
 */
#include "digest.h"

#include <sodium/crypto_hash_sha256.h>

_Static_assert(DIGEST_HEX_SIZE == 2 * crypto_hash_sha256_BYTES,
               "two digits for each byte");

static void write_hex(const unsigned char *hash, char *out) {
  static const char digits[] = "0123456789abcdef";

  for (size_t i = 0; i < crypto_hash_sha256_BYTES; i++) {
    out[2 * i] = digits[hash[i] >> 4];
    out[2 * i + 1] = digits[hash[i] & 15];
  }
  out[DIGEST_HEX_SIZE] = '\0';
}

void digest_hex(const void *data, size_t size, char out[DIGEST_HEX_SIZE + 1]) {
  unsigned char hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256(hash, data, size);
  write_hex(hash, out);
}

void digest_hex_slowly(const void *data, size_t size, const struct pause *pause,
                       char out[DIGEST_HEX_SIZE + 1]) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  const unsigned char *at = data;
  crypto_hash_sha256_state state;

  crypto_hash_sha256_init(&state);
  for (; size > PAUSE_BYTES; at += PAUSE_BYTES, size -= PAUSE_BYTES) {
    crypto_hash_sha256_update(&state, at, PAUSE_BYTES);
    pause_ask(pause);
  }
  crypto_hash_sha256_update(&state, at, size);
  crypto_hash_sha256_final(&state, hash);
  write_hex(hash, out);
}

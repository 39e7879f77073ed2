/* sodium_utils.c: the three helpers of libsodium that its SHA-256 and Ed25519
 * call, for the shared library.
 *
 * libsodium has them in one file with guarded memory and misuse handling, which
 * bring ciphers, random numbers, locks and ways to end a process along.  A test
 * compares these with libsodium's own.
 */
#include <sodium/utils.h>
#include <string.h>

void sodium_memzero(void *const bytes, const size_t size) {
  explicit_bzero(bytes, size);
}

/* Each looks at every byte, so that its time tells nothing of them. */

int sodium_memcmp(const void *const a, const void *const b, size_t size) {
  const unsigned char *left = a, *right = b;
  volatile unsigned char differs = 0;

  for (size_t i = 0; i < size; i++)
    differs |= left[i] ^ right[i];
  return differs == 0 ? 0 : -1;
}

int sodium_is_zero(const unsigned char *bytes, const size_t size) {
  volatile unsigned char any = 0;

  for (size_t i = 0; i < size; i++)
    any |= bytes[i];
  return any == 0;
}

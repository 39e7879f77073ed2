/* key_file.h: the file that holds a signer's secret key. */
#ifndef COP11_COMMAND_KEY_FILE_H
#define COP11_COMMAND_KEY_FILE_H

#include <sodium/crypto_sign_ed25519.h>
#include <stdbool.h>

struct key {
  unsigned char secret[crypto_sign_ed25519_SECRETKEYBYTES];
  char public_hex[2 * crypto_sign_ed25519_PUBLICKEYBYTES + 1];
};

/* Makes a key and writes it to a new file `path` that only its owner may read.
 * Says what is wrong and returns false when that fails; a file that is there
 * already stays as it is.  To be wiped with key_wipe in any case. */
bool key_file_make(const char *path, struct key *key);

/* Reads the key in `path`.  Says what is wrong and returns false when it cannot
 * be read, is no key, or others may read it.  To be wiped with key_wipe in any
 * case. */
bool key_file_read(const char *path, struct key *key);

/* Leaves nothing of the key in memory. */
void key_wipe(struct key *key);

#endif

/* fuzz_signature.c: any bytes at all, as a pack's signature file, and as the
 * manifest that somebody's good key signed (libFuzzer).
 *
 * Neither makes a pack signed that holds something else, and the files named as
 * modified are paths that a pack may hold. */
#include <sodium/crypto_sign_ed25519.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pack/signature.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define EXPECT(condition)                                                      \
  do {                                                                         \
    if (!(condition))                                                          \
      __builtin_trap();                                                        \
  } while (0)

static cop11_pack *new_pack(void) {
  cop11_pack *pack = NULL;

  EXPECT(cop11_pack_new("fuzz", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add(pack, "a.lua", "one", 3, NULL) == COP11_OK);
  EXPECT(cop11_pack_add(pack, "b/c.lua", "two", 3, NULL) == COP11_OK);
  return pack;
}

static void check_files(char *files) {
  EXPECT(*files);
  for (char *end; (end = strchr(files, '\n')); files = end + 1) {
    *end = '\0';
    EXPECT(strcmp(files, PACK_SIGNATURE_PATH) == 0 ||
           pack_check_path(files, NULL) == COP11_OK);
  }
  EXPECT(!*files);
}

/* Judges a pack with this signature file; `good` is what would make it good. */
static void judge(const char *text, size_t size, const char *good) {
  cop11_pack *pack = new_pack();

  EXPECT(cop11_pack_add_signature(pack, text, size, NULL) == COP11_OK);
  EXPECT(signature_judge(pack, NULL, NULL) == COP11_OK);
  if (good && strlen(good) == size && memcmp(good, text, size) == 0) {
    EXPECT(pack->judged.state == SIGNATURE_GOOD);
  } else {
    EXPECT(pack->judged.state == SIGNATURE_MODIFIED);
    check_files(pack->judged.files);
  }
  cop11_pack_free(pack);
}

/* The bytes up to their first NUL as a manifest, signed. */
static void judge_manifest(const uint8_t *data, size_t size) {
  static const unsigned char seed[crypto_sign_ed25519_SEEDBYTES];
  unsigned char public[crypto_sign_ed25519_PUBLICKEYBYTES];
  unsigned char secret[crypto_sign_ed25519_SECRETKEYBYTES];
  cop11_pack *pack = new_pack();
  char *wanted = NULL;
  char *manifest = strndup((const char *)data, size);
  char *text, *good;

  crypto_sign_ed25519_seed_keypair(public, secret, seed);
  EXPECT(signature_manifest(pack, NULL, &wanted, NULL) == COP11_OK);
  EXPECT(manifest);
  text = signature_make(manifest, secret);
  good = signature_make(wanted, secret);
  EXPECT(text && good);
  judge(text, strlen(text), good);
  judge(good, strlen(good), good);
  free(text);
  free(good);
  free(manifest);
  free(wanted);
  cop11_pack_free(pack);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  judge((const char *)data, size, NULL);
  judge_manifest(data, size);
  return 0;
}

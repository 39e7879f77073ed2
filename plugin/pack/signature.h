/* signature.h: what a pack's signature says of it: Ed25519 over a manifest, the
 * paths of all its files in byte order, each with the SHA-256 of its text.
 *
 * The signature file holds, in lines: "cop11.signature/1", "key HEX",
 * "signature HEX", then the manifest that was signed. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include "pack.h"

enum {
  SIGNATURE_HEX = 128 /* digits of a signature */
};

/* "signed", "unsigned", "modified", "built-in". */
const char *signature_state_name(enum signature_state state);

/* Whether `text` is a public key: 64 hexadecimal digits in lower case. */
bool signature_is_key(const char *text);

/* Bytes of hexadecimal digits in lower case; false when `hex` holds others. */
bool signature_bytes(const char *hex, size_t count, unsigned char *out);

/* The digits of `count` bytes and a closing NUL. */
void signature_hex(const unsigned char *bytes, size_t count, char *out);

/* The manifest of a pack, NUL-ended, for the caller to free.  `budget` as in
 * pack.h. */
cop11_status signature_manifest(const cop11_pack *pack, struct budget *budget,
                                char **out, cop11_error *err);

/* The text of a signature file over `manifest` by the Ed25519 secret key of 64
 * bytes, for the caller to free; NULL: no memory. */
char *signature_make(const char *manifest, const unsigned char *secret);

/* Finds out what the pack's signature says of its files as they are now, and
 * keeps it in pack->judged. */
cop11_status signature_judge(cop11_pack *pack, struct budget *budget,
                             cop11_error *err);

/* COP11_OK when `pack`, which is judged, is built in, or signed by one of `keys`
 * and not modified since; otherwise COP11_E_PACK says what is wrong. */
cop11_status signature_check(const cop11_pack *pack, const char *const *keys,
                             size_t key_count, cop11_error *err);

#endif

/* signature.c: judging signed packs; see signature.h.
 *
 * Making and checking an Ed25519 signature is plain computation, like SHA-256: it
 * needs no sodium_init and no random numbers.
 */
#include "signature.h"

#include <sodium/crypto_sign_ed25519.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "error.h"

#define SIGNATURE_HEADER "cop11.signature/1\n"
#define MANIFEST_HEADER "cop11.manifest/1\n"
#define KEY_LABEL "key "
#define SIGNATURE_LABEL "signature "

_Static_assert(SIGNATURE_KEY_HEX == 2 * crypto_sign_ed25519_PUBLICKEYBYTES &&
                   SIGNATURE_HEX == 2 * crypto_sign_ed25519_BYTES,
               "two digits for each byte");

const char *signature_state_name(enum signature_state state) {
  static const char *const names[] = {"built-in", "unsigned", "signed",
                                      "modified"};

  return names[state];
}

/* ---- hexadecimal --------------------------------------------------------- */

static int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool signature_bytes(const char *hex, size_t count, unsigned char *out) {
  for (size_t i = 0; i < count; i++) {
    int high = digit(hex[2 * i]);
    int low = high < 0 ? -1 : digit(hex[2 * i + 1]);
    if (low < 0)
      return false;
    out[i] = (unsigned char)(high * 16 + low);
  }
  return true;
}

bool signature_is_key(const char *text) {
  unsigned char bytes[crypto_sign_ed25519_PUBLICKEYBYTES];

  return strlen(text) == SIGNATURE_KEY_HEX &&
         signature_bytes(text, sizeof bytes, bytes);
}

/* ---- the manifest -------------------------------------------------------- */

static size_t line_size(const char *path) {
  return DIGEST_HEX_SIZE + 2 + strlen(path) + 1;
}

/* "DIGEST  PATH\n"; returns where the next line goes. */
static char *put_line(char *at, const struct pack_file *file) {
  size_t size = strlen(file->path);

  digest_hex(file->text, file->size, at);
  at += DIGEST_HEX_SIZE;
  memcpy(at, "  ", 2);
  memcpy(at + 2, file->path, size);
  at[2 + size] = '\n';
  return at + 2 + size + 1;
}

cop11_status signature_manifest(const cop11_pack *pack, struct budget *budget,
                                char **out, cop11_error *err) {
  size_t size = sizeof MANIFEST_HEADER;
  cop11_status status = COP11_OK;
  char *manifest, *at;

  for (size_t i = 0; i < pack->count; i++)
    size += line_size(pack->files[i].path);
  manifest = malloc(size);
  if (!manifest)
    return error_no_memory(err);
  memcpy(manifest, MANIFEST_HEADER, sizeof MANIFEST_HEADER);
  at = manifest + sizeof MANIFEST_HEADER - 1;
  for (size_t i = 0; i < pack->count && status == COP11_OK; i++) {
    at = put_line(at, &pack->files[i]);
    status = budget_pass_bytes(budget, pack->files[i].size, err);
  }
  *at = '\0';
  if (status == COP11_OK)
    *out = manifest;
  else
    free(manifest);
  return status;
}

/* ---- making a signature file --------------------------------------------- */

void signature_hex(const unsigned char *bytes, size_t count, char *out) {
  static const char digits[] = "0123456789abcdef";

  for (size_t i = 0; i < count; i++) {
    *out++ = digits[bytes[i] >> 4];
    *out++ = digits[bytes[i] & 15];
  }
  *out = '\0';
}

static char *put_text(char *at, const char *text) {
  size_t size = strlen(text);

  memcpy(at, text, size + 1);
  return at + size;
}

/* Writes the whole file to `at`, which has room for it. */
static void put_signature(char *at, const char *key, const char *signature,
                          const char *manifest) {
  at = put_text(at, SIGNATURE_HEADER KEY_LABEL);
  at = put_text(at, key);
  at = put_text(at, "\n" SIGNATURE_LABEL);
  at = put_text(at, signature);
  at = put_text(at, "\n");
  (void)put_text(at, manifest);
}

char *signature_make(const char *manifest, const unsigned char *secret) {
  unsigned char bytes[crypto_sign_ed25519_BYTES];
  unsigned char key[crypto_sign_ed25519_PUBLICKEYBYTES];
  char hex[SIGNATURE_HEX + 1], key_hex[SIGNATURE_KEY_HEX + 1];
  size_t room = sizeof SIGNATURE_HEADER KEY_LABEL SIGNATURE_LABEL "\n\n";
  char *text = malloc(room + sizeof hex + sizeof key_hex + strlen(manifest));

  if (!text)
    return NULL;
  (void)crypto_sign_ed25519_sk_to_pk(key, secret);
  (void)crypto_sign_ed25519_detached(
      bytes, NULL, (const unsigned char *)manifest, strlen(manifest), secret);
  signature_hex(key, sizeof key, key_hex);
  signature_hex(bytes, sizeof bytes, hex);
  put_signature(text, key_hex, hex, manifest);
  return text;
}

/* ---- reading a signature file -------------------------------------------- */

struct claim {
  const char *key; /* its digits */
  unsigned char key_bytes[crypto_sign_ed25519_PUBLICKEYBYTES];
  unsigned char signature[crypto_sign_ed25519_BYTES];
  const char *manifest; /* to the end of the text */
};

/* Steps over `label`; false where something else follows. */
static bool skip(const char **at, const char *label) {
  size_t size = strlen(label);

  if (strncmp(*at, label, size) != 0)
    return false;
  *at += size;
  return true;
}

/* Steps over a line of `count` bytes in hexadecimal. */
static bool skip_bytes(const char **at, size_t count, unsigned char *out) {
  if (!signature_bytes(*at, count, out))
    return false;
  *at += 2 * count;
  return skip(at, "\n");
}

static bool read_claim(const char *at, struct claim *claim) {
  if (!skip(&at, SIGNATURE_HEADER) || !skip(&at, KEY_LABEL))
    return false;
  claim->key = at;
  if (!skip_bytes(&at, sizeof claim->key_bytes, claim->key_bytes) ||
      !skip(&at, SIGNATURE_LABEL) ||
      !skip_bytes(&at, sizeof claim->signature, claim->signature))
    return false;
  claim->manifest = at;
  return crypto_sign_ed25519_verify_detached(claim->signature,
                                             (const unsigned char *)at,
                                             strlen(at), claim->key_bytes) == 0;
}

/* ---- what differs -------------------------------------------------------- */

/* One line of a manifest: its digest, and its path without the line's end. */
struct line {
  const char *digest; /* NULL: there is none left */
  const char *path;
  size_t path_size;
  const char *next;
};

enum {
  PATH_AT = DIGEST_HEX_SIZE + 2
};

static struct line line_at(const char *at) {
  size_t size = strcspn(at, "\n");

  if (size == 0)
    return (struct line){.next = at};
  return (struct line){.digest = at,
                       .path = at + PATH_AT,
                       .path_size = size - PATH_AT,
                       .next = at + size + 1};
}

/* Whether `size` bytes are a digest and a path that a pack may hold. */
static bool is_line(const char *at, size_t size) {
  unsigned char digest[DIGEST_HEX_SIZE / 2];
  char path[PACK_PATH_SIZE + 1] = "";

  if (size <= PATH_AT || size - PATH_AT > PACK_PATH_SIZE)
    return false;
  memcpy(path, at + PATH_AT, size - PATH_AT);
  return signature_bytes(at, sizeof digest, digest) &&
         memcmp(at + DIGEST_HEX_SIZE, "  ", 2) == 0 &&
         pack_check_path(path, NULL) == COP11_OK;
}

/* Below, at or above 0 as `a` comes before, with or after `b`. */
static int compare(const struct line *a, const struct line *b) {
  size_t shorter = a->path_size < b->path_size ? a->path_size : b->path_size;
  int order;

  if (!a->digest || !b->digest)
    return a->digest ? -1 : 1;
  order = memcmp(a->path, b->path, shorter);
  if (order != 0 || a->path_size == b->path_size)
    return order;
  return a->path_size < b->path_size ? -1 : 1;
}

/* Whoever holds a key may sign anything as a manifest. */
static bool is_manifest(const char *at) {
  struct line before = {0};

  if (!skip(&at, MANIFEST_HEADER))
    return false;
  while (*at) {
    struct line line;
    size_t size = strcspn(at, "\n");
    if (at[size] != '\n' || !is_line(at, size))
      return false;
    line = line_at(at);
    if (before.digest && compare(&before, &line) >= 0)
      return false;
    before = line;
    at = line.next;
  }
  return true;
}

static char *add_path(char *at, const struct line *line) {
  memcpy(at, line->path, line->path_size);
  at[line->path_size] = '\n';
  return at + line->path_size + 1;
}

/* Writes the path of every file that was changed, added or taken away. */
static void differences(const char *was, const char *is, char *out) {
  struct line old = line_at(was), new = line_at(is);

  while (old.digest || new.digest) {
    int order = compare(&old, &new);
    if (order != 0 || memcmp(old.digest, new.digest, DIGEST_HEX_SIZE) != 0)
      out = add_path(out, order < 0 ? &old : &new);
    if (order <= 0)
      old = line_at(old.next);
    if (order >= 0)
      new = line_at(new.next);
  }
  *out = '\0';
}

/* ---- judging ------------------------------------------------------------- */

/* The signature file itself is what differs, where nothing else does. */
static char *list_files(const char *was, const char *is) {
  size_t size = strlen(was) + strlen(is) + sizeof PACK_SIGNATURE_PATH + 1;
  char *files = malloc(size);
  size_t header = sizeof MANIFEST_HEADER - 1;

  if (!files)
    return NULL;
  *files = '\0';
  if (is_manifest(was))
    differences(was + header, is + header, files);
  if (!*files)
    memcpy(files, PACK_SIGNATURE_PATH "\n", sizeof PACK_SIGNATURE_PATH + 1);
  return files;
}

static cop11_status judge_signed(cop11_pack *pack, const char *manifest,
                                 cop11_error *err) {
  struct signature *judged = &pack->judged;
  struct claim claim = {0};
  bool holds = read_claim(pack->signature, &claim);

  if (holds)
    memcpy(judged->key, claim.key, SIGNATURE_KEY_HEX);
  if (holds && strcmp(claim.manifest, manifest) == 0) {
    judged->state = SIGNATURE_GOOD;
    return COP11_OK;
  }
  judged->state = SIGNATURE_MODIFIED;
  judged->files = list_files(holds ? claim.manifest : "", manifest);
  return judged->files ? COP11_OK : error_no_memory(err);
}

cop11_status signature_judge(cop11_pack *pack, struct budget *budget,
                             cop11_error *err) {
  cop11_status status;
  char *manifest;

  free(pack->judged.files);
  pack->judged = (struct signature){.state = pack->builtin ? SIGNATURE_BUILT_IN
                                                           : SIGNATURE_NONE};
  if (pack->builtin || !pack->signature)
    return COP11_OK;
  status = signature_manifest(pack, budget, &manifest, err);
  if (status != COP11_OK)
    return status;
  status = judge_signed(pack, manifest, err);
  free(manifest);
  return status;
}

/* ---- which keys are accepted --------------------------------------------- */

static bool is_accepted(const char *key, const char *const *keys,
                        size_t key_count) {
  for (size_t i = 0; i < key_count; i++) {
    if (strcmp(key, keys[i]) == 0)
      return true;
  }
  return false;
}

static cop11_status refuse(const cop11_pack *pack, cop11_error *err) {
  const struct signature *signature = &pack->judged;
  int first = signature->files ? (int)strcspn(signature->files, "\n") : 0;

  if (signature->state == SIGNATURE_NONE)
    return error_set(err, COP11_E_PACK, PACK_SIGNATURE_PATH, 0, 0,
                     "Pack %s is not signed, and only packs signed by the keys "
                     "given are accepted. Sign it with cop11 sign.",
                     pack->name);
  if (signature->state == SIGNATURE_MODIFIED)
    return error_set(err, COP11_E_PACK, PACK_SIGNATURE_PATH, 0, 0,
                     "Pack %s was modified since it was signed, first in %.*s. "
                     "Take the files as signed, or have it signed again.",
                     pack->name, first, signature->files);
  return error_set(err, COP11_E_PACK, PACK_SIGNATURE_PATH, 0, 0,
                   "Pack %s is signed by key %s, which is none of those "
                   "accepted. Add that key if you trust it.",
                   pack->name, signature->key);
}

cop11_status signature_check(const cop11_pack *pack, const char *const *keys,
                             size_t key_count, cop11_error *err) {
  const struct signature *judged = &pack->judged;

  if (judged->state == SIGNATURE_BUILT_IN ||
      (judged->state == SIGNATURE_GOOD &&
       is_accepted(judged->key, keys, key_count)))
    return COP11_OK;
  return refuse(pack, err);
}

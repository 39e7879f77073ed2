/* key_file.c: making and reading secret keys; see key_file.h.
 *
 * The file holds HEADER, then the key's 32 bytes of seed in hexadecimal and a
 * line end: text, so that it survives whatever carries it.
 */
#include "key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium/core.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"
#include "output.h"
#include "pack/signature.h"

#define HEADER "cop11.secret-key/1\n"

enum {
  SEED_SIZE = crypto_sign_ed25519_SEEDBYTES,
  SEED_AT = sizeof HEADER - 1,
  FILE_SIZE = SEED_AT + 2 * SEED_SIZE + 1
};

static bool wrong(const char *path, const char *reason) {
  (void)message_put("%s: %s", path, reason);
  return false;
}

static void key_from_seed(const unsigned char *seed, struct key *key) {
  unsigned char public[crypto_sign_ed25519_PUBLICKEYBYTES];

  (void)crypto_sign_ed25519_seed_keypair(public, key->secret, seed);
  signature_hex(public, sizeof public, key->public_hex);
}

void key_wipe(struct key *key) {
  sodium_memzero(key, sizeof *key);
}

/* ---- making -------------------------------------------------------------- */

static bool write_seed(int file, const unsigned char *seed) {
  char text[FILE_SIZE + 1] = HEADER;
  bool done;

  signature_hex(seed, SEED_SIZE, text + SEED_AT);
  text[FILE_SIZE - 1] = '\n';
  done = output_bytes(file, text, FILE_SIZE) && fsync(file) == 0;
  sodium_memzero(text, sizeof text);
  return done;
}

/* A key once written over is lost, with all that it has signed to come. */
static int create(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (file < 0 && errno == EEXIST)
    (void)wrong(path, "it is there already, and a key is never written over; "
                      "name a new file");
  else if (file < 0)
    (void)wrong(path, strerror(errno));
  return file;
}

bool key_file_make(const char *path, struct key *key) {
  unsigned char seed[SEED_SIZE];
  bool done;
  int file;

  if (sodium_init() < 0)
    return wrong(path, "this system gives no random numbers to make a key of");
  file = create(path);
  if (file < 0)
    return false;
  randombytes_buf(seed, sizeof seed);
  key_from_seed(seed, key);
  done = write_seed(file, seed);
  sodium_memzero(seed, sizeof seed);
  done = close(file) == 0 && done;
  if (done)
    return true;
  (void)wrong(path, strerror(errno));
  (void)unlink(path);
  return false;
}

/* ---- reading ------------------------------------------------------------- */

/* Group and others: an access list shows in the bits of the group. */
static bool is_private(const char *path, int file) {
  struct stat info;

  if (fstat(file, &info) != 0)
    return wrong(path, strerror(errno));
  if (!S_ISREG(info.st_mode))
    return wrong(path, "it is no file; name the one that cop11 sign --new-key "
                       "made");
  if (info.st_uid != geteuid())
    return wrong(path, "it belongs to another user, who can read it; use a key "
                       "of your own");
  if ((info.st_mode & 077) != 0)
    return wrong(path, "others may read or change it; if nobody has, allow it "
                       "to its owner alone (chmod 600), else make a new key");
  return true;
}

/* Anything but exactly one key is refused. */
static bool read_seed(const char *path, int file, unsigned char *seed) {
  char text[FILE_SIZE + 1] = "";
  size_t size = 0;
  ssize_t count;
  bool good;

  while (size < sizeof text &&
         (count = read(file, text + size, sizeof text - size)) != 0) {
    if (count < 0 && errno != EINTR)
      return wrong(path, strerror(errno));
    size += count > 0 ? (size_t)count : 0;
  }
  good = size == FILE_SIZE && memcmp(text, HEADER, SEED_AT) == 0 &&
         text[FILE_SIZE - 1] == '\n' &&
         signature_bytes(text + SEED_AT, SEED_SIZE, seed);
  sodium_memzero(text, sizeof text);
  return good || wrong(path, "it is no secret key; name the file that cop11 "
                             "sign --new-key made");
}

bool key_file_read(const char *path, struct key *key) {
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  unsigned char seed[SEED_SIZE];
  bool done;

  if (file < 0)
    return wrong(path, errno == ENOENT ? "there is no such file; cop11 sign "
                                         "--new-key makes one"
                                       : strerror(errno));
  done = is_private(path, file) && read_seed(path, file, seed);
  close(file);
  if (done)
    key_from_seed(seed, key);
  sodium_memzero(seed, sizeof seed);
  return done;
}

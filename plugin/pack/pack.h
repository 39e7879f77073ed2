/* pack.h: a cop11_pack, rule files held in memory and sorted by path. */
#ifndef PACK_H
#define PACK_H

#include <stdbool.h>

#include "cop11.h"
#include "handle.h"
#include "pack/check.h"
#include "sandbox/budget.h"

#define PACK_BUILTIN_NAME "cop11-2013"
/* The file of a folder that holds the signature of the others. */
#define PACK_SIGNATURE_PATH "pack.signature"

struct pack_file {
  const char *path; /* NUL-ended */
  const char *text; /* `size` bytes and a NUL */
  size_t size;
};

enum signature_state {
  SIGNATURE_BUILT_IN, /* came with the library, which vouches for it */
  SIGNATURE_NONE,
  SIGNATURE_GOOD,
  SIGNATURE_MODIFIED /* since it was signed, or the signature itself */
};

enum {
  SIGNATURE_KEY_HEX = 64 /* digits of a public key */
};

/* What signature_judge found. */
struct signature {
  enum signature_state state;
  char key[SIGNATURE_KEY_HEX + 1]; /* "" where it is not known */
  char *files; /* modified: what differs, each path ended by '\n' */
};

/* Files that end in .lua.txt, which a text editor made of .lua: not read. */
struct passed_over {
  char path[PACK_PATH_SIZE + 1]; /* the first by its bytes */
  size_t count;
};

struct cop11_pack {
  uint32_t tag; /* HANDLE_PACK */
  char name[PACK_NAME_SIZE + 1];
  struct pack_file *files; /* by the bytes of their paths */
  size_t count;
  size_t capacity;
  bool builtin;    /* the library vouches for it */
  char *signature; /* the text of its signature file; NULL: not signed */
  struct signature judged;
  struct passed_over passed_over;
};

/* An empty pack; the functions below change nothing when they fail. */
cop11_status pack_new(const char *name, cop11_pack **out, cop11_error *err);

/* The COP 11 rules of this library.  Here as below, `budget` is that of the call
 * at hand; see budget_pass_bytes. */
cop11_status pack_builtin(struct budget *budget, cop11_pack **out,
                          cop11_error *err);

/* Another pack with the same name and files. */
cop11_status pack_copy(const cop11_pack *pack, struct budget *budget,
                       cop11_pack **out, cop11_error *err);

/* Checks one file and adds a copy of it. */
cop11_status pack_add(cop11_pack *pack, const char *path, const char *text,
                      size_t size, cop11_error *err);

/* Keeps the text of a signature file, whatever it holds, in place of one
 * before. */
cop11_status pack_set_signature(cop11_pack *pack, const char *text, size_t size,
                                cop11_error *err);

/* Moves all files of `from`, and its signature if it has one, to `pack`; `from`
 * is then empty. */
cop11_status pack_merge(cop11_pack *pack, cop11_pack *from, cop11_error *err);

/* NULL, and what is no pack, does nothing. */
void pack_free(cop11_pack *pack);

#endif

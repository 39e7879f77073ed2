/* pack/check.h: what the names, paths and texts of a pack must be like.  Every
 * refusal names what is wrong and the cure. */
#ifndef PACK_CHECK_H
#define PACK_CHECK_H

#include "cop11.h"

enum {
  PACK_NAME_SIZE = 64,         /* the longest name of a pack */
  PACK_PATH_SIZE = 200,        /* the longest path of a file */
  PACK_FILE_SIZE = 256 * 1024, /* the largest file, as it comes */
  PACK_FILE_COUNT = 1000,      /* the most files in one pack */
  /* A line for each of the most files, with the longest path, and some more. */
  PACK_SIGNATURE_SIZE = 2 * PACK_FILE_SIZE
};

cop11_status pack_check_name(const char *name, cop11_error *err);
cop11_status pack_check_path(const char *path, cop11_error *err);
cop11_status pack_check_text(const char *path, const char *text, size_t size,
                             size_t most, cop11_error *err);

/* Copies a checked text without what editors and checkouts differ in: a byte
 * order mark at the start goes, CR LF becomes LF.  So the digest of a rule file
 * does not depend on the machine it was saved on, and lines keep their numbers.
 * `out` holds `size` bytes; returns how many were written. */
size_t pack_text_clean(const char *text, size_t size, char *out);

#endif

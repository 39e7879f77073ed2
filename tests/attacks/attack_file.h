/* attack_file.h: reading the files of this folder; README.md says how they
 * look. */
#ifndef ATTACK_FILE_H
#define ATTACK_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum {
  MAX_ENDS = 8
};

/* "ends: CALL STATUS words" */
struct attack_end {
  char call[16];
  char status[24];
  char words[128];
  bool seen;
};

struct attack_file {
  bool is_dossier; /* below dossiers/ rather than rules/ */
  char *text;      /* a rule file as it is; a dossier as its recipe makes it */
  size_t size;
  struct attack_end ends[MAX_ENDS];
  size_t end_count;
};

/* False when it cannot be read, or states no end. */
bool attack_file_read(const char *folder, const char *path,
                      struct attack_file *file);
void attack_file_free(struct attack_file *file);

/* A whole file, ended with NUL; "" where there is none.  The caller frees. */
char *attack_text(const char *folder, const char *path);

/* Every attack in `room` of `folder`, "rules" or "dossiers", in order. */
struct attack_names {
  char **paths;
  int count;
};
struct attack_names attack_names(const char *folder, const char *room);
void attack_names_free(struct attack_names *names);

#endif

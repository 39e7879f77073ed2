/* temp_folder.h: a folder to write test files into, removed with all it holds.
 */
#ifndef TEMP_FOLDER_H
#define TEMP_FOLDER_H

#include <stddef.h>

struct temp_folder {
  char path[64];
  int fd;
};

void temp_folder_new(struct temp_folder *folder);
void temp_folder_free(struct temp_folder *folder);

/* Paths below are relative to the folder. */
void temp_folder_make(const struct temp_folder *folder, const char *path);
void temp_folder_link(const struct temp_folder *folder, const char *target,
                      const char *path);
void temp_folder_write(const struct temp_folder *folder, const char *path,
                       const char *text, size_t size);
void temp_folder_put(const struct temp_folder *folder, const char *path,
                     const char *text);

#endif

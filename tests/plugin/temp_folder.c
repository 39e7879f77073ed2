/* temp_folder.c: a folder for test files; see temp_folder.h. */
#include "temp_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void temp_folder_new(struct temp_folder *folder) {
  static const char pattern[] = "/tmp/cop11-test-XXXXXX";

  memcpy(folder->path, pattern, sizeof pattern);
  assert_non_null(mkdtemp(folder->path));
  folder->fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  assert_true(folder->fd >= 0);
}

void temp_folder_make(const struct temp_folder *folder, const char *path) {
  assert_int_equal(mkdirat(folder->fd, path, 0700), 0);
}

void temp_folder_link(const struct temp_folder *folder, const char *target,
                      const char *path) {
  assert_int_equal(symlinkat(target, folder->fd, path), 0);
}

void temp_folder_write(const struct temp_folder *folder, const char *path,
                       const char *text, size_t size) {
  int file = openat(folder->fd, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  assert_true(file >= 0);
  assert_int_equal(write(file, text, size), size);
  close(file);
}

void temp_folder_put(const struct temp_folder *folder, const char *path,
                     const char *text) {
  temp_folder_write(folder, path, text, strlen(text));
}

/* Takes over the descriptor. */
static void temp_folder_empty(int fd) {
  DIR *entries = fdopendir(fd);
  struct dirent *entry;

  assert_non_null(entries);
  while ((entry = readdir(entries))) {
    const char *name = entry->d_name;
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
      continue;
    if (unlinkat(dirfd(entries), name, 0) == 0)
      continue;
    temp_folder_empty(openat(dirfd(entries), name, O_RDONLY | O_NOFOLLOW));
    unlinkat(dirfd(entries), name, AT_REMOVEDIR);
  }
  closedir(entries);
}

void temp_folder_free(struct temp_folder *folder) {
  temp_folder_empty(folder->fd);
  rmdir(folder->path);
}

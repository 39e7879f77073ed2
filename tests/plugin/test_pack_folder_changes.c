/* Tests of plugin/pack/folder.c and plugin/pack/beneath.c: a folder that someone
 * changes while it is read.
 *
 * The linker puts the functions below in place of the system's.  One change is
 * made before the first call of the system, then before the second, and so on,
 * until the folder has been read before its turn comes: no moment is left out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/pack.h"
#include "temp_folder.h"

/* ---- calls of the system ---------------------------------------------------- */

static void (*change)(int folder); /* NULL: none is to come */
static int change_folder;
static int calls_before_change;

static void one_call(void) {
  void (*now)(int folder) = change;

  if (!now || calls_before_change-- > 0)
    return;
  change = NULL;
  now(change_folder);
}

int __real_openat(int folder, const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);
ssize_t __real_readlinkat(int folder, const char *path, char *out, size_t size);
ssize_t __wrap_readlinkat(int folder, const char *path, char *out, size_t size);
int __real_fstatat(int folder, const char *path, struct stat *out, int flags);
int __wrap_fstatat(int folder, const char *path, struct stat *out, int flags);
ssize_t __real_read(int file, void *out, size_t size);
ssize_t __wrap_read(int file, void *out, size_t size);
struct dirent *__real_readdir(DIR *entries);
struct dirent *__wrap_readdir(DIR *entries);

int __wrap_openat(int folder, const char *path, int flags, ...) {
  one_call();
  return __real_openat(folder, path, flags, 0600);
}

ssize_t __wrap_readlinkat(int folder, const char *path, char *out,
                          size_t size) {
  one_call();
  return __real_readlinkat(folder, path, out, size);
}

int __wrap_fstatat(int folder, const char *path, struct stat *out, int flags) {
  one_call();
  return __real_fstatat(folder, path, out, flags);
}

ssize_t __wrap_read(int file, void *out, size_t size) {
  one_call();
  return __real_read(file, out, size);
}

struct dirent *__wrap_readdir(DIR *entries) {
  one_call();
  return __real_readdir(entries);
}

/* ---- the folder ------------------------------------------------------------- */

/* Beside the rules lies what no rule file may show. */
static void make_folder(struct temp_folder *folder) {
  temp_folder_new(folder);
  temp_folder_make(folder, "outside");
  temp_folder_put(folder, "outside/a.lua", "secret");
  temp_folder_make(folder, "rules");
  temp_folder_put(folder, "rules/top.lua", "rule");
  temp_folder_make(folder, "rules/sub");
  temp_folder_put(folder, "rules/sub/a.lua", "rule");
  temp_folder_link(folder, "sub/a.lua", "rules/link.lua");
}

static void file_becomes_link(int folder) {
  unlinkat(folder, "rules/sub/a.lua", 0);
  symlinkat("../../outside/a.lua", folder, "rules/sub/a.lua");
}

static void link_leaves(int folder) {
  unlinkat(folder, "rules/link.lua", 0);
  symlinkat("../outside/a.lua", folder, "rules/link.lua");
}

static void folder_becomes_link(int folder) {
  renameat(folder, "rules/sub", folder, "rules/gone.d");
  symlinkat("../outside", folder, "rules/sub");
}

static void file_goes(int folder) {
  unlinkat(folder, "rules/sub/a.lua", 0);
}

static void folder_goes(int folder) {
  unlinkat(folder, "rules/sub/a.lua", 0);
  unlinkat(folder, "rules/sub", AT_REMOVEDIR);
}

/* Opening it for reading would wait for ever. */
static void file_becomes_pipe(int folder) {
  unlinkat(folder, "rules/sub/a.lua", 0);
  mkfifoat(folder, "rules/sub/a.lua", 0600);
}

static void file_becomes_folder(int folder) {
  unlinkat(folder, "rules/sub/a.lua", 0);
  mkdirat(folder, "rules/sub/a.lua", 0700);
}

static void resize(int folder, off_t size) {
  int file = openat(folder, "rules/sub/a.lua", O_WRONLY);

  (void)!ftruncate(file, size);
  close(file);
}

static void file_grows(int folder) {
  resize(folder, (off_t)1 << 40);
}

static void file_shrinks(int folder) {
  resize(folder, 0);
}

/* ---- the tests -------------------------------------------------------------- */

static int count_descriptors(void) {
  int count = 0;

  for (int file = 0; file < 1000; file++)
    count += fcntl(file, F_GETFD) >= 0;
  return count;
}

/* A pack holds whole rule files or none; a refusal says which file and why. */
static void assert_sound(const cop11_pack *pack, cop11_status status,
                         const cop11_error *err) {
  if (status != COP11_OK) {
    assert_true(status == COP11_E_IO || status == COP11_E_PACK);
    assert_int_equal(pack->count, 0);
    assert_true(strlen(err->where) > 0 && strlen(err->message) > 10);
  }
  for (size_t i = 0; i < pack->count; i++) {
    const struct pack_file *file = &pack->files[i];
    assert_true(file->size == 0 || strcmp(file->text, "rule") == 0);
  }
}

/* Reads the folder with a change before call number `calls`; false when there
 * were not so many. */
static bool read_changing(void (*made)(int folder), int calls) {
  struct temp_folder folder;
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *pack = NULL;
  cop11_status status;
  char path[100];
  int descriptors;
  bool done;

  make_folder(&folder);
  snprintf(path, sizeof path, "%s/rules", folder.path);
  assert_int_equal(cop11_pack_new("p", &pack, NULL), COP11_OK);
  descriptors = count_descriptors();
  change_folder = folder.fd;
  calls_before_change = calls;
  change = made;
  status = cop11_pack_add_folder(pack, path, NULL, &err);
  done = change == NULL;
  change = NULL;
  assert_int_equal(count_descriptors(), descriptors);
  assert_sound(pack, status, &err);
  assert_true(done || (status == COP11_OK && pack->count == 3));
  cop11_pack_free(pack);
  temp_folder_free(&folder);
  return done;
}

static void sweep(void (*made)(int folder)) {
  int calls = 0;

  while (read_changing(made, calls))
    calls++;
  assert_true(calls > 20);
}

static void pack_add_folder__follows_no_file_that_becomes_a_link(void **state) {
  sweep(file_becomes_link);
  sweep(link_leaves);
}

static void pack_add_folder__follows_no_folder_that_does(void **state) {
  sweep(folder_becomes_link);
}

static void pack_add_folder__bears_what_goes_away(void **state) {
  sweep(file_goes);
  sweep(folder_goes);
}

static void pack_add_folder__bears_what_becomes_something_else(void **state) {
  sweep(file_becomes_pipe);
  sweep(file_becomes_folder);
}

static void pack_add_folder__bears_files_that_grow_and_shrink(void **state) {
  sweep(file_grows);
  sweep(file_shrinks);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pack_add_folder__follows_no_file_that_becomes_a_link),
      cmocka_unit_test(pack_add_folder__follows_no_folder_that_does),
      cmocka_unit_test(pack_add_folder__bears_what_goes_away),
      cmocka_unit_test(pack_add_folder__bears_what_becomes_something_else),
      cmocka_unit_test(pack_add_folder__bears_files_that_grow_and_shrink),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

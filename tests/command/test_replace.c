/* Tests of plugin/command/replace.c by way of output_write: a disk that fails.
 *
 * The linker puts the functions below in place of the system's.  Each call of
 * them in turn fails, and the disk fills up at each byte in turn: the old file
 * stays, or the new one is there whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../plugin/command/output.h"
#include "../plugin/temp_folder.h"

static const char report[] = "one line\nand another\n";

/* ---- the disk ---------------------------------------------------------------- */

static int calls_until_failure; /* negative: none fails */
static int failure;             /* its errno */
static size_t room;             /* bytes that the disk still takes */
static char said[1000];         /* on standard error */
static size_t said_size;

static void heal(void) {
  calls_until_failure = -1;
  failure = ENOSPC;
  room = SIZE_MAX;
  memset(said, 0, sizeof said);
  said_size = 0;
}

static bool fails(void) {
  if (calls_until_failure < 0 || calls_until_failure-- > 0)
    return false;
  errno = failure;
  return true;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_fchmod(int file, mode_t mode);
int __wrap_fchmod(int file, mode_t mode);
ssize_t __real_write(int file, const void *data, size_t size);
ssize_t __wrap_write(int file, const void *data, size_t size);
int __real_fsync(int file);
int __wrap_fsync(int file);
int __real_close(int file);
int __wrap_close(int file);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

int __wrap_open(const char *path, int flags, ...) {
  return fails() ? -1 : __real_open(path, flags, 0666);
}

int __wrap_fchmod(int file, mode_t mode) {
  return fails() ? -1 : __real_fchmod(file, mode);
}

static ssize_t say(const void *data, size_t size) {
  if (size > sizeof said - 1 - said_size)
    size = sizeof said - 1 - said_size;
  memcpy(said + said_size, data, size);
  said_size += size;
  return (ssize_t)size;
}

ssize_t __wrap_write(int file, const void *data, size_t size) {
  ssize_t written;

  if (file == STDERR_FILENO)
    return say(data, size);
  if (fails())
    return -1;
  if (size > 0 && room == 0) {
    errno = ENOSPC;
    return -1;
  }
  written = __real_write(file, data, size < room ? size : room);
  room -= written > 0 ? (size_t)written : 0;
  return written;
}

int __wrap_fsync(int file) {
  return fails() ? -1 : __real_fsync(file);
}

/* The system closes a file also where it says that it could not. */
int __wrap_close(int file) {
  int result = __real_close(file);

  return fails() ? -1 : result;
}

int __wrap_rename(const char *from, const char *to) {
  return fails() ? -1 : __real_rename(from, to);
}

/* ---- the folder -------------------------------------------------------------- */

struct fixture {
  struct temp_folder folder;
  char path[100]; /* of the report in it */
};

static int setup(void **state) {
  static struct fixture fixture;

  heal();
  temp_folder_new(&fixture.folder);
  snprintf(fixture.path, sizeof fixture.path, "%s/report", fixture.folder.path);
  *state = &fixture;
  return 0;
}

static int teardown(void **state) {
  struct fixture *fixture = *state;

  heal();
  temp_folder_free(&fixture->folder);
  return 0;
}

static int count_entries(const struct fixture *fixture) {
  DIR *entries = opendir(fixture->folder.path);
  int count = 0;

  for (struct dirent *entry; (entry = readdir(entries));)
    count +=
        strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  closedir(entries);
  return count;
}

/* The report is all that the folder holds, and holds this; NULL: there is
 * none. */
static void assert_holds(const struct fixture *fixture, const char *wanted) {
  char text[100] = "";
  FILE *file = fopen(fixture->path, "rb");

  assert_int_equal(count_entries(fixture), wanted != NULL);
  assert_int_equal(file != NULL, wanted != NULL);
  if (!file)
    return;
  assert_int_equal(fread(text, 1, sizeof text - 1, file), strlen(wanted));
  fclose(file);
  assert_string_equal(text, wanted);
}

static bool is_held(int signal_number) {
  sigset_t held;

  sigprocmask(SIG_SETMASK, NULL, &held);
  return sigismember(&held, signal_number) == 1;
}

static int next_descriptor(void) {
  int file = dup(STDIN_FILENO);

  __real_close(file);
  return file;
}

/* Writes the report where `old` is; whether it was written.  If not, one line
 * says where and why. */
static bool write_report(const struct fixture *fixture, const char *old) {
  int descriptor = next_descriptor();
  bool done = output_write(fixture->path, report, strlen(report), false);

  calls_until_failure = -1;
  assert_int_equal(next_descriptor(), descriptor);
  assert_false(is_held(SIGTERM));
  assert_holds(fixture, done ? report : old);
  assert_true(done ? said_size == 0
                   : strstr(said, fixture->path) &&
                         strstr(said, strerror(failure)) &&
                         strchr(said, '\n') == said + said_size - 1);
  return done;
}

/* ---- the tests --------------------------------------------------------------- */

/* How many calls can fail before all of them go well. */
static int fail_each_call(const struct fixture *fixture, const char *old,
                          int code) {
  for (int calls = 0;; calls++) {
    heal();
    (void)unlink(fixture->path);
    if (old)
      temp_folder_put(&fixture->folder, "report", old);
    failure = code;
    calls_until_failure = calls;
    if (write_report(fixture, old))
      return calls;
  }
}

/* open, write, fsync, close, rename. */
static void replace__leaves_no_new_file_when_any_call_fails(void **state) {
  assert_int_equal(fail_each_call(*state, NULL, ENOSPC), 5);
  assert_int_equal(fail_each_call(*state, NULL, EIO), 5);
}

/* And fchmod, which gives it the old one's permissions. */
static void replace__leaves_the_old_file_when_any_call_fails(void **state) {
  assert_int_equal(fail_each_call(*state, "old", ENOSPC), 6);
  assert_int_equal(fail_each_call(*state, "old", EDQUOT), 6);
}

static void replace__leaves_the_old_file_on_a_full_disk(void **state) {
  const struct fixture *fixture = *state;

  for (size_t bytes = 0; bytes <= strlen(report); bytes++) {
    heal();
    temp_folder_put(&fixture->folder, "report", "old");
    room = bytes;
    assert_int_equal(write_report(fixture, "old"), bytes == strlen(report));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(
          replace__leaves_no_new_file_when_any_call_fails, setup, teardown),
      cmocka_unit_test_setup_teardown(
          replace__leaves_the_old_file_when_any_call_fails, setup, teardown),
      cmocka_unit_test_setup_teardown(
          replace__leaves_the_old_file_on_a_full_disk, setup, teardown),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/pack/beneath.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "pack/beneath.h"
#include "temp_folder.h"

static int setup(void **state) {
  static struct temp_folder folder;

  temp_folder_new(&folder);
  temp_folder_make(&folder, "inside");
  temp_folder_put(&folder, "inside/a.lua", "a");
  temp_folder_put(&folder, "b.lua", "b");
  *state = &folder;
  return 0;
}

static int teardown(void **state) {
  temp_folder_free(*state);
  return 0;
}

static void assert_opens(void **state, const char *path, bool is_folder) {
  const struct temp_folder *folder = *state;
  struct stat info;
  int file = beneath_open(folder->fd, path, &info);

  if (file < 0)
    fail_msg("%s: errno %d", path, errno);
  assert_true(is_folder ? S_ISDIR(info.st_mode) : S_ISREG(info.st_mode));
  close(file);
}

static void assert_fails(void **state, const char *path, int code) {
  const struct temp_folder *folder = *state;
  struct stat info;

  assert_int_equal(beneath_open(folder->fd, path, &info), -1);
  assert_int_equal(errno, code);
}

static void beneath_open__opens_files_and_folders(void **state) {
  assert_opens(state, "b.lua", false);
  assert_opens(state, "inside", true);
  assert_opens(state, "inside/a.lua", false);
  assert_opens(state, "inside/../b.lua", false);
  assert_opens(state, "", true);
  assert_fails(state, "none.lua", ENOENT);
  assert_fails(state, "b.lua/x", ENOTDIR);
}

static void beneath_open__follows_links_that_stay(void **state) {
  const struct temp_folder *folder = *state;

  temp_folder_link(folder, "inside/a.lua", "link.lua");
  temp_folder_link(folder, "../b.lua", "inside/up.lua");
  temp_folder_link(folder, "./inside//", "place");
  temp_folder_link(folder, "place/up.lua", "twice.lua");
  assert_opens(state, "link.lua", false);
  assert_opens(state, "inside/up.lua", false);
  assert_opens(state, "place", true);
  assert_opens(state, "place/a.lua", false);
  assert_opens(state, "twice.lua", false);
}

static void beneath_open__refuses_links_that_leave(void **state) {
  const struct temp_folder *folder = *state;

  temp_folder_link(folder, "/etc/passwd", "absolute.lua");
  temp_folder_link(folder, "../..", "up");
  temp_folder_link(folder, "inside/../../etc/passwd", "round.lua");
  temp_folder_link(folder, "up/x", "chain.lua");
  assert_fails(state, "absolute.lua", EXDEV);
  assert_fails(state, "up", EXDEV);
  assert_fails(state, "up/x", EXDEV);
  assert_fails(state, "round.lua", EXDEV);
  assert_fails(state, "chain.lua", EXDEV);
  assert_fails(state, "..", EXDEV);
}

static void beneath_open__refuses_circles_and_dangling(void **state) {
  const struct temp_folder *folder = *state;

  temp_folder_link(folder, "y.lua", "x.lua");
  temp_folder_link(folder, "x.lua", "y.lua");
  temp_folder_link(folder, "nowhere", "z.lua");
  assert_fails(state, "x.lua", ELOOP);
  assert_fails(state, "z.lua", ENOENT);
}

static void beneath_open__never_opens_a_pipe(void **state) {
  const struct temp_folder *folder = *state;
  char path[100];

  snprintf(path, sizeof path, "%s/p.lua", folder->path);
  assert_int_equal(mkfifo(path, 0600), 0);
  temp_folder_link(folder, "p.lua", "q.lua");
  assert_fails(state, "p.lua", BENEATH_NOT_A_FILE);
  assert_fails(state, "q.lua", BENEATH_NOT_A_FILE);
}

/* The machine's own folder of devices: no test need make one. */
static void beneath_open__never_opens_a_device(void **state) {
  struct stat info;
  int devices = open("/dev", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  assert_true(devices >= 0);
  assert_int_equal(beneath_open(devices, "null", &info), -1);
  assert_int_equal(errno, BENEATH_NOT_A_FILE);
  close(devices);
}

static void beneath_open__bounds_paths(void **state) {
  const struct temp_folder *folder = *state;
  char path[BENEATH_PATH_SIZE + 2], target[BENEATH_PATH_SIZE];

  memset(path, 'a', sizeof path);
  path[sizeof path - 1] = '\0';
  assert_fails(state, path, ENAMETOOLONG);
  /* Each short enough, but not one put in the other's place. */
  for (size_t i = 0; i + 1 < sizeof target; i += 2)
    memcpy(target + i, "./", 2);
  target[BENEATH_PATH_SIZE - 100] = '\0';
  temp_folder_link(folder, target, "long");
  assert_opens(state, "long/b.lua", false);
  memcpy(path, "long/", 5);
  path[200] = '\0';
  assert_fails(state, path, ENAMETOOLONG);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(beneath_open__opens_files_and_folders,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(beneath_open__follows_links_that_stay,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(beneath_open__refuses_links_that_leave,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(
          beneath_open__refuses_circles_and_dangling, setup, teardown),
      cmocka_unit_test_setup_teardown(beneath_open__never_opens_a_pipe, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(beneath_open__never_opens_a_device, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(beneath_open__bounds_paths, setup,
                                      teardown),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

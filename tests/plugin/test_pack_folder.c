/* Tests of plugin/pack/folder.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "pack/pack.h"
#include "temp_folder.h"

enum {
  NOBODY = 65534
};

/* Every test also counts what it leaves open. */
static int count_descriptors(void) {
  int count = 0;

  for (int file = 0; file < 1000; file++)
    count += fcntl(file, F_GETFD) >= 0;
  return count;
}

struct fixture {
  int descriptors;
  struct temp_folder folder;
  cop11_pack *pack;
  cop11_error err;
};

static int setup(void **state) {
  static struct fixture fixture;

  memset(&fixture, 0, sizeof fixture);
  fixture.descriptors = count_descriptors();
  fixture.err.struct_size = sizeof fixture.err;
  temp_folder_new(&fixture.folder);
  assert_int_equal(cop11_pack_new("p", &fixture.pack, NULL), COP11_OK);
  *state = &fixture;
  return 0;
}

static int teardown(void **state) {
  struct fixture *fixture = *state;

  cop11_pack_free(fixture->pack);
  temp_folder_free(&fixture->folder);
  assert_int_equal(count_descriptors(), fixture->descriptors);
  return 0;
}

static cop11_status add_folder(struct fixture *fixture) {
  return cop11_pack_add_folder(fixture->pack, fixture->folder.path, NULL,
                               &fixture->err);
}

/* Refused, with `said` in the message, and nothing was added. */
static void assert_refused(struct fixture *fixture, cop11_status status,
                           const char *where, const char *said) {
  size_t before = fixture->pack->count;

  assert_int_equal(add_folder(fixture), status);
  assert_int_equal(fixture->err.status, status);
  assert_string_equal(fixture->err.where, where);
  if (!strstr(fixture->err.message, said))
    fail_msg("'%s' is not in: %s", said, fixture->err.message);
  assert_int_equal(fixture->pack->count, before);
}

static void pack_add_folder__reads_lua_files_below(void **state) {
  struct fixture *fixture = *state;
  const struct pack_file *files;

  temp_folder_make(&fixture->folder, "b");
  temp_folder_make(&fixture->folder, "b/c");
  temp_folder_make(&fixture->folder, ".git");
  temp_folder_put(&fixture->folder, "b/c/2.lua", "two");
  temp_folder_put(&fixture->folder, "a.lua", "one");
  temp_folder_put(&fixture->folder, "z.lua", "\xEF\xBB\xBFthree\r\n");
  temp_folder_put(&fixture->folder, "README.md", "\xFF");
  temp_folder_put(&fixture->folder, ".hidden.lua", "\xFF");
  temp_folder_put(&fixture->folder, ".git/x.lua", "\xFF");
  temp_folder_put(&fixture->folder, "a.lua~", "\xFF");
  assert_int_equal(add_folder(fixture), COP11_OK);
  assert_int_equal(fixture->err.status, COP11_OK);
  assert_int_equal(fixture->pack->count, 3);
  files = fixture->pack->files;
  assert_string_equal(files[0].path, "a.lua");
  assert_string_equal(files[1].path, "b/c/2.lua");
  assert_string_equal(files[1].text, "two");
  assert_string_equal(files[2].text, "three\n");
}

static void pack_add_folder__reads_the_folder_only_once(void **state) {
  struct fixture *fixture = *state;

  temp_folder_put(&fixture->folder, "a.lua", "one");
  assert_int_equal(add_folder(fixture), COP11_OK);
  temp_folder_put(&fixture->folder, "a.lua", "changed");
  assert_string_equal(fixture->pack->files[0].text, "one");
  assert_refused(fixture, COP11_E_ARGUMENT, "a.lua", "already");
}

static void pack_add_folder__needs_a_folder_with_rules(void **state) {
  struct fixture *fixture = *state;
  const char *path = fixture->folder.path;

  assert_refused(fixture, COP11_E_PACK, path, "holds no .lua file");
  temp_folder_put(&fixture->folder, "file", "x");
  assert_int_equal(cop11_pack_add_folder(fixture->pack, "/nowhere/at/all", NULL,
                                         &fixture->err),
                   COP11_E_IO);
  assert_non_null(strstr(fixture->err.message, "does not exist"));
  assert_int_equal(
      cop11_pack_add_folder(fixture->pack, "/dev/null", NULL, &fixture->err),
      COP11_E_IO);
  assert_non_null(strstr(fixture->err.message, "is not a folder"));
  assert_int_equal(
      cop11_pack_add_folder(fixture->pack, "", NULL, &fixture->err),
      COP11_E_IO);
  assert_non_null(strstr(fixture->err.message, "name of the folder is empty"));
}

static void pack_add_folder__follows_links_that_stay(void **state) {
  struct fixture *fixture = *state;

  /* As Kubernetes lays out a ConfigMap. */
  temp_folder_make(&fixture->folder, "..2024");
  temp_folder_put(&fixture->folder, "..2024/a.lua", "one");
  temp_folder_link(&fixture->folder, "..2024", "..data");
  temp_folder_link(&fixture->folder, "..data/a.lua", "a.lua");
  assert_int_equal(add_folder(fixture), COP11_OK);
  assert_int_equal(fixture->pack->count, 1);
  assert_string_equal(fixture->pack->files[0].path, "a.lua");
  assert_string_equal(fixture->pack->files[0].text, "one");
}

static void pack_add_folder__refuses_links_that_leave(void **state) {
  struct fixture *fixture = *state;

  temp_folder_put(&fixture->folder, "a.lua", "one");
  temp_folder_link(&fixture->folder, "/etc/hostname", "host.md");
  assert_int_equal(add_folder(fixture), COP11_OK); /* not a rule file */
  temp_folder_link(&fixture->folder, "/etc/passwd", "b.lua");
  assert_refused(fixture, COP11_E_IO, "b.lua", "b.lua is a link that leaves");
  assert_int_equal(unlinkat(fixture->folder.fd, "b.lua", 0), 0);
  temp_folder_link(&fixture->folder, "/usr", "c");
  assert_refused(fixture, COP11_E_IO, "c", "leaves the folder");
}

static void pack_add_folder__refuses_dangling_links(void **state) {
  struct fixture *fixture = *state;

  temp_folder_link(&fixture->folder, "gone", "a.lua");
  assert_refused(fixture, COP11_E_IO, "a.lua", "a link to nothing");
}

static void pack_add_folder__refuses_pipes(void **state) {
  struct fixture *fixture = *state;
  char path[100];

  snprintf(path, sizeof path, "%s/p.lua", fixture->folder.path);
  assert_int_equal(mkfifo(path, 0600), 0);
  assert_refused(fixture, COP11_E_IO, "p.lua", "is a pipe");
}

/* A hole of a tebibyte takes no room on the disk, and no time here. */
static void pack_add_folder__refuses_huge_files(void **state) {
  struct fixture *fixture = *state;
  char path[100];

  temp_folder_put(&fixture->folder, "a.lua", "");
  snprintf(path, sizeof path, "%s/a.lua", fixture->folder.path);
  assert_int_equal(truncate(path, (off_t)1 << 40), 0);
  assert_refused(fixture, COP11_E_PACK, "a.lua", "at most 262144");
}

static void pack_add_folder__refuses_sockets(void **state) {
  struct fixture *fixture = *state;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  int socket_file = socket(AF_UNIX, SOCK_STREAM, 0);

  snprintf(address.sun_path, sizeof address.sun_path, "%s/s.lua",
           fixture->folder.path);
  assert_int_equal(
      bind(socket_file, (struct sockaddr *)&address, sizeof address), 0);
  close(socket_file);
  assert_refused(fixture, COP11_E_IO, "s.lua", "is a pipe, socket or device");
}

/* Root may read everything, so root becomes someone else for a while. */
static void become(uid_t user) {
  if (getuid() == 0)
    assert_int_equal(seteuid(user), 0);
}

static void pack_add_folder__refuses_what_may_not_be_read(void **state) {
  struct fixture *fixture = *state;
  const int folder = fixture->folder.fd;
  cop11_status file_status, folder_status;
  char where[2][16];

  temp_folder_put(&fixture->folder, "a.lua", "one");
  assert_int_equal(fchmod(folder, 0755), 0);
  assert_int_equal(fchmodat(folder, "a.lua", 0, 0), 0);
  become(NOBODY);
  file_status = add_folder(fixture);
  snprintf(where[0], sizeof where[0], "%.15s", fixture->err.where);
  become(0);
  assert_int_equal(unlinkat(folder, "a.lua", 0), 0);
  temp_folder_make(&fixture->folder, "b");
  assert_int_equal(fchmodat(folder, "b", 0, 0), 0);
  become(NOBODY);
  folder_status = add_folder(fixture);
  snprintf(where[1], sizeof where[1], "%.15s", fixture->err.where);
  become(0);
  assert_int_equal(fchmodat(folder, "b", 0700, 0), 0);
  assert_int_equal(file_status, COP11_E_IO);
  assert_string_equal(where[0], "a.lua");
  assert_int_equal(folder_status, COP11_E_IO);
  assert_string_equal(where[1], "b");
  assert_non_null(strstr(fixture->err.message, "may not be read by this user"));
}

static void pack_add_folder__reads_or_refuses_odd_names(void **state) {
  static const char *const good[] = {" .lua",        "-rf.lua",  "a b'$(x).lua",
                                     "\xC3\xA9.lua", "%s%n.lua", "a.lua.lua"};
  static const char *const bad[] = {"a\nb.lua", "\xFF.lua", "\x1B[2J.lua",
                                    "back\\slash.lua"};
  struct fixture *fixture = *state;

  temp_folder_make(&fixture->folder, "folder.lua");
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    temp_folder_put(&fixture->folder, bad[i], "");
    assert_int_not_equal(add_folder(fixture), COP11_OK);
    for (const char *at = fixture->err.message; *at; at++)
      assert_true((unsigned char)*at >= 0x20 && (unsigned char)*at < 0x7F);
    assert_int_equal(unlinkat(fixture->folder.fd, bad[i], 0), 0);
  }
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
    temp_folder_put(&fixture->folder, good[i], "");
  assert_int_equal(add_folder(fixture), COP11_OK);
  assert_int_equal(fixture->pack->count, sizeof good / sizeof good[0]);
}

static void pack_add_folder__refuses_what_pack_add_refuses(void **state) {
  struct fixture *fixture = *state;
  static char large[PACK_FILE_SIZE + 100];

  temp_folder_put(&fixture->folder, "a.lua", "x\n\xE9");
  assert_refused(fixture, COP11_E_PACK, "a.lua", "line 2");
  memset(large, ' ', sizeof large);
  temp_folder_write(&fixture->folder, "a.lua", large, sizeof large);
  assert_refused(fixture, COP11_E_PACK, "a.lua", "at most 262144");
  temp_folder_write(&fixture->folder, "a.lua", large, PACK_FILE_SIZE);
  assert_int_equal(add_folder(fixture), COP11_OK);
  temp_folder_put(&fixture->folder, "b\\c.lua", "");
  assert_refused(fixture, COP11_E_PACK, "b\\c.lua", "backslash");
}

static void pack_add_folder__ends_in_a_circle_of_links(void **state) {
  struct fixture *fixture = *state;

  temp_folder_make(&fixture->folder, "a");
  for (char name[] = "a/0"; name[2] <= '9'; name[2]++)
    temp_folder_link(&fixture->folder, ".", name);
  assert_int_equal(add_folder(fixture), COP11_E_PACK);
  assert_non_null(strstr(fixture->err.message, "circle"));
}

/* Few folders that links make into many. */
static void pack_add_folder__bounds_the_number_of_folders(void **state) {
  static const char *const names[] = {"a", "b", "c", "d"};
  struct fixture *fixture = *state;
  char path[20], target[20];

  temp_folder_put(&fixture->folder, "r.lua", "one");
  for (int i = 0; i < 4; i++) {
    temp_folder_make(&fixture->folder, names[i]);
    for (int link = 0; link < 10 && i < 3; link++) {
      snprintf(path, sizeof path, "%s/%d", names[i], link);
      snprintf(target, sizeof target, "../%s", names[i + 1]);
      temp_folder_link(&fixture->folder, target, path);
    }
  }
  assert_int_equal(add_folder(fixture), COP11_E_PACK);
  assert_non_null(strstr(fixture->err.message, "at most 1000 folders"));
}

static void pack_add_folder__notes_rules_saved_as_text(void **state) {
  struct fixture *fixture = *state;
  const struct temp_folder *folder = &fixture->folder;

  temp_folder_put(folder, "b.lua.txt", "one");
  temp_folder_put(folder, "a.lua.txt", "two");
  temp_folder_put(folder, "notes.txt", "three");
  temp_folder_put(folder, "bad\xff.lua.txt", "four");
  assert_refused(fixture, COP11_E_PACK, folder->path,
                 "a.lua.txt is not read; rename it to a.lua.");
  temp_folder_put(folder, "c.lua", "five");
  assert_int_equal(add_folder(fixture), COP11_OK);
  assert_int_equal(fixture->pack->count, 1);
  assert_string_equal(fixture->pack->passed_over.path, "a.lua.txt");
  assert_int_equal(fixture->pack->passed_over.count, 2);
}

static void pack_add_folder__bounds_the_depth(void **state) {
  struct fixture *fixture = *state;
  const char *nine = "d/d/d/d/d/d/d/d/d";
  char path[20];

  temp_folder_put(&fixture->folder, "a.lua", "one");
  for (int i = 1; i <= 8; i++) {
    snprintf(path, sizeof path, "%.*s", 2 * i - 1, nine);
    temp_folder_make(&fixture->folder, path);
  }
  assert_int_equal(add_folder(fixture), COP11_OK);
  temp_folder_make(&fixture->folder, nine);
  assert_refused(fixture, COP11_E_PACK, nine, "at most 8 inside");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(pack_add_folder__reads_lua_files_below),
      TEST(pack_add_folder__reads_the_folder_only_once),
      TEST(pack_add_folder__needs_a_folder_with_rules),
      TEST(pack_add_folder__follows_links_that_stay),
      TEST(pack_add_folder__refuses_links_that_leave),
      TEST(pack_add_folder__refuses_dangling_links),
      TEST(pack_add_folder__refuses_pipes),
      TEST(pack_add_folder__refuses_sockets),
      TEST(pack_add_folder__refuses_huge_files),
      TEST(pack_add_folder__refuses_what_may_not_be_read),
      TEST(pack_add_folder__reads_or_refuses_odd_names),
      TEST(pack_add_folder__refuses_what_pack_add_refuses),
      TEST(pack_add_folder__ends_in_a_circle_of_links),
      TEST(pack_add_folder__bounds_the_number_of_folders),
      TEST(pack_add_folder__notes_rules_saved_as_text),
      TEST(pack_add_folder__bounds_the_depth),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

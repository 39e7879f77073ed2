/* Tests of plugin/pack/check.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "pack/check.h"

struct refusal {
  const char *given;
  const char *said; /* NULL: taken */
};

static void assert_said(const cop11_error *err, const char *said) {
  if (!strstr(err->message, said))
    fail_msg("'%s' is not in: %s", said, err->message);
}

static void pack_check_name__takes_what_the_header_says(void **state) {
  static const struct refusal cases[] = {
      {"a", NULL},
      {"Acme.2024-01_b", NULL},
      {"", "1 to 64"},
      {"a b", "'a b'"},
      {"a/b", "letters"},
      {"caf\xC3\xA9", "letters"},
      {"x\ny", "letters"},
      {"1234567890123456789012345678901234567890123456789012345678901234",
       NULL},
      {"12345678901234567890123456789012345678901234567890123456789012345",
       "1 to 64"},
  };
  cop11_error err = {.struct_size = sizeof err};

  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    cop11_status status = pack_check_name(cases[i].given, &err);
    assert_int_equal(status, cases[i].said ? COP11_E_ARGUMENT : COP11_OK);
    if (cases[i].said)
      assert_said(&err, cases[i].said);
  }
}

static void pack_check_path__keeps_paths_inside(void **state) {
  static const struct refusal cases[] = {
      {"a.lua", NULL},
      {"provisions/11.2.lua", NULL},
      {"caf\xC3\xA9/d..e.lua", NULL},
      {"...lua", NULL},
      {"", "empty"},
      {"/a.lua", "leaves the pack"},
      {"../a.lua", "leaves the pack"},
      {"b/../a.lua", "leaves the pack"},
      {"./a.lua", "leaves the pack"},
      {"b//a.lua", "leaves the pack"},
      {"a.lua/", "leaves the pack"},
      {"b\\a.lua", "backslash"},
      {"a.txt", "does not end in .lua"},
      {"a.LUA", "does not end in .lua"},
      {".lua", "does not end in .lua"},
      {"b/.lua", "does not end in .lua"},
      {"a\n.lua", "control"},
      {"caf\xE9.lua", "UTF-8"},
  };
  cop11_error err = {.struct_size = sizeof err};

  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    cop11_status status = pack_check_path(cases[i].given, &err);
    if (status != (cases[i].said ? COP11_E_ARGUMENT : COP11_OK))
      fail_msg("%s: %d", cases[i].given, status);
    if (cases[i].said)
      assert_said(&err, cases[i].said);
  }
}

static void pack_check_path__bounds_the_length(void **state) {
  char path[PACK_PATH_SIZE + 2];

  memset(path, 'a', sizeof path);
  memcpy(path + PACK_PATH_SIZE - 4, ".lua", 5);
  assert_int_equal(pack_check_path(path, NULL), COP11_OK);
  memcpy(path + PACK_PATH_SIZE - 4, "a.lua", 6);
  assert_int_equal(pack_check_path(path, NULL), COP11_E_ARGUMENT);
}

static void assert_text_refused(const char *text, size_t size, int line,
                                int column, const char *said) {
  cop11_error err = {.struct_size = sizeof err};

  assert_int_equal(pack_check_text("a.lua", text, size, PACK_FILE_SIZE, &err),
                   COP11_E_PACK);
  assert_string_equal(err.where, "a.lua");
  assert_int_equal(err.line, line);
  assert_int_equal(err.column, column);
  assert_said(&err, "a.lua");
  assert_said(&err, said);
}

static void pack_check_text__names_place_and_cure(void **state) {
  assert_text_refused("\033Lua", 4, 1, 1, "Add its source");
  assert_text_refused("a\nb\0c", 5, 2, 2, "0x00");
  assert_text_refused("a\r\n\r\ncaf\xE9", 9, 3, 4,
                      "line 3: the byte 0xE9 is not UTF-8; save the file as");
  assert_text_refused("\xFF\xFE", 2, 1, 1, "0xFF"); /* UTF-16 */
}

static void pack_check_text__takes_any_utf8(void **state) {
  assert_int_equal(pack_check_text("a.lua", "", 0, PACK_FILE_SIZE, NULL),
                   COP11_OK);
  assert_int_equal(pack_check_text("a.lua", NULL, 0, PACK_FILE_SIZE, NULL),
                   COP11_OK);
  assert_int_equal(
      pack_check_text("a.lua", "-- \xE2\x82\xAC", 6, PACK_FILE_SIZE, NULL),
      COP11_OK);
  assert_int_equal(
      pack_check_text("a.lua", "\xEF\xBB\xBFreturn", 9, PACK_FILE_SIZE, NULL),
      COP11_OK);
}

static void pack_check_text__bounds_the_size(void **state) {
  char *text = malloc(PACK_FILE_SIZE + 1);

  assert_non_null(text);
  memset(text, ' ', PACK_FILE_SIZE + 1);
  assert_int_equal(
      pack_check_text("a.lua", text, PACK_FILE_SIZE, PACK_FILE_SIZE, NULL),
      COP11_OK);
  assert_text_refused(text, PACK_FILE_SIZE + 1, 0, 0, "262145 bytes");
  free(text);
}

static void assert_cleaned(const char *text, const char *expected) {
  char out[64];
  size_t size = pack_text_clean(text, strlen(text), out);

  assert_int_equal(size, strlen(expected));
  assert_memory_equal(out, expected, size);
}

static void pack_text_clean__makes_one_text_of_all_line_ends(void **state) {
  assert_cleaned("a\nb\n", "a\nb\n");
  assert_cleaned("a\r\nb\r\n", "a\nb\n");
  assert_cleaned("\xEF\xBB\xBF"
                 "a\r\n",
                 "a\n");
  assert_cleaned("a\rb\r", "a\rb\r");
  assert_cleaned("a\xEF\xBB\xBF", "a\xEF\xBB\xBF");
  assert_cleaned("", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pack_check_name__takes_what_the_header_says),
      cmocka_unit_test(pack_check_path__keeps_paths_inside),
      cmocka_unit_test(pack_check_path__bounds_the_length),
      cmocka_unit_test(pack_check_text__names_place_and_cure),
      cmocka_unit_test(pack_check_text__takes_any_utf8),
      cmocka_unit_test(pack_check_text__bounds_the_size),
      cmocka_unit_test(pack_text_clean__makes_one_text_of_all_line_ends),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/error.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "error.h"
#include "utf8.h"

static void error_set__fills_every_field(void **state) {
  cop11_error err = {.struct_size = sizeof err};

  assert_int_equal(
      error_set(&err, COP11_E_PACK, "a.lua", 3, 7, "%s %d", "is", 5),
      COP11_E_PACK);
  assert_int_equal(err.struct_size, sizeof err);
  assert_int_equal(err.status, COP11_E_PACK);
  assert_int_equal(err.line, 3);
  assert_int_equal(err.column, 7);
  assert_string_equal(err.where, "a.lua");
  assert_string_equal(err.message, "is 5");
}

static void error_set__takes_null(void **state) {
  cop11_error err = {.struct_size = sizeof err};

  assert_int_equal(error_set(NULL, COP11_E_IO, "x", 1, 1, "y"), COP11_E_IO);
  error_clear(NULL);
  error_copy(NULL, &err);
  error_set(&err, COP11_E_IO, NULL, 0, 0, "y");
  assert_string_equal(err.where, "");
}

static void error_set__cuts_between_characters(void **state) {
  cop11_error err = {.struct_size = sizeof err};
  char text[4000];
  size_t size;

  for (size_t shift = 0; shift < 3; shift++) {
    memset(text, 'x', sizeof text);
    for (size_t i = shift; i + 3 < sizeof text; i += 3)
      memcpy(text + i, "\xE2\x82\xAC", 3);
    text[sizeof text - 1] = '\0';
    error_set(&err, COP11_E_JSON, text, 0, 0, "%s", text);
    size = strlen(err.message);
    assert_in_range(size, sizeof err.message - 3, sizeof err.message - 1);
    assert_int_equal(utf8_prefix(err.message, size), size);
    assert_null(strchr(err.message, '?'));
    size = strlen(err.where);
    assert_in_range(size, sizeof err.where - 3, sizeof err.where - 1);
    assert_null(strchr(err.where, '?'));
  }
}

/* What a terminal obeys, or turns or hides the text around it. */
static void error_set__hides_nothing(void **state) {
  static const char *const bad[] = {
      "\xC2\x85",        "\xC2\x9B",     "\xC2\xAD",     "\xD8\x9C",
      "\xE2\x80\x8B",    "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9",
      "\xE2\x80\xAE",    "\xE2\x81\xA0", "\xE2\x81\xA9", "\xEF\xBB\xBF",
      "\xF3\xA0\x81\x81"};
  cop11_error err = {.struct_size = sizeof err};

  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    error_set(&err, COP11_E_IO, bad[i], 0, 0, "a%sb%sc", bad[i], bad[i]);
    assert_string_equal(err.where, "?");
    assert_string_equal(err.message, "a?b?c");
  }
}

static void error_set__is_printable(void **state) {
  cop11_error err = {.struct_size = sizeof err};

  error_set(&err, COP11_E_IO, "caf\xE9.lua", 0, 0, "a\033[31mb\nc\x7F\xFF%s",
            "\xC3\xA9");
  assert_string_equal(err.where, "caf?.lua");
  assert_string_equal(err.message, "a?[31mb?c??\xC3\xA9");
}

static void error_set__never_writes_to_a_small_struct(void **state) {
  cop11_error err;

  memset(&err, 0x55, sizeof err);
  err.struct_size = sizeof err - 1;
  assert_false(error_usable(&err));
  error_set(&err, COP11_E_IO, "x", 1, 1, "y");
  error_clear(&err);
  assert_int_equal(err.status, 0x55555555);
  assert_int_equal(err.message[0], 0x55);
}

static void error_set__leaves_the_tail_of_a_larger_struct(void **state) {
  struct {
    cop11_error err;
    char tail[64];
  } larger;

  memset(&larger, 0x55, sizeof larger);
  larger.err.struct_size = sizeof larger;
  error_set(&larger.err, COP11_E_IO, "x", 1, 1, "y");
  assert_int_equal(larger.err.struct_size, sizeof larger);
  assert_string_equal(larger.err.message, "y");
  for (size_t i = 0; i < sizeof larger.tail; i++)
    assert_int_equal(larger.tail[i], 0x55);
}

static void error_set__takes_its_own_text_as_argument(void **state) {
  cop11_error err = {.struct_size = sizeof err};

  error_set(&err, COP11_E_IO, "where", 0, 0, "first");
  error_set(&err, COP11_E_IO, err.message, 0, 0, "%s, %s", err.where,
            err.message);
  assert_string_equal(err.where, "first");
  assert_string_equal(err.message, "where, first");
}

static void error_clear__says_ok(void **state) {
  cop11_error err = {.struct_size = sizeof err};

  error_set(&err, COP11_E_IO, "x", 1, 1, "y");
  error_clear(&err);
  assert_int_equal(err.status, COP11_OK);
  assert_string_equal(err.message, "");
  assert_string_equal(err.where, "");
  assert_int_equal(err.line, 0);
}

static void error_copy__keeps_the_size_of_the_target(void **state) {
  cop11_error from = {.struct_size = sizeof from};
  cop11_error to = {.struct_size = sizeof to + 8};

  error_set(&from, COP11_E_IO, "x", 1, 2, "y");
  error_copy(&to, &from);
  assert_int_equal(to.struct_size, sizeof to + 8);
  assert_int_equal(to.column, 2);
  assert_string_equal(to.message, "y");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(error_set__fills_every_field),
      cmocka_unit_test(error_set__takes_null),
      cmocka_unit_test(error_set__cuts_between_characters),
      cmocka_unit_test(error_set__is_printable),
      cmocka_unit_test(error_set__hides_nothing),
      cmocka_unit_test(error_set__never_writes_to_a_small_struct),
      cmocka_unit_test(error_set__leaves_the_tail_of_a_larger_struct),
      cmocka_unit_test(error_set__takes_its_own_text_as_argument),
      cmocka_unit_test(error_clear__says_ok),
      cmocka_unit_test(error_copy__keeps_the_size_of_the_target),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/utf8.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "utf8.h"

static void utf8_sequence__measures_each_length(void **state) {
  assert_int_equal(utf8_sequence("a", 1), 1);
  assert_int_equal(utf8_sequence("\xC3\xA9", 2), 2);
  assert_int_equal(utf8_sequence("\xE2\x82\xAC", 3), 3);
  assert_int_equal(utf8_sequence("\xF0\x9F\x98\x80", 4), 4);
  assert_int_equal(utf8_sequence("\0", 1), 1);
}

static void utf8_sequence__refuses_what_is_not_utf8(void **state) {
  static const char *const bad[] = {
      "\x80",             /* a continuation first */
      "\xC0\x80",         /* overlong */
      "\xC1\xBF",         /* overlong */
      "\xE0\x9F\xBF",     /* overlong */
      "\xED\xA0\x80",     /* a surrogate */
      "\xF0\x8F\xBF\xBF", /* overlong */
      "\xF4\x90\x80\x80", /* beyond the last code point */
      "\xF5\x80\x80\x80", /* never a first byte */
      "\xFF",             /* never */
      "\xC3(",            /* not a continuation */
      "\xE2\x82(",        /* not a continuation */
  };

  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_int_equal(utf8_sequence(bad[i], strlen(bad[i])), 0);
}

static void utf8_sequence__needs_every_byte(void **state) {
  assert_int_equal(utf8_sequence("", 0), 0);
  assert_int_equal(utf8_sequence("\xC3\xA9", 1), 0);
  assert_int_equal(utf8_sequence("\xF0\x9F\x98\x80", 3), 0);
}

static void utf8_prefix__stops_at_the_first_bad_byte(void **state) {
  assert_int_equal(utf8_prefix("", 0), 0);
  assert_int_equal(utf8_prefix("caf\xC3\xA9", 5), 5);
  assert_int_equal(utf8_prefix("caf\xE9 noir", 9), 3);
  assert_int_equal(utf8_prefix("ok\xC3", 3), 2);
}

static void utf8_cut__keeps_characters_whole(void **state) {
  assert_int_equal(utf8_cut("abc", 3, 5), 3);
  assert_int_equal(utf8_cut("abc", 3, 2), 2);
  assert_int_equal(utf8_cut("a\xE2\x82\xAC", 4, 3), 1);
  assert_int_equal(utf8_cut("a\xE2\x82\xAC", 4, 4), 4);
}

static void utf8_cut__cuts_other_bytes_anywhere(void **state) {
  assert_int_equal(utf8_cut("\x80\x80\x80\x80\x80\x80", 6, 5), 2);
}

static void utf8_make_shown__keeps_what_is_shown(void **state) {
  static const char kept[] =
      "caf\xC3\xA9 \xC2\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80 ~ \xE2\x80\x94";
  char text[64];

  memcpy(text, kept, sizeof kept);
  utf8_make_shown(text);
  assert_string_equal(text, kept);
  memcpy(text, "\x1F\x7F\xFF\xC3", 5);
  utf8_make_shown(text);
  assert_string_equal(text, "????");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(utf8_sequence__measures_each_length),
      cmocka_unit_test(utf8_sequence__refuses_what_is_not_utf8),
      cmocka_unit_test(utf8_sequence__needs_every_byte),
      cmocka_unit_test(utf8_prefix__stops_at_the_first_bad_byte),
      cmocka_unit_test(utf8_cut__keeps_characters_whole),
      cmocka_unit_test(utf8_cut__cuts_other_bytes_anywhere),
      cmocka_unit_test(utf8_make_shown__keeps_what_is_shown),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

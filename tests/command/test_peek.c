/* Tests of plugin/command/peek.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../plugin/command/peek.c"

static struct peek text(const char *json) {
  return peek_text(json, strlen(json));
}

static struct peek member(const char *json, const char *key) {
  return peek_member(text(json), key);
}

/* ---- members ------------------------------------------------------------- */

static void finds_a_member(void **state) {
  const char *json = "{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[],\"e\":\"y\"}";

  assert_int_equal(peek_number(member(json, "a")), 1);
  assert_true(peek_is(peek_member(member(json, "b"), "c"), "x"));
  assert_true(peek_is(member(json, "e"), "y"));
}

static void finds_no_member_of_an_inner_object(void **state) {
  const char *json = "{\"a\":{\"rating\":\"x\",\"z\":[{\"rating\":\"x\"}]},"
                     "\"rating\":\"y\"}";

  assert_true(peek_is(member(json, "rating"), "y"));
  assert_null(member(json, "z").at);
}

static void is_not_led_astray_by_strings(void **state) {
  const char *json = "{\"a\":\"},\\\"rating\\\":\\\"x\\\",[{\\\\\","
                     "\"b\\\"\":\"rating\",\"rating\":\"y\"}";

  assert_true(peek_is(member(json, "rating"), "y"));
}

static void tells_a_key_from_its_beginning(void **state) {
  const char *json = "{\"rating_of_assessed\":\"x\",\"rating\":\"y\"}";

  assert_true(peek_is(member(json, "rating"), "y"));
  assert_null(member(json, "rat").at);
}

static void finds_nothing_where_there_is_none(void **state) {
  static const char *const others[] = {
      "", "{}", "[]", "3", "\"a\"", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{"};

  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    assert_null(peek_member(text(others[i]), "a").at);
  assert_null(peek_member(peek_member(text("{}"), "a"), "b").at);
}

/* Every beginning of a text is read without leaving it (valgrind watches). */
static void stays_within_a_text_that_is_cut(void **state) {
  static const char json[] = "{\"a\":[{\"b\":\"\\u001b\\\"\"},[1]],\"c\":true}";

  for (size_t size = 0; size < sizeof json; size++) {
    char *cut = test_malloc(size + 1);
    struct peek item;
    char buffer[8];
    memcpy(cut, json, size);
    item = peek_first(peek_member(peek_text(cut, size), "a"));
    for (; item.at; item = peek_next(item))
      (void)peek_string(peek_member(item, "b"), buffer, sizeof buffer);
    (void)peek_is_true(peek_member(peek_text(cut, size), "c"));
    test_free(cut);
  }
}

/* ---- arrays -------------------------------------------------------------- */

static void walks_an_array(void **state) {
  struct peek item = peek_first(text("[{\"a\":[1,2]},[],\"x,]\",4]"));

  assert_int_equal(peek_number(peek_first(peek_member(item, "a"))), 1);
  item = peek_next(item);
  assert_null(peek_first(item).at);
  item = peek_next(item);
  assert_true(peek_is(item, "x,]"));
  item = peek_next(item);
  assert_int_equal(peek_number(item), 4);
  item = peek_next(item);
  assert_null(item.at);
  assert_null(peek_next(item).at);
}

static void an_empty_array_has_no_first(void **state) {
  assert_null(peek_first(text("[]")).at);
  assert_null(peek_first(text("{}")).at);
}

/* ---- scalars ------------------------------------------------------------- */

static void compares_whole_strings(void **state) {
  assert_true(peek_is(text("\"ab\""), "ab"));
  assert_false(peek_is(text("\"abc\""), "ab"));
  assert_false(peek_is(text("\"a\""), "ab"));
  assert_false(peek_is(text("ab"), "ab"));
  assert_true(peek_is(text("\"\""), ""));
}

static void reads_numbers_and_truth(void **state) {
  assert_int_equal(peek_number(text("-12")), -12);
  assert_int_equal(peek_number(text("\"12\"")), 0);
  assert_int_equal(peek_number(member("{}", "a")), 0);
  assert_true(peek_is_true(text("true")));
  assert_false(peek_is_true(text("false")));
  assert_false(peek_is_true(text("\"true\"")));
}

static void copies_strings_without_escapes(void **state) {
  char buffer[16];

  assert_string_equal(
      peek_string(text("\"a\\\"b\\\\c\\nd\\u001be\""), buffer, sizeof buffer),
      "a\"b\\c d e");
  assert_string_equal(peek_string(text("\"abcdef\""), buffer, 4), "abc");
  assert_string_equal(peek_string(text("12"), buffer, sizeof buffer), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_a_member),
      cmocka_unit_test(finds_no_member_of_an_inner_object),
      cmocka_unit_test(is_not_led_astray_by_strings),
      cmocka_unit_test(tells_a_key_from_its_beginning),
      cmocka_unit_test(finds_nothing_where_there_is_none),
      cmocka_unit_test(stays_within_a_text_that_is_cut),
      cmocka_unit_test(walks_an_array),
      cmocka_unit_test(an_empty_array_has_no_first),
      cmocka_unit_test(compares_whole_strings),
      cmocka_unit_test(reads_numbers_and_truth),
      cmocka_unit_test(copies_strings_without_escapes),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

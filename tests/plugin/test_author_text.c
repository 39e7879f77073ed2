/* Tests of plugin/author_text.c and of the limits that Lua itself is built
 * with: what an author's code may do with texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "run_lua.h"

/* Runs `text` as an author's; `ours` is a function of the trusted scripts. */
static const char *author(const char *text) {
  static char script[4096];

  snprintf(script, sizeof script,
           "local env = { ours = function(s) return s:rep(2) end, "
           "long = ('x'):rep(4097) } "
           "local f, m = host.load([==[%s]==], 'a', env) "
           "if not f then return m end "
           "local ok, a = host.author(f) return tostring(a)",
           text);
  return run_lua(script);
}

static void author_text__has_linear_methods(void **state) {
  assert_string_equal(author("return ('guards'):contains('ard')"), "true");
  assert_string_equal(author("return ('guards'):contains('a.d')"), "false");
  assert_string_equal(author("return ('guards'):contains('')"), "true");
  assert_string_equal(author("return ('ab'):contains('abc')"), "false");
  assert_string_equal(author("return ('guards'):starts('gu')"), "true");
  assert_string_equal(author("return ('guards'):starts('ua')"), "false");
  assert_string_equal(author("return ('guards'):ends('ds')"), "true");
  assert_string_equal(author("return ('ds'):ends('guards')"), "false");
  assert_string_equal(author("return ('Az[@`{\xC3\x84'):lower()"),
                      "az[@`{\xC3\x84");
  assert_string_equal(author("return ('Az[@`{\xC3\xA4'):upper()"),
                      "AZ[@`{\xC3\xA4");
}

/* Traps T5 and T7. */
static void author_text__has_no_other(void **state) {
  static const char *const names[] = {"find", "match",  "gmatch", "gsub",
                                      "rep",  "format", "dump",   "byte"};
  char text[64], wanted[64];

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    snprintf(text, sizeof text, "return ('x'):%s('x')", names[i]);
    snprintf(wanted, sizeof wanted, "a text has no '%s' here; ", names[i]);
    assert_memory_equal(author(text), wanted, strlen(wanted));
  }
}

static void author_text__takes_texts_alone(void **state) {
  assert_string_equal(author("return ('x'):contains(1)"),
                      "bad argument #1 to 'contains' (string expected, got "
                      "number)");
}

static void author_text__leaves_our_scripts_theirs(void **state) {
  assert_string_equal(author("return ours('ab')"), "abab");
  assert_string_equal(
      run_lua("host.author(function() end) return ('ab'):rep(2)"), "abab");
  assert_string_equal(run_lua("host.author(error, 'x') return ('ab'):rep(2)"),
                      "abab");
}

static void author_text__is_short(void **state) {
  assert_string_equal(author("local s = 'x' for i = 1, 12 do s = s .. s end "
                             "return #s"),
                      "4096");
  assert_string_equal(author("local s = 'x' for i = 1, 13 do s = s .. s end"),
                      "a text in a rule has at most 4096 bytes; this one is "
                      "longer");
  assert_string_equal(
      run_lua("local ok, m = host.author(function(s) return s end, 1, "
              "('x'):rep(4097)) return m"),
      "a text in a rule has at most 4096 bytes; this one is longer");
}

static void author_text__joining_is_charged(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(
      run_limited((size_t)64 << 20, 1000000,
                  "local s = ('x'):rep(2000) host.author(function() "
                  "for i = 1, 2000 do local _ = s .. s end end)",
                  &piece, &err),
      COP11_E_LIMIT);
}

/* '...' would let one instruction copy a million values. */
static void author__knows_no_dots(void **state) {
  assert_string_equal(author("\n\nlocal function f(...) end"),
                      "a:2: '...' is not available in rules; name each value");
  assert_string_equal(run_lua("return select('#', (function(...) return ... "
                              "end)(1, 2))"),
                      "2");
}

static void author_captured__names_what_is_used_from_outside(void **state) {
  assert_string_equal(
      run_lua("local n, m <const> = 0, 1 "
              "return host.captured(function() return n + m end)"),
      "n");
  assert_string_equal(
      run_lua("return tostring((host.captured(function(a) local b = a "
              "return function() return b, math end end)))"),
      "nil");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(author_text__has_linear_methods),
      cmocka_unit_test(author_text__has_no_other),
      cmocka_unit_test(author_text__takes_texts_alone),
      cmocka_unit_test(author_text__leaves_our_scripts_theirs),
      cmocka_unit_test(author_text__is_short),
      cmocka_unit_test(author_text__joining_is_charged),
      cmocka_unit_test(author__knows_no_dots),
      cmocka_unit_test(author_captured__names_what_is_used_from_outside),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

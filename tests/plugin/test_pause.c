/* Tests of plugin/sandbox/pause.h: work of one piece in C asks whether it may go on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "run_lua.h"

enum {
  UNITS_BETWEEN = 2000 /* two questions, as plugin/README.md promises */
};

static int asked, until;

static int32_t cancel(void *unused) {
  return ++asked > until;
}

/* How a piece ends in a cage whose host is asked up to `most` times. */
static cop11_status run_asking(const char *text, int most) {
  cop11_call call = {.cancel = cancel};
  struct cage *cage = new_cage((size_t)64 << 20, 10000000);
  cop11_error err = {.struct_size = sizeof err};
  struct piece piece = {.text = text};
  cop11_status status;

  asked = 0;
  until = most;
  budget_start(&cage->budget, 10000000, &call, outside_guard());
  status = cage_call(cage, run_body, &piece, &err);
  cage_free(cage);
  return status;
}

/* Of `piece`, what it asks beyond the same piece with nothing to read. */
static int asked_by(const char *piece, const char *empty) {
  int without;

  assert_int_equal(run_asking(empty, INT32_MAX), COP11_OK);
  without = asked;
  assert_int_equal(run_asking(piece, INT32_MAX), COP11_OK);
  return asked - without;
}

/* 100,000 numbers: each is a token, a part of the canonical form, an element. */
static void reading_numbers__asks(void **state) {
  assert_in_range(asked_by("local t = '{\"a\":[' .. ('1,'):rep(99999) .. '1]}' "
                           "return host.json.read(t, 9) and 'read'",
                           "return 'read'"),
                  2 * 100000 / UNITS_BETWEEN, 1000);
}

static void reading_empty_lists__asks(void **state) {
  assert_in_range(
      asked_by("local t = '{\"a\":[' .. ('[],'):rep(49999) .. '1]}' "
               "return host.json.read(t, 9) and 'read'",
               "return 'read'"),
      3 * 50000 / UNITS_BETWEEN, 1000);
}

/* One token of 8 MiB: its digest takes longest. */
static void reading_a_long_text__asks(void **state) {
  assert_in_range(
      asked_by("local t = '{\"a\":\"' .. ('x'):rep(1 << 23) .. '\"}' "
               "return host.json.read(t, 9) and 'read'",
               "return 'read'"),
      (1 << 23) / (64 * 1024) / 2, 1000);
}

static void writing__asks(void **state) {
  assert_in_range(asked_by("local t = {} for i = 1, 100000 do t[i] = i end "
                           "return #host.json.write(t)",
                           "local t = {} for i = 1, 100000 do t[i] = i end "
                           "return #t"),
                  100000 / UNITS_BETWEEN, 1000);
}

static void reading__ends_where_the_host_says_so(void **state) {
  for (int most = 0; most < 20; most++) {
    assert_int_equal(run_asking("local t = '{\"a\":[' .. ('{},'):rep(50000) "
                                ".. '1]}' return host.json.read(t, 9)",
                                most),
                     COP11_E_CANCELLED);
    assert_int_equal(asked, most + 1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reading_numbers__asks),
      cmocka_unit_test(reading_empty_lists__asks),
      cmocka_unit_test(reading_a_long_text__asks),
      cmocka_unit_test(writing__asks),
      cmocka_unit_test(reading__ends_where_the_host_says_so),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of what reading a rule file costs: where Lua looks through a list for
 * what it reads (plugin/build/lua_parser.h, lua_code.h), that is charged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "run_lua.h"

/* A text that makes lists long; `steps` are more than its bytes and what else is
 * charged, and fewer than there are entries to look at, by eights. */
static const struct {
  const char *what;
  const char *text; /* in Lua; `many(n, text)` writes n of it, # being 1 to n */
  uint64_t steps;
} read[] = {
    /* 5000 * 5000 / 2 jumps, each a step */
    {"joining lists of jumps",
     "'if a then ' .. many(5000, 'elseif a then ') .. 'end'", 1000000},
    /* 4000 names, 21 functions, 190 / 8 */
    {"looking for a name",
     "many(20, 'local ' .. many(189, 'v#,') .. 'v local function f()\\n') .. "
     "many(2000, 'a=b ') .. many(20, 'end ')",
     800000},
    /* 2000 names, 51 functions */
    {"looking for a name in each function",
     "many(50, 'local function f()\\n') .. many(1000, 'a=b ') .. "
     "many(50, 'end ')",
     80000},
    /* 5000 * 5000 / 2 / 8 */
    {"looking for a label", "many(5000, '::a#:: f() ')", 600000},
    /* 2000 * 8000 / 8, and 2000 * 2000 / 2 / 8 for the labels */
    {"looking for jumps to a label",
     "many(8000, 'goto a ') .. many(2000, '::b#:: f() ') .. '::a::'", 5000000},
    /* 5000 * 5000 / 2 / 8 */
    {"taking out jumps that found their label",
     "'while a do ' .. many(5000, 'break ') .. 'end'", 600000},
    /* 5000 tables, 190 / 8 */
    {"looking for a register below constants",
     "many(190, 'local c<const> = 1 ') .. 'return {' .. many(5000, '{},') .. "
     "'}'",
     100000},
};

static const char script[] =
    "local function many(n, text) local parts = {} for i = 1, n do "
    "parts[i] = text:gsub('#', i) end return table.concat(parts) end "
    "local f, _, line, why = host.load(%s, 'a', {}) "
    "return f and 'read' or line .. ' ' .. why";

static const char *load(const char *text, uint64_t steps) {
  static struct piece piece;
  char whole[1024];
  cop11_error err;

  snprintf(whole, sizeof whole, script, text);
  /* One file has a quarter of the steps. */
  if (run_limited((size_t)64 << 20, 4 * steps, whole, &piece, &err) != COP11_OK)
    fail_msg("%s", err.message);
  return piece.result;
}

static void reading__is_charged(void **state) {
  for (size_t i = 0; i < sizeof read / sizeof read[0]; i++) {
    const char *result = load(read[i].text, read[i].steps);

    if (!strstr(result, "reading this takes more than"))
      fail_msg("%s is not charged: %s", read[i].what, result);
  }
}

/* Ten thousand lines as rules have them cost little more than their bytes. */
static void reading__of_rules_is_cheap(void **state) {
  assert_string_equal(
      load("'local a, b, c ' .. many(10000, 'f { a, b = c.d } ')", 400000),
      "read");
}

static void reading__says_where_and_what_to_do(void **state) {
  /* n * n / 16 for n labels, some two for each f, 4094 for the table of names */
  assert_string_equal(load("many(3000, '\\n::a#:: f()')", 100000),
                      "1228 reading this takes more than 100000 steps, which "
                      "one file may at most; divide it into several files");
  /* Labels side by side nest: LUAI_MAXCCALLS, without the two calls around. */
  assert_string_equal(load("many(200, '::a#::\\n')", 100000),
                      "88 C stack overflow");
  assert_string_equal(load("many(40000, '::a#:: f()\\n')", 500000000),
                      "32768 too many labels/gotos (limit is 32767)");
}

/* The call goes on, and the next file has a share of its own. */
static void reading__leaves_the_others_their_steps(void **state) {
  assert_string_equal(
      run_lua("local text = 'if a then ' .. ('elseif a then '):rep(5000) .. "
              "'end' for i = 1, 2 do local f = host.load(text, 'a', {}) "
              "if f then return 'read' end end "
              "return host.load('return 1', 'b', {})()"),
      "1");
}

/* A function costs by the variables that it takes from around it, among which
 * Lua looks for each. */
static void reading__functions_cost_by_what_they_take(void **state) {
  static const char text[] =
      "local names = ('v,'):rep(59) .. 'v' names = names:gsub('v', "
      "(function() local n = 0 return function() n = n + 1 return 'v' .. n end "
      "end)()) local _, m = host.author(host.load('local ' .. names .. ' = 1 "
      "for i = 1, 1000 do local c = function() return ' .. names .. ' end "
      "end', "
      "'a', {})) return m";
  struct piece piece;
  cop11_error err;

  /* 1000 functions, 60 variables, 8 steps for each */
  assert_int_equal(
      run_limited((size_t)64 << 20, 4 * 300000, text, &piece, &err), COP11_OK);
  assert_non_null(strstr(piece.result, "this takes more than 300000 steps"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reading__is_charged),
      cmocka_unit_test(reading__of_rules_is_cheap),
      cmocka_unit_test(reading__says_where_and_what_to_do),
      cmocka_unit_test(reading__leaves_the_others_their_steps),
      cmocka_unit_test(reading__functions_cost_by_what_they_take),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

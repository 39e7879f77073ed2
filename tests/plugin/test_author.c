/* Tests of plugin/sandbox/author.c: whatever an author writes, the call ends and says
 * where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run_lua.h"
#include "small_stack.h"

/* The script that loads `text` as an author's and returns what host.author
 * says, as "true result" or "false line message". */
static const char *author(const char *text) {
  static char script[4096];

  snprintf(script, sizeof script,
           "local env = { error = error, host = host, string = string, "
           "setmetatable = setmetatable, tostring = tostring, raise = "
           "function(m) error(m, 0) end, bug = function() return nil .. 1 end }"
           "local f, m, line = host.load([==[\n%s]==], '@rules/a.lua', env) "
           "if not f then return 'load ' .. line .. ' ' .. m end "
           "local ok, a, b = host.author(f) "
           "if ok then return 'true ' .. tostring(a) end "
           "return 'false ' .. tostring(b) .. ' ' .. tostring(a)",
           text);
  return run_lua(script);
}

static void author_run__returns_results(void **state) {
  assert_string_equal(author("return 1 + 1"), "true 2");
  assert_string_equal(author(""), "true nil");
  assert_string_equal(
      run_lua("local n = 0 local function count(ok, ...) "
              "return ok and select('#', ...) end "
              "return count(host.author(function(...) return 1, ... end, 2, "
              "nil))"),
      "3");
}

static void author_run__says_where_and_what(void **state) {
  assert_string_equal(author("\nlocal x = {}\nreturn x.y.z"),
                      "false 3 attempt to index a nil value (field 'y')");
  assert_string_equal(author("\nerror 'wrong'"), "false 2 wrong");
  assert_string_equal(author("\nerror('wrong', 0)"), "false 2 wrong");
  assert_string_equal(author("local function f() error('wrong', 2) end\n\nf()"),
                      "false 3 wrong");
  assert_string_equal(author("\n\nraise 'by ours'"), "false 3 by ours");
}

static void author_run__shows_a_defect_of_ours_as_such(void **state) {
  assert_string_equal(author("\nbug()"),
                      "false 2 scripts/test.lua:1: attempt to concatenate a "
                      "nil value");
}

/* Trap T48. */
static void author_run__takes_any_error_value(void **state) {
  assert_string_equal(author("error()"),
                      "false 1 an error whose value is a nil");
  assert_string_equal(author("error {}"),
                      "false 1 an error whose value is a table");
  assert_string_equal(author("error(true)"), "false 1 true");
  assert_string_equal(author("error(12)"), "false 1 12");
  assert_string_equal(author("error(setmetatable({}, {__tostring = function() "
                             "while true do end end}))"),
                      "false 1 an error whose value is a table");
}

static void author_run__survives_endless_recursion(void **state) {
  static const char text[] =
      "local f = host.load('local function f() return 1 + f() end f()', 'a', "
      "{}) local ok, message, line = host.author(f) return message .. line";
  struct piece piece;
  cop11_error err;

  assert_int_equal(run_limited((size_t)512 << 20, 50000000, text, &piece, &err),
                   COP11_OK);
  assert_string_equal(piece.result, "stack overflow1");
  assert_int_equal(run_limited((size_t)16 << 20, 50000000, text, &piece, &err),
                   COP11_E_MEMORY);
}

static void author_run__does_not_take_memory_errors_on_trust(void **state) {
  assert_string_equal(author("error('not enough memory', 0)"),
                      "false 0 not enough memory");
}

static void assert_begins(const char *text, const char *start) {
  if (strncmp(text, start, strlen(start)) != 0)
    fail_msg("'%s' does not begin with '%s'", text, start);
}

/* A file has a quarter of the steps of a call: each must use it up, and the call
 * goes on. */
static void assert_never_ends(const char *text) {
  static char script[4096];

  snprintf(script, sizeof script,
           "local env = { host = host, next = next, charge = host.charge } "
           "local f = host.load([==[%s]==], 'a', env) "
           "local ok, message = host.author(f) "
           "return tostring(ok) .. ' ' .. tostring(message)",
           text);
  assert_begins(run_lua(script),
                "false this takes more than 2500000 steps, which one file may "
                "at most; look for a loop");
}

/* Trap T1: neither protect nor another author's run holds the end of a run. */
static void author_run__ends_endless_loops(void **state) {
  assert_begins(author("\nwhile true do end"), "false 2 this takes more");
  assert_never_ends("while true do end");
  assert_never_ends("repeat until false");
  assert_never_ends("for i = 1, math_huge or 1e18 do end");
  assert_never_ends("local function f() return f() end f()");
  assert_never_ends("::a:: goto a");
  assert_never_ends(
      "while true do host.protect(function() while true do end end) end");
  assert_never_ends(
      "while true do host.author(function() while true do end end) end");
  assert_never_ends("while true do host.author(function() end) end");
  assert_never_ends("while true do charge(0) end");
  assert_never_ends("charge(9223372036854775807)");
  assert_never_ends("while true do host.load('x = 1', 'b', {}) end");
  assert_never_ends("while true do host.log(1, 'x') end");
  assert_never_ends("while true do host.sha256('x') end");
}

/* A function in a file has a thousandth, and that twenty times. */
static void author_run__runs_what_never_ends_no_more(void **state) {
  static const char loops[] =
      "local function f() \nwhile true do end end local message, line "
      "for i = 1, 5000 do local _ _, message, line = host.author(f) end "
      "local g = host.load('while n do n = n + 1 end return 7', 'a', { n = 1 })"
      "local _, other = host.author(g) "
      "return message .. '@' .. tostring(line)";
  struct piece piece;
  cop11_error err;

  assert_begins(run_lua(loops), "this takes more than 10000 steps, which one "
                                "function of a rule may at most; look for");
  assert_int_equal(run_limited((size_t)64 << 20, 10000000, loops, &piece, &err),
                   COP11_OK);
}

/* Many of them end the call. */
static void author_run__ends_the_call_with_its_steps(void **state) {
  static const char loops[] =
      "local message for i = 1, %d do local _ "
      "_, message = host.author(function() while true do end end) end "
      "return message";
  struct piece piece;
  cop11_error err;
  char script[256];

  snprintf(script, sizeof script, loops, 900);
  assert_begins(run_lua(script), "this takes more than 10000 steps, which one "
                                 "function of a rule may at most; look for");
  snprintf(script, sizeof script, loops, 1100);
  assert_int_equal(
      run_limited((size_t)64 << 20, 10000000, script, &piece, &err),
      COP11_E_LIMIT);
  assert_string_equal(piece.result, "");
  assert_non_null(strstr(err.message, "max_steps (10000000)"));
}

static void author_run__costs_something_each_time(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(
      run_limited((size_t)64 << 20, 1000000,
                  "local function f() end for i = 1, 1e5 do host.author(f) end",
                  &piece, &err),
      COP11_E_LIMIT);
}

static void author_run__costs_trusted_scripts_nothing(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(
      run_limited((size_t)64 << 20, 1000,
                  "host.author(function() end) "
                  "local n = 0 for i = 1, 1e6 do n = n + 1 end return n",
                  &piece, &err),
      COP11_OK);
  assert_string_equal(piece.result, "1000000");
}

static void author_run__counts_again_after_an_error(void **state) {
  assert_begins(run_lua("local _, m = host.author(function() "
                        "host.author(function() error 'x' end) "
                        "for i = 1, 1e7 do end end) return m"),
                "this takes more than 10000 steps");
}

static void author_load__gives_nothing_but_the_environment(void **state) {
  assert_string_equal(
      run_lua("local env = {} "
              "local f = host.load('x = y; return _ENV', 'a', env) "
              "env.y = 7 return f() == env and env.x"),
      "7");
}

static void author_load__says_where_and_what(void **state) {
  assert_string_equal(author("x =\n= 1"),
                      "load 2 rules/a.lua:2: unexpected symbol near '='");
  assert_string_equal(
      run_lua("local f, m, line, bare = host.load('(', '@a.lua', {}) "
              "return m .. '|' .. line .. '|' .. bare"),
      "a.lua:1: unexpected symbol near <eof>|1|unexpected symbol near <eof>");
}

static void author_load__keeps_long_names_whole(void **state) {
  assert_string_equal(
      run_lua("local name = ('long/'):rep(30) .. 'a.lua' "
              "local f, m, line = host.load('\\n(', '@' .. name, {}) "
              "return m:sub(1, #name) == name and line"),
      "2");
  assert_string_equal(
      run_lua("local name = ('long/'):rep(30) .. 'a.lua' "
              "local f = host.load('\\n\\nlocal x = nil .. 1', name, {}) "
              "local ok, m, line = host.author(f) return line .. m"),
      "3attempt to concatenate a nil value");
}

/* Traps T11 and T14. */
static void author_load__takes_text_alone(void **state) {
  assert_string_equal(run_lua("local f, m = host.load('\\27Lua', 'a.lua', {}) "
                              "return f == nil and m"),
                      "a.lua:1: this is compiled Lua, which is never run; give "
                      "its source");
  assert_memory_equal(author("end end, print(1), function() return function()"),
                      "load 1", 6);
}

static void author_line__is_the_authors(void **state) {
  assert_string_equal(
      run_lua("local seen = {} local function word() seen[#seen + 1] = "
              "host.line() end "
              "local function inner() word() end "
              "host.author(host.load('w()\\n\\nw()', 'a', { w = inner })) "
              "return table.concat(seen, ' ') .. ' ' .. host.line()"),
      "1 3 0");
}

/* Each recurses through C as deep as Lua lets it. */
static const char *const deep_calls[] = {
    "local function f() return (('x'):gsub('.', f)) end return f()",
    "local function f() table.sort({1, 2, 3}, f) end return f()",
    "local function f() return host.protect(f) end f()",
    "local function f() return host.author(f) end f()",
    "local t = setmetatable({}, {}) local function f() return t.x end "
    "getmetatable(t).__index = f f()",
    "local function f() for _ in next, {1} do f() end end f()",
    "local t = setmetatable({}, {}) "
    "getmetatable(t).__tostring = function() return tostring(t) end "
    "tostring(t)",
    "return host.load(('('):rep(10000), 'a', {})",
    "return host.load('return ' .. ('{'):rep(10000), 'a', {})",
    "return host.load(('do '):rep(10000), 'a', {})",
    "return host.load('x = ' .. ('-'):rep(10000) .. '1', 'a', {})",
    "return host.load('x = ' .. ('a ..'):rep(10000) .. 'a', 'a', {})",
    "return ('a'):rep(10000):match(('.-'):rep(5000) .. 'b')",
    "local t = {} for i = 1, 300 do t = {t} end host.json.write(t)",
    "host.json.read(('['):rep(10000), 64)",
};

static void *recurse_deeply(void *unused) {
  static struct piece piece;
  static cop11_error err;

  for (size_t i = 0; i < sizeof deep_calls / sizeof deep_calls[0]; i++)
    run_limited((size_t)512 << 20, 10000000, deep_calls[i], &piece, &err);
  return unused;
}

/* Trap T10: with the stack that cop11.h asks for, no more. */
static void author__needs_little_stack(void **state) {
  run_on_small_stack(recurse_deeply, NULL);
}

static void author_protect__is_pcall(void **state) {
  assert_string_equal(run_lua("return select('#', host.protect(function(...) "
                              "return ... end, 1, nil, nil))"),
                      "4");
  assert_string_equal(run_lua("local ok, e = host.protect(error, 'x') "
                              "return e"),
                      "x");
  assert_string_equal(run_lua("local t = {} local ok, e = host.protect(error, "
                              "t) return ok == false and e == t and 'same'"),
                      "same");
  assert_string_equal(run_lua("local ok = host.protect(7) "
                              "return ok"),
                      "false");
}

/* ---- texts ---------------------------------------------------------------- */

/* Runs `text` as an author's; `ours` is a function of the trusted scripts. */
static const char *text_of_author(const char *text) {
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

/* Traps T5 and T7. */
static void author_text__has_no_methods(void **state) {
  static const char *const names[] = {"find", "match",  "gmatch", "gsub",
                                      "rep",  "format", "dump",   "lower"};
  char text[64], wanted[64];

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    snprintf(text, sizeof text, "return ('x'):%s('x')", names[i]);
    snprintf(wanted, sizeof wanted, "a text has no '%s' here; ", names[i]);
    assert_memory_equal(text_of_author(text), wanted, strlen(wanted));
  }
}

static void author_text__leaves_our_scripts_theirs(void **state) {
  assert_string_equal(text_of_author("return ours('ab')"), "abab");
  assert_string_equal(
      run_lua("host.author(function() end) return ('ab'):rep(2)"), "abab");
  assert_string_equal(run_lua("host.author(error, 'x') return ('ab'):rep(2)"),
                      "abab");
}

static void author_text__is_short(void **state) {
  assert_string_equal(
      text_of_author("local s = 'x' for i = 1, 12 do s = s .. s end "
                     "return #s"),
      "4096");
  assert_string_equal(
      text_of_author("local s = 'x' for i = 1, 13 do s = s .. s end"),
      "a text in a rule has at most 4096 bytes; this one is "
      "longer");
  assert_string_equal(
      run_lua("local ok, m = host.author(function(s) return s end, 1, "
              "('x'):rep(4097)) return m"),
      "a text in a rule has at most 4096 bytes; this one is longer");
}

static void author_text__joining_is_charged(void **state) {
  assert_begins(run_lua("local s = ('x'):rep(2000) "
                        "local _, m = host.author(function() "
                        "for i = 1, 50 do local _ = s .. s end end) return m"),
                "this takes more than 10000 steps");
}

/* Code that ends within the steps of a file where what it asks for is not charged. */
static const struct {
  const char *what;
  const char *code;
  uint64_t steps;
} charged[] = {
    {"memory", "for i = 1, 20000 do local t = {} end", 100000},
    {"a table counted and filled anew",
     "local t = { a = 1 } for i = 1, 5000 do t[i] = 1 end "
     "for i = 1, 2000 do t[i + 0.5] = 1 t[i + 0.5] = nil end",
     1000000},
    {"a number made a text",
     "local a = 0.1 for i = 1, 5000 do local b = a .. '' end", 150000},
    {"a remainder of numbers far apart",
     "local a, b = 1e308, 5e-324 for i = 1, 5000 do local c = a % b end",
     150000},
};

static void author_run__charges_what_an_instruction_takes(void **state) {
  char script[512];
  struct piece piece;
  cop11_error err;

  for (size_t i = 0; i < sizeof charged / sizeof charged[0]; i++) {
    snprintf(script, sizeof script,
             "local _, m = host.author(host.load([[%s]], 'a', {})) return m",
             charged[i].code);
    assert_int_equal(run_limited((size_t)64 << 20, 4 * charged[i].steps, script,
                                 &piece, &err),
                     COP11_OK);
    if (!strstr(piece.result, "this takes more than"))
      fail_msg("%s is not charged", charged[i].what);
  }
}

static void author_run__bounds_tables(void **state) {
  static const char *const fills[] = {
      "local t = {} for i = 1, 1e6 do t[i] = i end",
      "local t = {} for i = 1, 1e6 do t[i * 3] = i end",
      "local t = {} for i = 1, 1e6 do t[i + 0.5] = i end"};

  for (size_t i = 0; i < sizeof fills / sizeof fills[0]; i++)
    assert_string_equal(author(fills[i]),
                        "false 1 a table in a rule holds at most 65536 values; "
                        "this one has more");
  assert_string_equal(
      author("local t = {} for i = 1, 60000 do t[i] = i end return #t"),
      "true 60000");
  assert_string_equal(run_lua("host.author(function() end) local t = {} "
                              "for i = 1, 2e5 do t[i] = i end return #t"),
                      "200000");
}

/* One instruction could read thousands of digits. */
static void author_run__reads_no_long_text_as_a_number(void **state) {
  assert_string_equal(
      text_of_author("local s = '0000000000' s = s .. s .. s .. s .. "
                     "'7' for i = 1, s do end return 1"),
      "bad 'for' limit (number expected, got string)");
  assert_string_equal(text_of_author("return '0x7' | 0"),
                      "attempt to perform bitwise operation on a string value "
                      "(constant '0x7')");
}

/* '...' would let one instruction copy a million values. */
static void author__knows_no_dots(void **state) {
  assert_string_equal(text_of_author("\n\nlocal function f(...) end"),
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
      cmocka_unit_test(author_run__returns_results),
      cmocka_unit_test(author_run__says_where_and_what),
      cmocka_unit_test(author_run__shows_a_defect_of_ours_as_such),
      cmocka_unit_test(author_run__takes_any_error_value),
      cmocka_unit_test(author_run__survives_endless_recursion),
      cmocka_unit_test(author_run__does_not_take_memory_errors_on_trust),
      cmocka_unit_test(author_run__ends_endless_loops),
      cmocka_unit_test(author_run__runs_what_never_ends_no_more),
      cmocka_unit_test(author_run__ends_the_call_with_its_steps),
      cmocka_unit_test(author_run__costs_something_each_time),
      cmocka_unit_test(author_run__costs_trusted_scripts_nothing),
      cmocka_unit_test(author_run__counts_again_after_an_error),
      cmocka_unit_test(author_load__gives_nothing_but_the_environment),
      cmocka_unit_test(author_load__says_where_and_what),
      cmocka_unit_test(author_load__keeps_long_names_whole),
      cmocka_unit_test(author_load__takes_text_alone),
      cmocka_unit_test(author_line__is_the_authors),
      cmocka_unit_test(author_protect__is_pcall),
      cmocka_unit_test(author__needs_little_stack),
      cmocka_unit_test(author_text__has_no_methods),
      cmocka_unit_test(author_text__leaves_our_scripts_theirs),
      cmocka_unit_test(author_text__is_short),
      cmocka_unit_test(author_text__joining_is_charged),
      cmocka_unit_test(author__knows_no_dots),
      cmocka_unit_test(author_captured__names_what_is_used_from_outside),
      cmocka_unit_test(author_run__charges_what_an_instruction_takes),
      cmocka_unit_test(author_run__bounds_tables),
      cmocka_unit_test(author_run__reads_no_long_text_as_a_number),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

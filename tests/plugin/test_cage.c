/* Tests of plugin/sandbox/cage.c: a state that cannot hurt the host. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "run_lua.h"

#define MIB ((size_t)1 << 20)

static void cage_call__runs_lua(void **state) {
  assert_string_equal(run_lua("return 'a' .. 1 + 1"), "a2");
}

static void cage_call__turns_errors_into_internal(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(
      run_limited(8 * MIB, 1000, "local x = nil .. 1", &piece, &err),
      COP11_E_INTERNAL);
  assert_non_null(strstr(err.message, "test.lua:1"));
  assert_non_null(strstr(err.message, "report"));
}

/* Trap T48: an error may be any value. */
static void cage_call__takes_any_error_value(void **state) {
  static const char *const raises[][2] = {
      {"error()", "a nil"},
      {"error(nil)", "a nil"},
      {"error(true)", "true"},
      {"error(1.5)", "1.5"},
      {"error({})", "a table"},
      {"error(print)", "a nil"},
      {"error(function() end)", "a function"},
      {"error('a\\0b', 0)", "a?b"},
      {"error(setmetatable({}, {__tostring = function() while true do end "
       "end}))",
       "a table"},
      {"error(('x'):rep(10000), 0)", "xxx"},
  };
  struct piece piece;
  cop11_error err;

  for (size_t i = 0; i < sizeof raises / sizeof raises[0]; i++) {
    assert_int_equal(run_limited(8 * MIB, 1000, raises[i][0], &piece, &err),
                     COP11_E_INTERNAL);
    if (!strstr(err.message, raises[i][1]))
      fail_msg("%s: %s", raises[i][0], err.message);
    assert_null(strstr(err.message, "0x"));
  }
}

/* Trap T19: what is counted is what Lua holds. */
static void cage__counts_memory(void **state) {
  struct cage *cage = new_cage(64 * MIB, 1000000);
  struct piece piece = {"keep = {} for i = 1, 20000 do keep[i] = {i} end", ""};
  size_t counted;

  assert_int_equal(cage_call(cage, run_body, &piece, NULL), COP11_OK);
  counted = (size_t)lua_gc(cage->L, LUA_GCCOUNT) * 1024 +
            (size_t)lua_gc(cage->L, LUA_GCCOUNTB);
  assert_int_equal(cage->slab.used, counted);
  assert_true(cage->slab.held >= cage->slab.used);
  lua_close(cage->L);
  cage->L = NULL;
  assert_int_equal(cage->slab.used, 0);
  cage_free(cage);
}

static void cage__stops_at_max_memory(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(run_limited(4 * MIB, 1000,
                               "local t = {} for i = 1, 1e9 do t[i] = {i} end",
                               &piece, &err),
                   COP11_E_MEMORY);
  assert_non_null(strstr(err.message, "max_memory (4194304 bytes)"));
}

/* Trap T26: garbage alone never reaches the limit. */
static void cage__collects_before_giving_up(void **state) {
  struct piece piece;
  cop11_error err = {.struct_size = sizeof err};
  cop11_status status =
      run_limited(4 * MIB, 1000,
                  "local n = 0 for i = 1, 2e5 do n = n + #('x' .. i) end "
                  "for i = 1, 300 do n = n + #('x'):rep(100000) end return n",
                  &piece, &err);

  if (status != COP11_OK)
    fail_msg("%s", err.message);
  assert_string_equal(piece.result, "31288895");
}

static void cage__collects_after_settling(void **state) {
  struct cage *cage = new_cage(8 * MIB, 1000);
  struct piece piece = {"local t = {} for i = 1, 4e5 do t[i % 100] = {i} end",
                        ""};

  for (int i = 0; i < 3; i++) {
    assert_int_equal(cage_call(cage, run_body, &piece, NULL), COP11_OK);
    cage_settle(cage);
    assert_true(cage->slab.held < 6 * MIB);
  }
  cage_free(cage);
}

/* error("not enough memory") is not a lack of memory: it may be caught. */
static void cage__tells_a_forged_memory_error(void **state) {
  assert_string_equal(
      run_lua("local ok, message = host.protect(function() "
              "error('not enough memory', 0) end) return message"),
      "not enough memory");
}

static void cage__does_not_let_memory_errors_be_caught(void **state) {
  struct piece piece;
  cop11_error err;

  assert_int_equal(
      run_limited(4 * MIB, 1000,
                  "host.protect(function() local t = {} "
                  "for i = 1, 1e9 do t[i] = {i} end end) return 'caught'",
                  &piece, &err),
      COP11_E_MEMORY);
  assert_string_equal(piece.result, "");
}

/* Each amount of memory, from none to enough: success or COP11_E_MEMORY. */
static void cage__survives_any_limit(void **state) {
  static const cop11_call usual;
  struct cage *cage;
  cop11_error err = {.struct_size = sizeof err};
  cop11_status status = COP11_E_MEMORY;
  size_t limit;
  int made = 0;

  for (limit = 0; status != COP11_OK; limit += 1777) {
    struct piece piece = {
        "local t = {} for i = 1, 300 do t[i] = {('x'):rep(i)} end "
        "local ok, f = host.protect(host.load, 'return 1, {}', 'x', {}) "
        "return host.json.write({a = host.sha256('x')}) .. f()",
        ""};
    cage = cage_new(limit);
    if (!cage)
      continue;
    made++;
    budget_start(&cage->budget, 1000000, &usual, outside_guard());
    status = cage_call(cage, run_body, &piece, &err);
    if (status != COP11_OK && status != COP11_E_MEMORY)
      fail_msg("%zu: %s", limit, err.message);
    cage_free(cage);
  }
  assert_true(made > 10);
}

/* Trap T20: what must never happen does not end the process either. */
static void cage__lands_when_lua_panics(void **state) {
  struct cage *cage = new_cage(8 * MIB, 1000);

  cage->landing_set = true;
  if (setjmp(cage->landing) == 0) {
    lua_pushliteral(cage->L, "outside a protected call");
    lua_error(cage->L);
    fail();
  }
  assert_int_equal(cage->budget.fatal, FATAL_PANIC);
  cage_free(cage);
}

/* Trap T44: Lua has warnings and messages of its own. */
static void cage__prints_nothing(void **state) {
  int pipe_ends[2], saved_out = dup(1), saved_err = dup(2);
  char bytes[100];
  struct piece piece;
  cop11_error err;
  ssize_t count;

  assert_int_equal(pipe(pipe_ends), 0);
  fflush(NULL);
  dup2(pipe_ends[1], 1);
  dup2(pipe_ends[1], 2);
  run_limited(8 * MIB, 1000,
              "setmetatable({}, {__gc = function() error('x') end}) "
              "error('@on')",
              &piece, &err);
  fflush(NULL);
  dup2(saved_out, 1);
  dup2(saved_err, 2);
  close(saved_out);
  close(saved_err);
  close(pipe_ends[1]);
  count = read(pipe_ends[0], bytes, sizeof bytes);
  close(pipe_ends[0]);
  assert_int_equal(count, 0);
}

static void cage_free__takes_null(void **state) {
  cage_free(NULL);
}

/* With all but a little memory in use, each little more makes Lua collect all
 * garbage first: much work that no instruction shows.  The script is ours, so
 * that nothing else is charged.  How much its tables take depends on where
 * memory comes from, so the limit is the first in which they have room. */
static void cage__charges_for_collections_at_the_limit(void **state) {
  static const char text[] =
      "local keep = {} for i = 1, 45000 do keep[i] = { i } end "
      "for i = 1, 1e6 do local _ = { 1, 2, 3, 4 } end return 'done'";
  size_t limit = 3 * MIB;
  cop11_status status;
  struct piece piece;
  cop11_error err;

  assert_int_equal(run_limited(64 * MIB, 3000000, text, &piece, &err),
                   COP11_OK);
  do {
    limit += MIB / 8;
    status = run_limited(limit, 3000000, text, &piece, &err);
  } while (status == COP11_E_MEMORY);
  assert_int_equal(status, COP11_E_LIMIT);
}

static int32_t count_ask(void *asked) {
  ++*(int *)asked;
  return 0;
}

/* Giving 32 MiB back takes milliseconds, in which the host wants to be asked: at least
 * once for 8 MiB. */
static void cage_empty__asks_while_it_gives_back(void **state) {
  struct piece piece = {"keep = ('x'):rep(32 << 20)", ""};
  struct cage *cage = new_cage(128 * MIB, 1000000);
  int asked = 0;
  const cop11_call call = {.cancel = count_ask, .cancel_data = &asked};

  assert_int_equal(cage_call(cage, run_body, &piece, NULL), COP11_OK);
  budget_start(&cage->budget, 1000000, &call, outside_guard());
  cage_empty(cage);
  assert_true(asked >= 4);
  cage_free(cage);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cage_call__runs_lua),
      cmocka_unit_test(cage_call__turns_errors_into_internal),
      cmocka_unit_test(cage_call__takes_any_error_value),
      cmocka_unit_test(cage__counts_memory),
      cmocka_unit_test(cage__stops_at_max_memory),
      cmocka_unit_test(cage__collects_before_giving_up),
      cmocka_unit_test(cage__collects_after_settling),
      cmocka_unit_test(cage__tells_a_forged_memory_error),
      cmocka_unit_test(cage__does_not_let_memory_errors_be_caught),
      cmocka_unit_test(cage__survives_any_limit),
      cmocka_unit_test(cage__lands_when_lua_panics),
      cmocka_unit_test(cage__prints_nothing),
      cmocka_unit_test(cage_free__takes_null),
      cmocka_unit_test(cage__charges_for_collections_at_the_limit),
      cmocka_unit_test(cage_empty__asks_while_it_gives_back),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

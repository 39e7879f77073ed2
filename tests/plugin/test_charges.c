/* Tests of what C work inside the cage costs: one for each charge (steps) and
 * each question to the host on the way.  Our own scripts cost no steps, and a
 * question is asked every 2000 units, so that each range below is a count of what
 * is done, and taking one charge away leaves it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <stdio.h>

#include "run_lua.h"
#include "sandbox/libs.h"

enum {
  STEPS = 10000000,
  MEMORY = 256 << 20,
  UNITS = 2000 /* between two questions */
};

static int asked;

static int32_t ask(void *unused) {
  asked++;
  return 0;
}

/* Runs `text`; returns its steps and sets `asked`. */
static int run(const char *text) {
  const cop11_call call = {.cancel = ask};
  struct cage *cage = new_cage(MEMORY, STEPS);
  cop11_error err = {.struct_size = sizeof err};
  struct piece piece = {.text = text};
  int steps;

  asked = 0;
  budget_start(&cage->budget, STEPS, &call, outside_guard());
  if (cage_call(cage, run_body, &piece, &err) != COP11_OK)
    fail_msg("%s", err.message);
  steps = (int)(STEPS - cage->budget.steps);
  budget_end(&cage->budget);
  cage_free(cage);
  return steps;
}

/* ---- steps ---------------------------------------------------------------- */

static void steps__are_charged_for_work_in_c(void **state) {
  assert_int_equal(run("local t = ('x'):rep(160000) return #t"), 0);
  assert_int_equal(run("return host.sha256(('x'):rep(160000))"), 10000);
  assert_int_equal(run("host.load(('-'):rep(100000), 'a', {}) return 1"),
                   100000);
  assert_int_equal(run("for i = 1, 1000 do host.log(1, 'x') end return 1"),
                   50000);
  assert_int_equal(run("for i = 1, 1000 do host.charge(7) end return 1"), 7000);
  assert_int_equal(run("local f = function() end "
                       "for i = 1, 1000 do host.author(f) end return 1") /
                       100,
                   1000); /* and a few for its first memory */
}

/* A text of 4096 bytes costs a quarter of them, and a sixteenth for its memory. */
static void steps__are_charged_for_joined_texts(void **state) {
  assert_in_range(
      run("local f = host.load([[local a = ''"
          " for i = 1, 2048 do a = a .. 'x' end"
          " local before = a for i = 1, 1000 do local b = a .. a end]],"
          " 'a', {}) return (host.author(f))") -
          run("local f = host.load([[local a = ''"
              " for i = 1, 2048 do a = a .. 'x' end"
              " local before = a for i = 1, 1000 do local b = a == a end]],"
              " 'a', {}) return (host.author(f))"),
      1000 * (1024 + 256), 1000 * (1024 + 256 + 20));
}

/* ---- questions ------------------------------------------------------------ */

/* How often the host is asked while `text`, of JSON, is read. */
static int asked_reading(const char *text) {
  char script[512];
  int without;

  snprintf(script, sizeof script, "local t = %s return #t", text);
  (void)run(script);
  without = asked;
  snprintf(script, sizeof script,
           "local t = %s return host.json.read(t, 9) and 1", text);
  (void)run(script);
  return asked - without;
}

enum {
  MANY = 100000
};

/* Each is a token, a part of the canonical form, and an element. */
static void numbers__are_three_units(void **state) {
  assert_in_range(asked_reading("'{\"a\":[' .. ('1,'):rep(99999) .. '1]}'"),
                  3 * MANY / UNITS - 2, 3 * MANY / UNITS + 10);
}

/* And is looked at once more where something is empty. */
static void numbers__beside_an_empty_value_are_four(void **state) {
  assert_in_range(asked_reading("'{\"a\":[[],' .. ('1,'):rep(99999) .. '1]}'"),
                  4 * MANY / UNITS - 3, 4 * MANY / UNITS + 10);
}

/* Three tokens, three turns of the canonical form, three calls for memory (the
 * table, its keys, and no list), a member and an element. */
static void objects__are_eleven_units(void **state) {
  assert_in_range(
      asked_reading("'{\"a\":[' .. ('{\"b\":1},'):rep(99999) .. '1]}'"),
      11 * MANY / UNITS - 15, 11 * MANY / UNITS + 40);
}

/* 64 bytes for each of n log n comparisons, whether keys differ soon or late. */
static void keys__are_compared(void **state) {
  static const char alike[] =
      "(function() local t = {} for i = 1, 100000 do t[i] = '\"k' .. i .. "
      "'\":1' end return '{' .. table.concat(t, ',') .. '}' end)()";
  static const char different[] =
      "(function() local t = {} for i = 1, 100000 do t[i] = '\"' .. "
      "utf8.char(97 + i % 26) .. i .. '\":1' end "
      "return '{' .. table.concat(t, ',') .. '}' end)()";
  int comparing = MANY / 1024 * 10 / 2; /* at least ten each */

  /* Two tokens, a turn, a block and a member: 5 units each. */
  assert_in_range(asked_reading(alike), 5 * MANY / UNITS + comparing, 10000);
  assert_in_range(asked_reading(different), 5 * MANY / UNITS + comparing,
                  10000);
}

/* 64 KiB of it are hashed, and decoded, for each 1024 units; 256 KiB are copied
 * for 2000. */
static void a_long_text__is_two_pauses(void **state) {
  assert_in_range(asked_reading("'{\"a\":\"' .. ('x'):rep(1 << 23) .. '\"}'"),
                  2 * 128 / 2 + 32 - 3, 2 * 128 / 2 + 32 + 10);
}

static void escapes__are_one_unit_more(void **state) {
  assert_in_range(
      asked_reading("'{\"a\":\"' .. ('\\\\n'):rep(500000) .. '\"}'"),
      500000 / UNITS - 5, 500000 / UNITS + 20);
}

static void white_space__is_one_pause(void **state) {
  assert_in_range(asked_reading("'{\"a\":' .. (' '):rep(1 << 23) .. '1}'"),
                  128 / 2 - 2, 128 / 2 + 10);
}

static void writing__is_a_unit_each(void **state) {
  (void)run("local t = {} for i = 1, 100000 do t[i] = i end "
            "return #host.json.write(t)");
  assert_in_range(asked, MANY / UNITS, MANY / UNITS + 10);
}

/* One when it comes, two when it goes with its list; a collection asks at what
 * stays, and as it sweeps. */
static void tables__are_three_units(void **state) {
  (void)run("for i = 1, 100000 do local t = {} end return 1");
  assert_in_range(asked, 3 * MANY / UNITS - 15, 3 * MANY / UNITS + 70);
}

/* ---- Lua's own work -------------------------------------------------------- */

enum {
  KEYS = 1 << 18
};

/* A table of so many texts.  [-0, +1, m] */
static void push_texts(lua_State *L) {
  lua_createtable(L, 0, KEYS);
  for (int i = 0; i < KEYS; i++) {
    lua_pushnumber(L, i + 0.5);
    lua_pushfstring(L, "text %d", i);
    lua_rawset(L, -3);
  }
}

/* A full table is filled anew for one key more. */
static int fill_anew(lua_State *L) {
  push_texts(L);
  asked = 0;
  lua_pushnumber(L, -0.5);
  lua_pushboolean(L, true);
  lua_rawset(L, -3);
  return 0;
}

static int collect_all(lua_State *L) {
  push_texts(L);
  asked = 0;
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

/* All becomes old. */
static int begin_generations(lua_State *L) {
  push_texts(L);
  asked = 0;
  lua_gc(L, LUA_GCGEN, 0, 0);
  return 0;
}

static int collect_young(lua_State *L) {
  lua_gc(L, LUA_GCGEN, 0, 0);
  lua_gc(L, LUA_GCSTOP);
  push_texts(L);
  asked = 0;
  lua_gc(L, LUA_GCRESTART);
  lua_gc(L, LUA_GCSTEP, 0);
  return 0;
}

/* How often the last part of `body` asks. */
static int asked_by(lua_CFunction body) {
  const cop11_call call = {.cancel = ask};
  struct cage *cage = new_cage(MEMORY, STEPS);
  cop11_error err = {.struct_size = sizeof err};

  budget_start(&cage->budget, STEPS, &call, outside_guard());
  assert_int_equal(cage_call(cage, body, NULL, &err), COP11_OK);
  budget_end(&cage->budget);
  cage_free(cage);
  return asked;
}

/* Each text is marked, and swept: a quarter of a unit where all is collected. */
static void questions__are_asked_by_luas_own_work(void **state) {
  assert_true(asked_by(fill_anew) >= KEYS / UNITS);
  assert_true(asked_by(collect_all) >= KEYS * 5 / 4 / UNITS - 1);
  assert_true(asked_by(begin_generations) >= 2 * (KEYS / UNITS));
  assert_true(asked_by(collect_young) >= 2 * (KEYS / UNITS));
}

static void questions__are_asked_by_calls(void **state) {
  (void)run("local function f() end for i = 1, 100000 do f() end return 1");
  assert_in_range(asked, MANY / UNITS, MANY / UNITS + 10);
}

/* 20,000 numbers are compared some 14 times each. */
static void questions__are_asked_by_comparisons(void **state) {
  (void)run("local t = {} for i = 1, 20000 do t[i] = i * 7919 % 20011 end "
            "table.sort(t) return 1");
  assert_in_range(asked, 20000 * 10 / UNITS, 20000 * 30 / UNITS);
}

static void questions__are_asked_by_patterns(void **state) {
  (void)run("local _ = ('a'):rep(100000):find('b.') return 1");
  assert_in_range(asked, MANY / UNITS, MANY / UNITS + 10);
}

/* Copied 256 KiB at a time. */
static void questions__are_asked_by_copies(void **state) {
  int before;

  (void)run("local t = ('x'):rep(1 << 24) return 1");
  before = asked;
  (void)run("local t = ('x'):rep(1 << 24) return #t:sub(2)");
  assert_in_range(asked - before, 60, 70);
}

/* What a text takes more than another. */
static int asked_more(const char *text, const char *than) {
  int less;

  (void)run(than);
  less = asked;
  (void)run(text);
  return asked - less;
}

static void questions__are_asked_by_joins(void **state) {
  assert_in_range(asked_more("local t = ('x'):rep(1 << 23) return #(t .. t)",
                             "local t = ('x'):rep(1 << 23) return #t + #t"),
                  60, 70);
  assert_in_range(
      asked_more("local t = {} for i = 1, 100000 do t[i] = 'x' end "
                 "return #table.concat(t)",
                 "local t = {} for i = 1, 100000 do t[i] = 'x' end return #t"),
      MANY / UNITS - 2, MANY / UNITS + 10);
}

/* The room of the first text is doubled: 16 MiB are copied, and eight less where the
 * texts are made. */
static void questions__are_asked_by_writing_that_grows(void **state) {
  assert_in_range(
      asked_more("local t = ('x'):rep(1 << 23) return #host.json.write({t, t})",
                 "local t = ('x'):rep(1 << 24) return #host.json.write({t})"),
      64 - 32 - 8, 64 - 32 + 8);
}

/* 64 KiB at a time: 16 MiB, each asked for by itself. */
static void questions__are_asked_by_digests(void **state) {
  int before;

  (void)run("local t = ('x'):rep(1 << 24) return 1");
  before = asked;
  (void)run("return host.sha256(('x'):rep(1 << 24))");
  assert_in_range(asked - before, 200, 300);
}

/* ---- an end at once -------------------------------------------------------- */

enum {
  LAST = 5
};

static int counted;

static int32_t ask_until_last(void *data) {
  return ++asked >= LAST;
}

/* A comparison, or whatever calls it. */
static int count_call(lua_State *L) {
  counted++;
  lua_pushboolean(L, lua_tointeger(L, 1) < lua_tointeger(L, 2));
  return 1;
}

static int run_counted(lua_State *L) {
  libs_open(L);
  lua_pushcfunction(L, count_call);
  lua_setfield(L, -2, "count");
  if (luaL_loadstring(L, lua_touserdata(L, 1)) != LUA_OK)
    return lua_error(L);
  lua_insert(L, -2);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 0);
  return 0;
}

/* Runs `body`, which is cancelled at the last question; gives the bytes that Lua
 * then holds. */
static size_t cancelled(lua_CFunction body, const char *text) {
  const cop11_call call = {.cancel = ask_until_last};
  struct cage *cage = new_cage(MEMORY, STEPS);
  cop11_error err = {.struct_size = sizeof err};
  size_t used;

  asked = counted = 0;
  budget_start(&cage->budget, STEPS, &call, outside_guard());
  assert_int_equal(cage_call(cage, body, (void *)text, &err),
                   COP11_E_CANCELLED);
  used = cage->slab.used;
  budget_end(&cage->budget);
  cage_free(cage);
  assert_int_equal(asked, LAST);
  return used;
}

static void ending__stops_calls_and_comparisons(void **state) {
  (void)cancelled(run_counted, "for i = 1, 1e6 do count(1, 2) end");
  assert_in_range(counted, (LAST - 2) * UNITS, LAST * UNITS);
  (void)cancelled(
      run_counted,
      "local t = {} for i = 1, 10000 do t[i] = i * 7919 % 10007 end "
      "table.sort(t, count)");
  assert_in_range(counted, UNITS, LAST * UNITS);
}

static int make_garbage(lua_State *L) {
  lua_gc(L, LUA_GCSTOP);
  for (int i = 0; i < 1000000; i++) {
    lua_newtable(L);
    lua_pop(L, 1);
  }
  return 0;
}

/* There is garbage enough to go on with, but the call must end. */
static void ending__collects_nothing(void **state) {
  assert_true(cancelled(make_garbage, NULL) >
              (size_t)(LAST - 1) * UNITS * sizeof(void *));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(steps__are_charged_for_work_in_c),
      cmocka_unit_test(steps__are_charged_for_joined_texts),
      cmocka_unit_test(numbers__are_three_units),
      cmocka_unit_test(numbers__beside_an_empty_value_are_four),
      cmocka_unit_test(objects__are_eleven_units),
      cmocka_unit_test(keys__are_compared),
      cmocka_unit_test(a_long_text__is_two_pauses),
      cmocka_unit_test(escapes__are_one_unit_more),
      cmocka_unit_test(white_space__is_one_pause),
      cmocka_unit_test(writing__is_a_unit_each),
      cmocka_unit_test(tables__are_three_units),
      cmocka_unit_test(questions__are_asked_by_luas_own_work),
      cmocka_unit_test(questions__are_asked_by_calls),
      cmocka_unit_test(questions__are_asked_by_comparisons),
      cmocka_unit_test(questions__are_asked_by_patterns),
      cmocka_unit_test(questions__are_asked_by_copies),
      cmocka_unit_test(questions__are_asked_by_joins),
      cmocka_unit_test(questions__are_asked_by_writing_that_grows),
      cmocka_unit_test(questions__are_asked_by_digests),
      cmocka_unit_test(ending__stops_calls_and_comparisons),
      cmocka_unit_test(ending__collects_nothing),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

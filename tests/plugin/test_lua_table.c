/* Tests of plugin/build/lua_table.h: keys of an author's choice do not pile up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lauxlib.h>

#include "lua_table.h"

enum {
  KEYS = 30000,
  LONGEST = 20 /* chances that a good place gives a longer chain are nil */
};

/* How many keys are looked at until `key` is found, 0 where it is not. */
static int steps_to(const Table *t, const TValue *key, lua_Unsigned hash) {
  const Node *node = cop11_place(t, hash);

  for (int steps = 1;; steps++) {
    if (keyisinteger(node) && ttisinteger(key) && keyival(node) == ivalue(key))
      return steps;
    if (gnext(node) == 0)
      return 0;
    node += gnext(node);
  }
}

/* The table of a script that keeps KEYS keys, each `step` from the next. */
static void check_keys(lua_Integer step) {
  lua_State *L = luaL_newstate();
  int longest = 0;

  assert_non_null(L);
  lua_newtable(L);
  for (lua_Integer i = 1; i <= KEYS; i++) {
    lua_pushboolean(L, 1);
    lua_rawseti(L, -2, i * step);
  }
  for (lua_Integer i = 1; i <= KEYS; i++) {
    TValue key;
    setivalue(&key, i * step);
    int steps =
        steps_to(lua_topointer(L, -1), &key, (lua_Unsigned)ivalue(&key));
    assert_int_not_equal(steps, 0);
    longest = steps > longest ? steps : longest;
  }
  assert_in_range(longest, 1, LONGEST);
  lua_close(L);
}

static void lua_table__keys_do_not_pile_up(void **state) {
  /* Of 2^k - 1, by which Lua takes remainders; of 2^k, by which we do. */
  static const lua_Integer steps[] = {
      32767, 65535,  (lua_Integer)1 << 31,
      32768, -65535, ((lua_Integer)1 << 40) - 1};

  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
    check_keys(steps[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lua_table__keys_do_not_pile_up),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/sandbox/libs.c: exactly what the trusted scripts can reach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "run_lua.h"
#include "sandbox/libs.h"

/* Trap T16: nothing more, nothing less. */
static const char every_name[] =
    "_VERSION assert error getmetatable host ipairs math next pairs rawequal "
    "rawget rawlen rawset select setmetatable string table tonumber tostring "
    "type utf8";

static void libs__hold_the_allowed_names(void **state) {
  assert_string_equal(
      run_lua("local names = {} local env = {} "
              "local function body() return _ENV end "
              "for name in pairs(_ENV) do names[#names + 1] = name end "
              "table.sort(names) return table.concat(names, ' ')"),
      every_name);
}

static void libs__hold_the_allowed_functions(void **state) {
  assert_string_equal(
      run_lua("local names = {} "
              "for _, lib in ipairs { string, table, utf8 } do "
              "for name in pairs(lib) do names[#names + 1] = name end end "
              "table.sort(names) return table.concat(names, ' ')"),
      "byte char char charpattern codepoint codes concat find format gmatch "
      "gsub insert len len lower match move offset pack pack packsize "
      "remove rep reverse sort sub unpack unpack upper");
}

/* Trap T17: nothing that differs from run to run. */
static void libs__hold_no_chance(void **state) {
  assert_string_equal(
      run_lua("return math.random or math.randomseed or string.dump or 'none'"),
      "none");
}

/* Trap T15. */
static void libs__show_no_address(void **state) {
  assert_string_equal(
      run_lua("return tostring({}) .. ('%s %p'):format(next, {}) "
              "== tostring({}) .. ('%s %p'):format(type, {})"),
      "true");
}

static int count_globals(lua_State *L) {
  int *count = lua_touserdata(L, 1);

  libs_open(L);
  lua_pushglobaltable(L);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
    ++*count;
  return 0;
}

static void libs__leave_the_global_table_empty(void **state) {
  struct cage *cage = new_cage((size_t)8 << 20, 1000);
  int count = 0;

  assert_int_equal(cage_call(cage, count_globals, &count, NULL), COP11_OK);
  assert_int_equal(count, 0);
  cage_free(cage);
}

/* Trap T40. */
static void libs__make_no_numbers_of_strings(void **state) {
  assert_string_equal(
      run_lua("local ok, message = host.protect(function() "
              "return '10' + 1 end) return message"),
      "scripts/test.lua:1: attempt to perform arithmetic on a string value "
      "(constant '10')");
  assert_string_equal(run_lua("return ('x'):rep(3):upper()"), "XXX");
}

/* Every function of the host table, so that a new one is noticed. */
static void libs__host_table_is_known(void **state) {
  assert_string_equal(
      run_lua("local names = {} "
              "for name in pairs(host) do names[#names + 1] = name end "
              "table.sort(names) return table.concat(names, ' ')"),
      "abi at author captured charge core json line load log parts program "
      "protect "
      "sbom "
      "sha256 "
      "version");
}

static void libs__host_table_works(void **state) {
  assert_string_equal(run_lua("return host.version"), cop11_version());
  assert_string_equal(run_lua("return tostring(host.abi)"), "2");
  assert_string_equal(
      run_lua("local names = {} for i, part in ipairs(host.parts()) do "
              "names[i] = part.name end return table.concat(names, ' ')"),
      "Lua lua-cjson libsodium");
  assert_string_equal(
      run_lua("return host.sha256('abc')"),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert_string_equal(run_lua("return host.json.write { a = 1 }"), "{\"a\":1}");
  assert_string_equal(run_lua("return host.charge(5)"), "an error whose value "
                                                        "is a nil");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(libs__hold_the_allowed_names),
      cmocka_unit_test(libs__hold_the_allowed_functions),
      cmocka_unit_test(libs__hold_no_chance),
      cmocka_unit_test(libs__show_no_address),
      cmocka_unit_test(libs__leave_the_global_table_empty),
      cmocka_unit_test(libs__make_no_numbers_of_strings),
      cmocka_unit_test(libs__host_table_is_known),
      cmocka_unit_test(libs__host_table_works),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

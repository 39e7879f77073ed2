/* test_cjson_guard.c: lua-cjson decodes, in Lua's memory, and nothing else. */
#include "json_support.h"

#include "json/cjson_guard.h"
#include <fpconv.h>
#include <math.h>
#include <stdlib.h>
#include <strbuf.h>
#include <string.h>

#include "json/cjson.h"
#include "json/number.h"

/* Pushes decode(text); returns the status. */
static int decode(lua_State *L, const char *text, size_t size) {
  lua_settop(L, 0);
  cjson_open(L);
  lua_pushlstring(L, text, size);
  return lua_pcall(L, 1, 1, 0);
}

static void test_it_decodes(void **state) {
  static const char text[] = "{\"a\":[1,2.5,\"\\u00e9\",true,null,{}]}";
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  assert_int_equal(decode(L, text, sizeof text - 1), LUA_OK);
  assert_int_equal(lua_gettop(L), 1);
  lua_getfield(L, 1, "a");
  assert_int_equal(lua_rawlen(L, 2), 6);
  lua_rawgeti(L, 2, 2);
  assert_true(lua_tonumber(L, -1) == 2.5);
  lua_rawgeti(L, 2, 3);
  assert_string_equal(lua_tostring(L, -1), "\xC3\xA9");
  lua_rawgeti(L, 2, 5);
  assert_true(lua_islightuserdata(L, -1) && lua_touserdata(L, -1) == NULL);
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

static void test_only_decode_is_handed_out(void **state) {
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  int functions = 0;
  lua_pushcfunction(L, cjson_guard_luaopen);
  lua_call(L, 0, 1);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
    functions += lua_isfunction(L, -1);
  assert_int_equal(functions, 1);
  assert_int_equal(lua_getfield(L, 1, "decode"), LUA_TFUNCTION);
  lua_close(L);
}

static void test_its_buffer_is_counted(void **state) {
  static char text[100000];
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  memset(text, ' ', sizeof text);
  text[0] = '1';
  lua_pushlstring(L, text, sizeof text);
  size_t before = meter.used;
  assert_int_equal(decode(L, text, sizeof text), LUA_OK);
  assert_true(meter.peak >= before + 2 * sizeof text); /* text and buffer */
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

/* json_read keeps such text away; should it fail to, Lua hears of it. */
static void test_a_refusal_is_a_lua_error(void **state) {
  static const char *const bad[] = {"",    "[1,", "{\"a\" 1}", "\"\\x\"",
                                    "nan", "[",   "[0x10]",    "[1]]",
                                    "tru", "-"};
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    assert_int_equal(decode(L, bad[i], strlen(bad[i])), LUA_ERRRUN);
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

/* The macro strbuf_init wants the state under the name that lua-cjson uses. */
static int resize(lua_State *l) {
  strbuf_t buffer;
  strbuf_init(&buffer, 0);
  strbuf_append_char(&buffer, 'x');
  return 0;
}
static int append(lua_State *l) {
  strbuf_t buffer;
  strbuf_init(&buffer, 0);
  strbuf_append_string(&buffer, "x");
  return 0;
}

static void test_growing_is_a_lua_error(void **state) {
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  lua_pushcfunction(L, resize);
  assert_int_equal(lua_pcall(L, 0, 0, 0), LUA_ERRRUN);
  lua_pushcfunction(L, append);
  assert_int_equal(lua_pcall(L, 0, 0, 0), LUA_ERRRUN);
  assert_non_null(strstr(lua_tostring(L, -1), "asked for a buffer"));
  lua_close(L);
}

static int open_and_decode(lua_State *L) {
  cjson_open(L);
  lua_pushliteral(L, "{\"a\":[1,{\"b\":\"a string of over forty bytes, which "
                     "Lua does not intern\"}],\"c\":[[[]]]}");
  lua_call(L, 1, 1);
  return 0;
}

static void sweep(int for_ever) {
  int status = LUA_ERRMEM;
  long fail_at = 0;
  while (status != LUA_OK) {
    struct meter meter = {.for_ever = for_ever};
    lua_State *L = meter_state(&meter);
    meter.fail_at = meter.allocations + ++fail_at;
    lua_pushcfunction(L, open_and_decode);
    status = lua_pcall(L, 0, 0, 0);
    assert_true(status == LUA_OK || status == LUA_ERRMEM);
    lua_close(L);
    assert_int_equal(meter.used, 0);
    assert_true(fail_at < 1000);
  }
  assert_true(fail_at > (for_ever ? 10 : 0));
}

static void test_a_lack_of_memory_is_a_lua_error(void **state) {
  sweep(0);
  sweep(1);
}

static void test_numbers_end_where_they_should(void **state) {
  char *end = NULL;
  assert_true(fpconv_strtod("12.5e1,", &end) == 125 && *end == ',');
  assert_true(fpconv_strtod("-3]", &end) == -3 && *end == ']');
  const char *none = "x";
  assert_true(fpconv_strtod(none, &end) == 0 && end == none);
  assert_false(signbit(fpconv_strtod("-0", &end)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_it_decodes),
      cmocka_unit_test(test_only_decode_is_handed_out),
      cmocka_unit_test(test_its_buffer_is_counted),
      cmocka_unit_test(test_a_refusal_is_a_lua_error),
      cmocka_unit_test(test_growing_is_a_lua_error),
      cmocka_unit_test(test_a_lack_of_memory_is_a_lua_error),
      cmocka_unit_test(test_numbers_end_where_they_should),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

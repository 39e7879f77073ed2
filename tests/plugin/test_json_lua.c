/* test_json_lua.c: host.json.read and the small functions, as Lua sees them. */
#include "json_support.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "json/lua.h"

static void with_state(void **state, const char *code) {
  lua_State *L = json_state();
  run(L, code);
  lua_close(L);
}

static void test_read_gives_value_digest_and_empties(void **state) {
  static const char canonical[] = "{\"a\":{\"b\":[1,2.5,\"x\",true]},\"c\":{}}";
  char hex[DIGEST_HEX_SIZE + 1];
  lua_State *L = json_state();
  digest_hex(canonical, strlen(canonical), hex);
  lua_pushstring(L, hex);
  lua_setglobal(L, "want");
  run(L, "local value, digest, empties = json.read("
         "  ' {\"c\":{},\"a\":{\"b\":[1.0, 25e-1, \"\\\\u0078\", true]}}', 3)\n"
         "assert(value.a.b[1] == 1 and value.a.b[2] == 2.5)\n"
         "assert(value.a.b[3] == 'x' and value.a.b[4] == true)\n"
         "assert(digest == want)\n"
         "assert(empties[value.c] == 'object')\n"
         "assert(next(empties, value.c) == nil)");
  lua_close(L);
}

static void test_read_tells_empties_apart(void **state) {
  with_state(
      state,
      "local v, _, e = json.read('{\"a\":[],\"b/c\":{\"~\":[null,{},[]],"
      "\"\\\\u00e9\\\\n\":{\"\":[]}},\"d\":[[[]],[{}]]}', 9)\n"
      "local b = v['b/c']\n"
      "assert(e[v.a] == 'array' and e[b['~'][2]] == 'object')\n"
      "assert(e[b['~'][3]] == 'array' and e[b['\xc3\xa9\\n']['']] == 'array')\n"
      "assert(e[v.d[1][1]] == 'array' and e[v.d[2][1]] == 'object')\n"
      "assert(e[v] == nil and e[b] == nil and e[v.d] == nil)\n"
      "local top, _, of_top = json.read('{}', 9)\n"
      "assert(of_top[top] == 'object')\n"
      "local _, _, none = json.read('{\"a\":1}', 9)\n"
      "assert(next(none) == nil)");
}

/* Empty values below a long key: what they take does not grow with the key. */
static size_t held_by_empties(size_t key_size) {
  enum {
    EMPTY = 5000
  };
  lua_State *L = json_state();
  size_t held;

  lua_pushinteger(L, EMPTY);
  lua_setglobal(L, "count");
  lua_pushinteger(L, (lua_Integer)key_size);
  lua_setglobal(L, "key_size");
  run(L, "text = '{\"' .. ('k'):rep(key_size) .. '\":[' .. ('[],'):rep(count)"
         " .. '{}]}'");
  lua_gc(L, LUA_GCCOLLECT, 0);
  held = (size_t)lua_gc(L, LUA_GCCOUNT, 0);
  run(L, "value, digest, empties = json.read(text, 9)");
  lua_gc(L, LUA_GCCOLLECT, 0);
  held = (size_t)lua_gc(L, LUA_GCCOUNT, 0) - held;
  lua_close(L);
  return held;
}

static void test_empties_cost_no_more_below_a_long_key(void **state) {
  assert_true(held_by_empties(10000) < held_by_empties(1) + 100); /* KiB */
}

static void test_read_refuses_with_a_place(void **state) {
  with_state(state, "local v, m, line, column = json.read('{\"a\":1,\\n}', 9)\n"
                    "assert(v == nil and line == 2 and column == 1)\n"
                    "assert(m == \"Found '}', expected no comma before it.\")\n"
                    "assert(json.read('[]', 9) == nil)\n"
                    "assert(json.read('{}\\0', 9) == nil)\n"
                    "assert(json.read('{\"a\":[]}', 1) == nil)\n"
                    "assert(json.read('{\"a\":[]}', 2))");
}

static void test_null_is_one_value(void **state) {
  with_state(state, "local v = json.read('{\"a\":null,\"b\":[null]}', 9)\n"
                    "assert(v.a == json.null and v.b[1] == json.null)\n"
                    "assert(type(json.null) == 'userdata')");
}

static void test_wrong_arguments_are_errors(void **state) {
  with_state(state, "assert(not pcall(json.read))\n"
                    "assert(not pcall(json.read, '{}'))\n"
                    "assert(not pcall(json.read, '{}', 0))\n"
                    "assert(not pcall(json.read, '{}', 65))\n"
                    "assert(not pcall(json.read, {}, 9))\n"
                    "assert(not pcall(json.quote))\n"
                    "assert(not pcall(json.quote, {}))\n"
                    "assert(not pcall(json.array, 'x'))\n"
                    "assert(not pcall(json.write))\n"
                    "assert(not pcall(json.pretty))");
}

static void test_quote(void **state) {
  with_state(state,
             "assert(json.quote('a\"/\\n\\0') == [[\"a\\\"/\\n\\u0000\"]])");
}

static void test_array_marks_and_returns_its_table(void **state) {
  with_state(state, "local t = {}\n"
                    "assert(json.array(t) == t)\n"
                    "assert(getmetatable(t) == json.array_mt)\n"
                    "assert(json.write(t) == '[]' and json.write({}) == '{}')");
}

/* All documents that are read: the value written is the canonical text. */
static void test_a_value_read_is_written_canonically(void **state) {
  with_state(
      state,
      "local texts = {'{\"b\":[1,2,3],\"a\":{\"z\":null,\"y\":[true]}}',\n"
      "  '{\"n\":[-0,1e2,0.1,1e-7,1e22,9007199254740991]}',\n"
      "  '{\"s\":\"\\\\u00e9\\\\n\\\\/\"}'}\n"
      "for _, text in ipairs(texts) do\n"
      "  local value, digest = json.read(text, 9)\n"
      "  local written = json.write(value)\n"
      "  assert(json.write(json.read(written, 9)) == written)\n"
      "  assert(select(2, json.read(written, 9)) == digest)\n"
      "end");
}

static void test_each_document_that_is_read_decodes(void **state) {
  static const char *const names[] = {
      "y_string_every_escape", "y_string_surrogate_pairs", "y_number_limits",
      "y_array_long",          "y_object_escaped_keys",    "y_depth_64"};
  lua_State *L = json_state();
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    char path[80] = "tests/json/";
    strcat(strcat(path, names[i]), ".json");
    struct text text = text_file(source_path(path));
    lua_pushlstring(L, text.data, text.size);
    lua_setglobal(L, "text");
    run(L, "local value, digest, empties = json.read(text, 64)\n"
           "assert(type(value) == 'table', digest)\n"
           "if next(empties) == nil then\n"
           "  assert(select(2, json.read(json.write(value), 64)) == digest)\n"
           "end");
    text_release(&text);
  }
  lua_close(L);
}

/* ---- memory ----------------------------------------------------------- */

static const char session[] =
    "{\"b\":[1,2.5e-3,null,{}],\"a\":{\"key\":\"a string of over forty bytes "
    "that Lua does not intern\",\"\\u0065\":[]},\"c\":[[[[]]]]}";

/* Everything once, as a report does it. */
static int use_json(lua_State *L) {
  json_lua_open(L);
  for (int i = 0; i < 3; i++) {
    lua_getfield(L, 1, "read");
    lua_pushstring(L, session);
    lua_pushinteger(L, 9);
    lua_call(L, 2, 3);
    lua_getfield(L, 1, i == 1 ? "pretty" : "write");
    lua_pushvalue(L, 2);
    lua_call(L, 1, 1);
    lua_settop(L, 1);
  }
  lua_getfield(L, 1, "quote");
  lua_pushstring(L, session);
  lua_call(L, 1, 1);
  return 0;
}

static long sweep(int for_ever) {
  int status = LUA_ERRMEM;
  long fail_at = 0;
  while (status != LUA_OK) {
    struct meter meter = {.for_ever = for_ever};
    lua_State *L = meter_state(&meter);
    meter.fail_at = meter.allocations + ++fail_at;
    lua_pushcfunction(L, use_json);
    status = lua_pcall(L, 0, 0, 0);
    assert_true(status == LUA_OK || status == LUA_ERRMEM);
    lua_close(L);
    assert_int_equal(meter.used, 0);
    assert_true(fail_at < 10000);
  }
  return fail_at;
}

static void test_every_allocation_may_fail(void **state) {
  sweep(0); /* Lua collects and asks again */
  assert_true(sweep(1) > 50);
}

/* A failed call leaves a state whose next call works. */
static void test_a_state_survives_a_lack_of_memory(void **state) {
  long fail_after = 0;
  int status = LUA_ERRMEM;
  struct meter meter = {.for_ever = 1};
  lua_State *L = meter_state(&meter);
  json_lua_open(L);
  while (status != LUA_OK) {
    lua_gc(L, LUA_GCCOLLECT, 0);
    lua_getfield(L, 1, "read");
    lua_pushstring(L, session);
    lua_pushinteger(L, 9);
    meter.fail_at = meter.allocations + ++fail_after;
    status = lua_pcall(L, 2, 2, 0);
    meter.fail_at = 0;
    assert_true(status == LUA_OK || status == LUA_ERRMEM);
    if (status == LUA_OK)
      assert_int_equal(lua_rawlen(L, -1), DIGEST_HEX_SIZE);
    lua_settop(L, 1);
  }
  assert_true(fail_after > 10);
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

/* Large memory is given back, small memory is kept for the next call. */
static void test_memory_is_kept_in_bounds(void **state) {
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  json_lua_open(L);
  lua_gc(L, LUA_GCCOLLECT, 0);
  size_t before = meter.used;
  luaL_Buffer text;
  luaL_buffinit(L, &text);
  luaL_addstring(&text, "{\"a\":[0");
  for (int i = 0; i < 300000; i++)
    luaL_addstring(&text, ",0");
  luaL_addstring(&text, "]}");
  luaL_pushresult(&text);
  lua_getfield(L, 1, "read");
  lua_insert(L, 2);
  lua_pushinteger(L, 2);
  lua_call(L, 2, 1);
  lua_getfield(L, 1, "write");
  lua_insert(L, 2);
  lua_call(L, 1, 1);
  assert_int_equal(lua_rawlen(L, 2), 600009);
  lua_settop(L, 1);
  lua_gc(L, LUA_GCCOLLECT, 0);
  assert_true(meter.peak > 5000000);
  assert_true(meter.used < before + 300000);
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

/* What a call used is there for the next one. */
static void test_small_memory_is_kept(void **state) {
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  size_t used[3] = {0, 0, 0};
  json_lua_open(L);
  for (int i = 0; i < 3; i++) {
    lua_gc(L, LUA_GCCOLLECT, 0);
    used[i] = meter.used;
    lua_getfield(L, 1, "read");
    lua_pushstring(L, session);
    lua_pushinteger(L, 9);
    lua_call(L, 2, 3);
    lua_settop(L, 1);
  }
  assert_true(used[1] > used[0] + 700); /* the tape and the text */
  assert_int_equal(used[2], used[1]);
  lua_close(L);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read_gives_value_digest_and_empties),
      cmocka_unit_test(test_read_tells_empties_apart),
      cmocka_unit_test(test_empties_cost_no_more_below_a_long_key),
      cmocka_unit_test(test_read_refuses_with_a_place),
      cmocka_unit_test(test_null_is_one_value),
      cmocka_unit_test(test_wrong_arguments_are_errors),
      cmocka_unit_test(test_quote),
      cmocka_unit_test(test_array_marks_and_returns_its_table),
      cmocka_unit_test(test_a_value_read_is_written_canonically),
      cmocka_unit_test(test_each_document_that_is_read_decodes),
      cmocka_unit_test(test_every_allocation_may_fail),
      cmocka_unit_test(test_a_state_survives_a_lack_of_memory),
      cmocka_unit_test(test_memory_is_kept_in_bounds),
      cmocka_unit_test(test_small_memory_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_json_lua_write.c: host.json.write and host.json.pretty. */
#include "json_support.h"

#include <lauxlib.h>
#include <string.h>

#include "json/lua.h"

static void with_state(void **state, const char *code) {
  lua_State *L = json_state();
  run(L, "function same(value, want)\n"
         "  local got = json.write(value)\n"
         "  if got ~= want then error(got .. ' is not ' .. want, 2) end\n"
         "end\n"
         "function refused(value, want)\n"
         "  local ok, got = pcall(json.write, value)\n"
         "  if ok or got ~= 'JSON cannot hold ' .. want then\n"
         "    error(tostring(got), 2)\n"
         "  end\n"
         "end");
  run(L, code);
  lua_close(L);
}

static void test_scalars(void **state) {
  with_state(state, "same('x', '\"x\"') same('', '\"\"')\n"
                    "same(true, 'true') same(false, 'false')\n"
                    "same(json.null, 'null')\n"
                    "same(1, '1') same(-12, '-12') same(0, '0')\n"
                    "same(1 << 62, '4611686018427387904')");
}

static void test_floats(void **state) {
  with_state(state,
             "same(1.0, '1') same(-0.0, '0') same(2^53 - 1, "
             "'9007199254740991')\n"
             "same(2^53, '9.007199254740992e15') same(1e15, "
             "'1000000000000000')\n"
             "same(0.1, '0.1') same(-2.5, '-2.5') same(1e-5, '1e-5')\n"
             "same(1e22, '1e22') same(0.1 + 0.2, '0.30000000000000004')\n"
             "same(1/3, '0.3333333333333333') same(5e-324, "
             "'4.94065645841247e-324')\n"
             "same(1.7976931348623157e308, '1.7976931348623157e308')");
}

static void test_objects_are_sorted_by_bytes(void **state) {
  with_state(state, "same({b=1, a=2, B=3, ab=4, [''] = 5, ['a!']=6},\n"
                    "  '{\"\":5,\"B\":3,\"a\":2,\"a!\":6,\"ab\":4,\"b\":1}')\n"
                    "same({x={}}, '{\"x\":{}}')");
}

/* Sorted as they come, sorted by heap, and fetched again beyond 32. */
static void test_objects_of_every_size(void **state) {
  with_state(
      state,
      "for count = 1, 80 do\n"
      "  local t, want = {}, {}\n"
      "  for i = 1, count do\n"
      "    local key = 'k' .. (i * 37 % 101 + 100)\n"
      "    t[key] = {i}\n"
      "    want[i - 1] = nil\n"
      "  end\n"
      "  local parts = {}\n"
      "  for n = 100, 200 do\n"
      "    local v = t['k' .. n]\n"
      "    if v then\n"
      "      parts[#parts + 1] = '\"k' .. n .. '\":[' .. v[1] .. ']'\n"
      "    end\n"
      "  end\n"
      "  local s = ''\n"
      "  for i, p in ipairs(parts) do s = s .. (i > 1 and ',' or '') .. p end\n"
      "  same(t, '{' .. s .. '}')\n"
      "end");
}

static void test_long_keys(void **state) {
  with_state(state,
             "local t, s = {}, '0123456789012345678901234567890123456789'\n"
             "for i = 1, 40 do t[s .. i + 10] = i end\n"
             "local text = json.write(t)\n"
             "local back = json.read(text, 2)\n"
             "for i = 1, 40 do assert(back[s .. i + 10] == i) end");
}

static void test_arrays(void **state) {
  with_state(state, "same({1, 'a', {2}}, '[1,\"a\",[2]]')\n"
                    "same(json.array({}), '[]') same({}, '{}')\n"
                    "same(json.array({7}), '[7]')\n"
                    "same({json.null, false}, '[null,false]')");
}

/* Elements may lie in the hash part of a table, in any order. */
static void test_arrays_filled_backwards(void **state) {
  with_state(state,
             "for count = 1, 40 do\n"
             "  local t, s = {}, ''\n"
             "  for i = count, 1, -1 do t[i] = i end\n"
             "  for i = 1, count do s = s .. (i > 1 and ',' or '') .. i end\n"
             "  same(t, '[' .. s .. ']')\n"
             "end");
}

static void test_holes_and_mixed_keys_are_refused(void **state) {
  with_state(state,
             "local what = 'an array with holes or with keys that are "
             "no positions, '\n"
             "refused({1, nil, 3}, what .. 'found at \"/1\".')\n"
             "refused({a={1, 2, [5]=5}}, what .. 'found at \"/a/2\".')\n"
             "refused(json.array({x=1}), what .. 'found at \"/0\".')\n"
             "refused(json.array({['1']=1}), what .. 'found at \"/0\".')\n"
             "local keys = 'an object with keys that are no strings, '\n"
             "refused({a={x=1, [true]=2}}, keys .. 'found at \"/a\".')\n"
             "refused({[true]=2}, keys .. 'found at \"\".')\n"
             "refused({[2]='x'}, keys .. 'found at \"\".')\n"
             "refused({[1.5]=1}, keys .. 'found at \"\".')\n"
             "for i = 1, 100 do\n" /* wherever a key may lie in the table */
             "  local key = 'key' .. i\n"
             "  refused({[key]=1, [1]=2}, what .. 'found at \"/1\".')\n"
             "  refused({[key]=print, [1]=2}, what .. 'found at \"/1\".')\n"
             "  refused({[key]=1, x=2, [2]=3}, keys .. 'found at \"\".')\n"
             "  refused({[key]=1, [2]=3}, keys .. 'found at \"\".')\n"
             "end");
}

static void test_what_json_cannot_hold_is_named(void **state) {
  with_state(state,
             "refused({a={1, {['b/~']=print}}}, 'a function, found at "
             "\"/a/1/b~1~0\".')\n"
             "refused(nil, 'a nil, found at \"\".')\n"
             "local number = 'a number that is infinite or not a number, '\n"
             "refused({x=0/0}, number .. 'found at \"/x\".')\n"
             "refused({1/0}, number .. 'found at \"/0\".')\n"
             "refused(-1/0, number .. 'found at \"\".')");
}

static void test_a_cycle_is_refused(void **state) {
  with_state(state, "local t = {} t.t = t\n"
                    "refused(t, 'a table nested over 100 deep, or in itself, "
                    "found at \"' .. ('/t'):rep(100) .. '\".')\n"
                    "local u = {} local v = u\n"
                    "for _ = 1, 99 do v[1] = {} v = v[1] end\n"
                    "assert(json.write(u))\n"
                    "v[1] = {}\n"
                    "assert(not pcall(json.write, u))");
}

static void test_a_failed_write_leaves_no_trace(void **state) {
  with_state(state, "for i = 1, 50 do\n"
                    "  pcall(json.write, {a={b={c={1, 2, print}}}})\n"
                    "  same({a={b={c=1}}}, '{\"a\":{\"b\":{\"c\":1}}}')\n"
                    "end");
}

/* A foreign userdata and a pointer, which Lua code alone cannot make. */
static void test_userdata_is_refused(void **state) {
  lua_State *L = json_state();
  static int here;
  lua_newuserdatauv(L, 1, 0);
  lua_setglobal(L, "full");
  lua_pushlightuserdata(L, &here);
  lua_setglobal(L, "light");
  run(L, "local ok, why = pcall(json.write, {x=full})\n"
         "assert(why == 'JSON cannot hold a userdata, found at \"/x\".', why)\n"
         "ok, why = pcall(json.write, {x=light})\n"
         "assert(why == 'JSON cannot hold a pointer, found at \"/x\".', why)");
  lua_close(L);
}

static void test_metamethods_do_not_run(void **state) {
  with_state(state, "local loud = function() error('ran') end\n"
                    "local mt = {__index=loud, __len=loud, __pairs=loud,\n"
                    "  __tostring=loud, __eq=loud, __name='x'}\n"
                    "same(setmetatable({a=1}, mt), '{\"a\":1}')\n"
                    "same(setmetatable({1, 2}, mt), '[1,2]')\n"
                    "same(setmetatable({}, mt), '{}')");
}

static void test_strings_stay_valid_utf8(void **state) {
  with_state(state, "same('caf\\xC3', '\"caf\\u{FFFD}\"')\n"
                    "same({['\\xFF']=1}, '{\"\\u{FFFD}\":1}')\n"
                    "same('a\\0b', '\"a\\\\u0000b\"')");
}

static void test_pretty(void **state) {
  with_state(state, "local got = json.pretty({b={1, {c='x'}}, a={},\n"
                    "  d=json.array({})})\n"
                    "local want = '{\\n  \"a\": {},\\n  \"b\": [\\n    1,\\n'\n"
                    "  .. '    {\\n      \"c\": \"x\"\\n    }\\n  ],\\n'\n"
                    "  .. '  \"d\": []\\n}'\n"
                    "if got ~= want then error(got) end\n"
                    "assert(json.pretty(1) == '1')\n"
                    "local value, digest = json.read(want, 9)\n"
                    "assert(select(2, json.read('{\"d\":[],\"a\":{},'\n"
                    "  .. '\"b\":[1,{\"c\":\"x\"}]}', 9)) == digest)");
}

/* One order of keys, whatever seed Lua hashes strings with. */
static void test_two_states_write_the_same(void **state) {
  char first[4096] = "";
  for (int i = 0; i < 20; i++) {
    lua_State *L = json_state();
    run(L, "local t = {}\n"
           "for i = 1, 60 do t['key' .. i * i] = {a=i, b=i, ['c' .. i]=i} end\n"
           "text = json.write(t)");
    lua_getglobal(L, "text");
    assert_true(lua_rawlen(L, -1) < sizeof first);
    if (i == 0)
      strcpy(first, lua_tostring(L, -1));
    assert_string_equal(lua_tostring(L, -1), first);
    lua_close(L);
  }
}

static int write_many(lua_State *L) {
  json_lua_open(L);
  lua_getfield(L, 1, "write");
  lua_createtable(L, 20000, 0);
  for (int i = 1; i <= 20000; i++) {
    lua_createtable(L, 0, 1);
    lua_pushinteger(L, 1);
    lua_setfield(L, -2, "a");
    lua_rawseti(L, -2, i);
  }
  struct meter *meter = NULL;
  lua_getallocf(L, (void **)&meter);
  meter->peak = meter->used;
  size_t before = meter->used;
  lua_call(L, 1, 1);
  assert_int_equal(lua_rawlen(L, -1), 160001);
  assert_true(meter->peak - before < 900000);
  return 0;
}

/* Memory grows with the text and with nesting, not with the objects seen. */
static void test_objects_leave_nothing_behind(void **state) {
  struct meter meter = {0};
  lua_State *L = meter_state(&meter);
  lua_pushcfunction(L, write_many);
  assert_int_equal(lua_pcall(L, 0, 0, 0), LUA_OK);
  lua_close(L);
  assert_int_equal(meter.used, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_scalars),
      cmocka_unit_test(test_floats),
      cmocka_unit_test(test_objects_are_sorted_by_bytes),
      cmocka_unit_test(test_objects_of_every_size),
      cmocka_unit_test(test_long_keys),
      cmocka_unit_test(test_arrays),
      cmocka_unit_test(test_arrays_filled_backwards),
      cmocka_unit_test(test_holes_and_mixed_keys_are_refused),
      cmocka_unit_test(test_what_json_cannot_hold_is_named),
      cmocka_unit_test(test_a_cycle_is_refused),
      cmocka_unit_test(test_a_failed_write_leaves_no_trace),
      cmocka_unit_test(test_userdata_is_refused),
      cmocka_unit_test(test_metamethods_do_not_run),
      cmocka_unit_test(test_strings_stay_valid_utf8),
      cmocka_unit_test(test_pretty),
      cmocka_unit_test(test_two_states_write_the_same),
      cmocka_unit_test(test_objects_leave_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

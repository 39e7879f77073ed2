/* Tests of plugin/modules.c, with scripts of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <string.h>

#include "hostlib.h"
#include "modules.h"
#include "run_lua.h"
#include "sandbox/libs.h"

#define SCRIPT(path, text)                                                     \
  { path, (const unsigned char *)text, sizeof text - 1, sizeof text - 1 }

const struct builtin_file builtin_scripts[] = {
    SCRIPT("a-b.lua", "return 'a-b'"),
    SCRIPT("a.lua", "local h = ... return { host = h, ab = require 'a-b' }"),
    SCRIPT("b/c.lua", "return 'b/c'"),
    SCRIPT("circle.lua", "return require 'round'"),
    SCRIPT("costly.lua", "local t = {} for i = 1, 1000 do t[i] = { i } end "
                         "return 'costly'"),
    SCRIPT("global.lua", "x = 1 return _ENV"),
    SCRIPT("nothing.lua", "-- returns nothing"),
    SCRIPT("raise.lua", "\nerror 'raised'"),
    SCRIPT("round.lua", "return require 'circle'"),
    SCRIPT("syntax.lua", "\n="),
};
const size_t builtin_script_count =
    sizeof builtin_scripts / sizeof builtin_scripts[0];
const struct builtin_file builtin_rules[] = {SCRIPT("r.lua", "")};
const size_t builtin_rule_count = 1;

enum {
  STEPS = 1000000
};

/* Runs `text` with require. */
static int require_body(lua_State *L) {
  struct piece *piece = lua_touserdata(L, 1);

  libs_open(L);
  hostlib_open(L);
  modules_open(L);
  lua_setfield(L, -2, "host");
  if (luaL_loadstring(L, piece->text) != LUA_OK)
    return lua_error(L);
  lua_insert(L, -2);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 1);
  cage_error_text(L, -1, piece->result, sizeof piece->result);
  return 0;
}

static void assert_gives(const char *text, const char *expected) {
  struct cage *cage = new_cage((size_t)8 << 20, STEPS);
  struct piece piece = {text, ""};
  cop11_error err = {.struct_size = sizeof err};

  if (cage_call(cage, require_body, &piece, &err) != COP11_OK)
    snprintf(piece.result, sizeof piece.result, "%s", err.message);
  if (!strstr(piece.result, expected))
    fail_msg("'%s' is not in: %s", expected, piece.result);
  cage_free(cage);
}

static void modules_find__wants_the_whole_name(void **state) {
  assert_string_equal(modules_find("a")->path, "a.lua");
  assert_string_equal(modules_find("a-b")->path, "a-b.lua");
  assert_null(modules_find(""));
  assert_null(modules_find("a.lua"));
  assert_null(modules_find("a-"));
  assert_null(modules_find("zzz"));
}

static void modules_find__takes_dots_for_folders(void **state) {
  assert_string_equal(modules_find("b.c")->path, "b/c.lua");
  assert_null(modules_find("b/c"));
  assert_null(modules_find("b"));
  assert_null(modules_find("b."));
  assert_null(modules_find("b..c"));
}

static void require__runs_each_script_once(void **state) {
  assert_gives("return require 'a-b'", "a-b");
  assert_gives("return require 'b.c'", "b/c");
  assert_gives("return tostring(require 'a' == require 'a')", "true");
  assert_gives("return require('a').ab", "a-b");
  assert_gives("return tostring(require 'nothing')", "true");
}

static void require__gives_host_and_environment(void **state) {
  assert_gives("return tostring(require('a').host == host)", "true");
  assert_gives("return require('global').x .. x", "11");
}

static void require__says_what_is_wrong(void **state) {
  assert_gives("require 'zzz'", "there is no script 'zzz'");
  assert_gives("require '../a'", "there is no script");
  assert_gives("require 'circle'", "needs a script that needs it");
  assert_gives("require 'syntax'", "scripts/syntax.lua:2:");
  assert_gives("require 'raise'", "scripts/raise.lua:2: raised");
  assert_gives("require {}", "string expected");
}

/* The share of a function is 1000 steps here, and making the tables of that script
 * would take more. */
static void require__is_not_charged_to_an_author(void **state) {
  assert_gives("local ok, it = host.author(function() return require 'costly' "
               "end) return ok and it",
               "costly");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(require__is_not_charged_to_an_author),
      cmocka_unit_test(modules_find__wants_the_whole_name),
      cmocka_unit_test(modules_find__takes_dots_for_folders),
      cmocka_unit_test(require__runs_each_script_once),
      cmocka_unit_test(require__gives_host_and_environment),
      cmocka_unit_test(require__says_what_is_wrong),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* run_lua.c: running a piece of Lua in a cage; see run_lua.h. */
#include "run_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <string.h>

#include "hostlib.h"
#include "sandbox/libs.h"

static struct guard outside;

struct guard *outside_guard(void) {
  return &outside;
}

int run_body(lua_State *L) {
  struct piece *piece = lua_touserdata(L, 1);

  libs_open(L);
  hostlib_open(L);
  lua_setfield(L, -2, "host");
  if (luaL_loadbufferx(L, piece->text, strlen(piece->text), "@scripts/test.lua",
                       "t") != LUA_OK)
    return lua_error(L);
  lua_insert(L, -2);
  lua_setupvalue(L, -2, 1);
  lua_call(L, 0, 1);
  cage_error_text(L, -1, piece->result, sizeof piece->result);
  return 0;
}

struct cage *new_cage(size_t max_memory, uint64_t max_steps) {
  static const cop11_call usual;
  struct cage *cage = cage_new(max_memory);

  assert_non_null(cage);
  guard_enter(&outside, (locale_t)0);
  budget_start(&cage->budget, max_steps, &usual, &outside);
  return cage;
}

cop11_status run_limited(size_t max_memory, uint64_t max_steps,
                         const char *text, struct piece *piece,
                         cop11_error *err) {
  struct cage *cage = new_cage(max_memory, max_steps);
  cop11_status status;

  err->struct_size = sizeof *err;
  piece->text = text;
  piece->result[0] = '\0';
  status = cage_call(cage, run_body, piece, err);
  cage_free(cage);
  return status;
}

const char *run_lua(const char *text) {
  static struct piece piece;
  static cop11_error err;

  if (run_limited((size_t)64 << 20, 10000000, text, &piece, &err) != COP11_OK)
    fail_msg("%s: %s", text, err.message);
  return piece.result;
}

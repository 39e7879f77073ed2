/* core_program.c: see core_program.h. */
#include "core_program.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "hostlib.h"
#include "modules.h"
#include "pack/pack.h"
#include "program_lua.h"
#include "sandbox/cage.h"
#include "sandbox/guard.h"
#include "sandbox/libs.h"
#include "support.h"

static const char script[] =
    "local files, layout = ... "
    "local main = require 'main' "
    "assert(main.open { pack = { name = 'rules', files = files },"
    " layers = {}, max_depth = 32 }) "
    "return require('program').compile(main.model(), layout)";

/* What the body is given and gives. */
struct compiling {
  const cop11_pack *pack;
  char *block; /* at a multiple of 8 */
  size_t size;
};

/* { { path =, text = }, ... }  [-0, +1, m] */
static void push_files(lua_State *L, const cop11_pack *pack) {
  lua_newtable(L);
  for (size_t i = 0; i < pack->count; i++) {
    lua_newtable(L);
    lua_pushstring(L, pack->files[i].path);
    lua_setfield(L, -2, "path");
    lua_pushlstring(L, pack->files[i].text, pack->files[i].size);
    lua_setfield(L, -2, "text");
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

/* host.program.layout().  [-0, +1, m] */
static void push_layout(lua_State *L) {
  program_lua_open(L);
  lua_getfield(L, -1, "layout");
  lua_call(L, 0, 1);
  lua_remove(L, -2);
}

static int compile(lua_State *L) {
  struct compiling *compiling = lua_touserdata(L, 1);
  const char *block;

  libs_open(L);
  hostlib_open(L);
  modules_open(L);
  lua_pop(L, 1);
  if (luaL_loadstring(L, script) != LUA_OK)
    return lua_error(L);
  lua_insert(L, -2);
  lua_setupvalue(L, -2, 1);
  push_files(L, compiling->pack);
  push_layout(L);
  lua_call(L, 2, 1);
  block = lua_tolstring(L, -1, &compiling->size);
  compiling->block = exact_copy(block, compiling->size);
  return 0;
}

void core_program(struct program *program) {
  static const cop11_call usual = {.struct_size = sizeof usual};
  struct guard guard;
  struct cage *cage = cage_new((size_t)256 << 20);
  struct compiling compiling = {NULL, NULL, 0};
  struct program_problem problem;
  cop11_pack *pack = NULL;
  cop11_error err = {.struct_size = sizeof err};

  EXPECT(cage && pack_builtin(NULL, &pack, &err) == COP11_OK);
  compiling.pack = pack;
  guard_enter(&guard, (locale_t)0);
  budget_start(&cage->budget, UINT64_MAX, &usual, &guard);
  EXPECT(cage_call(cage, compile, &compiling, &err) == COP11_OK);
  guard_leave(&guard);
  cage_free(cage);
  cop11_pack_free(pack);
  EXPECT(program_open(program, compiling.block, compiling.size, &problem));
}

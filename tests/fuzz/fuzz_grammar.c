/* fuzz_grammar.c: rules made from the grammar, and dossiers from their vocabulary
 * (libFuzzer).  Begins in the top folder of the sources.
 *
 * The input's bytes choose among the ways of grammar.lua, so that what is tried is
 * a whole set of rules, now and then with a layer, and two dossiers that fit it.
 * The rules open, each dossier is assessed, and no check ends in an error.  Lint takes
 * as long as ten times all that: of some it finds nothing that keeps them from opening. */
#include <stdlib.h>
#include <string.h>

#include "lauxlib.h"
#include "lua.h"
#include "lualib.h"
#include "state.h"

/* ---- what is tried --------------------------------------------------------- */

static struct {
  const uint8_t *data;
  size_t size;
} bytes;

/* The next byte among 0..n - 1; 0 where there is none left. */
static lua_Integer next_of(lua_Integer n) {
  if (bytes.size == 0 || n < 1)
    return 0;
  bytes.size--;
  return *bytes.data++ % n;
}

/* choose(n): the same among 1..n. */
static int choose(lua_State *L) {
  lua_pushinteger(L, next_of(luaL_checkinteger(L, 1)) + 1);
  return 1;
}

static void load_file(lua_State *L, const char *path) {
  EXPECT(luaL_loadfile(L, path) == LUA_OK);
}

/* require(name), of the scripts alone. */
static int require_script(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);

  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, name) != LUA_TNIL)
    return 1;
  lua_pop(L, 1);
  lua_pushfstring(L, "scripts/%s.lua", luaL_gsub(L, name, ".", "/"));
  load_file(L, lua_tostring(L, -1));
  lua_call(L, 0, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, 2, name);
  return 1;
}

/* A state with grammar.lua's function on its stack. */
static lua_State *grammar(void) {
  static const luaL_Reg libraries[] = {{LUA_GNAME, luaopen_base},
                                       {LUA_TABLIBNAME, luaopen_table},
                                       {LUA_STRLIBNAME, luaopen_string},
                                       {LUA_MATHLIBNAME, luaopen_math},
                                       {LUA_UTF8LIBNAME, luaopen_utf8}};
  lua_State *L = luaL_newstate();

  EXPECT(L);
  for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
    luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
    lua_pop(L, 1);
  }
  lua_register(L, "require", require_script);
  load_file(L, "tests/fuzz/grammar.lua");
  lua_call(L, 0, 1);
  return L;
}

/* The pieces in the list at `index`, put together; for the caller to free. */
static char *joined(lua_State *L, int index) {
  size_t size = 0;
  char *text = calloc(1, 1);

  for (lua_Integer i = 1; lua_geti(L, index, i) == LUA_TSTRING; i++) {
    size_t length;
    const char *piece = lua_tolstring(L, -1, &length);

    text = realloc(text, size + length + 1);
    EXPECT(text);
    memcpy(text + size, piece, length + 1);
    size += length;
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return text;
}

/* ---- what must hold -------------------------------------------------------- */

/* One pack of one file, the list at `index`. */
static cop11_pack *pack_of(lua_State *L, int index, const char *name) {
  cop11_pack *pack = NULL;
  char *text = joined(L, index);

  EXPECT(cop11_pack_new(name, &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add(pack, "rules.lua", text, strlen(text), NULL) ==
         COP11_OK);
  free(text);
  return pack;
}

static void assess(const char *dossier) {
  cop11_text *report = state_do(state_job("evaluate", dossier));

  EXPECT(report && !text_holds(report, "\"outcome\":\"error\""));
  cop11_text_free(report);
}

static void assess_all(lua_State *L, int index) {
  for (lua_Integer i = 1; lua_geti(L, index, i) == LUA_TTABLE; i++) {
    char *dossier = joined(L, lua_gettop(L));

    assess(dossier);
    free(dossier);
    lua_pop(L, 1);
  }
}

/* Of so many one is linted. */
enum {
  LINTED = 16
};

/* Lint reads the same rules, as there are no examples in them. */
static void try_rules(lua_State *L, int first) {
  cop11_pack *pack = pack_of(L, first, "made");
  cop11_pack *layer = pack_of(L, first + 1, "ours");
  const cop11_pack *const layers[] = {layer};
  cop11_options options = fuzz_options(pack, 0);

  options.layer_count = lua_rawlen(L, first + 1) > 0;
  options.layers = options.layer_count > 0 ? layers : NULL;
  state_enter();
  EXPECT(state_open(&options, false) == COP11_OK);
  if (next_of(LINTED) == 0)
    EXPECT(state_says(state_job("lint", NULL), "\"ok\":true"));
  assess_all(L, first + 2);
  state_close();
  state_leave();
  cop11_pack_free(layer);
  cop11_pack_free(pack);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static lua_State *L;
  clock_t began = clock();

  if (!L)
    L = grammar();
  bytes.data = data;
  bytes.size = size;
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  lua_pushcfunction(L, choose);
  lua_call(L, 1, 3);
  try_rules(L, 2);
  lua_settop(L, 1);
  check_time(began);
  return 0;
}

/* libs.c: the allow-list of Lua's libraries; see libs.h.
 *
 * Left out, with the reason:
 *   io, os, package, debug   reach the host; not even compiled in
 *   coroutine                each one starts with a fresh count hook
 *   load, loadfile, dofile   host.load takes text alone, with an environment
 *   pcall, xpcall            would catch fatal errors; host.protect does not
 *   print, warn              the process's stdout and stderr are the host's
 *   collectgarbage           the collector is the cage's
 *   math.random, randomseed  the same bytes for ever
 *   string.dump              compiled Lua is never run
 *   arithmetic on strings    "10" + 1 is a mistake, not 11
 */
#include "libs.h"

#include <lauxlib.h>
#include <lualib.h>

static const char *const base_names[] = {
    "assert",   "error",        "getmetatable", "ipairs",   "next",   "pairs",
    "rawget",   "rawequal",     "rawlen",       "rawset",   "select", "type",
    "tonumber", "setmetatable", "tostring",     "_VERSION", NULL};

static const char *const string_names[] = {
    "byte",    "char",  "find",   "format", "gmatch",   "gsub",
    "len",     "lower", "match",  "pack",   "packsize", "rep",
    "reverse", "sub",   "unpack", "upper",  NULL};

static const char *const table_names[] = {"concat", "insert", "move",   "pack",
                                          "remove", "sort",   "unpack", NULL};

static const char *const math_names[] = {
    "abs",        "acos",      "asin",       "atan", "ceil", "cos", "deg",
    "exp",        "floor",     "fmod",       "huge", "log",  "max", "min",
    "maxinteger", "modf",      "mininteger", "pi",   "rad",  "sin", "sqrt",
    "tan",        "tointeger", "type",       "ult",  NULL};

static const char *const utf8_names[] = {
    "char", "charpattern", "codepoint", "codes", "len", "offset", NULL};

/* Copies the named fields of the table on top to the one below it and pops the
 * first.  [-1, +0, m] */
static void copy_fields(lua_State *L, const char *const *names) {
  for (; *names; names++) {
    lua_getfield(L, -1, *names);
    lua_setfield(L, -3, *names);
  }
  lua_pop(L, 1);
}

/* Pushes what a luaopen_ function returns.  [-0, +1, m] */
static void open_library(lua_State *L, lua_CFunction open, const char *name) {
  lua_pushcfunction(L, open);
  lua_pushstring(L, name);
  lua_call(L, 1, 1);
}

/* Sets field `name` of the table on top to a new table with the allowed fields
 * of a library.  [-0, +0, m] */
static void add_library(lua_State *L, lua_CFunction open, const char *name,
                        const char *const *names) {
  lua_newtable(L);
  open_library(L, open, name);
  copy_fields(L, names);
  lua_setfield(L, -2, name);
}

/* Gives strings a metatable with methods and nothing else: the library's own
 * also makes numbers of them.  [-0, +0, m] */
static void set_string_methods(lua_State *L) {
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 1);
  lua_getfield(L, -3, LUA_STRLIBNAME);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

/* luaopen_base filled the global table; the state gets an empty one.
 * [-0, +0, m] */
static void clear_globals(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void libs_open(lua_State *L) {
  lua_newtable(L);
  open_library(L, luaopen_base, LUA_GNAME);
  copy_fields(L, base_names);
  add_library(L, luaopen_string, LUA_STRLIBNAME, string_names);
  add_library(L, luaopen_table, LUA_TABLIBNAME, table_names);
  add_library(L, luaopen_math, LUA_MATHLIBNAME, math_names);
  add_library(L, luaopen_utf8, LUA_UTF8LIBNAME, utf8_names);
  set_string_methods(L);
  clear_globals(L);
}

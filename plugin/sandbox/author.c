/* author.c: running what rule authors wrote; see author.h.
 *
 * An author's code may loop for ever, recurse for ever, or raise anything.  The
 * count hook charges its instructions; it is set only here, because with any
 * hook the trusted scripts would run at half their speed.
 */
#include "author.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "author_mark.h"
#include "cage.h"
#include "lua_text.h"
#include "lua_work.h"
#include "share.h"

enum {
  HOOK_COUNT = 1000, /* instructions between two charges */
  RUN_COST = 100,    /* for calls too short for the hook to see */
  MAX_LEVELS = 32    /* looked at to find the author's line */
};

/* ---- where in the author's text ------------------------------------------ */

static bool is_authors(const lua_Debug *frame) {
  return frame->currentline > 0 && frame->source[0] == AUTHOR_MARK;
}

/* The innermost function written by an author, from `level` up.
 * [-0, +0, -] */
static bool find_author(lua_State *L, int level, lua_Debug *frame) {
  for (int i = 0; i < MAX_LEVELS; i++) {
    if (!lua_getstack(L, level + i, frame))
      return false;
    if (lua_getinfo(L, "Sl", frame) && is_authors(frame))
      return true;
  }
  return false;
}

int author_line(lua_State *L) {
  lua_Debug frame;

  lua_pushinteger(L, find_author(L, 1, &frame) ? frame.currentline : 0);
  return 1;
}

/* Where the text after "name:line: " begins, setting *line; NULL when `message`
 * does not begin so. */
static const char *after_position(const char *message, const char *name,
                                  int *line) {
  size_t size = strlen(name);
  char *end;
  long number;

  if (strncmp(message, name, size) != 0 || message[size] != ':')
    return NULL;
  number = strtol(message + size + 1, &end, 10);
  if (number <= 0 || number > 0x7FFFFFFF || end[0] != ':' || end[1] != ' ')
    return NULL;
  *line = (int)number;
  return end + 2;
}

/* ---- charging --------------------------------------------------------------- */

/* Called by Lua after HOOK_COUNT instructions, and where one takes long. */
static void charge_hook(lua_State *L, lua_Debug *event) {
  bool is_work = event->event >= COP11_EVENT_WORK;
  uint64_t units = is_work ? (uint64_t)event->currentline : HOOK_COUNT;
  struct cage *cage = cage_of(L);
  lua_Debug frame;

  /* The line now: once the steps are spent there is no memory for a handler. */
  if (event->event == COP11_EVENT_READING)
    cage->author_line = event->linedefined;
  else if (units > cage->budget.steps && find_author(L, 0, &frame))
    cage->author_line = frame.currentline;
  cage_charge(L, units);
}

/* ---- host.load ------------------------------------------------------------ */

/* The name Lua itself puts in messages is cut at 60 bytes.  Messages of the
 * compiler begin with it, so the first ":number: " is its end. */
static const char *after_any_position(const char *message, int *line) {
  for (const char *at = strchr(message, ':'); at; at = strchr(at + 1, ':')) {
    const char *rest = after_position(at, "", line);
    if (rest)
      return rest;
  }
  *line = 0;
  return message;
}

/* What Lua has no room for is told without a line.  [-1, +4, m] */
static int push_syntax_error(lua_State *L, const char *name) {
  const char *message = lua_tostring(L, -1);
  int line = 0;
  const char *rest = after_any_position(message ? message : "", &line);

  if (line == 0)
    line = cage_of(L)->author_line;
  lua_pushnil(L);
  lua_pushfstring(L, "%s:%d: %s", name, line, rest);
  lua_pushinteger(L, line);
  lua_pushstring(L, rest);
  return 4;
}

static int push_compiled_refused(lua_State *L, const char *name) {
  lua_pushliteral(L, "this is compiled Lua, which is never run; give its "
                     "source");
  lua_pushnil(L);
  lua_pushfstring(L, "%s:1: %s", name, lua_tostring(L, -2));
  lua_pushinteger(L, 1);
  lua_pushvalue(L, -4);
  return 4;
}

/* Reading costs its length; where Lua looks through long lists for it, the hook
 * charges that as well.  [-0, +1, v] */
static int load_charged(lua_State *L, const char *text, size_t size,
                        const char *name) {
  bool runs = lua_gethook(L) != NULL;
  int status;

  if (!runs)
    lua_sethook(L, charge_hook, LUA_MASKCOUNT, HOOK_COUNT);
  status = luaL_loadbufferx(L, text, size, name, "t");
  if (!runs)
    lua_sethook(L, NULL, 0, 0);
  return status;
}

/* [-0, +4, m] */
static int push_too_much_to_read(lua_State *L, const char *name,
                                 const struct share *share) {
  (void)share_push_taken(L, share); /* false, why, line */
  lua_pushnil(L);
  lua_pushfstring(L, "%s:%d: %s", name, share->line, lua_tostring(L, -3));
  lua_pushvalue(L, -3);
  lua_pushvalue(L, -5);
  return 4;
}

int author_load(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  const char *name = luaL_checkstring(L, 2);
  const char *chunk_name;
  size_t failures = cage_failures(L);
  struct share share;
  int status;

  luaL_checktype(L, 3, LUA_TTABLE);
  if (*name == '@' || *name == '=')
    name++;
  cage_charge(L, size);
  if (size > 0 && text[0] == LUA_SIGNATURE[0])
    return push_compiled_refused(L, name);
  chunk_name = lua_pushfstring(L, "%c%s", AUTHOR_MARK, name);
  share = share_take_to_read(L);
  status = load_charged(L, text, size, chunk_name);
  if (!share_give_back_read(L, &share))
    return push_too_much_to_read(L, name, &share);
  if (status != LUA_OK) {
    cage_rethrow(L, status, failures);
    return push_syntax_error(L, name);
  }
  lua_pushvalue(L, 3);
  lua_setupvalue(L, -2, 1); /* the only upvalue of a chunk is _ENV */
  return 1;
}

/* ---- methods of texts ------------------------------------------------------ */

/* Their addresses are keys of the registry. */
static const char metatable_key, plain_key, guarded_key;

/* Whether a script of ours asks, rather than an author's.  [-0, +0, -] */
static bool is_asked_by_ours(lua_State *L) {
  lua_Debug frame;

  return lua_getstack(L, 1, &frame) && lua_getinfo(L, "S", &frame) &&
         author_mark_is_ours(&frame);
}

/* __index of texts while an author's code runs; upvalue: Lua's string library,
 * whose patterns can take for ever and whose rep fills the memory.
 * [-0, +1, e] */
static int find_method(lua_State *L) {
  lua_settop(L, 2);
  if (!is_asked_by_ours(L))
    return luaL_error(L,
                      "a text has no '%s' here; compare texts with == and "
                      "join them with ..",
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2)
                                                    : "[]");
  lua_gettable(L, lua_upvalueindex(1));
  return 1;
}

void author_open(lua_State *L) {
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_remove(L, -2);
  lua_getfield(L, -1, "__index");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &plain_key);
  lua_pushcclosure(L, find_method, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &guarded_key);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_key);
}

/* [-0, +0, -]: the fields are there already */
static void use_methods(lua_State *L, const void *key) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_key);
  lua_rawgetp(L, LUA_REGISTRYINDEX, key);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

/* ---- host.author ----------------------------------------------------------- */

/* Authors' code may call ours and that an author's again. */
static void arm(lua_State *L, struct cage *cage) {
  if (cage->authors++ > 0)
    return;
  use_methods(L, &guarded_key);
  lua_sethook(L, charge_hook, LUA_MASKCOUNT, HOOK_COUNT);
}

static void disarm(lua_State *L, struct cage *cage) {
  if (--cage->authors > 0)
    return;
  lua_sethook(L, NULL, 0, 0);
  use_methods(L, &plain_key);
}

struct author_rest author_rest(lua_State *L) {
  struct cage *cage = cage_of(L);
  struct author_rest rest = {lua_gethook(L), cage->authors};

  cage->authors = 0;
  lua_sethook(L, NULL, 0, 0);
  return rest;
}

void author_go_on(lua_State *L, const struct author_rest *rest) {
  cage_of(L)->authors = rest->authors;
  if (rest->hook)
    lua_sethook(L, rest->hook, LUA_MASKCOUNT, HOOK_COUNT);
}

/* The message handler: while the failed call still stands, notes its line and
 * takes the position off the message.  It calls no Lua: hooks may be off.
 * [-1, +1, m] */
static int note_error(lua_State *L) {
  struct cage *cage = cage_of(L);
  lua_Debug frame;
  const char *rest;

  cage->author_line = 0;
  if (!find_author(L, 1, &frame))
    return 1;
  cage->author_line = frame.currentline;
  if (cage->budget.fatal != FATAL_NONE || lua_type(L, 1) != LUA_TSTRING)
    return 1;
  rest =
      after_position(lua_tostring(L, 1), frame.short_src, &cage->author_line);
  if (rest)
    lua_pushstring(L, rest);
  return 1;
}

/* [-1, +3, m] */
static int push_failure(lua_State *L, const struct cage *cage) {
  char text[64]; /* only strings are longer */

  lua_pushboolean(L, false);
  if (lua_type(L, -2) == LUA_TSTRING) {
    lua_pushvalue(L, -2);
  } else {
    cage_error_text(L, -2, text, sizeof text);
    lua_pushstring(L, text);
  }
  lua_pushinteger(L, cage->author_line);
  return 3;
}

/* No text an author's code sees is longer than those it could write.
 * [-0, +0, -] */
static bool has_long_text(lua_State *L) {
  size_t size = 0;

  for (int i = lua_gettop(L); i > 1 && size <= COP11_TEXT_MAX; i--)
    size = lua_type(L, i) == LUA_TSTRING ? lua_rawlen(L, i) : 0;
  return size > COP11_TEXT_MAX;
}

int author_run(lua_State *L) {
  struct cage *cage = cage_of(L);
  size_t failures = cage_failures(L);
  struct share share;
  int status;

  luaL_checktype(L, 1, LUA_TFUNCTION);
  cage_charge(L, RUN_COST);
  if (has_long_text(L)) {
    lua_pushboolean(L, false);
    lua_pushliteral(L, COP11_TEXT_TOO_LONG);
    lua_pushinteger(L, 0);
    return 3;
  }
  if (!share_take(L, 1, &share))
    return share_push_taken(L, &share);
  lua_pushvalue(L, 1); /* pcall takes the other */
  lua_insert(L, 1);
  lua_pushcfunction(L, note_error);
  lua_insert(L, 2);
  lua_pushboolean(L, true);
  lua_insert(L, 3);      /* f, handler, true, f, arguments */
  cage->author_line = 0; /* without memory the handler is not called */
  arm(L, cage);
  status = lua_pcall(L, lua_gettop(L) - 4, LUA_MULTRET, 2);
  disarm(L, cage);
  if (!share_give_back(L, 1, &share))
    return share_push_taken(L, &share);
  cage_rethrow(L, status, failures);
  if (status != LUA_OK)
    return push_failure(L, cage);
  return lua_gettop(L) - 2;
}

/* ---- host.captured -------------------------------------------------------- */

int author_captured(lua_State *L) {
  const char *name;

  luaL_checktype(L, 1, LUA_TFUNCTION);
  for (int i = 1; (name = lua_getupvalue(L, 1, i)) != NULL; i++) {
    lua_pop(L, 1);
    if (strcmp(name, "_ENV") != 0) {
      lua_pushstring(L, name);
      return 1;
    }
  }
  return 0;
}

/* ---- host.protect ----------------------------------------------------------- */

int author_protect(lua_State *L) {
  size_t failures = cage_failures(L);
  int status;

  luaL_checkany(L, 1);
  lua_pushboolean(L, true);
  lua_insert(L, 1); /* true, f, arguments */
  status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  cage_rethrow(L, status, failures);
  if (status == LUA_OK)
    return lua_gettop(L);
  lua_pushboolean(L, false);
  lua_insert(L, -2);
  return 2;
}

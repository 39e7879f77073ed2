/* log.c: keeping and delivering log lines; see log.h. */
#include "log.h"

#include <lauxlib.h>

#define LINE_COST 50 /* work units, so that even an empty loop of it ends */

/* Its address is the registry's key of the list: level, text, level, text. */
static const char list_key;

/* Pushes the list, making it first where there is none.  [-0, +1, m] */
static void push_list(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &list_key) == LUA_TTABLE)
    return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &list_key);
}

int log_add(lua_State *L) {
  lua_Integer level = luaL_checkinteger(L, 1);
  lua_Unsigned count;

  luaL_argcheck(L, level >= 1 && level <= 3, 1, "the level must be 1, 2 or 3");
  luaL_checktype(L, 2, LUA_TSTRING);
  cage_charge(L, LINE_COST);
  if (!cage_of(L)->wants_log)
    return 0;
  push_list(L);
  count = lua_rawlen(L, -1);
  lua_pushinteger(L, level);
  lua_rawseti(L, -2, (lua_Integer)count + 1);
  lua_pushvalue(L, 2);
  lua_rawseti(L, -2, (lua_Integer)count + 2);
  return 0;
}

/* Calls the host with the line at `index` of the list on top; returns false
 * after the last.  Nothing here can raise.  [-0, +0, -] */
static bool deliver_line(lua_State *L, lua_Integer index, cop11_log_fn log,
                         void *data, struct guard *guard) {
  bool found = lua_rawgeti(L, -1, index) == LUA_TNUMBER &&
               lua_rawgeti(L, -2, index + 1) == LUA_TSTRING;

  if (found) {
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    guard_pause(guard);
    log(data, (int32_t)lua_tointeger(L, -2), text, size);
    guard_resume(guard);
  }
  lua_settop(L, 1);
  return found;
}

void log_deliver(struct cage *cage, cop11_log_fn log, void *data,
                 struct guard *guard) {
  lua_State *L = cage->L;
  lua_Integer index = 1;

  if (!log || cage->budget.fatal == FATAL_PANIC)
    return;
  lua_settop(L, 0);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &list_key) == LUA_TTABLE) {
    while (deliver_line(L, index, log, data, guard))
      index += 2;
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &list_key); /* the key is there */
  }
  lua_settop(L, 0);
}

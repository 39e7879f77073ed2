/* share.c: see share.h. */
#include "share.h"

#include "cage.h"

enum {
  OF_FILE = 4, /* a quarter of the steps of a call */
  OF_FUNCTION = 1000,
  MOST_TIMES = 20, /* that a function takes all of its share in one call */
  LINE_UNIT = 256  /* a line and a number of times in one integer */
};

/* Its address is the registry's key of a table: line and number of times for each
 * function that took all of its share in the call at hand. */
static const char taken_key;

/* Line and times of the function at `index`, 0 where it took none.
 * [-0, +0, -] */
static lua_Integer taken_by(lua_State *L, int index) {
  lua_Integer taken;

  if (!cage_of(L)->budget.share_taken)
    return 0;
  lua_pushvalue(L, index);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &taken_key);
  lua_insert(L, -2);
  lua_rawget(L, -2);
  taken = lua_tointeger(L, -1);
  lua_pop(L, 2);
  return taken;
}

/* [-0, +0, m] */
static void note_taken(lua_State *L, int index, int line) {
  struct budget *budget = &cage_of(L)->budget;
  lua_Integer times = taken_by(L, index) % LINE_UNIT;

  if (!budget->share_taken) {
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &taken_key);
    budget->share_taken = true;
  }
  lua_pushvalue(L, index);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &taken_key);
  lua_insert(L, -2);
  lua_pushinteger(L, (lua_Integer)line * LINE_UNIT + times + 1);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

bool share_take(lua_State *L, int index, struct share *share) {
  struct cage *cage = cage_of(L);
  struct budget *budget = &cage->budget;
  lua_Integer taken = taken_by(L, index);
  lua_Debug function;
  bool is_file;

  lua_pushvalue(L, index);
  (void)lua_getinfo(L, ">S", &function);
  is_file = function.what[0] == 'm';
  share->name = is_file ? "file" : "function of a rule";
  share->most = budget->max_steps / (is_file ? OF_FILE : OF_FUNCTION);
  share->line = (int)(taken / LINE_UNIT);
  share->aside = 0;
  if (taken % LINE_UNIT >= MOST_TIMES)
    return false;
  if (cage->authors == 0 && budget->steps > share->most)
    share->aside = budget->steps - share->most;
  budget->steps -= share->aside;
  return true;
}

bool share_give_back(lua_State *L, int index, struct share *share) {
  struct cage *cage = cage_of(L);
  bool all = share->aside > 0 && cage->budget.fatal == FATAL_STEPS;

  cage->budget.steps += share->aside;
  if (!all)
    return true;
  cage->budget.fatal = FATAL_NONE;
  share->line = cage->author_line;
  note_taken(L, index, share->line);
  return false;
}

int share_push_taken(lua_State *L, const struct share *share) {
  lua_pushboolean(L, false);
  lua_pushfstring(L,
                  "this takes more than %d steps, which one %s may at most; "
                  "look for a loop that does not end",
                  (int)share->most, share->name);
  lua_pushinteger(L, share->line);
  return 3;
}

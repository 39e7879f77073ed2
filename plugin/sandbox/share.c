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

static struct share new_share(const struct cage *cage, bool is_file) {
  struct share share = {.what = "this",
                        .name = is_file ? "file" : "function of a rule",
                        .cure = "look for a loop that does not end"};

  share.most = cage->budget.max_steps / (is_file ? OF_FILE : OF_FUNCTION);
  return share;
}

static void put_aside(struct cage *cage, struct share *share) {
  struct budget *budget = &cage->budget;

  if (cage->authors == 0 && budget->steps > share->most)
    share->aside = budget->steps - share->most;
  budget->steps -= share->aside;
}

/* False when all of the share is spent, which then is no error of the call. */
static bool take_back(struct cage *cage, struct share *share) {
  struct budget *budget = &cage->budget;

  budget->steps += share->aside;
  if (share->aside == 0 || budget->fatal != FATAL_STEPS)
    return true;
  budget->fatal = FATAL_NONE;
  share->line = cage->author_line;
  return false;
}

struct share share_take_to_read(lua_State *L) {
  struct cage *cage = cage_of(L);
  struct share share = new_share(cage, true);

  share.what = "reading this";
  share.cure = "divide it into several files";
  cage->author_line = 1;
  put_aside(cage, &share);
  return share;
}

bool share_give_back_read(lua_State *L, struct share *share) {
  return take_back(cage_of(L), share);
}

bool share_take(lua_State *L, int index, struct share *share) {
  lua_Integer taken = taken_by(L, index);
  lua_Debug function;

  lua_pushvalue(L, index);
  (void)lua_getinfo(L, ">S", &function);
  *share = new_share(cage_of(L), function.what[0] == 'm');
  share->line = (int)(taken / LINE_UNIT);
  if (taken % LINE_UNIT >= MOST_TIMES)
    return false;
  put_aside(cage_of(L), share);
  return true;
}

bool share_give_back(lua_State *L, int index, struct share *share) {
  if (take_back(cage_of(L), share))
    return true;
  note_taken(L, index, share->line);
  return false;
}

int share_push_taken(lua_State *L, const struct share *share) {
  lua_pushboolean(L, false);
  lua_pushfstring(L,
                  "%s takes more than %d steps, which one %s may at most; %s",
                  share->what, (int)share->most, share->name, share->cure);
  lua_pushinteger(L, share->line);
  return 3;
}

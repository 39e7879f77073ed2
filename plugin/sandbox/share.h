/* share.h: what one run of an author's code may take of the steps of a call, so
 * that a rule without end breaks itself and not the call. */
#ifndef SHARE_H
#define SHARE_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

struct share {
  uint64_t most;    /* steps of this run */
  uint64_t aside;   /* those that are kept for the others */
  const char *what; /* takes them: "this" */
  const char *name; /* of what runs: "file" */
  const char *cure;
  int line; /* where it was when they were taken, or 0 */
};

/* Leaves the function at `index`, about to run, its share of the steps that are
 * left.  What an author's code calls again is part of its run.  False where this
 * function took all of its share so often in this call that it is run no more.
 * [-0, +0, -] */
bool share_take(lua_State *L, int index, struct share *share);

/* The run has ended; false when it took all of its share, which ended the run
 * alone.  [-0, +0, m] */
bool share_give_back(lua_State *L, int index, struct share *share);

/* The same for reading a file, which is done once.  [-0, +0, -] */
struct share share_take_to_read(lua_State *L);
bool share_give_back_read(lua_State *L, struct share *share);

/* false, why, line: as host.author returns it.  [-0, +3, m] */
int share_push_taken(lua_State *L, const struct share *share);

#endif

/* run_lua.h: running a piece of Lua in a cage, with the environment of the
 * trusted scripts and `host` as a global of it. */
#ifndef RUN_LUA_H
#define RUN_LUA_H

#include "sandbox/cage.h"
#include "sandbox/guard.h"

struct piece {
  const char *text;
  char result[1024]; /* what it returned, as text */
};

/* A cage ready for calls. */
struct cage *new_cage(size_t max_memory, uint64_t max_steps);

/* The guard a call would hold: of the last cage made. */
struct guard *outside_guard(void);

/* A body for cage_call: runs the piece it is given. */
int run_body(lua_State *L);

/* Runs `text` in a new cage with these limits. */
cop11_status run_limited(size_t max_memory, uint64_t max_steps,
                         const char *text, struct piece *piece,
                         cop11_error *err);

/* The result of `text`, which must run well; valid until the next call. */
const char *run_lua(const char *text);

#endif

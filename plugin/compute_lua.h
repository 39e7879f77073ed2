/* compute_lua.h: the plain functions of rules, which the core asks Lua to run: a
 * function of Lua gets the row of the condition and the values of its facts, and gives
 * a mask, or nil and what is wrong. */
#ifndef COMPUTE_LUA_H
#define COMPUTE_LUA_H

#include <lua.h>

#include "evaluate.h"

struct compute_lua {
  lua_State *L;
  const struct program *program;
  int function; /* its place on the stack, where it stays */
  int messages; /* that of a table, which keeps what went wrong */
  struct computer computer;
};

/* compute->computer runs the function at `function`, while the stack keeps what is on
 * it now and one value more.  [-0, +1, v] */
void compute_lua_begin(struct compute_lua *compute, lua_State *L,
                       const struct program *program, int function);

#endif

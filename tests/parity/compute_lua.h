/* compute_lua.h: plain functions of rules for specs: a function of Lua that gets the
 * text of the condition and the values of its facts, and gives a mask. */
#ifndef COMPUTE_LUA_H
#define COMPUTE_LUA_H

#include <lua.h>

#include "evaluate.h"

struct compute_lua {
  lua_State *L;
  const struct program *program;
  int function; /* its place on the stack, where it stays */
  struct computer computer;
};

/* compute->computer runs the function at `function`. */
void compute_lua_begin(struct compute_lua *compute, lua_State *L,
                       const struct program *program, int function);

#endif

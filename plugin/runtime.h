/* runtime.h: calling scripts/main.lua, the Lua half of the engine.  The bodies
 * below run inside cage_call. */
#ifndef RUNTIME_H
#define RUNTIME_H

#include <lua.h>
#include <stdbool.h>

#include "cop11.h"

/* What a state is warmed up with. */
struct opening {
  const cop11_options
      *options;        /* read, with pack and layers; without a pack the
                                   state only shows reports */
  bool tolerant;       /* broken rules are no failure: lint, test */
  cop11_status status; /* out: COP11_OK, or *err is filled */
  cop11_error *err;
};

/* Body: opens libraries, host table and scripts, unless the state has them, and
 * gives main.lua the pack. */
int runtime_open(lua_State *L);

/* The opened rules as a program of the core. */
struct compiling {
  char *block; /* out: malloc's; NULL: they hold what no program says */
  size_t size;
};

/* Body: compiles the rules of a state that is open. */
int runtime_compile(lua_State *L);

/* One call of a function of main.lua. */
struct job {
  const char *function; /* "evaluate" */
  bool evaluates;       /* it is that: the core may do it */
  bool shows_report;    /* it needs no rules */
  const char *text;     /* first argument; NULL: none */
  size_t size;
  cop11_text *given; /* holds `text` and is freed when Lua has it; NULL: none */
  const char *other; /* the argument after it; NULL: none */
  size_t other_size;
  const char *format;     /* the next; NULL: none */
  const cop11_call *call; /* the last as a table; NULL: none */
  bool left_by_core;      /* it has no report for it: no need to ask it again */
  uint64_t max_result;    /* bytes the result may have; 0: any number */
  uint64_t steps;         /* out: what the core spent of the budget */
  uint64_t memory;        /* out: bytes the core worked with */
  cop11_status status;    /* out: COP11_OK with *result, or *err is filled */
  cop11_text *result;
  cop11_error *err;
};

/* Body: does the job. */
int runtime_call(lua_State *L);

#endif

/* cage.h: one Lua state that cannot hurt the host: its memory and work are
 * bounded, it prints nothing, reads nothing, and no error leaves it but as a
 * status.  What the code inside can reach is decided in libs.c and hostlib.c.
 */
#ifndef CAGE_H
#define CAGE_H

#include <lua.h>
#include <setjmp.h>
#include <stdbool.h>

#include "budget.h"
#include "cop11.h"
#include "slab.h"

struct program;

struct cage {
  lua_State *L;
  struct slab slab;
  struct budget budget;
  jmp_buf landing; /* where a panic goes instead of abort() */
  bool landing_set;
  int authors;     /* calls of host.author under way */
  int author_line; /* where the last of them failed; see author.c */
  bool wants_log;  /* host.log keeps lines */
  char at[256];    /* where the budget points; see host_at */
  const struct program *program; /* of the rules inside; NULL: not known */
  void *result; /* of malloc: what C makes for a call; freed with the state */
};

/* An empty state; NULL without memory.  `max_memory` bounds all it will ever
 * hold at once. */
struct cage *cage_new(size_t max_memory);

/* Gives back all that the state holds, and asks on the way who waits for the call; it
 * may only be freed after that. */
void cage_empty(struct cage *cage);

/* NULL does nothing. */
void cage_free(struct cage *cage);

/* The cage around a state. */
struct cage *cage_of(lua_State *L);

/* Calls body(argument), the argument as light userdata on the stack, in one
 * protected call.  COP11_OK, or *err says what happened and the state may only
 * be freed.  budget_start must have been called. */
cop11_status cage_call(struct cage *cage, lua_CFunction body, void *argument,
                       cop11_error *err);

/* For a state that will be used again: the collector now expects that most of
 * what is there stays and most of what comes goes. */
void cage_settle(struct cage *cage);

/* ---- for C functions inside the cage ------------------------------------ */

/* Spends work units; raises the fatal error when they are used up.
 * [-0, +0, v] */
void cage_charge(lua_State *L, uint64_t units);

/* The same for time that passes without a step; see budget_pass.
 * [-0, +0, v] */
void cage_pass(lua_State *L, uint64_t units);

/* memcpy that asks on the way.  [-0, +0, v] */
void cage_copy(lua_State *L, char *to, const char *from, size_t size);

/* Raises the fatal error for a malloc of our own that failed.  [-0, +0, v] */
int cage_no_memory(lua_State *L);

/* Raises the fatal error of work that was done with the budget of the cage and did not
 * come to its end; `over_limit`: because max_memory allows no more.  [-0, +0, v] */
int cage_stopped(lua_State *L, bool over_limit);

/* Around a lua_pcall of our own: raises a fatal error again, where there was
 * one since cage_failures gave `failures`.  `status` is lua_pcall's.
 * [-0, +0, v] */
size_t cage_failures(lua_State *L);
void cage_rethrow(lua_State *L, int status, size_t failures);

/* Any error value as text of at most `size` bytes with its NUL; neither
 * allocates nor calls Lua.  [-0, +0, -] */
void cage_error_text(lua_State *L, int index, char *out, size_t size);

#endif

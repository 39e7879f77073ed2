/* testhost.c: the host table of the library, for specs that run on the plain
 * lua5.4 under busted:
 *
 *     local host = require "cop11_testhost"
 *
 * and with host.message_codes(), what the core says.
 *
 * The cage is a stand-in that lends only its budget, which is refilled by
 * host.refill(steps); memory is the interpreter's own. */
#include <lauxlib.h>
#include <string.h>

#include "hostlib.h"
#include "problems.h"
#include "sandbox/cage.h"

int luaopen_cop11_testhost(lua_State *L);

/* [-0, +0, -] */
static void surround(lua_State *L, struct cage *cage) {
  memcpy(lua_getextraspace(L), &cage, sizeof cage);
}

static void refill(struct cage *cage, uint64_t steps) {
  static const cop11_call call = {.struct_size = sizeof call};

  budget_start(&cage->budget, steps, &call, NULL);
}

/* host.refill(steps): a new budget, after a fatal error too.  [-0, +0, v] */
static int host_refill(lua_State *L) {
  refill(cage_of(L), (uint64_t)luaL_checkinteger(L, 1));
  return 0;
}

/* host.message_codes(): the codes of all that the core says.  [-0, +1, m] */
static int host_message_codes(lua_State *L) {
  lua_newtable(L);
  for (int i = MESSAGE_NONE + 1; i < MESSAGE_END; i++) {
    lua_pushstring(L, message_codes[i]);
    lua_rawseti(L, -2, i);
  }
  return 1;
}

int luaopen_cop11_testhost(lua_State *L) {
  struct cage *cage = lua_newuserdatauv(L, sizeof *cage, 0);

  memset(cage, 0, sizeof *cage);
  lua_setfield(L, LUA_REGISTRYINDEX, "cop11 cage");
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  cage->L = lua_tothread(L, -1);
  cage->slab.limit = SIZE_MAX; /* for what the core takes */
  refill(cage, UINT64_MAX);
  surround(cage->L, cage); /* coroutines to come take it from there */
  surround(L, cage);
  hostlib_open(L);
  lua_pushcfunction(L, host_refill);
  lua_setfield(L, -2, "refill");
  lua_pushcfunction(L, host_message_codes);
  lua_setfield(L, -2, "message_codes");
  return 1;
}

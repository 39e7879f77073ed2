/* log.h: lines for the host's log.  They are kept in the state while Lua runs
 * and handed over after, so that no host code ever runs above Lua's frames on
 * their account. */
#ifndef LOG_H
#define LOG_H

#include <lua.h>

#include "sandbox/cage.h"

/* host.log(level, text): 1 warning, 2 information, 3 detail. */
int log_add(lua_State *L);

/* Gives every line to `log`, in order, and forgets them. */
void log_deliver(struct cage *cage, cop11_log_fn log, void *data,
                 struct guard *guard);

#endif

/* author_mark.h: how code that rule authors wrote is told from our scripts. */
#ifndef AUTHOR_MARK_H
#define AUTHOR_MARK_H

#include <lua.h>
#include <stdbool.h>

/* The names of authors' chunks begin so; the trusted scripts are "@scripts/...",
 * and under busted "@" and their path. */
#define AUTHOR_MARK '='

/* Whether a frame (lua_getinfo "S") is a Lua function of our scripts. */
static inline bool author_mark_is_ours(const lua_Debug *frame) {
  return frame->what[0] != 'C' && frame->source[0] != AUTHOR_MARK;
}

#endif

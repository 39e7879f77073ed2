/* lua_work.h: charging for what one instruction of an author's code may take. */
#ifndef COP11_LUA_WORK_H
#define COP11_LUA_WORK_H

#include "lua.h"

/* The event of a hook that is called to be charged `currentline` units, beside
 * Lua's own, which stands for instructions. */
#define COP11_EVENT_WORK 100

/* A hook is set while an author's code runs, and charges.  [-0, +0, v] */
#define COP11_CHARGE(L, units)                                                 \
  do {                                                                         \
    if ((L)->hook) {                                                           \
      lua_Debug work_;                                                         \
      work_.event = COP11_EVENT_WORK;                                          \
      work_.currentline = (units);                                             \
      (L)->hook(L, &work_);                                                    \
    }                                                                          \
  } while (0)

#endif

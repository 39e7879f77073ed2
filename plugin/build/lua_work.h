/* lua_work.h: charging for what one instruction of an author's code may take. */
#ifndef COP11_LUA_WORK_H
#define COP11_LUA_WORK_H

#include "lua.h"

/* The events of a hook that is called to be charged `currentline` units, beside
 * Lua's own, which stands for instructions.  While a file is read its line is in
 * `linedefined`. */
#define COP11_EVENT_WORK 100
#define COP11_EVENT_READING 101

/* A hook is set while an author's code is read or runs, and charges.
 * [-0, +0, v] */
#define COP11_CHARGE_AS(L, kind, line, units)                                  \
  do {                                                                         \
    if ((L)->hook) {                                                           \
      lua_Debug work_;                                                         \
      work_.event = (kind);                                                    \
      work_.currentline = (units);                                             \
      work_.linedefined = (line);                                              \
      (L)->hook(L, &work_);                                                    \
    }                                                                          \
  } while (0)

#define COP11_CHARGE(L, units) COP11_CHARGE_AS(L, COP11_EVENT_WORK, 0, units)
#define COP11_CHARGE_READING(ls, units)                                        \
  COP11_CHARGE_AS((ls)->L, COP11_EVENT_READING, (ls)->linenumber, units)

#endif

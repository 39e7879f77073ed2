/* lua_code.h: what joining lists of jumps costs; see lua_changes.cmake.  Given to
 * the compiler before Lua's lcode.c (-include). */
#ifndef COP11_LUA_CODE_H
#define COP11_LUA_CODE_H

#define LUA_CORE
#include "lprefix.h"

#include "llex.h"
#include "lparser.h"
#include "lstate.h"
#include "lua_work.h"

/* [-0, +0, v] */
static inline void cop11_charge_jump(const FuncState *fs) {
  COP11_CHARGE_READING(fs->ls, 1);
}

#define cop11_next_jump(fs, list) (cop11_charge_jump(fs), getjump(fs, list))

#endif

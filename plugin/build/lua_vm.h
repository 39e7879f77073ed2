/* lua_vm.h: an instruction that takes long costs what it takes.  Given to the compiler before
 * Lua's lvm.c (-include). */
#ifndef COP11_LUA_VM_H
#define COP11_LUA_VM_H

#define LUA_CORE
#include "lprefix.h"

#include "ldebug.h"
#include "lfunc.h"
#include "lstate.h"
#include "lstring.h"
#include "lua_pause.h"
#include "lua_text.h"
#include "lua_work.h"
#include "lvm.h"

/* Bytes of a joined text that cost one unit; and what making a text of a number
 * costs, and a remainder of two numbers that lie far apart. */
#define COP11_BYTES_JOINED 4
#define COP11_NUMBER_TEXT 40
#define COP11_REMAINDER 60

/* For each variable that a function takes from around it, Lua looks through those
 * that other functions took. */
#define COP11_VARIABLE_TAKEN 8

static inline LClosure *cop11_closure(lua_State *L, int taken) {
  COP11_CHARGE(L, COP11_VARIABLE_TAKEN * taken);
  return luaF_newLclosure(L, taken);
}

#define luaF_newLclosure(L, taken) cop11_closure(L, taken)

static inline TString *cop11_joined(lua_State *L, size_t size) {
  if (L->hook && size > COP11_TEXT_MAX)
    luaG_runerror(L, COP11_TEXT_TOO_LONG);
  COP11_CHARGE(L, (int)(size / COP11_BYTES_JOINED));
  return luaS_createlngstrobj(L, size);
}

#define luaS_createlngstrobj(L, size) cop11_joined(L, size)

/* Copies the `count` texts below `top`, one behind the other.  [-0, +0, v] */
static inline void cop11_join(lua_State *L, StkId top, int count, char *to) {
  for (StkId at = top - count; at < top; at++) {
    cop11_copy(L, to, svalue(s2v(at)), vslen(s2v(at)));
    to += vslen(s2v(at));
  }
}

static inline void cop11_number_text(lua_State *L, TValue *number) {
  COP11_CHARGE(L, COP11_NUMBER_TEXT);
  luaO_tostring(L, number);
}

/* One instruction reads a text as a number when it is short, not 4096 digits. */
#undef cvt2num
#define cvt2num(o) ttisshrstring(o)

#define luaO_tostring(L, number) cop11_number_text(L, number)

/* As in llimits.h, but charged. */
#undef luai_nummod
#define luai_nummod(L, a, b, m)                                                \
  {                                                                            \
    COP11_CHARGE(L, COP11_REMAINDER);                                          \
    (m) = l_mathop(fmod)(a, b);                                                \
    if (((m) > 0) ? (b) < 0 : ((m) < 0 && (b) > 0))                            \
      (m) += (b);                                                              \
  }

#endif

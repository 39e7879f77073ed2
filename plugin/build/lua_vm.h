/* lua_vm.h: joining texts costs what it does.  Given to the compiler before
 * Lua's lvm.c (-include). */
#ifndef COP11_LUA_VM_H
#define COP11_LUA_VM_H

#define LUA_CORE
#include "lprefix.h"

#include "ldebug.h"
#include "lstate.h"
#include "lstring.h"
#include "lua_text.h"

/* A hook is set while an author's code runs, and charges for instructions: a
 * long text costs as much as one call of it. */
static inline TString *cop11_joined(lua_State *L, size_t size) {
  if (L->hook && size > COP11_TEXT_MAX)
    luaG_runerror(L, COP11_TEXT_TOO_LONG);
  if (L->hook && size > COP11_TEXT_MAX / 4)
    L->hook(L, NULL);
  return luaS_createlngstrobj(L, size);
}

#define luaS_createlngstrobj(L, size) cop11_joined(L, size)

#endif

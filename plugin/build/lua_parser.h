/* lua_parser.h: what reading an author's text costs beside its length; see
 * lua_changes.cmake.  Given to the compiler before Lua's lparser.c (-include).
 *
 * Lua looks through lists where a name, a label or a jump is written.  A file that
 * makes them long could take seconds for each of its kilobytes. */
#ifndef COP11_LUA_PARSER_H
#define COP11_LUA_PARSER_H

#define LUA_CORE
#include "lprefix.h"

#include "llex.h"
#include "lparser.h"
#include "lstate.h"
#include "lua_work.h"

/* Entries of a list that are looked at in the time of one unit. */
#define COP11_LOOKED_AT 8

/* True.  [-0, +0, v] */
static inline int cop11_charge_level(const FuncState *fs, int place) {
  if (place % COP11_LOOKED_AT == COP11_LOOKED_AT - 1)
    COP11_CHARGE_READING(fs->ls, 1);
  return 1;
}

/* [-0, +0, v] */
static inline void cop11_charge_names(const FuncState *fs) {
  COP11_CHARGE_READING(fs->ls, 1 + (fs->nactvar + fs->nups) / COP11_LOOKED_AT);
}

/* [-0, +0, v] */
static inline void cop11_charge_labels(const LexState *ls) {
  COP11_CHARGE_READING(ls, (ls->dyd->label.n - ls->fs->firstlabel) /
                               COP11_LOOKED_AT);
}

/* [-0, +0, v] */
static inline void cop11_charge_jumps(const LexState *ls) {
  COP11_CHARGE_READING(ls, ls->dyd->gt.n / COP11_LOOKED_AT);
}

/* [-0, +0, v] */
static inline void cop11_charge_solved(const LexState *ls, int place) {
  COP11_CHARGE_READING(ls, (ls->dyd->gt.n - place) / COP11_LOOKED_AT);
}

#endif

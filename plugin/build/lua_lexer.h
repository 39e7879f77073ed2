/* lua_lexer.h: what a rule file may not write.  Given to the compiler before
 * Lua's llex.c (-include); scripts of our own are not concerned.
 *
 * One instruction of Lua may handle as many bytes as a text has, or as many
 * values as '...' holds; these limits keep every instruction cheap, so that
 * counting instructions bounds the work. */
#ifndef COP11_LUA_LEXER_H
#define COP11_LUA_LEXER_H

#define LUA_CORE
#include "lprefix.h"

#include <string.h>

#include "ldebug.h"
#include "ldo.h"
#include "llex.h"
#include "lstring.h"
#include "lua_text.h"
#include "utf8.h"

/* author.c gives its chunks a name that begins so. */
static inline int cop11_is_authors(const LexState *ls) {
  return getstr(ls->source)[0] == '=';
}

static inline void cop11_refuse(LexState *ls, const char *message) {
  luaG_addinfo(ls->L, message, ls->source, ls->linenumber);
  luaD_throw(ls->L, LUA_ERRSYNTAX);
}

static inline TString *cop11_literal(LexState *ls, const char *text,
                                     size_t size) {
  if (size > COP11_TEXT_MAX && cop11_is_authors(ls))
    cop11_refuse(ls, COP11_TEXT_TOO_LONG);
  if (cop11_is_authors(ls) &&
      (utf8_prefix(text, size) != size || memchr(text, '\0', size)))
    cop11_refuse(ls, "this text holds bytes that are no UTF-8 text, or a NUL; "
                     "write the characters themselves");
  return luaS_newlstr(ls->L, text, size);
}

static inline int cop11_dots(LexState *ls) {
  if (cop11_is_authors(ls))
    cop11_refuse(ls, "'...' is not available in rules; name each value");
  return TK_DOTS;
}

#undef luaS_newliteral
#define luaS_newliteral(L, text) ((luaS_newlstr)(L, "" text, sizeof text - 1))
#define luaS_newlstr(L, text, size) cop11_literal(ls, text, size)
#define TK_DOTS cop11_dots(ls)

#endif

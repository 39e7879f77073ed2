/* author_text.h: what an author's code may do with texts: linear helpers in
 * place of Lua's string library, whose patterns can take for ever. */
#ifndef AUTHOR_TEXT_H
#define AUTHOR_TEXT_H

#include <lua.h>

/* Prepares the two functions below; strings must have their metatable.
 * [-0, +0, m] */
void author_text_open(lua_State *L);

/* From now on methods of texts are those below where an author's code asks,
 * and Lua's where a script of ours does:
 *   text:contains(part)  text:starts(part)  text:ends(part) -> true or false
 *   text:lower()  text:upper() -> the text with A to Z, a to z changed
 * [-0, +0, -] */
void author_text_begin(lua_State *L);

/* Methods are Lua's again, at their usual speed.  [-0, +0, -] */
void author_text_end(lua_State *L);

#endif

/* program_lua.h: programs for the scripts that compile rules, host.program.
 *
 *   layout()      the table of layout.h: version; sections, a list of { name,
 *                 words, fields }, a field { name, kind, of }; enums, by name
 *                 their values, with a space between
 *   check(block)  true; or nil and what is wrong with a program
 */
#ifndef CORE_PROGRAM_LUA_H
#define CORE_PROGRAM_LUA_H

#include <lua.h>

/* Pushes the table.  [-0, +1, m] */
int program_lua_open(lua_State *L);

#endif

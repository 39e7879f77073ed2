/* core_lua.h: the core for the Lua runtime, the table host.core.
 *
 *   program()             the program of the engine's rules; nil where it has none
 *   open(block)           a program that scripts/program.lua wrote
 *   report(program, dossier, options, compute)
 *                         the report on a dossier's text, and the Member's range and
 *                         basis; nil where the text is no dossier that can be rated, or
 *                         holds ids that only Lua knows to read
 *
 * options: as_of (a day's number), evaluated_at, max_depth, show_sensitive, `more`, a
 * JSON text of core.h, and `part`, what of the report is wanted: "report", the whole;
 * "problems", which dossiers with errors have too; "steps", those of one `check`
 * (core/steps.h); "checks", what those in `checks` of `more` come to alone
 * (core/alone.h); or "cases", for which there is no dossier (core/cases.h).
 * compute: compute_lua.h; nil where no rule is a plain function.  Steps, time and memory
 * are the state's own. */
#ifndef CORE_LUA_H
#define CORE_LUA_H

#include <lua.h>

/* The type of a program: a userdata that keeps its block. */
#define CORE_LUA_PROGRAM "cop11 program"

/* open(block).  [-0, +1, v] */
int core_lua_open_program(lua_State *L);

/* Pushes the table.  [-0, +1, m] */
int core_lua_open(lua_State *L);

#endif

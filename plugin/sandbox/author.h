/* author.h: running what rule authors wrote: the C half of host.load,
 * host.author, host.captured, host.protect and host.line. */
#ifndef AUTHOR_H
#define AUTHOR_H

#include <lua.h>

/* Prepares the functions below; strings must have their metatable.
 * [-0, +0, m] */
void author_open(lua_State *L);

/* host.load(text, chunkname, env) -> function
 *   | nil, "path:line: message", line, message
 * Text only, never compiled Lua; env is the only thing the chunk sees. */
int author_load(lua_State *L);

/* host.author(f, ...) -> true, results... | false, message, line
 * Counts the instructions of f.  While it runs, texts have methods for our
 * scripts alone.  `message` has no position in front; `line` is
 * 0 when the error has none. */
int author_run(lua_State *L);

/* Around work of our own while an author's code may run: nothing is charged to it
 * between the two.  An error that leaves it must end the call.  [-0, +0, -] */
struct author_rest {
  lua_Hook hook;
  int authors;
};
struct author_rest author_rest(lua_State *L);
void author_go_on(lua_State *L, const struct author_rest *rest);

/* host.captured(f) -> the name of a local of its file that f uses, or nothing.
 * Such a local could carry something from one call to the next. */
int author_captured(lua_State *L);

/* host.protect(f, ...) -> true, results... | false, error value
 * pcall, but fatal errors go through. */
int author_protect(lua_State *L);

/* host.line() -> the line of author-written Lua that is being run, or 0 */
int author_line(lua_State *L);

#endif

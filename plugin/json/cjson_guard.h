/* cjson_guard.h: makes lua-cjson a good guest without changing its source.
 *
 * The compiler reads this before lua_cjson.c (-include).  As it comes,
 * lua-cjson takes memory from malloc, ends the process when there is none,
 * leaks when Lua raises an error, and reads numbers by a locale kept in a
 * global.  Here
 *
 * - its buffers are userdata of the Lua state, so that the state's limit counts
 *   them, a lack of memory is an ordinary Lua error, and the collector frees;
 * - numbers are read by strtod in the C locale, which keeps no state (its own
 *   dtoa.c needs locks, its fpconv.c a global);
 * - each element and member that is read asks whether the call may go on, and
 *   so does a long string;
 * - nothing but `decode` is ever handed out.  The encoder, which would have to
 *   grow its buffer, is in the file but out of reach, and would raise a Lua
 *   error if it were reached.
 *
 * json/lua.c hands it only text that json/read.c has accepted.  To call
 * lua-cjson include cjson.h: the macros below are for its own source.
 */
#ifndef CJSON_GUARD_H
#define CJSON_GUARD_H

/* An assertion would abort the host. */
#ifndef NDEBUG
#define NDEBUG
#endif

/* lua_cjson.c leaves these two out; the rest must be read before the macros. */
#include <stdio.h>
#include <strings.h>

#include <lua.h>

#include <lauxlib.h>

/* What lua_cjson.c calls by these names is defined in cjson_guard.c. */
#define luaopen_cjson cjson_guard_luaopen
#define luaopen_cjson_safe cjson_guard_luaopen_safe
#define strbuf_free cjson_guard_free
#define strbuf_resize cjson_guard_resize
#define strbuf_append_string cjson_guard_append
#define fpconv_strtod cjson_guard_strtod
#define fpconv_g_fmt cjson_guard_print

/* [-1, +0, v] and [-2, +0, v] */
void cjson_guard_rawseti(lua_State *L, int index, lua_Integer n);
void cjson_guard_rawset(lua_State *L, int index);
#ifndef CJSON_GUARD_PLAIN
#define lua_rawseti cjson_guard_rawseti
#define lua_rawset cjson_guard_rawset
#endif

int cjson_guard_luaopen(lua_State *L);

/* Keeps `decode` of the functions it is given.  [-nup, +0, m] */
void cjson_guard_register(lua_State *L, const luaL_Reg *functions, int nup);
#define luaL_setfuncs(L, functions, nup) cjson_guard_register(L, functions, nup)

/* strbuf_new and strbuf_init need the Lua state, which every caller has as `l`.
 * The same macros meet the declarations in strbuf.h, whose parameter is `int
 * len`: pasting tells the two apart, and gives both one more parameter. */
#define strbuf_new(size) cjson_guard_new(CJSON_GUARD_##size)
#define strbuf_init(buffer, size) cjson_guard_init(buffer, CJSON_GUARD_##size)
#define CJSON_GUARD_int lua_State *l, int
#define CJSON_GUARD_json_len l, (int)json_len
#define CJSON_GUARD_0 l, 0

/* A string is decoded byte by byte: each 64 KiB ask whether the call may go on.
 * Pasting tells the definition in strbuf.h, whose parameter is `strbuf_t *s`, from
 * the uses, whose argument begins with `json`. */
void cjson_guard_ask(void *buffer);
#define strbuf_append_char_unsafe(buffer, c) CJSON_GUARD_##buffer, c)
#define CJSON_GUARD_strbuf_t cjson_guard_put(strbuf_t
#define CJSON_GUARD_json cjson_guard_put_asking(json
#define cjson_guard_put_asking(buffer, c)                                      \
  (cjson_guard_put(buffer, c),                                                 \
   (buffer)->length % 65536 == 0 ? cjson_guard_ask(buffer) : (void)0)

/* No locale: fpconv_init does nothing; and no NaN, Infinity or 0x10. */
#define USE_INTERNAL_FPCONV
#define DISABLE_INVALID_NUMBERS

#endif

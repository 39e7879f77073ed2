/* hostlib.h: the `host` table, all of C that the trusted scripts get. */
#ifndef HOSTLIB_H
#define HOSTLIB_H

#include <lua.h>

/* Pushes the host table:
 *   json       see json/lua.h
 *   sha256(text) -> hex
 *   protect, author, captured, load, line    see author.h
 *   charge(n)  spends n work units of this call
 *   log(level, text)               see log.h
 *   parts() -> third-party parts inside, a list of name, version, from
 *   sbom() -> the same as a bill of materials, a text of CycloneDX
 *   abi, version    of the library
 * [-0, +1, m] */
int hostlib_open(lua_State *L);

#endif

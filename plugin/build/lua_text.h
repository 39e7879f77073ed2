/* lua_text.h: how long a text in a rule may be. */
#ifndef COP11_LUA_TEXT_H
#define COP11_LUA_TEXT_H

#define COP11_TEXT_MAX 4096
#define COP11_TEXT_TOO_LONG                                                    \
  "a text in a rule has at most 4096 bytes; this one is longer"

#endif

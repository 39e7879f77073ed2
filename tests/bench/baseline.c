/* baseline.c: see baseline.h. */
#include "baseline.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdio.h>
#include <stdlib.h>

int luaopen_cjson(lua_State *L);

struct baseline {
  lua_State *L;
};

enum {
  DECODE = 1,
  ENCODE,
  DOSSIER,
  REPORT
};

static void call(lua_State *L, int function, int argument) {
  lua_pushvalue(L, function);
  lua_pushvalue(L, argument);
  if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
    fprintf(stderr, "bench: lua-cjson: %s\n", lua_tostring(L, -1));
    exit(2);
  }
}

struct baseline *baseline_open(struct blob dossier, struct blob report) {
  struct baseline *b = malloc(sizeof *b);
  lua_State *L = luaL_newstate();

  if (!b || !L)
    exit(2);
  b->L = L;
  luaopen_cjson(L);
  lua_getfield(L, -1, "decode");
  lua_getfield(L, -2, "encode");
  lua_remove(L, 1);
  lua_pushlstring(L, dossier.data, dossier.size);
  lua_pushlstring(L, report.data, report.size);
  call(L, DECODE, REPORT);
  lua_replace(L, REPORT);
  return b;
}

double baseline_us(struct baseline *b, int times, double (*now)(void)) {
  double start = now();

  for (int i = 0; i < times; i++) {
    call(b->L, DECODE, DOSSIER);
    call(b->L, ENCODE, REPORT);
    lua_settop(b->L, REPORT);
  }
  return (now() - start) / times;
}

void baseline_close(struct baseline *b) {
  lua_close(b->L);
  free(b);
}

/* program_lua.c: see program_lua.h. */
#include "program_lua.h"

#include <lauxlib.h>

#include "fields.h"

static bool is_of_enum(const struct field *field) {
  return field->kind == FIELD_ENUM || field->kind == FIELD_MAYBE ||
         field->kind == FIELD_ENUMS;
}

/* [-0, +0, m] */
static void set_text(lua_State *L, const char *key, const char *text) {
  lua_pushstring(L, text);
  lua_setfield(L, -2, key);
}

/* [-0, +1, m] */
static void push_field(lua_State *L, const struct field *field) {
  lua_createtable(L, 0, 3);
  set_text(L, "name", field->name);
  set_text(L, "kind", program_field_kinds[field->kind]);
  if (field->of)
    set_text(L, "of",
             is_of_enum(field) ? program_enum_names[field->of]
                               : program_sections[field->of].name);
}

/* [-0, +1, m] */
static void push_section(lua_State *L, const struct section *section) {
  lua_createtable(L, 0, 3);
  set_text(L, "name", section->name);
  lua_pushinteger(L, (lua_Integer)section->words);
  lua_setfield(L, -2, "words");
  lua_newtable(L);
  for (uint32_t i = 0; section->fields && i < section->words; i++) {
    push_field(L, &section->fields[i]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  lua_setfield(L, -2, "fields");
}

/* Its address is the registry's key of the table that layout() gives. */
static const char layout_key;

/* Made once a state: each program is compiled by it.  [-0, +1, m] */
static int layout(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &layout_key) == LUA_TTABLE)
    return 1;
  lua_createtable(L, 0, 3);
  lua_pushinteger(L, PROGRAM_VERSION);
  lua_setfield(L, -2, "version");
  lua_newtable(L);
  for (int i = 1; i < SECTION_END; i++) {
    push_section(L, &program_sections[i]);
    lua_rawseti(L, -2, i);
  }
  lua_setfield(L, -2, "sections");
  lua_newtable(L);
  for (int i = 1; i < ENUM_END; i++)
    set_text(L, program_enum_names[i], program_enums[i]);
  lua_setfield(L, -2, "enums");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &layout_key);
  return 1;
}

/* A userdata lies at a multiple of 8, a string need not.  [-0, +1..2, m] */
static int check(lua_State *L) {
  size_t size;
  const char *block = luaL_checklstring(L, 1, &size);
  void *copy = lua_newuserdatauv(L, size, 0);
  struct program program;
  struct program_problem problem;

  memcpy(copy, block, size);
  if (program_open(&program, copy, size, &problem)) {
    lua_pushboolean(L, true);
    return 1;
  }
  lua_pushnil(L);
  lua_pushstring(L, problem.message);
  return 2;
}

int program_lua_open(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"layout", layout}, {"check", check}, {NULL, NULL}};

  luaL_newlib(L, functions);
  return 1;
}

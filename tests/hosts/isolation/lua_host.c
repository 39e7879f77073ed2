/* A host with a Lua of its own for all in the process to see, of whatever
 * version: as symbols of this program, preloaded, or loaded by it.  Every
 * function of the library must use its own, and leave the host's alone.
 *   lua_host VERSION LUA LIBRARY USES DOSSIER
 * VERSION is what the host's Lua says it is, such as "Lua 5.1".  LUA is the
 * library that brings it, or "" where it is there already; USES is uses.c.
 * Writes the report.
 * Exit status 1: a call failed; 2: the host's Lua is not as it was. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "loaded.h"
#include "uses.h"

/* What all versions have; lua_call became lua_callk in 5.2. */
struct lua {
  void *(*new_state)(void);
  void (*open_libs)(void *);
  int (*load_string)(void *, const char *);
  void (*call)(void *, int, int);
  void (*callk)(void *, int, int, ptrdiff_t, void *);
  const char *(*to_string)(void *, int, size_t *);
  void (*set_top)(void *, int);
  void (*close)(void *);
};

/* As the loader finds them for anyone who asks. */
static void find(const char *name, void *function) {
  *(void **)function = dlsym(RTLD_DEFAULT, name);
}

static int find_lua(struct lua *lua) {
  memset(lua, 0, sizeof *lua);
  find("luaL_newstate", &lua->new_state);
  find("luaL_openlibs", &lua->open_libs);
  find("luaL_loadstring", &lua->load_string);
  find("lua_call", &lua->call);
  find("lua_callk", &lua->callk);
  find("lua_tolstring", &lua->to_string);
  find("lua_settop", &lua->set_top);
  find("lua_close", &lua->close);
  return !lua->new_state || !(lua->call || lua->callk);
}

/* Whether `code` gives the text `wanted`. */
static int gives(const struct lua *lua, void *L, const char *code,
                 const char *wanted) {
  const char *text;
  int same;

  if (lua->load_string(L, code) != 0)
    return 0;
  if (lua->callk)
    lua->callk(L, 0, 1, 0, NULL);
  else
    lua->call(L, 0, 1);
  text = lua->to_string(L, -1, NULL);
  same = text && strcmp(text, wanted) == 0;
  lua->set_top(L, 0);
  return same;
}

/* 0 where each function does what it should. */
static int use_all(const char *uses, const struct document *dossier,
                   const cop11_text *report) {
  const struct sample sample = {dossier->text, dossier->size, report};
  void *library = dlopen(uses, RTLD_NOW | RTLD_LOCAL);
  const char *(*wrong)(const struct sample *);
  const char *name;

  if (!library)
    return 1;
  *(void **)&wrong = dlsym(library, "uses_wrong");
  name = wrong ? wrong(&sample) : "uses_wrong";
  if (name)
    fprintf(stderr, "%s does not do what it should\n", name);
  return name != NULL;
}

static int use(const struct loaded *loaded, const char *uses,
               const struct document *dossier) {
  cop11_engine *engine = NULL;
  cop11_text *report = NULL;
  int failed = 1;

  if (loaded->open(NULL, NULL, &engine, NULL) == COP11_OK)
    failed = loaded->evaluate(engine, dossier->text, dossier->size, NULL,
                              &report, NULL);
  printf("%s\n", loaded->text_data(report));
  failed = failed != COP11_OK || use_all(uses, dossier, report) != 0;
  loaded->text_free(report);
  loaded->close(engine);
  return failed;
}

/* A state that lives through it all, and one made after. */
static int use_beside(const struct lua *lua, char **arguments,
                      const struct document *dossier) {
  const char *version = arguments[1];
  struct loaded loaded;
  struct lua after;
  void *old = lua->new_state(), *new;
  int good;

  lua->open_libs(old);
  good = gives(lua, old, "kept = _VERSION return kept", version);
  if (load(arguments[3], &loaded) != 0 ||
      use(&loaded, arguments[4], dossier) != 0)
    return 1;
  good &= find_lua(&after) == 0 && memcmp(lua, &after, sizeof after) == 0;
  new = after.new_state();
  after.open_libs(new);
  good &= gives(lua, old, "return kept", version);
  good &= gives(&after, new, "return string.format('%s', _VERSION)", version);
  lua->close(new);
  lua->close(old);
  return good ? 0 : 2;
}

int main(int argc, char **argv) {
  static struct document dossier;
  struct lua lua;

  if (argc != 6 || read_document(argv[5], &dossier) != 0)
    return 1;
  if (argv[2][0] && !dlopen(argv[2], RTLD_NOW | RTLD_GLOBAL))
    return 1;
  if (find_lua(&lua) != 0)
    return 1;
  return use_beside(&lua, argv, &dossier);
}

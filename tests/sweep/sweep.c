/* sweep.c: what a million steps cost at the dearest.  Reads patterns from
 * standard input, one a line: a kind, a tab, the text of a rule file.  "run" is
 * read and run, "read" is read alone.  Prints the dearest, dearest first, in
 * seconds of processor time for each million steps. */
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hostlib.h"
#include "sandbox/cage.h"
#include "sandbox/libs.h"

enum {
  FILE_STEPS = 1000000, /* a file takes a quarter of the steps of a call */
  FEW_STEPS = 50000,    /* a pattern that took fewer ended by itself */
  SHOWN = 20,
  AGAIN = 3 /* times that the dearest are measured anew */
};

struct pattern {
  char *text;
  bool runs;
  uint64_t steps;
  double seconds; /* for a million steps */
};

static double cpu_seconds(void) {
  struct timespec now;

  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* What an author's file sees of Lua. */
static const char seen[] =
    "local host, text, runs = ... "
    "local f = host.load(text, 'sweep', { math = { abs = math.abs, "
    "ceil = math.ceil, floor = math.floor, max = math.max, min = math.min } }) "
    "return f and runs and host.author(f)";

static int body(lua_State *L) {
  const struct pattern *pattern = lua_touserdata(L, 1);

  libs_open(L);
  if (luaL_loadbufferx(L, seen, sizeof seen - 1, "@scripts/sweep.lua", "t") !=
      LUA_OK)
    return lua_error(L);
  lua_insert(L, -2);
  lua_setupvalue(L, -2, 1);
  hostlib_open(L);
  lua_pushstring(L, pattern->text);
  lua_pushboolean(L, pattern->runs);
  lua_call(L, 3, 0);
  return 0;
}

static void measure(struct pattern *pattern) {
  static const cop11_call usual;
  struct guard guard;
  struct cage *cage = cage_new((size_t)512 << 20);
  cop11_error err = {.struct_size = sizeof err};
  double began;

  if (!cage)
    abort();
  guard_enter(&guard, (locale_t)0);
  budget_start(&cage->budget, 4 * FILE_STEPS, &usual, &guard);
  began = cpu_seconds();
  (void)cage_call(cage, body, pattern, &err);
  pattern->steps = 4 * FILE_STEPS - cage->budget.steps;
  pattern->seconds = (cpu_seconds() - began) * 1e6 / (double)pattern->steps;
  guard_leave(&guard);
  cage_free(cage);
}

static void measure_again(struct pattern *pattern) {
  double least = pattern->seconds;

  for (int i = 0; i < AGAIN; i++) {
    measure(pattern);
    if (pattern->seconds < least)
      least = pattern->seconds;
  }
  pattern->seconds = least;
}

/* The next pattern; false at the end. */
static bool read_pattern(struct pattern *pattern) {
  char *line = NULL;
  size_t room = 0;
  ssize_t size = getline(&line, &room, stdin);
  char *tab = size > 0 ? strchr(line, '\t') : NULL;

  pattern->text = line;
  if (!tab)
    return false;
  line[strcspn(line, "\n")] = '\0';
  *tab = '\0';
  pattern->runs = strcmp(line, "run") == 0;
  pattern->text = tab + 1;
  return true;
}

static int by_price(const void *a, const void *b) {
  double first = ((const struct pattern *)a)->seconds;
  double second = ((const struct pattern *)b)->seconds;

  return first < second ? 1 : first > second ? -1 : 0;
}

static void show(const struct pattern *pattern) {
  size_t size = strlen(pattern->text);
  const char *end = pattern->text + (size > 100 ? size - 100 : size);

  printf("%.3f  %s %.60s ... %s\n", pattern->seconds,
         pattern->runs ? "run " : "read", pattern->text, end);
}

int main(void) {
  static struct pattern patterns[100000];
  size_t all = 0, count = 0, shown;

  while (count < sizeof patterns / sizeof patterns[0] &&
         read_pattern(&patterns[count])) {
    measure(&patterns[count]);
    all++;
    count += patterns[count].steps >= FEW_STEPS;
  }
  qsort(patterns, count, sizeof patterns[0], by_price);
  shown = count < SHOWN ? count : SHOWN;
  for (size_t i = 0; i < shown; i++)
    measure_again(&patterns[i]);
  qsort(patterns, shown, sizeof patterns[0], by_price);
  printf("%zu patterns, %zu of them take steps; seconds a million steps:\n",
         all, count);
  for (size_t i = 0; i < shown; i++)
    show(&patterns[i]);
  return 0;
}

/* cage_cost.c: what the cage costs the built-in rules: the time of an
 * evaluation with it, over that of one in which nothing is charged and no hook
 * is set.  Prints TAP.
 *   cage_cost DOSSIER...
 *
 * Linked with LINKER:--wrap for the two functions below, so that one process
 * can do both in turn and the ratio holds when the machine's speed drifts. */
#include <lua.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cop11.h"
#include "sandbox/budget.h"

enum {
  ROUNDS = 41,
  TIMES = 20,
  MOST_PERCENT = 110
};

static bool is_free; /* nothing is charged */

bool __real_budget_spend(struct budget *budget, uint64_t units);
bool __wrap_budget_spend(struct budget *budget, uint64_t units);
void __real_lua_sethook(lua_State *L, lua_Hook hook, int mask, int count);
void __wrap_lua_sethook(lua_State *L, lua_Hook hook, int mask, int count);

bool __wrap_budget_spend(struct budget *budget, uint64_t units) {
  return is_free || __real_budget_spend(budget, units);
}

void __wrap_lua_sethook(lua_State *L, lua_Hook hook, int mask, int count) {
  if (!is_free)
    __real_lua_sethook(L, hook, mask, count);
}

/* ---- measuring ---------------------------------------------------------------- */

static double now_us(void) {
  struct timespec t;

  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double evaluations_us(cop11_engine *engine, const char *dossier,
                             size_t size) {
  static const cop11_call call = {.struct_size = sizeof call,
                                  .as_of = "2013-11-30"};
  double start = now_us();

  for (int i = 0; i < TIMES; i++) {
    cop11_text *report = NULL;
    if (cop11_evaluate(engine, dossier, size, &call, &report, NULL) != COP11_OK)
      return 0;
    cop11_text_free(report);
  }
  return now_us() - start;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* With the cage over without it, in percent: the median of many pairs. */
static double percent(cop11_engine *engine, const char *dossier, size_t size) {
  double ratios[ROUNDS];

  for (int i = 0; i < ROUNDS; i++) {
    double caged = evaluations_us(engine, dossier, size), free_of_it;
    is_free = true;
    free_of_it = evaluations_us(engine, dossier, size);
    is_free = false;
    ratios[i] = free_of_it > 0 ? caged / free_of_it : 1000;
  }
  qsort(ratios, ROUNDS, sizeof ratios[0], by_value);
  return 100 * ratios[ROUNDS / 2];
}

int main(int argc, char **argv) {
  static char dossier[1 << 20];
  cop11_engine *engine = NULL;
  int failed =
      argc < 2 || cop11_engine_open(NULL, NULL, &engine, NULL) != COP11_OK;

  printf("1..%d\n", argc - 1);
  for (int i = 1; i < argc && engine; i++) {
    FILE *file = fopen(argv[i], "rb");
    size_t size = file ? fread(dossier, 1, sizeof dossier, file) : 0;
    double cost = percent(engine, dossier, size);
    const char *name = strrchr(argv[i], '/');
    int is_dear = cost > MOST_PERCENT;
    if (file)
      (void)fclose(file);
    printf("%sok %d - the cage costs %s %.1f %% of the time without it\n",
           is_dear ? "not " : "", i, name ? name + 1 : argv[i], cost - 100);
    failed |= is_dear;
  }
  cop11_engine_close(engine);
  return failed;
}

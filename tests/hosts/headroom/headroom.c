/* headroom.c: how far below the default limits the built-in rules and the
 * sample dossiers stay, and that what it reports it renders.  Prints TAP, each line with the steps that a call
 * charged and the most memory that one of its Lua states, or the core, held at once.
 *   headroom DOSSIER...
 *
 * Linked with LINKER:--wrap for the three functions below, so that every charge
 * and every block is counted, of opening and of evaluating apart. */
#include <cop11.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "sandbox/budget.h"
#include "sandbox/slab.h"

/* Of a limit, what may be needed at most: one part in so many. */
enum {
  SHARE = 10,
  SHARE_OF_CHECKING = 2 /* which tries rules in thousands of ways */
};

static struct {
  uint64_t steps;
  uint64_t memory;
} spent;

bool __real_budget_spend(struct budget *budget, uint64_t units);
bool __wrap_budget_spend(struct budget *budget, uint64_t units);
void *__real_slab_resize(struct slab *slab, void *block, size_t old_size,
                         size_t size);
void *__wrap_slab_resize(struct slab *slab, void *block, size_t old_size,
                         size_t size);
void *__real_arena_alloc(struct arena *arena, size_t size);
void *__wrap_arena_alloc(struct arena *arena, size_t size);

bool __wrap_budget_spend(struct budget *budget, uint64_t units) {
  spent.steps += units;
  return __real_budget_spend(budget, units);
}

/* `held`, which the limit is for; the states of a call do not live at once. */
void *__wrap_slab_resize(struct slab *slab, void *block, size_t old_size,
                         size_t size) {
  void *result = __real_slab_resize(slab, block, old_size, size);

  if (slab->held > spent.memory)
    spent.memory = slab->held;
  return result;
}

void *__wrap_arena_alloc(struct arena *arena, size_t size) {
  void *result = __real_arena_alloc(arena, size);

  if (arena->used > spent.memory)
    spent.memory = arena->used;
  return result;
}

/* ---- what a call needed ------------------------------------------------------ */

static cop11_options limits;

static bool is_counted(void) {
  return spent.steps > 0 && spent.memory > 0;
}

static bool report(int number, const char *name, unsigned share, bool worked) {
  bool fits = worked && spent.steps <= limits.max_steps / share &&
              spent.memory <= limits.max_memory / share;

  printf("%sok %d - %s: %" PRIu64 " of %" PRIu64 " steps, %.1f of %.0f MiB\n",
         fits ? "" : "not ", number, name, spent.steps, limits.max_steps,
         (double)spent.memory / (1 << 20),
         (double)limits.max_memory / (1 << 20));
  spent.steps = spent.memory = 0;
  return fits;
}

typedef cop11_status (*check_fn)(const cop11_options *, const cop11_call *,
                                 cop11_text **, cop11_error *);

static bool report_check(int number, const char *name, check_fn check) {
  cop11_text *found = NULL;
  cop11_status status = check(NULL, NULL, &found, NULL);

  cop11_text_free(found);
  return report(number, name, SHARE_OF_CHECKING,
                status == COP11_OK && is_counted());
}

/* They are compiled: opening them runs nothing. */
static bool report_open(int number, cop11_engine **engine) {
  bool worked = cop11_engine_open(NULL, NULL, engine, NULL) == COP11_OK;

  return report(number, "opening the built-in rules", SHARE,
                worked && !is_counted());
}

/* The report rendered in every format, by an engine of the same limits but for
 * dossiers: a report may be larger than they. */
static bool renders(const cop11_text *report) {
  static const char *const formats[] = {"json", "text", "csv", "html"};
  cop11_options options = limits;
  cop11_engine *engine = NULL;
  bool worked;

  options.max_dossier = cop11_text_size(report) / 2;
  worked = cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK;
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
    cop11_text *out = NULL;
    cop11_error err = {.struct_size = sizeof err};
    if (cop11_render(engine, cop11_text_data(report), cop11_text_size(report),
                     formats[i], NULL, &out, &err) != COP11_OK) {
      printf("# %s: %s\n", formats[i], err.message);
      worked = false;
    }
    cop11_text_free(out);
  }
  cop11_engine_close(engine);
  return worked;
}

/* A dossier whose report is larger than any dossier may be. */
static size_t write_facilities(char *text, int count) {
  size_t size = (size_t)sprintf(text, "{\"format\":\"cop11.dossier/1\","
                                      "\"facilities\":{\"complete\":true,"
                                      "\"items\":[{\"id\":\"f\"}");

  for (int i = 2; i <= count; i++)
    size += (size_t)sprintf(text + size, ",{\"id\":\"f%d\"}", i);
  return size + (size_t)sprintf(text + size, "]}}");
}

static bool report_facilities(int number) {
  static char text[1 << 20];
  size_t size = write_facilities(text, 1000);
  cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_engine *engine = NULL;
  cop11_text *out = NULL;
  bool worked = cop11_engine_open(NULL, NULL, &engine, NULL) == COP11_OK;

  worked = worked &&
           cop11_evaluate(engine, text, size, &call, &out, NULL) == COP11_OK &&
           renders(out);
  cop11_text_free(out);
  cop11_engine_close(engine);
  return report(number, "1,000 facilities, in each format", 1, worked);
}

/* On an engine of its own: what a state holds depends on earlier calls. */
static bool report_dossier(int number, const char *path) {
  static char text[1 << 20];
  cop11_call call = {.struct_size = sizeof call}; /* as of its own date */
  cop11_engine *engine = NULL;
  cop11_text *out = NULL;
  const char *name = strrchr(path, '/');
  FILE *file = fopen(path, "rb");
  size_t size = file ? fread(text, 1, sizeof text, file) : 0;
  bool worked = cop11_engine_open(NULL, NULL, &engine, NULL) == COP11_OK;

  if (file)
    (void)fclose(file);
  spent.steps = spent.memory = 0;
  worked = worked &&
           cop11_evaluate(engine, text, size, &call, &out, NULL) == COP11_OK;
  cop11_engine_close(engine);
  worked =
      report(number, name ? name + 1 : path, SHARE, worked && is_counted()) &&
      renders(out);
  cop11_text_free(out);
  return worked;
}

int main(int argc, char **argv) {
  cop11_engine *engine = NULL;
  bool fits = cop11_options_init(&limits, sizeof limits) == COP11_OK;
  int number = 0;

  (void)setvbuf(stdout, NULL, _IOLBF, 0);
  printf("1..%d\n", argc + 3);
  fits &= report_check(++number, "lint of the built-in rules", cop11_lint);
  fits &= report_check(++number, "test of the built-in rules", cop11_test);
  fits &= report_open(++number, &engine);
  cop11_engine_close(engine);
  fits &= report_facilities(++number);
  for (int i = 1; i < argc; i++)
    fits &= report_dossier(++number, argv[i]);
  return fits && argc > 1 ? 0 : 1;
}

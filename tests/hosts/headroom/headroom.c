/* headroom.c: how far below the default limits the built-in rules and the
 * sample dossiers stay.  Prints TAP, each line with the steps and the memory
 * that are enough, found by trying lower limits.
 *   headroom DOSSIER... */
#include <cop11.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  SHARE = 10 /* of a limit, what may be needed at most: one part in so many */
};

struct text {
  char *data;
  size_t size;
};

/* ---- the calls, each under given limits ----------------------------------- */

/* Opens, and evaluates `dossier` where there is one. */
static cop11_status assess(const cop11_options *options,
                           const struct text *dossier) {
  cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_engine *engine = NULL;
  cop11_text *report = NULL;
  cop11_status status = cop11_engine_open(options, &engine, NULL);

  if (status == COP11_OK && dossier)
    status = cop11_evaluate(engine, dossier->data, dossier->size, &call,
                            &report, NULL);
  cop11_text_free(report);
  cop11_engine_close(engine);
  return status;
}

static cop11_status lint(const cop11_options *options,
                         const struct text *unused) {
  cop11_text *found = NULL;
  cop11_status status = cop11_lint(options, &found, NULL);

  (void)unused;
  cop11_text_free(found);
  return status;
}

static cop11_status test(const cop11_options *options,
                         const struct text *unused) {
  cop11_text *found = NULL;
  cop11_status status = cop11_test(options, &found, NULL);

  (void)unused;
  cop11_text_free(found);
  return status;
}

typedef cop11_status (*call_fn)(const cop11_options *, const struct text *);

/* ---- the least that is enough --------------------------------------------- */

/* The least value of *limit, a field of `options`, with which the call works,
 * and at most 1/16 more; 0 when it never does.  Doubling first: a call that
 * fails early costs little. */
static uint64_t least(call_fn call, const struct text *dossier,
                      cop11_options *options, uint64_t *limit) {
  uint64_t most = *limit, fails, works = most >> 12;

  for (*limit = works; call(options, dossier) != COP11_OK; *limit = works) {
    if (works >= most)
      return 0;
    works *= 2;
  }
  for (fails = works / 2; works - fails > works / 16;) {
    *limit = fails + (works - fails) / 2;
    if (call(options, dossier) == COP11_OK)
      works = *limit;
    else
      fails = *limit;
  }
  return works;
}

static bool measure(int number, const char *name, call_fn call,
                    const struct text *dossier) {
  cop11_options options, limits;
  uint64_t steps, memory;
  bool fits;

  (void)cop11_options_init(&limits, sizeof limits);
  options = limits;
  steps = least(call, dossier, &options, &options.max_steps);
  options = limits;
  memory = least(call, dossier, &options, &options.max_memory);
  fits = steps > 0 && steps <= limits.max_steps / SHARE && memory > 0 &&
         memory <= limits.max_memory / SHARE;
  printf("%sok %d - %s: %.2f million of %.0f million steps, %.1f of %.0f MiB\n",
         fits ? "" : "not ", number, name, (double)steps / 1e6,
         (double)limits.max_steps / 1e6, (double)memory / (1 << 20),
         (double)limits.max_memory / (1 << 20));
  return fits;
}

/* The same for what takes too long to try often. */
static bool measure_once(int number, const char *name, call_fn call) {
  cop11_options options;
  bool fits;

  (void)cop11_options_init(&options, sizeof options);
  options.max_steps /= SHARE;
  options.max_memory /= SHARE;
  fits = call(&options, NULL) == COP11_OK;
  printf("%sok %d - %s: at most a tenth of the steps and of the memory\n",
         fits ? "" : "not ", number, name);
  return fits;
}

/* ---- all of them ------------------------------------------------------------ */

static struct text read_file(const char *path) {
  struct text text = {NULL, 0};
  FILE *file = fopen(path, "rb");

  if (!file)
    return text;
  text.data = malloc(1 << 20);
  if (text.data)
    text.size = fread(text.data, 1, 1 << 20, file);
  (void)fclose(file);
  return text;
}

int main(int argc, char **argv) {
  bool fits = true;
  int number = 0;

  (void)setvbuf(stdout, NULL, _IOLBF, 0);
  printf("1..%d\n", argc + 2);
  fits &= measure(++number, "opening the built-in rules", assess, NULL);
  fits &= measure(++number, "lint of the built-in rules", lint, NULL);
  fits &= measure_once(++number, "test of the built-in rules", test);
  for (int i = 1; i < argc; i++) {
    struct text dossier = read_file(argv[i]);
    const char *name = strrchr(argv[i], '/');
    fits &= measure(++number, name ? name + 1 : argv[i], assess, &dossier);
    free(dossier.data);
  }
  return fits ? 0 : 1;
}

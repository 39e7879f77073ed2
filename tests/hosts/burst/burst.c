/* burst.c: what many threads at once leave behind.  burst DOSSIER: 80 threads
 * evaluate and render on one engine; afterwards the process holds little more than
 * after one.  Prints TAP. */
#define _DEFAULT_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cop11.h"

enum {
  THREADS = 80,
  MOST_LEFT = 20 << 20
};

static cop11_engine *engine;
static char dossier[1 << 20];

static long resident(void) {
  FILE *file = fopen("/proc/self/statm", "r");
  long pages = 0;

  if (!file || fscanf(file, "%*d %ld", &pages) != 1)
    abort();
  (void)fclose(file);
  return pages * sysconf(_SC_PAGESIZE);
}

static bool use(void) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2014-06-30"};
  cop11_text *report = NULL, *page = NULL;
  bool good =
      cop11_evaluate(engine, dossier, strlen(dossier), &call, &report, NULL) ==
          COP11_OK &&
      cop11_render(engine, cop11_text_data(report), cop11_text_size(report),
                   "html", &call, &page, NULL) == COP11_OK;

  cop11_text_free(report);
  cop11_text_free(page);
  return good;
}

static void *use_twice(void *good) {
  *(bool *)good = use() && use();
  return NULL;
}

static bool all_use(int count) {
  pthread_t threads[THREADS];
  bool good[THREADS], all = true;

  for (int i = 0; i < count; i++) {
    if (pthread_create(&threads[i], NULL, use_twice, &good[i]) != 0)
      abort();
  }
  for (int i = 0; i < count; i++) {
    pthread_join(threads[i], NULL);
    all = all && good[i];
  }
  return all;
}

static bool read_dossier(const char *path) {
  FILE *file = fopen(path, "rb");
  size_t size = file ? fread(dossier, 1, sizeof dossier - 1, file) : 0;

  if (file)
    (void)fclose(file);
  return size > 0 && size < sizeof dossier - 1;
}

int main(int count, char **words) {
  long one, all;
  bool good;

  if (count != 2 || !read_dossier(words[1]) ||
      cop11_engine_open(NULL, NULL, &engine, NULL) != COP11_OK)
    return 2;
  good = all_use(1);
  one = resident();
  good = all_use(THREADS) && good;
  all = resident();
  cop11_engine_close(engine);
  printf("1..1\n%s 1 - %d threads at once leave at most %d MB more than one "
         "(%.1f MB)\n",
         good && all - one <= MOST_LEFT ? "ok" : "not ok", THREADS,
         MOST_LEFT >> 20, (double)(all - one) / (1 << 20));
  return !(good && all - one <= MOST_LEFT);
}

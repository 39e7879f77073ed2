/* A host that loads and unloads the library again and again, in a thread that
 * lives on: nothing may stay behind (trap T42).
 *   reload LIBRARY DOSSIER TIMES
 * Exit status 1: a call failed; 2: memory grew; 3: the library stayed.
 * For 2, malloc must not keep what is freed:
 *   GLIBC_TUNABLES=glibc.malloc.tcache_count=0 */
#include <cop11.h>
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
  const char *library;
  char dossier[1 << 20];
  size_t size;
  int times;
  int result;
};

/* The functions of the library used here, found by name. */
struct functions {
  cop11_status (*open)(const cop11_options *, cop11_engine **, cop11_error *);
  cop11_status (*evaluate)(cop11_engine *, const char *, size_t,
                           const cop11_call *, cop11_text **, cop11_error *);
  void (*free_text)(cop11_text *);
  void (*close)(cop11_engine *);
};

/* POSIX's way to make a function of what dlsym returns. */
static void find(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
}

static int use(void *library, const struct job *job) {
  struct functions f;
  cop11_engine *engine = NULL;
  cop11_text *report = NULL;
  int failed = 1;

  find(library, "cop11_engine_open", &f.open);
  find(library, "cop11_evaluate", &f.evaluate);
  find(library, "cop11_text_free", &f.free_text);
  find(library, "cop11_engine_close", &f.close);
  if (f.open(NULL, &engine, NULL) == COP11_OK)
    failed = f.evaluate(engine, job->dossier, job->size, NULL, &report, NULL);
  f.free_text(report);
  f.close(engine);
  return failed != COP11_OK;
}

static int load_once(const struct job *job) {
  void *library = dlopen(job->library, RTLD_NOW | RTLD_GLOBAL);
  int result;

  if (!library)
    return 1;
  result = use(library, job);
  dlclose(library);
  if (dlopen(job->library, RTLD_NOW | RTLD_NOLOAD))
    return 3;
  return result;
}

static void *run(void *data) {
  struct job *job = data;
  size_t settled = 0; /* the loader keeps a little of the first time */

  for (int i = 0; i < job->times && job->result == 0; i++) {
    job->result = load_once(job);
    if (i == 1)
      settled = mallinfo2().uordblks;
  }
  if (job->result == 0 && mallinfo2().uordblks > settled)
    job->result = 2;
  return NULL;
}

int main(int argc, char **argv) {
  static struct job job;
  pthread_t thread;
  FILE *file = argc == 4 ? fopen(argv[2], "rb") : NULL;

  if (!file)
    return 1;
  mallopt(M_MXFAST, 0); /* what is freed shall count as free at once */
  job.library = argv[1];
  job.size = fread(job.dossier, 1, sizeof job.dossier, file);
  job.times = (int)strtol(argv[3], NULL, 10);
  fclose(file);
  if (pthread_create(&thread, NULL, run, &job) != 0)
    return 1;
  pthread_join(thread, NULL);
  return job.result;
}

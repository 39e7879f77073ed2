/* A host that loads and unloads the library again and again, in a thread that
 * lives on: nothing may stay behind (trap T42).
 *   reload LIBRARY DOSSIER TIMES EVERY
 * One time in EVERY it opens an engine and evaluates; the others, it only makes
 * a pack.  Exit status 1: a call failed; 2: memory grew; 3: the library stayed.
 * For 2, malloc must not keep what is freed:
 *   GLIBC_TUNABLES=glibc.malloc.tcache_count=0 */
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "loaded.h"

struct job {
  const char *library;
  struct document dossier;
  int times;
  int every;
  int result;
};

static int use(const struct loaded *loaded, const struct document *dossier) {
  cop11_engine *engine = NULL;
  cop11_text *report = NULL;
  int failed = 1;

  if (loaded->open(NULL, NULL, &engine, NULL) == COP11_OK)
    failed = loaded->evaluate(engine, dossier->text, dossier->size, NULL,
                              &report, NULL);
  loaded->text_free(report);
  loaded->close(engine);
  return failed != COP11_OK;
}

static int use_a_little(const struct loaded *loaded) {
  cop11_pack *pack = NULL;
  cop11_status status = loaded->pack_new("p", &pack, NULL);

  loaded->pack_free(pack);
  return status != COP11_OK;
}

static int load_once(const struct job *job, bool much) {
  struct loaded loaded;
  int result;

  if (load(job->library, &loaded) != 0)
    return 1;
  result = much ? use(&loaded, &job->dossier) : use_a_little(&loaded);
  dlclose(loaded.library);
  if (dlopen(job->library, RTLD_NOW | RTLD_NOLOAD))
    return 3;
  return result;
}

static void *run(void *data) {
  struct job *job = data;
  size_t settled = 0; /* the loader keeps a little of the first time */

  for (int i = 0; i < job->times && job->result == 0; i++) {
    job->result = load_once(job, i % job->every == 0);
    if (i == job->every)
      settled = mallinfo2().uordblks;
  }
  if (job->result == 0 && mallinfo2().uordblks > settled)
    job->result = 2;
  return NULL;
}

int main(int argc, char **argv) {
  static struct job job;
  pthread_t thread;

  if (argc != 5 || read_document(argv[2], &job.dossier) != 0)
    return 1;
  mallopt(M_MXFAST, 0); /* what is freed shall count as free at once */
  job.library = argv[1];
  job.times = (int)strtol(argv[3], NULL, 10);
  job.every = (int)strtol(argv[4], NULL, 10);
  if (pthread_create(&thread, NULL, run, &job) != 0)
    return 1;
  pthread_join(thread, NULL);
  return job.result;
}

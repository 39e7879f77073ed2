/* guest.c: what the tests of the library as a guest share; see guest.h. */
#include "guest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "uses.h"

enum {
  FACILITIES = 30
};

static char dossier[1 << 16];
static size_t dossier_size;
static cop11_text *wanted; /* its report */

/* ---- one report ------------------------------------------------------------ */

cop11_engine *guest_engine(void) {
  cop11_engine *engine = NULL;

  return cop11_engine_open(NULL, NULL, &engine, NULL) == COP11_OK ? engine
                                                                  : NULL;
}

static struct sample sample(void) {
  return (struct sample){dossier, dossier_size, wanted};
}

bool guest_same_report(cop11_engine *engine, const cop11_call *call) {
  const struct sample given = sample();

  return uses_same_report(&given, engine, call);
}

static int evaluate_in_peace(void) {
  cop11_engine *engine = guest_engine();
  cop11_status status =
      cop11_evaluate(engine, dossier, dossier_size, NULL, &wanted, NULL);

  cop11_engine_close(engine);
  return status == COP11_OK ? 0 : -1;
}

int guest_prepare(void **state) {
  char path[4096];
  FILE *file;

  (void)state;
  snprintf(path, sizeof path, "%s/tests/dossiers/gold-mine.json",
           getenv("COP11_SOURCE_DIR"));
  file = fopen(path, "rb");
  if (!file)
    return -1;
  dossier_size = fread(dossier, 1, sizeof dossier, file);
  fclose(file);
  return evaluate_in_peace();
}

int guest_prepare_large(void **state) {
  (void)state;
  dossier_size = (size_t)snprintf(
      dossier, sizeof dossier,
      "{\"format\":\"cop11.dossier/1\",\"assessment\":{\"date\":"
      "\"2013-11-30\"},\"facilities\":[{\"id\":\"0\"}");
  for (int i = 1; i < FACILITIES; i++)
    dossier_size +=
        (size_t)snprintf(dossier + dossier_size, sizeof dossier - dossier_size,
                         ",{\"id\":\"%d\"}", i);
  dossier_size += (size_t)snprintf(dossier + dossier_size,
                                   sizeof dossier - dossier_size, "]}");
  return evaluate_in_peace();
}

int guest_finish(void **state) {
  (void)state;
  cop11_text_free(wanted);
  return 0;
}

/* ---- every function -------------------------------------------------------- */

bool guest_use_all(void) {
  const struct sample given = sample();
  const char *wrong = uses_wrong(&given);

  if (wrong)
    print_error("%s does not do what it should\n", wrong);
  return !wrong;
}

/* ---- children -------------------------------------------------------------- */

void guest_in_child(bool (*body)(void)) {
  int status = -1;
  pid_t child = fork();

  assert_true(child >= 0);
  if (child == 0)
    _exit(body() ? 0 : 1);
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

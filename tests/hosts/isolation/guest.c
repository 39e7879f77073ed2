/* guest.c: what the tests of the library as a guest share; see guest.h. */
#include "guest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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

bool guest_same_report(cop11_engine *engine, const cop11_call *call) {
  cop11_text *report = NULL;
  cop11_status status =
      cop11_evaluate(engine, dossier, dossier_size, call, &report, NULL);
  bool same = status == COP11_OK &&
              cop11_text_size(report) == cop11_text_size(wanted) &&
              memcmp(cop11_text_data(report), cop11_text_data(wanted),
                     cop11_text_size(wanted)) == 0;

  cop11_text_free(report);
  return same;
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

static bool gives_text(cop11_status status, cop11_text **text) {
  bool good = status == COP11_OK && cop11_text_size(*text) > 0;

  cop11_text_free(*text);
  *text = NULL;
  return good;
}

static bool use_engine(cop11_engine *engine) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  bool good = guest_same_report(engine, NULL);

  good &= gives_text(
      cop11_validate(engine, dossier, dossier_size, NULL, &out, NULL), &out);
  good &= gives_text(cop11_describe(engine, "questionnaire", NULL, &out, NULL),
                     &out);
  good &= gives_text(cop11_render(engine, cop11_text_data(wanted),
                                  cop11_text_size(wanted), "text", NULL, &out,
                                  NULL),
                     &out);
  good &=
      cop11_describe(engine, "nothing", NULL, &out, &err) == COP11_E_ARGUMENT;
  good &=
      cop11_evaluate(engine, "{\"a\":1e}", 8, NULL, &out, &err) == COP11_E_JSON;
  good &= cop11_evaluate(engine, "{\"a\":1e999}", 11, NULL, &out, &err) ==
          COP11_E_DOSSIER;
  return good & (cop11_evaluate(engine, "{}", 2, NULL, &out, &err) != COP11_OK);
}

static bool use_pack(void) {
  static const char rule[] = "check \"HOUSE\" { title = 0.1 + 1e300 ";
  cop11_options options = {.struct_size = sizeof options};
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_pack *pack = NULL;
  cop11_text *out = NULL;
  bool good = cop11_pack_new("house", &pack, &err) == COP11_OK;

  good &= cop11_pack_add_folder(pack, "/nowhere", NULL, &err) == COP11_E_IO;
  good &=
      cop11_pack_add(pack, "a.lua", rule, sizeof rule - 1, &err) == COP11_OK;
  options.pack = pack;
  good &= gives_text(cop11_lint(&options, NULL, &out, &err), &out);
  good &= gives_text(cop11_test(&options, NULL, &out, &err), &out);
  good &= cop11_engine_open(&options, NULL, &engine, &err) == COP11_E_PACK;
  cop11_pack_free(pack);
  return good;
}

bool guest_use_all(void) {
  cop11_engine *engine = guest_engine();
  bool good = engine && use_engine(engine) && use_pack();

  cop11_engine_close(engine);
  return good;
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

/* uses.c: see uses.h. */
#include "uses.h"

#include <string.h>

/* ---- texts ------------------------------------------------------------------ */

static bool gives_text(cop11_status status, cop11_text **text) {
  bool good = status == COP11_OK && cop11_text_size(*text) > 0;

  cop11_text_free(*text);
  *text = NULL;
  return good;
}

bool uses_same_report(const struct sample *sample, cop11_engine *engine,
                      const cop11_call *call) {
  cop11_text *report = NULL;
  cop11_status status = cop11_evaluate(engine, sample->dossier, sample->size,
                                       call, &report, NULL);
  bool same = status == COP11_OK &&
              cop11_text_size(report) == cop11_text_size(sample->report) &&
              memcmp(cop11_text_data(report), cop11_text_data(sample->report),
                     cop11_text_size(report)) == 0;

  cop11_text_free(report);
  return same;
}

static bool use_text_data(const struct sample *sample, cop11_engine *engine) {
  return cop11_text_data(sample->report)[0] == '{' &&
         cop11_text_data(NULL)[0] == '\0';
}

static bool use_text_size(const struct sample *sample, cop11_engine *engine) {
  return cop11_text_size(sample->report) ==
             strlen(cop11_text_data(sample->report)) &&
         cop11_text_size(NULL) == 0;
}

static bool use_text_copy(const struct sample *sample, cop11_engine *engine) {
  char buffer[8];

  return cop11_text_copy(sample->report, buffer, sizeof buffer) ==
             cop11_text_size(sample->report) &&
         memcmp(buffer, cop11_text_data(sample->report), sizeof buffer) == 0 &&
         cop11_text_copy(NULL, buffer, sizeof buffer) == 0;
}

static bool use_text_range(const struct sample *sample, cop11_engine *engine) {
  return cop11_text_range(sample->report) != 0 && cop11_text_range(NULL) == 0;
}

/* Known where the rating is determined, and only there. */
static bool use_text_basis(const struct sample *sample, cop11_engine *engine) {
  uint32_t range = cop11_text_range(sample->report);
  bool determined = (range & (range - 1)) == 0;

  return (cop11_text_basis(sample->report) != 0) == determined &&
         cop11_text_basis(NULL) == 0;
}

static bool use_text_free(const struct sample *sample, cop11_engine *engine) {
  cop11_text *text = NULL;

  cop11_text_free(NULL);
  return gives_text(cop11_describe(engine, "pack", NULL, &text, NULL), &text);
}

/* ---- names ------------------------------------------------------------------ */

static bool use_abi_version(const struct sample *sample, cop11_engine *engine) {
  return cop11_abi_version() == COP11_ABI_VERSION;
}

static bool use_version(const struct sample *sample, cop11_engine *engine) {
  return strchr(cop11_version(), '.') != NULL;
}

static bool use_status_name(const struct sample *sample, cop11_engine *engine) {
  return strcmp(cop11_status_name(COP11_E_LIMIT), "COP11_E_LIMIT") == 0 &&
         strcmp(cop11_status_name(-1), "COP11_UNKNOWN") == 0;
}

/* ---- packs ------------------------------------------------------------------ */

static const char broken_rule[] = "check \"HOUSE\" { title = 0.1 + 1e300 ";

static cop11_pack *new_pack(void) {
  cop11_pack *pack = NULL;

  return cop11_pack_new("house", &pack, NULL) == COP11_OK ? pack : NULL;
}

static cop11_status add_broken(cop11_pack *pack) {
  return cop11_pack_add(pack, "a.lua", broken_rule, sizeof broken_rule - 1,
                        NULL);
}

static bool use_pack_new(const struct sample *sample, cop11_engine *engine) {
  cop11_pack *pack = new_pack(), *none = NULL;
  bool good = pack && cop11_pack_new("no/name", &none, NULL) != COP11_OK;

  cop11_pack_free(pack);
  return good && !none;
}

static bool use_pack_free(const struct sample *sample, cop11_engine *engine) {
  cop11_pack_free(NULL);
  cop11_pack_free(new_pack());
  return true;
}

static bool use_pack_add(const struct sample *sample, cop11_engine *engine) {
  cop11_pack *pack = new_pack();
  bool good = add_broken(pack) == COP11_OK &&
              add_broken(pack) == COP11_E_ARGUMENT; /* its path is taken */

  cop11_pack_free(pack);
  return good;
}

static bool use_pack_add_folder(const struct sample *sample,
                                cop11_engine *engine) {
  cop11_pack *pack = new_pack();
  cop11_error err = {.struct_size = sizeof err};
  bool good =
      cop11_pack_add_folder(pack, "/nowhere", NULL, &err) == COP11_E_IO &&
      strstr(err.where, "/nowhere") != NULL;

  cop11_pack_free(pack);
  return good;
}

static bool use_pack_add_signature(const struct sample *sample,
                                   cop11_engine *engine) {
  cop11_pack *pack = new_pack();
  bool good = cop11_pack_add_signature(pack, "x", 1, NULL) == COP11_OK;

  cop11_pack_free(pack);
  return good;
}

/* ---- engines ---------------------------------------------------------------- */

static bool use_options_init(const struct sample *sample,
                             cop11_engine *engine) {
  cop11_options options;

  return cop11_options_init(&options, sizeof options) == COP11_OK &&
         options.struct_size == sizeof options &&
         cop11_options_init(NULL, sizeof options) == COP11_E_ARGUMENT;
}

static bool use_engine_open(const struct sample *sample, cop11_engine *engine) {
  cop11_pack *pack = new_pack();
  const cop11_options options = {.struct_size = sizeof options, .pack = pack};
  cop11_engine *opened = NULL;
  bool good = add_broken(pack) == COP11_OK;

  good &= cop11_engine_open(&options, NULL, &opened, NULL) == COP11_E_PACK;
  cop11_pack_free(pack);
  return good && !opened;
}

static bool use_engine_stats(const struct sample *sample,
                             cop11_engine *engine) {
  cop11_stats stats = {.struct_size = sizeof stats};

  return cop11_engine_stats(engine, &stats, NULL) == COP11_OK &&
         stats.errors <= stats.calls &&
         cop11_engine_stats(NULL, &stats, NULL) == COP11_E_ARGUMENT;
}

static bool use_engine_close(const struct sample *sample,
                             cop11_engine *engine) {
  cop11_engine *opened = NULL;
  bool good = cop11_engine_open(NULL, NULL, &opened, NULL) == COP11_OK;

  cop11_engine_close(NULL);
  cop11_engine_close(opened);
  return good;
}

/* Of a pack that cannot be opened: lint and test say why. */
static bool of_broken(cop11_status (*function)(const cop11_options *,
                                               const cop11_call *,
                                               cop11_text **, cop11_error *)) {
  cop11_pack *pack = new_pack();
  const cop11_options options = {.struct_size = sizeof options, .pack = pack};
  cop11_text *out = NULL;
  bool good = add_broken(pack) == COP11_OK &&
              gives_text(function(&options, NULL, &out, NULL), &out);

  cop11_pack_free(pack);
  return good;
}

static bool use_lint(const struct sample *sample, cop11_engine *engine) {
  return of_broken(cop11_lint);
}

static bool use_test(const struct sample *sample, cop11_engine *engine) {
  return of_broken(cop11_test);
}

static bool use_describe(const struct sample *sample, cop11_engine *engine) {
  cop11_text *out = NULL;

  return gives_text(cop11_describe(engine, "questionnaire", NULL, &out, NULL),
                    &out) &&
         cop11_describe(engine, "nothing", NULL, &out, NULL) ==
             COP11_E_ARGUMENT;
}

/* ---- dossiers --------------------------------------------------------------- */

static bool use_validate(const struct sample *sample, cop11_engine *engine) {
  cop11_text *out = NULL;

  return gives_text(cop11_validate(engine, sample->dossier, sample->size, NULL,
                                   &out, NULL),
                    &out) &&
         cop11_validate(engine, "{", 1, NULL, &out, NULL) == COP11_E_JSON;
}

static cop11_status evaluate(cop11_engine *engine, const char *dossier) {
  cop11_text *out = NULL;
  cop11_status status =
      cop11_evaluate(engine, dossier, strlen(dossier), NULL, &out, NULL);

  cop11_text_free(out);
  return status;
}

static bool use_evaluate(const struct sample *sample, cop11_engine *engine) {
  return uses_same_report(sample, engine, NULL) &&
         evaluate(engine, "{\"a\":1e}") == COP11_E_JSON &&
         evaluate(engine, "{\"a\":1e999}") == COP11_E_DOSSIER &&
         evaluate(engine, "{}") != COP11_OK;
}

static bool use_render(const struct sample *sample, cop11_engine *engine) {
  cop11_text *out = NULL;

  return gives_text(cop11_render(engine, cop11_text_data(sample->report),
                                 cop11_text_size(sample->report), "text", NULL,
                                 &out, NULL),
                    &out) &&
         cop11_render(engine, "{}", 2, "text", NULL, &out, NULL) ==
             COP11_E_DOSSIER;
}

static bool use_diff(const struct sample *sample, cop11_engine *engine) {
  const char *report = cop11_text_data(sample->report);
  size_t size = cop11_text_size(sample->report);
  cop11_text *out = NULL;

  return gives_text(
             cop11_diff(engine, report, size, report, size, NULL, &out, NULL),
             &out) &&
         cop11_diff(engine, report, size, "{}", 2, NULL, &out, NULL) ==
             COP11_E_DOSSIER;
}

/* ---- all -------------------------------------------------------------------- */

static const struct {
  const char *function;
  bool (*use)(const struct sample *sample, cop11_engine *engine);
} uses[] = {
    {"cop11_abi_version", use_abi_version},
    {"cop11_describe", use_describe},
    {"cop11_diff", use_diff},
    {"cop11_engine_close", use_engine_close},
    {"cop11_engine_open", use_engine_open},
    {"cop11_engine_stats", use_engine_stats},
    {"cop11_evaluate", use_evaluate},
    {"cop11_lint", use_lint},
    {"cop11_options_init", use_options_init},
    {"cop11_pack_add", use_pack_add},
    {"cop11_pack_add_folder", use_pack_add_folder},
    {"cop11_pack_add_signature", use_pack_add_signature},
    {"cop11_pack_free", use_pack_free},
    {"cop11_pack_new", use_pack_new},
    {"cop11_render", use_render},
    {"cop11_status_name", use_status_name},
    {"cop11_test", use_test},
    {"cop11_text_basis", use_text_basis},
    {"cop11_text_copy", use_text_copy},
    {"cop11_text_data", use_text_data},
    {"cop11_text_free", use_text_free},
    {"cop11_text_range", use_text_range},
    {"cop11_text_size", use_text_size},
    {"cop11_validate", use_validate},
    {"cop11_version", use_version},
};

enum {
  USES = sizeof uses / sizeof uses[0]
};

const char *uses_wrong(const struct sample *sample) {
  cop11_engine *engine = NULL;
  const char *wrong = NULL;

  if (cop11_engine_open(NULL, NULL, &engine, NULL) != COP11_OK)
    return "cop11_engine_open";
  for (int i = 0; i < USES && !wrong; i++) {
    if (!uses[i].use(sample, engine))
      wrong = uses[i].function;
  }
  cop11_engine_close(engine);
  return wrong;
}

bool uses_know(const char *function) {
  for (int i = 0; i < USES; i++) {
    if (strcmp(uses[i].function, function) == 0)
      return true;
  }
  return false;
}

/* fuzz_rules.c: any bytes, taken as one more rule file of a small pack
 * (libFuzzer).  Begins in the top folder of the sources.  Most changes keep the
 * file one that Lua can read (rule_edit.h).
 *
 * Linting, testing, opening, describing and evaluating never crash and never
 * end as a defect of the library.  Lint finds fault with every file that keeps
 * an engine from opening.  All inputs are opened in one Lua state, whose scripts
 * are loaded once; it is made anew after an error. */
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "rule_edit.h"
#include "sandbox/guard.h"
#include "support.h"
#include "worker.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

static const char dossier[] =
    "{\"format\": \"cop11.dossier/1\", \"facilities\": {\"complete\": true,"
    "\"items\": [{\"id\": \"a\", \"doors\": {\"locked\": true, \"note\": "
    "\"n\"},"
    "\"guards\": {\"count\": 3, \"kinds\": [\"day\"]},"
    "\"people\": [{\"trained\": true}, {\"trained\": false}]}]}}";

/* What a rule file needs around it, and no more: it is read for each input. */
static const char base[] =
    "pack { title = \"T\", edition = \"e\", version = \"1\", notice = \"N.\" }"
    "ratings { source = \"s\", shall = { lapse = \"minor-nonconformance\","
    "absent = \"major-nonconformance\" } }"
    "point \"R1\" { strength = \"shall\", says = \"S.\" }"
    "fact \"doors.locked\" { type = \"yes/no\", ask = \"Q?\" }"
    "fact \"guards.count\" { type = \"count\", ask = \"Q?\" }"
    "fact \"guards.kinds\" { type = \"choices\", values = { \"day\","
    "\"night\" }, ask = \"Q?\" }"
    "list \"people\" { ask = \"Q?\", facts = { fact \"trained\" {"
    "type = \"yes/no\", ask = \"Q?\" } } }"
    "provision \"1\" { title = \"P\" }"
    "check \"1.1\" { title = \"C\", points = { \"R1\" }, expect = {"
    "\"doors.locked is yes\", otherwise = \"No.\" }, ask = \"A?\","
    "remedy = \"R.\" }";

static struct worker *worker;
static struct guard guard;
static const cop11_call usual = {.struct_size = sizeof usual,
                                 .as_of = "2013-11-30"};

static struct budget new_budget(void) {
  struct budget budget;

  budget_start(&budget, 200000, &usual, &guard);
  return budget;
}

static cop11_pack *small_pack(void) {
  cop11_pack *pack = NULL;

  EXPECT(cop11_pack_new("small", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add(pack, "base.lua", base, sizeof base - 1, NULL) ==
         COP11_OK);
  return pack;
}

/* The state, opened on `options`. */
static cop11_status open_state(const cop11_options *options, bool tolerant,
                               cop11_error *err) {
  struct opening opening = {
      .options = options, .tolerant = tolerant, .err = err};
  struct budget budget = new_budget();
  cop11_status status;

  if (!worker)
    return worker_new(options, tolerant, &budget, false, &worker, err);
  worker->cage->budget = budget;
  status = cage_call(worker->cage, runtime_open, &opening, err);
  worker->spoilt |= status != COP11_OK;
  return status == COP11_OK ? opening.status : status;
}

static void end_state(void) {
  if (worker && !worker->spoilt && worker_is_reusable(worker))
    return;
  worker_free(worker);
  worker = NULL;
}

/* Does one job and checks how it ends; whether its text holds `part`. */
static bool do_job(struct job job, const char *part) {
  cop11_error err = {.struct_size = sizeof err};
  struct budget budget = new_budget();
  bool holds = false;

  if (!worker || worker->spoilt)
    return false;
  job.err = &err;
  check_json(worker_do(worker, &budget, false, &job), job.result, &err);
  if (job.result)
    holds = text_holds(job.result, part);
  cop11_text_free(job.result);
  return holds;
}

static bool do_named(const char *function, const char *text, const char *part) {
  return do_job((struct job){.function = function,
                             .text = text,
                             .size = text ? strlen(text) : 0},
                part);
}

/* One subject, now this, now that. */
static void describe(size_t turn) {
  static const char *const subjects[] = {
      "rules",          "facts",         "parameters", "points",
      "dossier-schema", "questionnaire", "pack"};

  (void)do_named("describe", subjects[turn % 7], "");
}

static void use_rules(size_t turn) {
  struct job job = {.function = turn % 2 ? "evaluate" : "validate",
                    .text = dossier,
                    .size = sizeof dossier - 1,
                    .call = &usual};

  (void)do_job(job, "");
  if (turn % 3 == 0)
    describe(turn);
}

static void try_rules(const cop11_options *options, size_t turn) {
  cop11_error err = {.struct_size = sizeof err};
  bool faultless = false;
  cop11_status status = open_state(options, true, &err);

  check_end(status, &err);
  if (status == COP11_OK) {
    faultless = do_named("lint", NULL, "\"ok\":true");
    if (turn % 8 == 0)
      (void)do_named("test", NULL, "");
  }
  end_state();
  status = open_state(options, false, &err);
  check_end(status, &err);
  EXPECT(status != COP11_E_PACK || !faultless);
  if (status == COP11_OK)
    use_rules(turn);
  end_state();
}

/* The input is a file of the pack, or now and then of a layer over it. */
static void open_input(cop11_pack *pack, cop11_pack *layer, const char *text,
                       size_t size, size_t turn) {
  const cop11_pack *const layers[] = {layer};
  cop11_options given = fuzz_options(pack, 0), options;
  bool layered = size % 4 == 3;
  cop11_error err = {.struct_size = sizeof err};

  check_end(
      cop11_pack_add(layered ? layer : pack, "fuzz.lua", text, size, &err),
      &err);
  given.layers = layered ? layers : NULL;
  given.layer_count = layered;
  EXPECT(options_read(&given, &options, NULL) == COP11_OK);
  try_rules(&options, turn);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static size_t turn;
  char *text = exact_copy(data, size);
  cop11_pack *pack = small_pack(), *layer = NULL;
  clock_t began = clock();

  EXPECT(cop11_pack_new("layer", &layer, NULL) == COP11_OK);
  guard_enter(&guard, (locale_t)0);
  open_input(pack, layer, text, size, turn++);
  guard_leave(&guard);
  cop11_pack_free(layer);
  cop11_pack_free(pack);
  free(text);
  check_time(began);
  return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
  return rule_edit(data, size, max_size, seed);
}

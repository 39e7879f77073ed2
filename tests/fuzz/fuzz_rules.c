/* fuzz_rules.c: any bytes, taken as one more rule file of a small pack
 * (libFuzzer).  Begins in the top folder of the sources.  Most changes keep the
 * file one that Lua can read (rule_edit.h).
 *
 * Opening, evaluating and, of some, linting, testing and describing never crash and
 * never end as a defect of the library.  Lint finds fault with every file that keeps
 * an engine from opening. */
#include <stdlib.h>
#include <string.h>

#include "rule_edit.h"
#include "state.h"

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

/* Few enough that a loop without end takes no minutes. */
enum {
  STEPS = 200000
};

static cop11_pack *small_pack(void) {
  cop11_pack *pack = NULL;

  EXPECT(cop11_pack_new("small", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add(pack, "base.lua", base, sizeof base - 1, NULL) ==
         COP11_OK);
  return pack;
}

/* One subject, now this, now that. */
static void describe(size_t turn) {
  static const char *const subjects[] = {
      "rules",          "facts",         "parameters", "points",
      "dossier-schema", "questionnaire", "pack"};

  (void)state_says(state_job("describe", subjects[turn % 7]), "");
}

/* The rules are open. */
static void use_rules(size_t turn) {
  if (turn % 4 == 0)
    (void)state_says(state_job("lint", NULL), "");
  if (turn % 16 == 1)
    (void)state_says(state_job("test", NULL), "");
  if (turn % 16 == 2)
    describe(turn / 16);
  (void)state_says(state_job(turn % 2 ? "evaluate" : "validate", dossier), "");
}

/* Lint finds fault with what cannot be opened. */
static void lint_refused(const cop11_options *options) {
  state_close();
  if (state_open(options, true) == COP11_OK)
    EXPECT(!state_says(state_job("lint", NULL), "\"ok\":true"));
}

static void try_rules(const cop11_options *options, size_t turn) {
  cop11_status status = state_open(options, false);

  if (status == COP11_OK)
    use_rules(turn);
  else if (status == COP11_E_PACK)
    lint_refused(options);
  state_close();
}

/* The input is a file of the pack, or now and then of a layer over it. */
static void open_input(cop11_pack *pack, cop11_pack *layer, const char *text,
                       size_t size) {
  const cop11_pack *const layers[] = {layer};
  cop11_options options = fuzz_options(pack, STEPS);
  bool layered = size % 4 == 3;
  cop11_error err = {.struct_size = sizeof err};

  check_end(
      cop11_pack_add(layered ? layer : pack, "fuzz.lua", text, size, &err),
      &err);
  options.layers = layered ? layers : NULL;
  options.layer_count = layered;
  try_rules(&options, hash_of(text, size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = exact_copy(data, size);
  cop11_pack *pack = small_pack(), *layer = NULL;
  clock_t began = clock();

  EXPECT(cop11_pack_new("layer", &layer, NULL) == COP11_OK);
  state_enter();
  open_input(pack, layer, text, size);
  state_leave();
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

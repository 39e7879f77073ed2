/* attacks.c: hostile rule files and dossiers against the library, each on a
 * thread with 256 KiB of stack.  Prints TAP.
 *   attacks FOLDER ROOM   FOLDER is this one, ROOM is rules or dossiers;
 *                         README.md says how files look
 *
 * Beside the end that each file states, always: no call ends with
 * COP11_E_INTERNAL, the same call gives the same bytes again, and none leaves a
 * trace in an engine that stood open before. */
#include <cop11.h>
#include <dirent.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "attack_file.h"
#include "small_stack.h"

enum {
  MAX_CPU_SECONDS = 60,  /* under the sanitizers too */
  MAX_UNASKED_MS = 2000, /* without them 50 */
  /* A collection at the limit costs a sixteenth of it in steps: little beside
   * STEPS, so that who runs out of memory is told so. */
  MEMORY = 48 << 20,
  STEPS = 5 << 20
};

/* ---- how long a call goes on without asking whether it should ------------- */

static clock_t last_asked, longest_unasked;

static int32_t note_asked(void *unused) {
  clock_t now = clock();

  (void)unused;
  if (now - last_asked > longest_unasked)
    longest_unasked = now - last_asked;
  last_asked = now;
  return 0;
}

static const cop11_call usual = {
    .struct_size = sizeof usual, .as_of = "2013-11-30", .cancel = note_asked};

/* What all attacks share. */
struct arena {
  const char *folder;
  char *base;         /* rules without fault */
  char *dossier;      /* for them */
  cop11_engine *calm; /* open on them all the time */
  char *report;       /* what `calm` says of `dossier` */
};

/* One attack and how it ended. */
struct attack {
  const struct arena *arena;
  struct attack_file file;
  cop11_engine *engine;
  char found[160]; /* the first thing that is not as it should be, or "" */
};

static void fault(struct attack *attack, const char *call, const char *what) {
  if (!attack->found[0])
    (void)snprintf(attack->found, sizeof attack->found, "%.30s: %.120s", call,
                   what);
}

/* ---- comparing ------------------------------------------------------------ */

static void check_words(struct attack *attack, const struct attack_end *end,
                        const char *said) {
  if (strstr(said, end->words))
    return;
  fault(attack, end->call, said);
}

/* Whether `call` ended as the file says; `said` is its text or message. */
static void check_end(struct attack *attack, const char *call,
                      cop11_status status, const char *said) {
  if (status == COP11_E_INTERNAL)
    fault(attack, call, said);
  for (size_t i = 0; i < attack->file.end_count; i++) {
    const struct attack_end *end = &attack->file.ends[i];
    if (strcmp(end->call, call) != 0)
      continue;
    attack->file.ends[i].seen = true;
    if (strncmp(end->status, cop11_status_name(status), strlen(end->status)))
      fault(attack, cop11_status_name(status), said);
    else
      check_words(attack, end, said);
  }
}

static void check_result(struct attack *attack, const char *call,
                         cop11_status status, cop11_text *text,
                         const cop11_error *err) {
  check_end(attack, call, status,
            status == COP11_OK ? cop11_text_data(text) : err->message);
  cop11_text_free(text);
}

static void check_all_ends_seen(struct attack *attack) {
  for (size_t i = 0; i < attack->file.end_count; i++) {
    if (!attack->file.ends[i].seen)
      fault(attack, attack->file.ends[i].call, "this call was not reached");
  }
}

/* ---- the calls ------------------------------------------------------------ */

/* The report as CSV, which shows one line an outcome. */
static cop11_status evaluate(cop11_engine *engine, const char *dossier,
                             size_t size, cop11_text **out, cop11_error *err) {
  cop11_text *report = NULL;
  cop11_status status;

  *out = NULL;
  last_asked = clock(); /* what came before it asks nobody */
  status = cop11_evaluate(engine, dossier, size, &usual, &report, err);
  if (status == COP11_OK)
    status = cop11_render(engine, cop11_text_data(report),
                          cop11_text_size(report), "csv", NULL, out, err);
  cop11_text_free(report);
  return status;
}

static void check_same_again(struct attack *attack, const char *dossier,
                             size_t size) {
  cop11_text *texts[2] = {NULL, NULL};

  for (int i = 0; i < 2; i++) {
    last_asked = clock(); /* cop11_render asks nobody */
    (void)cop11_evaluate(attack->engine, dossier, size, &usual, &texts[i],
                         NULL);
  }
  if (strcmp(cop11_text_data(texts[0]), cop11_text_data(texts[1])) != 0)
    fault(attack, "evaluate", "other bytes the second time");
  for (int i = 0; i < 2; i++)
    cop11_text_free(texts[i]);
}

/* What validates can be evaluated by the same call, and nothing else can. */
static void check_agreement(struct attack *attack, const char *dossier,
                            size_t size, bool is_valid) {
  cop11_text *report = NULL;
  cop11_status status;

  last_asked = clock();
  status = cop11_evaluate(attack->engine, dossier, size, &usual, &report, NULL);
  if (is_valid && status != COP11_OK)
    fault(attack, "validate", "valid, and cannot be evaluated");
  else if (!is_valid && status == COP11_OK)
    fault(attack, "validate", "not valid, and is evaluated");
  cop11_text_free(report);
}

static bool says_valid(const cop11_text *found) {
  return found && strstr(cop11_text_data(found), "\"valid\":true") != NULL;
}

static void attack_engine(struct attack *attack, const char *dossier,
                          size_t size) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  cop11_status status;

  last_asked = clock();
  status = cop11_validate(attack->engine, dossier, size, &usual, &out, &err);

  if (status == COP11_OK)
    check_agreement(attack, dossier, size, says_valid(out));
  check_result(attack, "validate", status, out, &err);
  status = evaluate(attack->engine, dossier, size, &out, &err);
  check_result(attack, "evaluate", status, out, &err);
  if (status == COP11_OK)
    check_same_again(attack, dossier, size);
}

static void describe(struct attack *attack) {
  static const char *const subjects[] = {"rules", "facts", "questionnaire",
                                         "dossier-schema", "rules/1.9"};
  cop11_error err = {.struct_size = sizeof err};

  for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
    cop11_text *out = NULL;
    cop11_status status =
        cop11_describe(attack->engine, subjects[i], NULL, &out, &err);
    if (status == COP11_E_INTERNAL)
      fault(attack, subjects[i], err.message);
    cop11_text_free(out);
  }
}

/* The base pack with the attack as one more file. */
static cop11_pack *pack_of(struct attack *attack) {
  cop11_pack *pack = NULL;
  cop11_error err = {.struct_size = sizeof err};

  (void)cop11_pack_new("attacked", &pack, &err);
  (void)cop11_pack_add(pack, "base.lua", attack->arena->base,
                       strlen(attack->arena->base), &err);
  check_end(attack, "add",
            cop11_pack_add(pack, "attack.lua", attack->file.text,
                           attack->file.size, &err),
            err.message);
  return pack;
}

static void attack_rules(struct attack *attack) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_pack *pack = pack_of(attack);
  cop11_options options = {.struct_size = sizeof options,
                           .pack = pack,
                           .max_memory = MEMORY,
                           .max_steps = STEPS};
  cop11_text *out = NULL;
  cop11_status status = cop11_lint(&options, NULL, &out, &err);

  check_result(attack, "lint", status, out, &err);
  status = cop11_test(&options, NULL, &out, &err);
  check_result(attack, "test", status, out, &err);
  status = cop11_engine_open(&options, NULL, &attack->engine, &err);
  check_end(attack, "open", status, err.message);
  if (status == COP11_OK) {
    attack_engine(attack, attack->arena->dossier,
                  strlen(attack->arena->dossier));
    describe(attack);
  }
  cop11_engine_close(attack->engine);
  cop11_pack_free(pack);
}

static void attack_dossier(struct attack *attack) {
  cop11_options options = {
      .struct_size = sizeof options, .max_memory = MEMORY, .max_steps = STEPS};
  cop11_error err = {.struct_size = sizeof err};
  cop11_status status =
      cop11_engine_open(&options, NULL, &attack->engine, &err);

  check_end(attack, "open", status, err.message);
  if (status == COP11_OK)
    attack_engine(attack, attack->file.text, attack->file.size);
  cop11_engine_close(attack->engine);
}

/* ---- one after the other --------------------------------------------------- */

static void check_calm(struct attack *attack) {
  const struct arena *arena = attack->arena;
  cop11_text *out = NULL;
  cop11_status status =
      evaluate(arena->calm, arena->dossier, strlen(arena->dossier), &out, NULL);

  if (status != COP11_OK || strcmp(cop11_text_data(out), arena->report) != 0)
    fault(attack, "another engine", "says something else than before");
  cop11_text_free(out);
}

static long milliseconds(clock_t time) {
  return (long)(time * 1000 / CLOCKS_PER_SEC);
}

static void *run_attack(void *data) {
  struct attack *attack = data;
  clock_t start = clock();

  longest_unasked = 0;
  if (attack->file.is_dossier)
    attack_dossier(attack);
  else
    attack_rules(attack);
  check_calm(attack);
  check_all_ends_seen(attack);
  if ((clock() - start) / CLOCKS_PER_SEC > MAX_CPU_SECONDS)
    fault(attack, "all calls", "took too long");
  if (milliseconds(longest_unasked) > MAX_UNASKED_MS)
    fault(attack, "cancel", "was not asked for too long");
  printf("# %ld ms, not asked for %ld ms\n", milliseconds(clock() - start),
         milliseconds(longest_unasked));
  return NULL;
}

static bool run_file(const struct arena *arena, const char *path, int number) {
  struct attack *attack = calloc(1, sizeof *attack);
  bool passed;

  if (!attack)
    return false;
  attack->arena = arena;
  if (!attack_file_read(arena->folder, path, &attack->file))
    fault(attack, path, "is not as README.md says");
  else
    run_on_small_stack(run_attack, attack);
  passed = !attack->found[0];
  printf("%sok %d - %s%s%s\n", passed ? "" : "not ", number, path,
         passed ? "" : ": ", attack->found);
  attack_file_free(&attack->file);
  free(attack);
  return passed;
}

static bool prepare(struct arena *arena) {
  cop11_pack *pack = NULL;
  cop11_options options = {.struct_size = sizeof options};
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  cop11_status status = cop11_pack_new("base", &pack, &err);

  arena->base = attack_text(arena->folder, "base/pack.lua");
  arena->dossier = attack_text(arena->folder, "base/dossier.json");
  options.pack = pack;
  if (status == COP11_OK)
    status = cop11_pack_add(pack, "base.lua", arena->base, strlen(arena->base),
                            &err);
  if (status == COP11_OK)
    status = cop11_engine_open(&options, NULL, &arena->calm, &err);
  if (status == COP11_OK)
    status = evaluate(arena->calm, arena->dossier, strlen(arena->dossier), &out,
                      &err);
  arena->report = strdup(cop11_text_data(out));
  cop11_text_free(out);
  cop11_pack_free(pack);
  return status == COP11_OK;
}

int main(int argc, char **argv) {
  struct arena arena = {.folder = argc == 3 ? argv[1] : "."};
  struct attack_names names = attack_names(arena.folder, argv[argc - 1]);
  int failed = names.count == 0 || !prepare(&arena);

  printf("1..%d\n", names.count);
  for (int i = 0; i < names.count; i++)
    failed |= !run_file(&arena, names.paths[i], i + 1);
  attack_names_free(&names);
  cop11_engine_close(arena.calm);
  free(arena.base);
  free(arena.dossier);
  free(arena.report);
  return failed;
}

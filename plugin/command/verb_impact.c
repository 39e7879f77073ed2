/* verb_impact.c: impact, which runs dossiers through two packs and shows what
 * differs.  Both packs' descriptions and reports go to the library in one JSON
 * text; scripts/impact.lua finds the differences. */
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "json_put.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "within.h"

/* A portfolio is one call: it may take its time. */
static const uint64_t steps_most = (uint64_t)1 << 48;

struct impact {
  const struct arguments *arguments;
  cop11_engine *old;
  cop11_engine *new;
  FILE *out; /* the comparison under way */
};

/* ---- writing JSON --------------------------------------------------------- */

static void put_key(FILE *out, const char *before, const char *side,
                    const char *what) {
  fprintf(out, "%s\"%s%s\":", before, side, what);
}

static void put_text(FILE *out, const cop11_text *text) {
  fwrite(cop11_text_data(text), 1, cop11_text_size(text), out);
}

/* ---- packs ----------------------------------------------------------------- */

/* "old": { "rules": ..., "pack": ..., ... } */
static bool put_pack(struct impact *impact, const char *side,
                     cop11_engine *engine) {
  static const char *const whats[] = {"rules", "pack", "points", "parameters",
                                      "facts"};
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(impact->arguments);

  put_key(impact->out, ",", side, "");
  for (size_t i = 0; i < sizeof whats / sizeof whats[0]; i++) {
    cop11_text *text = NULL;

    if (cop11_describe(engine, whats[i], &call, &text, &error) != COP11_OK) {
      (void)message_put("%s", error.message);
      return false;
    }
    put_key(impact->out, i == 0 ? "{" : ",", whats[i], "");
    put_text(impact->out, text);
    cop11_text_free(text);
  }
  fputc('}', impact->out);
  return true;
}

static cop11_engine *open_rules(const char *folder,
                                const struct arguments *arguments) {
  struct arguments of_pack = *arguments;

  of_pack.rules = folder;
  return rules_engine_for(&of_pack, steps_most,
                          "impact compares whole sets of rules; cop11 assess "
                          "DOSSIER --layer FOLDER shows what a layer changes");
}

/* ---- dossiers -------------------------------------------------------------- */

/* "old": the report, or "old_problem": why there is none. */
static void put_report(struct impact *impact, const char *side,
                       cop11_engine *engine, const struct input *dossier) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(impact->arguments);
  cop11_text *report = NULL;
  char problem[sizeof error.where + sizeof error.message + 2];

  call.as_of = impact->arguments->as_of;
  if (cop11_evaluate(engine, dossier->data, dossier->size, &call, &report,
                     &error) == COP11_OK) {
    put_key(impact->out, ",", side, "");
    put_text(impact->out, report);
  } else {
    put_key(impact->out, ",", side, "_problem");
    snprintf(problem, sizeof problem, "%s%s%s", error.where,
             error.where[0] ? ": " : "", error.message);
    json_put_string(impact->out, problem);
  }
  cop11_text_free(report);
}

static bool put_dossier(struct impact *impact, const char *path) {
  struct input dossier;
  bool done = input_read(path, &input_dossier, &dossier);

  if (done) {
    fputs("{\"name\":", impact->out);
    json_put_string(impact->out, dossier.name);
    put_report(impact, "old", impact->old, &dossier);
    put_report(impact, "new", impact->new, &dossier);
    fputc('}', impact->out);
  }
  input_free(&dossier);
  return done;
}

static bool put_comparison(struct impact *impact) {
  const struct arguments *arguments = impact->arguments;

  fputs("{\"format\":\"cop11.comparison/1\"", impact->out);
  if (arguments->summary)
    fputs(",\"summary_only\":true", impact->out);
  if (!put_pack(impact, "old", impact->old) ||
      !put_pack(impact, "new", impact->new))
    return false;
  fputs(",\"dossiers\":[", impact->out);
  for (size_t i = 2; i < arguments->operand_count; i++) {
    if (i > 2)
      fputc(',', impact->out);
    if (!put_dossier(impact, arguments->operands[i]))
      return false;
  }
  fputs("]}", impact->out);
  return true;
}

/* ---- the verb -------------------------------------------------------------- */

static int show_impact(struct impact *impact, const char *comparison,
                       size_t size) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_text *found = NULL;
  int status = STATUS_CANNOT;

  if (within_do(impact->new, "impact", (struct text_piece){comparison, size},
                NULL, NULL, &found, &error) != COP11_OK) {
    status = message_put("%s", error.message);
  } else if (show(impact->new, found, impact->arguments)) {
    struct peek whole =
        peek_text(cop11_text_data(found), cop11_text_size(found));
    status =
        peek_is_true(peek_member(whole, "ok")) ? STATUS_CLEAN : STATUS_FINDINGS;
  }
  cop11_text_free(found);
  return status;
}

static int compare(struct impact *impact) {
  char *text = NULL;
  size_t size = 0;
  int status = STATUS_CANNOT;
  bool done;

  impact->out = open_memstream(&text, &size);
  if (!impact->out)
    return message_put("there is not enough memory to compare");
  done = put_comparison(impact);
  if (fclose(impact->out) != 0 && done)
    (void)message_put("there is not enough memory to compare");
  else if (done)
    status = show_impact(impact, text, size);
  free(text);
  return status;
}

int verb_impact(const struct arguments *arguments) {
  struct impact impact = {.arguments = arguments};
  int status = STATUS_CANNOT;

  impact.old = open_rules(arguments->operands[0], arguments);
  if (impact.old)
    impact.new = open_rules(arguments->operands[1], arguments);
  if (impact.new)
    status = compare(&impact);
  cop11_engine_close(impact.old);
  cop11_engine_close(impact.new);
  return status;
}

/* verb_batch.c: batch, which rates many dossiers: a report each, and one roll-up
 * of all.  batch/ does the parts. */
#include "verbs.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/rollup.h"
#include "batch/stop.h"
#include "batch/work.h"
#include "cop11.h"
#include "json_put.h"
#include "message.h"
#include "output.h"
#include "peek.h"
#include "rules.h"

/* The roll-up of many dossiers is laid out by one call. */
static const uint64_t steps_most = (uint64_t)1 << 48;

struct batch {
  const struct arguments *arguments;
  struct work work;
  cop11_text *empty; /* the report on nothing: what all reports say first */
  char *settings;
};

/* ---- before ---------------------------------------------------------------------- */

/* The option that the library finds wrong. */
static bool explain(const struct arguments *arguments, cop11_error *error) {
  const char *where = error->where;
  const char *name = strcmp(where, "format") == 0         ? "--format"
                     : strcmp(where, "evaluated_at") == 0 ? "--evaluated-at"
                     : arguments->as_of                   ? "--as-of"
                                                          : "the rules";

  if (error->status == COP11_E_ARGUMENT)
    error->where[0] = '\0';
  (void)message_error(name, error);
  return false;
}

/* Which formats there are is for the library to say. */
static bool rate_nothing(struct batch *batch) {
  static const char nothing[] = "{\"format\":\"cop11.dossier/1\"}";
  const struct arguments *arguments = batch->arguments;
  cop11_call call = arguments_call(arguments);
  cop11_error error = {.struct_size = sizeof error};
  cop11_text *text = NULL;
  cop11_status status;

  call.as_of = arguments->as_of ? arguments->as_of : "2013-11-30";
  call.evaluated_at = arguments->evaluated_at;
  call.format = batch->work.format;
  status = cop11_evaluate(batch->work.engine, nothing, sizeof nothing - 1,
                          &call, &text, &error);
  cop11_text_free(text);
  call.format = NULL;
  if (status == COP11_OK)
    status = cop11_evaluate(batch->work.engine, nothing, sizeof nothing - 1,
                            &call, &batch->empty, &error);
  if (status == COP11_OK)
    return true;
  return explain(arguments, &error);
}

static void put_setting(FILE *out, const char *key, const char *value) {
  if (!value)
    return;
  fprintf(out, ",\"%s\":", key);
  json_put_whole(out, value);
}

/* What all reports in a folder have in common. */
static bool describe_settings(struct batch *batch) {
  const struct arguments *arguments = batch->arguments;
  struct peek report =
      peek_text(cop11_text_data(batch->empty), cop11_text_size(batch->empty));
  struct peek engine = peek_member(report, "engine");
  struct peek pack = peek_member(report, "pack");
  size_t size = 0;
  FILE *out = open_memstream(&batch->settings, &size);

  if (out) {
    fprintf(out, JOURNAL_START "\"engine\":%.*s,\"pack\":%.*s",
            (int)peek_size(engine), engine.at, (int)peek_size(pack), pack.at);
    put_setting(out, "as_of", arguments->as_of);
    put_setting(out, "evaluated_at", arguments->evaluated_at);
    put_setting(out, "report_format", batch->work.format);
    fprintf(out, ",\"show_sensitive\":%s}",
            arguments->show_sensitive ? "true" : "false");
  }
  if (out && fclose(out) == 0)
    return true;
  (void)message_put("there is not enough memory");
  return false;
}

static bool begin(struct batch *batch) {
  const struct arguments *arguments = batch->arguments;
  struct work *work = &batch->work;

  if (!arguments->output || strcmp(arguments->output, "-") == 0) {
    (void)message_put("batch writes a report for each dossier: name a folder "
                      "for them with -o");
    return false;
  }
  return sources_open(&work->sources, arguments) &&
         (work->engine = rules_engine(arguments)) != NULL &&
         rate_nothing(batch) && describe_settings(batch) &&
         folder_open(&work->folder, arguments->output, work->format,
                     &work->sources) &&
         journal_open(&work->journal, &work->folder, batch->settings);
}

/* ---- afterwards -------------------------------------------------------------------- */

static const char *const rollup_formats[] = {"text", "html", "csv"};

static char *rollup_name(const struct batch *batch, const char *ending) {
  size_t size = strlen(batch->arguments->output) + 32;
  char *name = malloc(size);

  if (name)
    snprintf(name, size, "%s/rollup.%s", batch->arguments->output, ending);
  return name;
}

static bool write_rollup(const struct batch *batch, const char *format,
                         const char *text, size_t size) {
  char *name = rollup_name(batch, format);
  bool done = name && output_write(name, text, size, false);

  free(name);
  return done;
}

/* What an earlier run rolled up says nothing of this one. */
static void remove_rollups(const struct batch *batch) {
  int root = batch->work.folder.root;

  unlinkat(root, "rollup.json", 0);
  unlinkat(root, "rollup.html", 0);
  unlinkat(root, "rollup.csv", 0);
}

/* As pages and for standard output, by the built-in rules, which are read fast
 * and do not matter here. */
static bool lay_out(const struct batch *batch, const char *document,
                    size_t size) {
  struct arguments built_in = *batch->arguments;
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(batch->arguments);
  cop11_engine *engine;
  bool done = true;

  built_in.rules = NULL;
  built_in.layer_count = built_in.key_count = 0;
  engine = rules_engine_for(&built_in, steps_most, NULL);
  for (size_t i = sizeof rollup_formats / sizeof *rollup_formats;
       done && engine && i-- > 0;) {
    const char *format = rollup_formats[i];
    cop11_text *text = NULL;

    done = cop11_render(engine, document, size, format, &call, &text, &error) ==
           COP11_OK;
    if (!done)
      (void)message_put("the roll-up: %s", error.message);
    else if (strcmp(format, "text") == 0)
      done = output_write(NULL, cop11_text_data(text), cop11_text_size(text),
                          true);
    else
      done = write_rollup(batch, format, cop11_text_data(text),
                          cop11_text_size(text));
    cop11_text_free(text);
  }
  cop11_engine_close(engine);
  return done && engine;
}

static int roll_up(struct batch *batch) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(batch->arguments);
  cop11_text *rules = NULL;
  char *document = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&document, &size);
  int status = -1;

  journal_sort(&batch->work.journal);
  if (out && cop11_describe(batch->work.engine, "rules", &call, &rules,
                            &error) == COP11_OK)
    status = rollup_put(out, batch->empty, rules, &batch->work.journal,
                        batch->arguments->require);
  if (!out || fclose(out) != 0 || status < 0)
    status = message_put("the dossiers cannot be rolled up: %s",
                         error.message[0] ? error.message : "see above");
  else if (!write_rollup(batch, "json", document, size) ||
           !lay_out(batch, document, size))
    status = STATUS_CANNOT;
  cop11_text_free(rules);
  free(document);
  return status;
}

/* What stopped it, and how it goes on. */
static int tell_stop(const struct work *work) {
  const struct unit *bad = &work->first_bad;

  if (work->failed)
    return STATUS_CANNOT;
  if (bad->name && !work->arguments->skip_bad)
    (void)message_error(bad->path, &bad->error);
  (void)message_put("%zu dossiers are done; the same command goes on from "
                    "there%s",
                    work->done - work->bad,
                    bad->name && !work->arguments->skip_bad
                        ? ", and with --skip-bad past this one"
                        : "");
  return STATUS_CANNOT;
}

static int run(struct batch *batch) {
  if (!stop_begin())
    return message_put("signals cannot be watched");
  if (!begin(batch))
    return STATUS_CANNOT;
  remove_rollups(batch);
  if (!work_do(&batch->work))
    return tell_stop(&batch->work);
  return roll_up(batch);
}

int verb_batch(const struct arguments *arguments) {
  struct batch batch = {.arguments = arguments};
  struct work *work = &batch.work;
  int status;

  if (arguments->pdf)
    return message_put("--format pdf: a batch writes no PDFs; take html, or "
                       "assess each with --format pdf");
  work->arguments = arguments;
  work->format = arguments->format ? arguments->format : "json";
  work->folder.root = work->journal.file = -1;
  pthread_mutex_init(&work->lock, NULL);
  status = run(&batch);
  journal_close(&work->journal);
  folder_close(&work->folder);
  sources_free(&work->sources);
  cop11_engine_close(work->engine);
  cop11_text_free(batch.empty);
  free(batch.settings);
  free(work->first_bad.name);
  pthread_mutex_destroy(&work->lock);
  stop_end();
  return status;
}

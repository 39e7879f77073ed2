/* work.c: see work.h.  Dossiers are handed out in order, and all that were handed
 * out are finished: so the bad one that is told is always the first. */
#include "batch/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/stop.h"
#include "batch/summary.h"
#include "message.h"

enum {
  MOST_JOBS = 64
};

struct worker {
  struct work *work;
  int number;
  struct unit unit;
  char digest[DIGEST_HEX_SIZE + 1];
  pthread_t thread;
};

static void fail(struct work *work, const char *message) {
  pthread_mutex_lock(&work->lock);
  if (message && !work->failed)
    (void)message_put("%s", message);
  work->failed = true;
  pthread_mutex_unlock(&work->lock);
  stop_ask();
}

/* ---- one dossier ------------------------------------------------------------------ */

static cop11_call call_of(const struct work *work) {
  cop11_call call = arguments_call(work->arguments);

  call.flags = work->arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  call.as_of = work->arguments->as_of;
  call.evaluated_at = work->arguments->evaluated_at;
  call.cancel = stop_cancel;
  return call;
}

/* The report as JSON, and as it is kept: the same where that is JSON. */
static bool evaluate(struct worker *worker, cop11_text **json,
                     cop11_text **kept) {
  struct work *work = worker->work;
  struct unit *unit = &worker->unit;
  cop11_call call = call_of(work);

  if (cop11_evaluate(work->engine, unit->data, unit->size, &call, json,
                     &unit->error) != COP11_OK)
    return false;
  *kept = *json;
  if (strcmp(work->format, "json") == 0)
    return true;
  call.format = work->format;
  return cop11_evaluate(work->engine, unit->data, unit->size, &call, kept,
                        &unit->error) == COP11_OK;
}

/* What is wrong in line 1 of a text is wrong in its line of the file. */
static void place_error(struct unit *unit) {
  if (unit->line > 0 && unit->line < INT32_MAX)
    unit->error.line = (int32_t)unit->line;
  if (unit->line > 0 && unit->error.column == 0)
    unit->error.column = 1;
}

static void add_line(struct worker *worker, const char *report, size_t size,
                     const cop11_text *json) {
  char *line = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&line, &length);
  bool done = out != NULL;

  if (out && json)
    done = summary_put(out, &worker->unit, worker->digest, report, size, json);
  else if (out)
    summary_put_bad(out, &worker->unit);
  if ((out && fclose(out) != 0) || !done)
    fail(worker->work, "there is not enough memory");
  else if (!journal_add(&worker->work->journal, worker->unit.name, line,
                        length))
    fail(worker->work, NULL);
  free(line);
}

/* Keeps the first; `unit` goes on without what is kept. */
static void note_bad(struct work *work, struct unit *unit) {
  struct unit *first = &work->first_bad;

  pthread_mutex_lock(&work->lock);
  if (work->bad++ == 0 || unit->order < first->order) {
    free(first->name);
    *first = *unit;
    first->data = NULL;
    first->name = strdup(unit->name);
  }
  pthread_mutex_unlock(&work->lock);
}

static void finish_bad(struct worker *worker) {
  struct work *work = worker->work;

  if (worker->unit.error.status == COP11_E_CANCELLED)
    return;
  place_error(&worker->unit);
  note_bad(work, &worker->unit);
  if (work->arguments->skip_bad)
    add_line(worker, NULL, 0, NULL);
  else
    stop_finish();
}

static void rate(struct worker *worker, const char *report) {
  struct work *work = worker->work;
  cop11_text *json = NULL, *kept = NULL;
  cop11_error error = {.struct_size = sizeof error};

  if (!evaluate(worker, &json, &kept))
    finish_bad(worker);
  else if (!folder_put(&work->folder, worker->number, report, kept, &error))
    fail(work, error.message);
  else
    add_line(worker, report, cop11_text_size(kept), json);
  if (kept != json)
    cop11_text_free(kept);
  cop11_text_free(json);
}

static bool was_done(struct worker *worker, const char *report) {
  return journal_has(&worker->work->journal, worker->unit.name, worker->digest,
                     report);
}

static void do_unit(struct worker *worker) {
  struct work *work = worker->work;
  char *report = folder_report(&work->folder, worker->unit.name);
  bool earlier = false;

  if (!report) {
    fail(work, "there is not enough memory");
  } else if (!unit_read(&worker->unit)) {
    finish_bad(worker);
  } else {
    digest_hex(worker->unit.data, worker->unit.size, worker->digest);
    earlier = was_done(worker, report);
    if (!earlier)
      rate(worker, report);
  }
  free(report);
  pthread_mutex_lock(&work->lock);
  work->done++;
  work->earlier += earlier;
  progress_tell(&work->progress, work->done, work->earlier);
  pthread_mutex_unlock(&work->lock);
}

/* ---- threads ---------------------------------------------------------------------- */

static void *run(void *data) {
  struct worker *worker = data;

  while (sources_take(&worker->work->sources, &worker->unit))
    do_unit(worker);
  unit_free(&worker->unit);
  return NULL;
}

static int jobs_of(const struct arguments *arguments) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);

  if (arguments->jobs > 0)
    return (int)arguments->jobs;
  return cores < 1 ? 1 : cores > MOST_JOBS ? MOST_JOBS : (int)cores;
}

/* Where the system gives no more threads, those there are do all. */
static void run_all(struct work *work, struct worker *workers, int jobs) {
  int started = 1;

  for (; started < jobs; started++) {
    workers[started] = (struct worker){.work = work, .number = started};
    if (pthread_create(&workers[started].thread, NULL, run,
                       &workers[started]) != 0)
      break;
  }
  workers[0] = (struct worker){.work = work};
  run(&workers[0]);
  for (int i = 1; i < started; i++)
    pthread_join(workers[i].thread, NULL);
}

bool work_do(struct work *work) {
  int jobs = jobs_of(work->arguments);
  struct worker *workers = calloc((size_t)jobs, sizeof *workers);

  if (!workers) {
    fail(work, "there is not enough memory");
    return false;
  }
  progress_begin(&work->progress,
                 work->sources.counted ? work->sources.count : 0);
  run_all(work, workers, jobs);
  progress_end(&work->progress);
  free(workers);
  return !work->failed && !stop_is_asked() &&
         (work->bad == 0 || work->arguments->skip_bad);
}

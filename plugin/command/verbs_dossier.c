/* verbs_dossier.c: assess, validate and try, the verbs that read a dossier. */
#include "verbs.h"

#include <string.h>
#include <unistd.h>

#include "cop11.h"
#include "input.h"
#include "mend.h"
#include "message.h"
#include "other_kind.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "within.h"

/* What these verbs work on. */
struct job {
  const struct arguments *arguments;
  cop11_engine *engine;
  struct input dossier;
  cop11_call call;
  cop11_error error;
};

static bool job_start(struct job *job, const struct arguments *arguments,
                      const char *dossier) {
  *job = (struct job){
      .arguments = arguments,
      .call = arguments_call(arguments),
      .error = {.struct_size = sizeof job->error},
  };
  job->call.flags = arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  job->call.as_of = arguments->as_of;
  job->call.evaluated_at = arguments->evaluated_at;
  if (!input_read(dossier, &input_dossier, &job->dossier))
    return false;
  job->engine = rules_engine(arguments);
  return job->engine != NULL;
}

static void job_end(struct job *job) {
  cop11_engine_close(job->engine);
  input_free(&job->dossier);
}

static struct peek peek_whole(const cop11_text *text) {
  return peek_text(cop11_text_data(text), cop11_text_size(text));
}

/* ---- problems ------------------------------------------------------------ */

/* More errors than this are counted: they are one slip made many times, or a dossier that
 * is another document. */
enum {
  MOST_ERRORS = 20
};

/* Only errors keep a dossier from being rated; the report tells the rest. */
static bool is_error(struct peek problem) {
  return peek_is(peek_member(problem, "kind"), "error");
}

static void print_problem(const char *name, struct peek problem) {
  cop11_error error = {.struct_size = sizeof error};

  error.line = (int32_t)peek_number(peek_member(problem, "line"));
  error.column = (int32_t)peek_number(peek_member(problem, "column"));
  peek_string(peek_member(problem, "pointer"), error.where, sizeof error.where);
  peek_string(peek_member(problem, "message"), error.message,
              sizeof error.message);
  (void)message_error(name, &error);
}

/* Prints the first errors of the dossier and how many more there are; false when they
 * cannot be had. */
static bool print_problems(struct job *job) {
  cop11_text *found = NULL;
  struct peek problem;
  int count = 0;

  if (cop11_validate(job->engine, job->dossier.data, job->dossier.size,
                     &job->call, &found, NULL) != COP11_OK)
    return false;
  problem = peek_first(peek_member(peek_whole(found), "problems"));
  for (; problem.at && count < MOST_ERRORS; problem = peek_next(problem)) {
    if (is_error(problem)) {
      print_problem(job->dossier.name, problem);
      count++;
    }
  }
  count = (int)peek_number(
              peek_member(peek_member(peek_whole(found), "counts"), "error")) -
          count;
  if (count > 0)
    message_put("%s: and %d more; cop11 validate lists them", job->dossier.name,
                count);
  cop11_text_free(found);
  return true;
}

/* The user's arguments that these calls take are the format, the moment and the
 * day. */
static int explain_argument(const struct job *job) {
  const char *where = job->error.where;
  const char *option = strcmp(where, "format") == 0         ? "--format"
                       : strcmp(where, "evaluated_at") == 0 ? "--evaluated-at"
                       : strcmp(where, "check") == 0        ? "--check"
                       : strcmp(where, "condition") == 0    ? "the condition"
                                                            : NULL;

  if (option) {
    cop11_error error = job->error;
    error.where[0] = '\0';
    return message_error(option, &error);
  }
  if (job->arguments->as_of)
    return message_error("--as-of", &job->error);
  return message_put("%s: %s (--as-of DATE gives one)", job->dossier.name,
                     job->error.message);
}

/* What is no JSON at all is told by what it seems to be; else the line is shown. */
static int explain_json(const struct job *job) {
  const struct input *dossier = &job->dossier;
  const char *other = job->error.line == 1 && job->error.column == 1
                          ? other_kind(dossier->data, dossier->size)
                          : NULL;

  if (other)
    return message_put("%s: this seems to be %s; a dossier is a JSON object "
                       "that says \"format\": \"%s\"",
                       dossier->name, other, dossier->kind->format);
  (void)message_error(dossier->name, &job->error);
  mend_show(dossier, &job->error, job->engine, &job->call);
  return STATUS_CANNOT;
}

static int explain(struct job *job) {
  if (job->error.status == COP11_E_JSON)
    return explain_json(job);
  if (job->error.status == COP11_E_ARGUMENT)
    return explain_argument(job);
  if (job->error.status == COP11_E_DOSSIER && print_problems(job))
    return STATUS_CANNOT;
  return message_error(job->dossier.name, &job->error);
}

/* ---- assess -------------------------------------------------------------- */

/* How strong a basis is: 1 to 3, as cop11_text_basis gives it. */
static uint32_t strength_of(const char *basis) {
  return strcmp(basis, "stated") == 0      ? 1
         : strcmp(basis, "evidenced") == 0 ? 2
                                           : 3;
}

/* A finding is certain where every rating that the unknowns still allow holds
 * one. */
static int status_of_report(const cop11_text *report, const char *require) {
  uint32_t range = cop11_text_range(report);

  if ((range & (COP11_CONFORMANCE | COP11_NOT_APPLICABLE)) == 0)
    return STATUS_FINDINGS;
  return (range == COP11_CONFORMANCE || range == COP11_NOT_APPLICABLE) &&
                 (!require || cop11_text_basis(report) >= strength_of(require))
             ? STATUS_CLEAN
             : STATUS_OPEN;
}

/* On a terminal the first screen of the report, unless the user asks for more. */
static bool is_summary(const struct arguments *arguments) {
  return !arguments->format && !arguments->full && !arguments->output &&
         isatty(STDOUT_FILENO) == 1;
}

static int assess_whole(const struct arguments *arguments) {
  bool summary = is_summary(arguments);
  cop11_text *report = NULL;
  int status = STATUS_CANNOT;
  struct job job;

  if (!job_start(&job, arguments, arguments->operand))
    goto out;
  job.call.format = summary ? "summary" : arguments_format(arguments);
  if (cop11_evaluate(job.engine, job.dossier.data, job.dossier.size, &job.call,
                     &report, &job.error) != COP11_OK)
    status = explain(&job);
  else if (show_text(report, arguments)) {
    status = status_of_report(report, arguments->require);
    if (summary)
      (void)message_put("this is a summary; --full prints the whole report");
  }
out:
  cop11_text_free(report);
  job_end(&job);
  return status;
}

/* ---- one check, one condition -------------------------------------------- */

/* As rating does: one shortfall is certain, or something is open. */
static int status_of_outcome(struct peek outcome) {
  if (peek_is(outcome, "minor-nonconformance") ||
      peek_is(outcome, "major-nonconformance"))
    return STATUS_FINDINGS;
  return peek_is(outcome, "insufficient-evidence") || peek_is(outcome, "error")
             ? STATUS_OPEN
             : STATUS_CLEAN;
}

static int status_of_places(const cop11_text *tried) {
  struct peek place = peek_first(peek_member(peek_whole(tried), "places"));
  int status = place.at ? STATUS_CLEAN : STATUS_OPEN;

  for (; place.at; place = peek_next(place)) {
    int here = status_of_outcome(peek_member(place, "outcome"));

    if (here == STATUS_FINDINGS)
      return here;
    if (here == STATUS_OPEN)
      status = here;
  }
  return status;
}

static int status_of_answer(const cop11_text *tried) {
  struct peek answer = peek_member(peek_whole(tried), "answer");

  return peek_is(answer, "no")          ? STATUS_FINDINGS
         : peek_is(answer, "not known") ? STATUS_OPEN
                                        : STATUS_CLEAN;
}

static int attempt(const struct arguments *arguments, const char *dossier,
                   const char *function, const char *what,
                   int status_of(const cop11_text *tried)) {
  cop11_text *tried = NULL;
  int status = STATUS_CANNOT;
  struct job job;

  if (!job_start(&job, arguments, dossier))
    goto out;
  if (within_do(job.engine, function,
                (struct text_piece){job.dossier.data, job.dossier.size}, what,
                &job.call, &tried, &job.error) != COP11_OK)
    status = explain(&job);
  else if (show(job.engine, tried, arguments))
    status = status_of(tried);
out:
  cop11_text_free(tried);
  job_end(&job);
  return status;
}

int verb_try(const struct arguments *arguments) {
  return attempt(arguments, arguments->operands[1], "try",
                 arguments->operands[0], status_of_answer);
}

int verb_assess(const struct arguments *arguments) {
  if (!arguments->check)
    return assess_whole(arguments);
  return attempt(arguments, arguments->operand, "try_check", arguments->check,
                 status_of_places);
}

/* ---- validate ------------------------------------------------------------ */

/* What cannot be assessed ends as `assess` does. */
static int status_of_validation(const cop11_text *found) {
  return peek_is_true(peek_member(peek_whole(found), "valid")) ? STATUS_CLEAN
                                                               : STATUS_CANNOT;
}

int verb_validate(const struct arguments *arguments) {
  cop11_text *found = NULL;
  int status = STATUS_CANNOT;
  struct job job;

  if (!job_start(&job, arguments, arguments->operand))
    goto out;
  job.call.format = arguments_format(arguments);
  if (cop11_validate(job.engine, job.dossier.data, job.dossier.size, &job.call,
                     &found, &job.error) != COP11_OK)
    status = explain(&job);
  else if (show(job.engine, found, arguments))
    status = status_of_validation(found);
out:
  cop11_text_free(found);
  job_end(&job);
  return status;
}

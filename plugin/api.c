/* api.c: the functions of cop11.h, and nothing else: each checks what it was
 * given, keeps the host's errno, and leaves the work to other files.
 *
 * A call fills an error of its own, copied to the host's at the very end: the
 * host may pass a text of its cop11_error as a parameter.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "cop11.h"
#include "engine.h"
#include "error.h"
#include "handle.h"
#include "options.h"
#include "pack/folder.h"
#include "pack/pack.h"
#include "sandbox/budget.h"
#include "sandbox/guard.h"
#include "text.h"
#include "version_text.h"

/* ---- what every call does ------------------------------------------------- */

struct entry {
  const char *function; /* its name, for messages */
  cop11_status status;  /* not COP11_OK: the call goes no further */
  int saved_errno;
  cop11_error error;
  cop11_error *host_error;
};

/* `err` is the host's; one that is too small is never written to. */
static void enter(struct entry *entry, const char *function, cop11_error *err) {
  entry->function = function;
  entry->status = COP11_OK;
  entry->saved_errno = errno;
  entry->error.struct_size = sizeof entry->error;
  entry->host_error = err;
  error_clear(&entry->error);
  if (!error_usable(err))
    entry->status = COP11_E_ARGUMENT;
}

static cop11_status leave(struct entry *entry) {
  error_copy(entry->host_error, &entry->error);
  errno = entry->saved_errno;
  return entry->status;
}

/* Each check below does nothing where one before it failed. */

static void need(struct entry *entry, const void *parameter, const char *name) {
  if (entry->status == COP11_OK && !parameter)
    entry->status =
        error_set(&entry->error, COP11_E_ARGUMENT, NULL, 0, 0,
                  "%s: %s is NULL, but is required.", entry->function, name);
}

/* The same of a handle, which must be alive and of its kind. */
static void need_handle(struct entry *entry, const void *handle, uint32_t tag,
                        const char *name) {
  need(entry, handle, name);
  if (entry->status == COP11_OK && !handle_is(handle, tag))
    entry->status =
        error_set(&entry->error, COP11_E_ARGUMENT, NULL, 0, 0,
                  "%s: %s was freed already, or is something else: pass what "
                  "cop11_%s gave you, until you free it.",
                  entry->function, name,
                  tag == HANDLE_ENGINE ? "engine_open" : "pack_new");
}

static void need_text_out(struct entry *entry, cop11_text **out) {
  if (out)
    *out = NULL;
  need(entry, out, "out");
}

static void read_call(struct entry *entry, const cop11_call *call,
                      cop11_call *out) {
  if (entry->status == COP11_OK)
    entry->status = call_read(call, out, &entry->error);
}

static void read_options(struct entry *entry, const cop11_options *options,
                         cop11_options *out) {
  if (entry->status == COP11_OK)
    entry->status = options_read(options, out, &entry->error);
}

/* ---- library --------------------------------------------------------------- */

uint32_t cop11_abi_version(void) {
  return COP11_ABI_VERSION;
}

const char *cop11_version(void) {
  return VERSION_TEXT;
}

const char *cop11_status_name(cop11_status status) {
  static const char *const names[] = {"COP11_OK",          "COP11_E_ARGUMENT",
                                      "COP11_E_MEMORY",    "COP11_E_LIMIT",
                                      "COP11_E_CANCELLED", "COP11_E_JSON",
                                      "COP11_E_DOSSIER",   "COP11_E_PACK",
                                      "COP11_E_IO",        "COP11_E_INTERNAL"};

  if (status < 0 || (size_t)status >= sizeof names / sizeof names[0])
    return "COP11_UNKNOWN";
  return names[status];
}

/* ---- texts ----------------------------------------------------------------- */

const char *cop11_text_data(const cop11_text *text) {
  return handle_is(text, HANDLE_TEXT) ? text->bytes : "";
}

size_t cop11_text_size(const cop11_text *text) {
  return handle_is(text, HANDLE_TEXT) ? text->size : 0;
}

size_t cop11_text_copy(const cop11_text *text, char *buffer, size_t capacity) {
  return text_copy(text, buffer, capacity);
}

uint32_t cop11_text_range(const cop11_text *text) {
  return handle_is(text, HANDLE_TEXT) ? text->range : 0;
}

uint32_t cop11_text_basis(const cop11_text *text) {
  return handle_is(text, HANDLE_TEXT) ? text->basis : 0;
}

void cop11_text_free(cop11_text *text) {
  int saved_errno = errno;

  text_free(text);
  errno = saved_errno;
}

/* ---- packs ----------------------------------------------------------------- */

cop11_status cop11_pack_new(const char *name, cop11_pack **out,
                            cop11_error *err) {
  struct entry entry;

  enter(&entry, "cop11_pack_new", err);
  if (out)
    *out = NULL;
  need(&entry, out, "out");
  need(&entry, name, "name");
  if (entry.status == COP11_OK)
    entry.status = pack_new(name, out, &entry.error);
  return leave(&entry);
}

cop11_status cop11_pack_add(cop11_pack *pack, const char *path,
                            const char *text, size_t size, cop11_error *err) {
  struct entry entry;

  enter(&entry, "cop11_pack_add", err);
  need_handle(&entry, pack, HANDLE_PACK, "pack");
  need(&entry, path, "path");
  need(&entry, text, "text");
  if (entry.status == COP11_OK)
    entry.status = pack_add(pack, path, text, size, &entry.error);
  return leave(&entry);
}

/* Reading has no steps, but someone may wait for it. */
static cop11_status read_folder(cop11_pack *pack, const char *folder,
                                const cop11_call *call, cop11_error *err) {
  struct guard guard;
  struct budget budget;
  cop11_status status = COP11_OK;

  guard_enter(&guard, (locale_t)0);
  budget_start(&budget, UINT64_MAX, call, &guard);
  if (!budget_poll(&budget))
    status = budget_explain(&budget, err);
  if (status == COP11_OK)
    status = pack_add_folder(pack, folder, &budget, err);
  guard_leave(&guard);
  return status;
}

cop11_status cop11_pack_add_folder(cop11_pack *pack, const char *folder,
                                   const cop11_call *call, cop11_error *err) {
  struct entry entry;
  cop11_call known;

  enter(&entry, "cop11_pack_add_folder", err);
  need_handle(&entry, pack, HANDLE_PACK, "pack");
  need(&entry, folder, "folder");
  read_call(&entry, call, &known);
  if (entry.status == COP11_OK)
    entry.status = read_folder(pack, folder, &known, &entry.error);
  return leave(&entry);
}

cop11_status cop11_pack_add_signature(cop11_pack *pack, const char *text,
                                      size_t size, cop11_error *err) {
  struct entry entry;

  enter(&entry, "cop11_pack_add_signature", err);
  need_handle(&entry, pack, HANDLE_PACK, "pack");
  need(&entry, text, "text");
  if (entry.status == COP11_OK)
    entry.status = pack_set_signature(pack, text, size, &entry.error);
  return leave(&entry);
}

void cop11_pack_free(cop11_pack *pack) {
  int saved_errno = errno;

  pack_free(pack);
  errno = saved_errno;
}

/* ---- options and engine ---------------------------------------------------- */

cop11_status cop11_options_init(cop11_options *options, uint32_t struct_size) {
  return options_init(options, struct_size);
}

cop11_status cop11_engine_open(const cop11_options *options,
                               const cop11_call *call, cop11_engine **out,
                               cop11_error *err) {
  struct entry entry;
  cop11_options known;
  cop11_call known_call;

  enter(&entry, "cop11_engine_open", err);
  if (out)
    *out = NULL;
  need(&entry, out, "out");
  read_options(&entry, options, &known);
  read_call(&entry, call, &known_call);
  if (entry.status == COP11_OK)
    entry.status = engine_open(&known, &known_call, out, &entry.error);
  return leave(&entry);
}

void cop11_engine_close(cop11_engine *engine) {
  int saved_errno = errno;

  engine_close(engine);
  errno = saved_errno;
}

cop11_status cop11_engine_stats(const cop11_engine *engine, cop11_stats *stats,
                                cop11_error *err) {
  struct entry entry;
  cop11_stats counted = {.struct_size = sizeof counted};

  enter(&entry, "cop11_engine_stats", err);
  need_handle(&entry, engine, HANDLE_ENGINE, "engine");
  need(&entry, stats, "stats");
  if (entry.status == COP11_OK) {
    engine_stats(engine, &counted);
    entry.status = stats_copy(&counted, stats, &entry.error);
  }
  return leave(&entry);
}

/* ---- jobs ------------------------------------------------------------------ */

/* Does `job` in the engine and hands its text over. */
static cop11_status do_job(struct entry *entry, cop11_engine *engine,
                           const cop11_call *call, struct job *job,
                           cop11_text **out) {
  if (entry->status == COP11_OK) {
    job->err = &entry->error;
    entry->status = engine_do(engine, call, job);
  }
  if (entry->status == COP11_OK)
    *out = job->result;
  return leave(entry);
}

static cop11_status do_once(const char *function, const char *name,
                            const cop11_options *options,
                            const cop11_call *call, cop11_text **out,
                            cop11_error *err) {
  struct entry entry;
  cop11_options known;
  cop11_call known_call;
  struct job job = {.function = name, .err = &entry.error};

  enter(&entry, function, err);
  need_text_out(&entry, out);
  read_options(&entry, options, &known);
  read_call(&entry, call, &known_call);
  if (entry.status == COP11_OK)
    entry.status = engine_do_once(&known, &known_call, &job);
  if (entry.status == COP11_OK)
    *out = job.result;
  return leave(&entry);
}

/* What the engine's options say of a text that goes in: a dossier, or a report
 * that an engine of the same options has written. */
static void bound(struct entry *entry, const char *option, uint64_t most,
                  size_t size) {
  if (size > most)
    entry->status =
        error_set(&entry->error, COP11_E_LIMIT, NULL, 0, 0,
                  "The text has %zu bytes, but %s allows %" PRIu64
                  ". Pass less at once, or raise %s in cop11_options.",
                  size, option, most, option);
}

static void apply_limits(struct entry *entry, const cop11_engine *engine,
                         struct job *job, bool reads_report) {
  const cop11_options *options;

  if (entry->status != COP11_OK)
    return;
  options = engine_options(engine);
  job->max_result = options->max_report;
  if (reads_report)
    bound(entry, "max_report", options->max_report, job->size);
  else
    bound(entry, "max_dossier", options->max_dossier, job->size);
}

static cop11_status do_dossier(struct entry *entry, cop11_engine *engine,
                               const cop11_call *call, struct job *job,
                               cop11_text **out) {
  cop11_call known;

  need_text_out(entry, out);
  need_handle(entry, engine, HANDLE_ENGINE, "engine");
  need(entry, job->text, "dossier");
  read_call(entry, call, &known);
  apply_limits(entry, engine, job, false);
  job->call = &known;
  return do_job(entry, engine, &known, job, out);
}

cop11_status cop11_describe(cop11_engine *engine, const char *what,
                            const cop11_call *call, cop11_text **out,
                            cop11_error *err) {
  struct entry entry;
  struct job job = {.function = "describe", .text = what};
  cop11_call known;

  enter(&entry, "cop11_describe", err);
  need_text_out(&entry, out);
  need_handle(&entry, engine, HANDLE_ENGINE, "engine");
  need(&entry, what, "what");
  read_call(&entry, call, &known);
  if (entry.status == COP11_OK)
    job.size = strlen(what);
  return do_job(&entry, engine, &known, &job, out);
}

cop11_status cop11_lint(const cop11_options *options, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
  return do_once("cop11_lint", "lint", options, call, out, err);
}

cop11_status cop11_test(const cop11_options *options, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
  return do_once("cop11_test", "test", options, call, out, err);
}

cop11_status cop11_validate(cop11_engine *engine, const char *dossier,
                            size_t size, const cop11_call *call,
                            cop11_text **out, cop11_error *err) {
  struct entry entry;
  struct job job = {.function = "validate", .text = dossier, .size = size};

  enter(&entry, "cop11_validate", err);
  return do_dossier(&entry, engine, call, &job, out);
}

cop11_status cop11_evaluate(cop11_engine *engine, const char *dossier,
                            size_t size, const cop11_call *call,
                            cop11_text **out, cop11_error *err) {
  struct entry entry;
  struct job job = {
      .function = "evaluate", .evaluates = true, .text = dossier, .size = size};

  enter(&entry, "cop11_evaluate", err);
  return do_dossier(&entry, engine, call, &job, out);
}

cop11_status cop11_render(cop11_engine *engine, const char *report, size_t size,
                          const char *format, const cop11_call *call,
                          cop11_text **out, cop11_error *err) {
  struct entry entry;
  struct job job = {.function = "render",
                    .shows_report = true,
                    .text = report,
                    .size = size,
                    .format = format};
  cop11_call known;

  enter(&entry, "cop11_render", err);
  need_text_out(&entry, out);
  need_handle(&entry, engine, HANDLE_ENGINE, "engine");
  need(&entry, report, "report");
  need(&entry, format, "format");
  read_call(&entry, call, &known);
  apply_limits(&entry, engine, &job, true);
  return do_job(&entry, engine, &known, &job, out);
}

cop11_status cop11_diff(cop11_engine *engine, const char *old_report,
                        size_t old_size, const char *new_report,
                        size_t new_size, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
  struct entry entry;
  struct job job = {.function = "diff",
                    .shows_report = true,
                    .text = old_report,
                    .size = old_size,
                    .other = new_report,
                    .other_size = new_size};
  cop11_call known;

  enter(&entry, "cop11_diff", err);
  need_text_out(&entry, out);
  need_handle(&entry, engine, HANDLE_ENGINE, "engine");
  need(&entry, old_report, "old_report");
  need(&entry, new_report, "new_report");
  read_call(&entry, call, &known);
  apply_limits(&entry, engine, &job, true);
  if (entry.status == COP11_OK)
    bound(&entry, "max_report", engine_options(engine)->max_report, new_size);
  job.call = &known;
  return do_job(&entry, engine, &known, &job, out);
}

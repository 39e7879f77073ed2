/* engine.c: running jobs on copied rules; see engine.h.
 *
 * After it is opened an engine is only read, but for its pool and stats: a call that needs
 * Lua takes a worker out, or makes one, and puts it back unless something went
 * wrong inside.
 */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

#include "assess.h"
#include "compiled.h"
#include "error.h"
#include "handle.h"
#include "pack/pack.h"
#include "pack/signature.h"
#include "pool.h"
#include "sandbox/guard.h"
#include "stats.h"
#include "text.h"
#include "worker.h"

struct cop11_engine {
  uint32_t tag;          /* HANDLE_ENGINE */
  cop11_options options; /* pack and layers are those below */
  cop11_pack *pack;      /* NULL: the built-in rules */
  cop11_pack **layers;   /* options.layer_count, NULL where not yet copied */
  struct compiled compiled;
  struct pool *pool;
  struct stats stats;
  locale_t c_locale;
};

/* ---- making one ------------------------------------------------------------ */

static cop11_status copy_layers(cop11_engine *engine,
                                const cop11_options *options,
                                struct budget *budget, cop11_error *err) {
  cop11_status status = COP11_OK;

  if (options->layer_count == 0)
    return COP11_OK;
  engine->layers = calloc(options->layer_count, sizeof(cop11_pack *));
  if (!engine->layers)
    return error_no_memory(err);
  for (size_t i = 0; i < options->layer_count && status == COP11_OK; i++)
    status = pack_copy(options->layers[i], budget, &engine->layers[i], err);
  return status;
}

static cop11_status copy_packs(cop11_engine *engine,
                               const cop11_options *options,
                               struct budget *budget, cop11_error *err) {
  cop11_status status = COP11_OK;

  if (options->pack)
    status = pack_copy(options->pack, budget, &engine->pack, err);
  if (status == COP11_OK)
    status = copy_layers(engine, options, budget, err);
  engine->options.pack = engine->pack;
  engine->options.layers = (const cop11_pack *const *)engine->layers;
  return status;
}

/* Judges one pack's signature and whether the host accepts who signed. */
static cop11_status check_signer(const cop11_options *options, cop11_pack *pack,
                                 struct budget *budget, cop11_error *err) {
  cop11_status status = signature_judge(pack, budget, err);

  if (status == COP11_OK && options->key_count > 0)
    status = signature_check(pack, options->keys, options->key_count, err);
  return status;
}

/* The host's keys are then forgotten, as they live only during the call. */
static cop11_status check_signers(cop11_engine *engine, struct budget *budget,
                                  cop11_error *err) {
  cop11_options *options = &engine->options;
  cop11_status status = COP11_OK;

  if (engine->pack)
    status = check_signer(options, engine->pack, budget, err);
  for (size_t i = 0; i < options->layer_count && status == COP11_OK; i++)
    status = check_signer(options, engine->layers[i], budget, err);
  options->keys = NULL;
  options->key_count = 0;
  return status;
}

/* An engine without rules or any state yet; NULL without memory. */
static cop11_engine *engine_new(const cop11_options *options) {
  cop11_engine *engine = calloc(1, sizeof *engine);

  if (!engine)
    return NULL;
  engine->tag = HANDLE_ENGINE;
  engine->options = *options;
  engine->c_locale = guard_c_locale();
  engine->pool = pool_new(options->max_idle);
  if (engine->c_locale && engine->pool)
    return engine;
  engine_close(engine);
  return NULL;
}

void engine_close(cop11_engine *engine) {
  if (!handle_is(engine, HANDLE_ENGINE))
    return;
  pool_free(engine->pool);
  compiled_free(&engine->compiled);
  pack_free(engine->pack);
  for (size_t i = 0; engine->layers && i < engine->options.layer_count; i++)
    pack_free(engine->layers[i]);
  free(engine->layers);
  if (engine->c_locale)
    freelocale(engine->c_locale);
  handle_end(&engine->tag);
  free(engine);
}

const cop11_options *engine_options(const cop11_engine *engine) {
  return &engine->options;
}

void engine_stats(const cop11_engine *engine, cop11_stats *out) {
  stats_read(&engine->stats, out);
  out->states += (uint32_t)pool_idle(engine->pool);
}

const struct program *engine_program(const cop11_engine *engine) {
  return engine->compiled.block ? &engine->compiled.program : NULL;
}

/* ---- one call -------------------------------------------------------------- */

struct visit {
  cop11_engine *engine;
  struct guard guard;
  struct budget budget; /* of each part of the call: opening and job */
  uint64_t began;       /* as budget_now_ns tells */
  bool in_lua;          /* counted in the engine's stats */
};

static void visit_begin(struct visit *visit, cop11_engine *engine,
                        const cop11_call *call) {
  visit->engine = engine;
  visit->began = budget_now_ns();
  visit->in_lua = false;
  guard_enter(&visit->guard, engine->c_locale);
  budget_start(&visit->budget, engine->options.max_steps, call, &visit->guard);
}

/* Lets go of the state of a worker, NULL where there is none. */
static cop11_status let_go(struct visit *visit, struct worker *worker,
                           cop11_status status, cop11_error *err) {
  if (!worker)
    return status;
  worker_deliver_log(worker, &visit->engine->options, &visit->guard);
  return worker_end(worker, status, err);
}

/* After let_go. */
static void visit_end(struct visit *visit, struct worker *worker) {
  if (worker && worker_is_reusable(worker))
    pool_give(visit->engine->pool, worker);
  else
    worker_free(worker);
  guard_leave(&visit->guard);
}

/* A call can end after its result was there, even while that was made. */
static void drop_result(struct job *job) {
  text_free(job->result);
  job->result = NULL;
}

static bool wants_log(const cop11_engine *engine) {
  return engine->options.log != NULL;
}

/* The options to open rules by; the files of the built-in ones are there while a
 * state reads them alone: *builtin, NULL where it reads others. */
static cop11_status find_packs(struct visit *visit, cop11_options *options,
                               cop11_pack **builtin, cop11_error *err) {
  cop11_status status;

  *options = visit->engine->options;
  if (options->pack)
    return COP11_OK;
  status = pack_builtin(&visit->budget, builtin, err);
  if (status == COP11_OK)
    status = signature_judge(*builtin, &visit->budget, err);
  options->pack = *builtin;
  return status;
}

/* Makes a state with rules, or gives them to the one that is in *worker.  What
 * opening says in the log was said when the engine was opened. */
static cop11_status open_rules(struct visit *visit, bool tolerant, bool logs,
                               struct worker **worker, cop11_error *err) {
  cop11_options options;
  cop11_pack *builtin = NULL;
  cop11_status status = find_packs(visit, &options, &builtin, err);

  if (status == COP11_OK)
    status = *worker ? worker_open(*worker, &options, &visit->budget, err)
                     : worker_new(&options, tolerant, &visit->budget, logs,
                                  worker, err);
  pack_free(builtin);
  if (status == COP11_OK)
    worker_use(*worker, engine_program(visit->engine));
  return status;
}

/* A state that only shows reports. */
static cop11_status new_showing(struct visit *visit, struct worker **out,
                                cop11_error *err) {
  cop11_options options = visit->engine->options;

  options.pack = NULL;
  options.layers = NULL;
  options.layer_count = 0;
  return worker_new(&options, false, &visit->budget, false, out, err);
}

static cop11_status find_worker(struct visit *visit, bool shows_report,
                                struct worker **out, cop11_error *err) {
  *out = pool_take(visit->engine->pool);
  if (*out && (shows_report || (*out)->has_rules))
    return COP11_OK;
  if (shows_report)
    return new_showing(visit, out, err);
  return open_rules(visit, false, false, out, err);
}

/* Gives the engine its rules. */
static cop11_status take_rules(struct visit *visit,
                               const cop11_options *options, cop11_error *err) {
  cop11_status status = COP11_OK;

  if (!budget_poll(&visit->budget))
    status = budget_explain(&visit->budget, err);
  if (status == COP11_OK)
    status = copy_packs(visit->engine, options, &visit->budget, err);
  if (status == COP11_OK)
    status = check_signers(visit->engine, &visit->budget, err);
  return status;
}

/* Rules that a program says need no state until a call asks for what is Lua's; any
 * other are opened in a first one, so that what is wrong with them shows now. */
static cop11_status compile_rules(struct visit *visit, struct worker **out,
                                  cop11_error *err) {
  cop11_engine *engine = visit->engine;
  cop11_status status = COP11_OK;

  if (!engine->pack && engine->options.layer_count == 0)
    status = compiled_builtin(&engine->compiled, err);
  if (status != COP11_OK || engine->compiled.block)
    return status;
  status = open_rules(visit, false, wants_log(engine), out, err);
  if (status == COP11_OK)
    status = compiled_from(*out, &visit->budget, &engine->compiled, err);
  if (status == COP11_OK)
    worker_use(*out, engine_program(engine));
  return status;
}

cop11_status engine_open(const cop11_options *options, const cop11_call *call,
                         cop11_engine **out, cop11_error *err) {
  struct visit visit;
  struct worker *worker = NULL;
  cop11_engine *engine = engine_new(options);
  cop11_status status;

  if (!engine)
    return error_no_memory(err);
  visit_begin(&visit, engine, call);
  status = take_rules(&visit, options, err);
  if (status == COP11_OK)
    status = compile_rules(&visit, &worker, err);
  if (status == COP11_OK && !budget_poll(&visit.budget))
    status = budget_explain(&visit.budget, err);
  status = let_go(&visit, worker, status, err);
  visit_end(&visit, worker);
  if (status == COP11_OK)
    *out = engine;
  else
    engine_close(engine);
  return status;
}

/* What the core spent before Lua began counts where it is more. */
static void count(struct visit *visit, const struct worker *worker,
                  const struct job *job, cop11_status status) {
  struct stats_call call = {
      .status = status, .steps = job->steps, .memory = job->memory};

  if (worker && worker_steps(worker) > call.steps)
    call.steps = worker_steps(worker);
  if (worker && worker_most(worker) > call.memory)
    call.memory = worker_most(worker);
  call.time_ns = budget_now_ns() - visit->began;
  stats_add(&visit->engine->stats, &call);
}

/* Of the budget `spent` steps are gone. */
static cop11_status do_by_lua(struct visit *visit, struct job *job,
                              uint64_t spent, struct worker **worker) {
  struct budget left = visit->budget;
  cop11_status status;

  left.steps -= spent;
  visit->in_lua = true;
  atomic_fetch_add_explicit(&visit->engine->stats.in_lua, 1,
                            memory_order_relaxed);
  status = find_worker(visit, job->shows_report, worker, job->err);
  if (status == COP11_OK)
    status = worker_do(*worker, &left, wants_log(visit->engine), job);
  return status;
}

/* Lays out the report of the core, which no rule is needed for. */
static cop11_status lay_out(struct visit *visit, struct job *job,
                            struct worker **worker) {
  cop11_text *report = job->result;
  struct job shown = {.function = "show",
                      .shows_report = true,
                      .text = report->bytes,
                      .size = report->size,
                      .given = report,
                      .call = job->call,
                      .max_result = job->max_result,
                      .err = job->err};
  uint32_t range = report->range, basis = report->basis;
  cop11_status status = do_by_lua(visit, &shown, job->steps, worker);

  text_free(shown.given);
  job->result = shown.result;
  if (status == COP11_OK) {
    job->result->range = range;
    job->result->basis = basis;
  }
  return status;
}

/* JSON the core writes itself. */
static bool is_laid_out(const struct job *job) {
  const char *format = job->call->format;

  return job->status == COP11_OK && format && strcmp(format, "json") != 0;
}

static cop11_status do_job(struct visit *visit, struct job *job,
                           struct worker **worker) {
  if (!budget_poll(&visit->budget))
    return budget_explain(&visit->budget, job->err);
  if (!assess(&visit->engine->compiled, &visit->engine->options, &visit->budget,
              job))
    return do_by_lua(visit, job, 0, worker);
  return is_laid_out(job) ? lay_out(visit, job, worker) : job->status;
}

cop11_status engine_do(cop11_engine *engine, const cop11_call *call,
                       struct job *job) {
  struct visit visit;
  struct worker *worker = NULL;
  cop11_status status;

  visit_begin(&visit, engine, call);
  status = do_job(&visit, job, &worker);
  status = let_go(&visit, worker, status, job->err);
  if (status != COP11_OK)
    drop_result(job);
  count(&visit, worker, job, status);
  visit_end(&visit, worker);
  if (visit.in_lua)
    atomic_fetch_sub_explicit(&engine->stats.in_lua, 1, memory_order_relaxed);
  return status;
}

cop11_status engine_do_once(const cop11_options *options,
                            const cop11_call *call, struct job *job) {
  struct visit visit;
  struct worker *worker = NULL;
  cop11_engine *engine = engine_new(options);
  cop11_status status;

  if (!engine)
    return error_no_memory(job->err);
  visit_begin(&visit, engine, call);
  status = take_rules(&visit, options, job->err);
  if (status == COP11_OK)
    status = open_rules(&visit, true, wants_log(engine), &worker, job->err);
  if (status == COP11_OK)
    status = worker_do(worker, &visit.budget, wants_log(engine), job);
  status = let_go(&visit, worker, status, job->err);
  if (status != COP11_OK)
    drop_result(job);
  visit_end(&visit, worker);
  engine_close(engine);
  return status;
}

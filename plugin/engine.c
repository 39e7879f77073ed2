/* engine.c: running jobs on copied rules; see engine.h.
 *
 * After it is opened an engine is only read, but for its pool: each call takes
 * a worker out, or makes one, and puts it back unless something went wrong
 * inside.
 */
#include "engine.h"

#include <stdlib.h>

#include "error.h"
#include "guard.h"
#include "pack.h"
#include "pool.h"
#include "signature.h"
#include "worker.h"

struct cop11_engine {
  cop11_options options; /* pack and layers are those below */
  cop11_pack *pack;
  cop11_pack **layers; /* options.layer_count, NULL where not yet copied */
  struct pool *pool;
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
  cop11_status status =
      options->pack ? pack_copy(options->pack, budget, &engine->pack, err)
                    : pack_builtin(budget, &engine->pack, err);

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
  cop11_status status = check_signer(options, engine->pack, budget, err);

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
  engine->options = *options;
  engine->c_locale = guard_c_locale();
  engine->pool = pool_new(options->max_idle);
  if (engine->c_locale && engine->pool)
    return engine;
  engine_close(engine);
  return NULL;
}

void engine_close(cop11_engine *engine) {
  if (!engine)
    return;
  pool_free(engine->pool);
  pack_free(engine->pack);
  for (size_t i = 0; engine->layers && i < engine->options.layer_count; i++)
    pack_free(engine->layers[i]);
  free(engine->layers);
  if (engine->c_locale)
    freelocale(engine->c_locale);
  free(engine);
}

const cop11_options *engine_options(const cop11_engine *engine) {
  return &engine->options;
}

/* ---- one call -------------------------------------------------------------- */

struct visit {
  cop11_engine *engine;
  struct guard guard;
  struct budget budget; /* of each part of the call: opening and job */
};

static void visit_begin(struct visit *visit, cop11_engine *engine,
                        const cop11_call *call) {
  visit->engine = engine;
  guard_enter(&visit->guard, engine->c_locale);
  budget_start(&visit->budget, engine->options.max_steps, call, &visit->guard);
}

/* Gives back or frees the worker (NULL: there is none). */
static void visit_end(struct visit *visit, struct worker *worker) {
  if (worker) {
    worker_deliver_log(worker, &visit->engine->options, &visit->guard);
    if (worker_is_reusable(worker))
      pool_give(visit->engine->pool, worker);
    else
      worker_free(worker);
  }
  guard_leave(&visit->guard);
}

static bool wants_log(const cop11_engine *engine) {
  return engine->options.log != NULL;
}

/* What opening says in the log was said when the engine was opened. */
static cop11_status find_worker(struct visit *visit, struct worker **out,
                                cop11_error *err) {
  *out = pool_take(visit->engine->pool);
  if (*out)
    return COP11_OK;
  return worker_new(&visit->engine->options, false, &visit->budget, false, out,
                    err);
}

/* Gives the engine its rules, and makes a first state. */
static cop11_status warm_up(struct visit *visit, const cop11_options *options,
                            bool tolerant, struct worker **out,
                            cop11_error *err) {
  cop11_engine *engine = visit->engine;
  cop11_status status = COP11_OK;

  if (!budget_poll(&visit->budget))
    status = budget_explain(&visit->budget, err);
  if (status == COP11_OK)
    status = copy_packs(engine, options, &visit->budget, err);
  if (status == COP11_OK)
    status = check_signers(engine, &visit->budget, err);
  if (status == COP11_OK)
    status = worker_new(&engine->options, tolerant, &visit->budget,
                        wants_log(engine), out, err);
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
  status = warm_up(&visit, options, false, &worker, err);
  visit_end(&visit, worker);
  if (status == COP11_OK)
    *out = engine;
  else
    engine_close(engine);
  return status;
}

cop11_status engine_do(cop11_engine *engine, const cop11_call *call,
                       struct job *job) {
  struct visit visit;
  struct worker *worker = NULL;
  cop11_status status;

  visit_begin(&visit, engine, call);
  if (!budget_poll(&visit.budget))
    status = budget_explain(&visit.budget, job->err);
  else
    status = find_worker(&visit, &worker, job->err);
  if (status == COP11_OK)
    status = worker_do(worker, &visit.budget, wants_log(engine), job);
  visit_end(&visit, worker);
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
  status = warm_up(&visit, options, true, &worker, job->err);
  if (status == COP11_OK)
    status = worker_do(worker, &visit.budget, wants_log(engine), job);
  visit_end(&visit, worker);
  engine_close(engine);
  return status;
}

/* parity_lua.c: see parity_lua.h. */
#include "parity_lua.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "compute_lua.h"
#include "core.h"
#include "core_lua.h"
#include "dump.h"
#include "explain.h"
#include "read.h"
#include "records.h"
#include "settle.h"
#include "targets.h"
#include "undump.h"
#include "value.h"
#include "version_text.h"

enum {
  MEMORY_MAX = 1 << 28
};

/* What one function does with a dump; its answer goes to `out`. */
struct work;
typedef void (*work_fn)(struct call *call, const struct work *work);

struct work {
  work_fn fn;
  const struct json_document *document;
  struct json_buffer *out;
  const struct computer *computer; /* NULL: no function was given */
  size_t wasted; /* bytes taken before: so that each allocation fails in turn */
};

static void *grow(void *data, void *block, size_t size) {
  (void)data;
  return realloc(block, size);
}

static void run_work(struct call *call, void *data) {
  const struct work *work = data;

  call_alloc(call, work->wasted);
  work->fn(call, work);
}

/* ---- programs ------------------------------------------------------------ */

/* [-0, +1, m] */
static int codes_of_messages(lua_State *L) {
  lua_newtable(L);
  for (int i = MESSAGE_NONE + 1; i < MESSAGE_END; i++) {
    lua_pushstring(L, message_codes[i]);
    lua_rawseti(L, -2, i);
  }
  return 1;
}

/* ---- calls --------------------------------------------------------------- */

/* Reads the dump and does the work: the answer in *out, or what went wrong. */
static const char *answer(struct call *call, const char *text, size_t size,
                          struct work *work) {
  struct json_buffer tape = {.alloc = grow};
  struct json_document document = {.tape = &tape};
  struct json_problem problem = {.message = "no memory"};
  const char *wrong = NULL;

  work->document = &document;
  if (json_read(&document, text, size, JSON_DEPTH_MAX, JSON_TOP_OBJECT,
                &problem) != JSON_FINE)
    wrong = "the dump is no JSON";
  else if (!call_run(call, run_work, work))
    wrong = "the call was stopped";
  free(tape.data);
  return wrong;
}

/* {as_of, show, wasted}: a day number, whether what is sensitive is shown, and the
 * bytes that are taken before. */
static void take_options(lua_State *L, int index, struct call_options *options,
                         struct work *work) {
  if (!lua_istable(L, index))
    return;
  if (lua_getfield(L, index, "as_of") != LUA_TNIL)
    options->as_of = (int32_t)luaL_checkinteger(L, -1);
  lua_getfield(L, index, "show");
  options->show_sensitive = lua_toboolean(L, -1);
  lua_getfield(L, index, "wasted");
  work->wasted = (size_t)luaL_optinteger(L, -1, 0);
  lua_pop(L, 3);
}

/* run(program, json, compute, steps, memory, options): [-0, +1, v] */
static int run(lua_State *L, work_fn fn) {
  static const cop11_call plain = {.struct_size = sizeof plain};
  const struct program *program = luaL_checkudata(L, 1, CORE_LUA_PROGRAM);
  struct json_buffer out = {.alloc = grow};
  struct budget budget;
  struct call call = {.program = program,
                      .budget = &budget,
                      .arena.max = (size_t)luaL_optinteger(L, 5, MEMORY_MAX),
                      .options.as_of = DAY_NONE};
  size_t size;
  const char *text = luaL_checklstring(L, 2, &size);
  const char *wrong;
  struct compute_lua compute;
  struct work work = {fn, NULL, &out, NULL, 0};

  lua_settop(L, 6);
  take_options(L, 6, &call.options, &work);
  if (lua_isfunction(L, 3)) {
    compute_lua_begin(&compute, L, program, 3);
    work.computer = &compute.computer;
  }
  budget_start(&budget, (uint64_t)luaL_optnumber(L, 4, 9e18), &plain, NULL);
  wrong = answer(&call, text, size, &work);
  arena_free(&call.arena);
  if (!wrong)
    lua_pushlstring(L, out.data ? out.data : "", out.size);
  free(out.data);
  if (wrong && lua_isnumber(L, 4)) /* who sets a limit expects it */
    lua_pushnil(L);
  else if (wrong)
    return luaL_error(L, "%s", wrong);
  return 1;
}

/* ---- the parts ----------------------------------------------------------- */

static void redump(struct call *call, const struct work *work) {
  dump_reading(work->out, undump_reading(call, work->document));
}

/* redump(program, dump): what is read, written again. */
static int lua_redump(lua_State *L) {
  return run(L, redump);
}

/* The parameters of the pack, but for those that the dump sets. */
static struct frame *parameters_of(struct call *call,
                                   const struct json_document *document) {
  struct frame *frame = evaluate_parameters(call);
  struct at set = at_key(at_top(document), "parameters");

  if (set.given)
    undump_parameters(call, set, frame);
  return frame;
}

/* What every check gives, with its reasons, of a reading before it is settled. */
static void give_results(const struct work *work, struct reading *reading,
                         const struct frame *parameters) {
  struct context context = evaluate_context(reading, parameters);

  context.computer = work->computer;
  context.explain = explain_result;
  settle_reading(&context);
  json_buffer_put_char(work->out, '{');
  dump_results(work->out, reading->call->program, evaluate_run(&context));
  json_buffer_put_char(work->out, '}');
}

static void evaluate(struct call *call, const struct work *work) {
  struct reading *reading = undump_reading(call, work->document);

  call->options.show_sensitive =
      at_flag(at_key(at_top(work->document), "show"));
  reading->answers = records_gather(reading);
  give_results(work, reading, parameters_of(call, work->document));
}

/* evaluate(program, dump): what every check gives, of a reading before it is
 * settled. */
static int lua_evaluate(lua_State *L) {
  return run(L, evaluate);
}

static void settle(struct call *call, const struct work *work) {
  struct reading *reading = undump_reading(call, work->document);
  struct context context;

  reading->answers = records_gather(reading);
  context = evaluate_context(reading, parameters_of(call, work->document));
  context.computer = work->computer;
  settle_reading(&context);
  dump_reading(work->out, reading);
}

/* settle(program, dump): a reading with what follows from it. */
static int lua_settle(lua_State *L) {
  return run(L, settle);
}

static void read_whole(struct call *call, const struct work *work) {
  struct reading *reading = read_dossier(call, work->document, false);

  if (reading->for_lua && !reading->has_errors)
    json_buffer_put(work->out, "for Lua", 7);
  else
    dump_reading(work->out, reading);
}

/* read(program, dossier, nil, steps, memory, options): what a dossier says. */
static int lua_read(lua_State *L) {
  return run(L, read_whole);
}

static void assess(struct call *call, const struct work *work) {
  struct reading *reading = read_dossier(call, work->document, false);

  if (reading->has_errors || reading->no_as_of || reading->for_lua)
    json_buffer_put(work->out, "for Lua", 7);
  else
    give_results(work, reading, evaluate_parameters(call));
}

/* assess(program, dossier, compute, steps, memory, options): what every check gives,
 * from the dossier's own text. */
static int lua_assess(lua_State *L) {
  return run(L, assess);
}

/* What the options say of a report: {evaluated_at}. */
static void take_evaluated_at(lua_State *L, int index,
                              struct call_options *options) {
  if (!lua_istable(L, index))
    return;
  lua_getfield(L, index, "evaluated_at");
  options->evaluated_at = slice_of(lua_tostring(L, -1));
  lua_pop(L, 1);
}

/* The job is done with the limits of the arguments.  [-0, +0, v] */
static enum core_result do_report(lua_State *L, struct core_job *job) {
  static const cop11_call plain = {.struct_size = sizeof plain};
  struct compute_lua compute;
  struct work work = {0};
  struct budget budget;
  enum core_result result;

  lua_settop(L, 6);
  take_options(L, 6, &job->options, &work);
  take_evaluated_at(L, 6, &job->options);
  if (lua_isfunction(L, 3)) {
    compute_lua_begin(&compute, L, job->program, 3);
    job->computer = &compute.computer;
  }
  budget_start(&budget, (uint64_t)luaL_optnumber(L, 4, 9e18), &plain, NULL);
  job->budget = &budget;
  job->max_memory = (size_t)luaL_optinteger(L, 5, MEMORY_MAX);
  result = core_report(job);
  job->budget = NULL;
  return result;
}

/* report(program, dossier, compute, steps, memory, options): the report on a dossier's
 * text; nil where a limit ended it.  [-0, +1, v] */
static int lua_report(lua_State *L) {
  struct json_buffer out = {.alloc = grow};
  struct core_job job = {.program = luaL_checkudata(L, 1, CORE_LUA_PROGRAM),
                         .max_depth = JSON_DEPTH_MAX,
                         .options.as_of = DAY_NONE,
                         .version = slice_of(VERSION_TEXT),
                         .out = &out};
  enum core_result result;

  job.text = luaL_checklstring(L, 2, &job.size);
  result = do_report(L, &job);
  if (result == CORE_STOPPED)
    lua_pushnil(L);
  else if (result == CORE_FOR_LUA)
    lua_pushliteral(L, "for Lua");
  else
    lua_pushlstring(L, out.data, out.size);
  free(out.data);
  return 1;
}

static void stand(struct call *call, const struct work *work) {
  struct reading *reading = undump_reading(call, work->document);

  records_stand(reading);
  reading->answers = records_gather(reading);
  records_tell_contradictions(reading->answers);
  dump_reading(work->out, reading);
}

/* stand(program, dump): which records are in force, and contradict each other. */
static int lua_stand(lua_State *L) {
  return run(L, stand);
}

static void check_records(struct call *call, const struct work *work) {
  struct reading *reading = undump_reading(call, work->document);

  records_check(reading);
  targets_check_findings(reading);
  dump_reading(work->out, reading);
}

/* check_records(program, dump): the same, with what they name. */
static int lua_check_records(lua_State *L) {
  return run(L, check_records);
}

static uint32_t fact_called(const struct program *program, struct at path) {
  uint32_t count = program_count(program, SECTION_FACT), row = 1;

  while (row <= count &&
         !at_is(path, program_text_bytes(program,
                                         program_fact_at(program, row)->path)))
    row++;
  return row;
}

static void read_value(struct call *call, const struct work *work) {
  struct at top = at_top(work->document);
  uint32_t fact = fact_called(call->program, at_key(top, "fact"));
  struct cell *cell = value_read(call, fact, at_key(top, "value"));

  if (cell)
    dump_cell(work->out, call->program, fact, cell);
  else
    json_buffer_put(work->out, "{}", 2);
}

/* value(program, json): the cell of {"fact": path, "value": any}; {} for none. */
static int lua_value(lua_State *L) {
  return run(L, read_value);
}

/* {"fact", "cell", "show"} in words. */
static void put_words(struct call *call, const struct work *work) {
  struct at top = at_top(work->document);
  uint32_t fact = fact_called(call->program, at_key(top, "fact"));
  struct reading *reading = reading_new(call, work->document);
  struct cell *cell = undump_cell(reading, fact, at_key(top, "cell"));
  struct slice words =
      value_words(call, fact, cell, at_flag(at_key(top, "show")));

  json_buffer_put(work->out, words.data, words.size);
}

/* words(program, json): the value of a cell as a person reads it. */
static int lua_words(lua_State *L) {
  return run(L, put_words);
}

/* The sentences of a check here: where it is met, and of each shortfall. */
static void put_sentences(struct context *context, const struct dump *dump,
                          uint32_t row) {
  const struct program *program = context->call->program;
  const struct program_check *check = program_check_at(program, row);
  struct found_list found = {NULL, 0, 0};

  context->voice = BASIS_VERIFIED;
  if (check->met)
    dump_text(dump, sentence_fill(context, check->met, NULL));
  if (check->expect)
    explain_short(context, check->expect, &found);
  for (uint32_t i = 0; i < found.count; i++) {
    const struct program_node *branch =
        program_node_at(program, found.all[i].branch);
    if (branch)
      dump_text(dump, sentence_fill(context, branch->otherwise, &found.all[i]));
  }
}

static void sentences(struct call *call, const struct work *work) {
  struct reading *reading = undump_reading(call, work->document);
  struct context context;
  struct dump dump = {work->out, call->program, NULL};
  uint32_t count = program_count(call->program, SECTION_CHECK);

  reading->answers = records_gather(reading);
  context = evaluate_context(reading, parameters_of(call, work->document));
  call->options.show_sensitive =
      at_flag(at_key(at_top(work->document), "show"));
  context.computer = work->computer;
  dump_open(&dump, '{');
  dump_key(&dump, "said");
  dump_open(&dump, '[');
  for (uint32_t i = 0; i <= reading->facilities->count; i++) {
    context.facility = i > 0 ? reading->facilities->items[i - 1] : NULL;
    for (uint32_t k = 1; k <= count; k++)
      if ((program_check_at(call->program, k)->scope == SCOPE_FACILITY) ==
          (i > 0))
        put_sentences(&context, &dump, k);
  }
  dump_close(&dump, '[');
  dump_close(&dump, '{');
}

/* sentences(program, dump): every sentence of the rules, filled in. */
static int lua_sentences(lua_State *L) {
  return run(L, sentences);
}

int parity_lua_open(lua_State *L) {
  static const luaL_Reg functions[] = {{"open", core_lua_open_program},
                                       {"message_codes", codes_of_messages},
                                       {"redump", lua_redump},
                                       {"evaluate", lua_evaluate},
                                       {"settle", lua_settle},
                                       {"read", lua_read},
                                       {"assess", lua_assess},
                                       {"report", lua_report},
                                       {"value", lua_value},
                                       {"words", lua_words},
                                       {"sentences", lua_sentences},
                                       {"stand", lua_stand},
                                       {"check_records", lua_check_records},
                                       {NULL, NULL}};

  luaL_newlib(L, functions);
  return 1;
}

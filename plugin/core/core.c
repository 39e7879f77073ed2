/* core.c: see core.h. */
#include "core.h"

#include "alone.h"
#include "call_buffer.h"
#include "cases.h"
#include "digest.h"
#include "explain.h"
#include "out.h"
#include "problems.h"
#include "read.h"
#include "settle.h"
#include "steps.h"
#include "json/write.h"

static const char mark[] = "\xEF\xBB\xBF"; /* the byte order mark */

enum {
  MARK = sizeof mark - 1,
  CHUNK_COST = 1000 /* of giving a chunk of memory back, in units of asking */
};

struct running {
  struct core_job *job;
  struct at more, parameters, notes, checks; /* of job->more */
  bool written;
};

/* Long work asks now and then whether it may go on. */
static void ask(void *data) {
  struct call *call = data;

  if (!budget_poll(call->budget))
    call_charge(call, 1);
}

/* What Lua adds, which it wrote itself. */
static void read_more(struct call *call, struct running *running,
                      struct json_document *document) {
  struct slice more = running->job->more;
  struct json_problem problem;

  document->pause = (struct pause){ask, call};
  if (!more.data || json_read(document, more.data, more.size, JSON_DEPTH_MAX,
                              JSON_TOP_OBJECT, &problem) != JSON_FINE)
    return;
  running->more = at_top(document);
  running->parameters = at_key(running->more, "parameters");
  running->notes = at_key(running->more, "notes");
  running->checks = at_key(running->more, "checks");
  call->options.is_noted = running->notes.given;
}

static void add_notes(struct reading *reading, struct at notes) {
  struct call *call = reading->call;

  for (struct at one = at_first(notes); one.given; one = at_next(notes, one))
    problem_told(reading, at_text(call, at_key(one, "pointer")),
                 at_text(call, at_key(one, "code")),
                 at_text(call, at_key(one, "message")));
}

/* Reads the text without its mark; false where it is not the JSON of an object. */
static bool read_text(struct call *call, const struct core_job *job,
                      bool *marked, struct json_document *document) {
  struct json_problem problem;

  *marked = job->size >= MARK && memcmp(job->text, mark, MARK) == 0;
  document->pause = (struct pause){ask, call};
  return json_read(document, job->text + (*marked ? MARK : 0),
                   job->size - (*marked ? MARK : 0), job->max_depth,
                   JSON_TOP_OBJECT, &problem) == JSON_FINE;
}

static struct slice digest_of(struct call *call,
                              const struct json_document *document) {
  struct call_buffer canonical;
  char *hex = call_alloc(call, DIGEST_HEX_SIZE + 1);

  call_buffer_begin(&canonical, call);
  json_buffer_room(&canonical.out,
                   document->size); /* most often all it takes */
  json_canonical(&canonical.out, document);
  digest_hex_slowly(canonical.out.data, canonical.out.size, &document->pause,
                    hex);
  return (struct slice){hex, DIGEST_HEX_SIZE};
}

/* A context of the reading, which is settled. */
static struct context settled(struct reading *reading,
                              const struct running *running) {
  struct frame *parameters = evaluate_parameters(reading->call);
  struct context context = evaluate_context(reading, parameters);

  evaluate_set_parameters(reading->call, running->parameters, parameters);
  context.computer = running->job->computer;
  context.explain = explain_result;
  settle_reading(&context);
  return context;
}

static void write_report(struct reading *reading,
                         const struct running *running) {
  struct core_job *job = running->job;
  const struct report_head head = {digest_of(reading->call, reading->document),
                                   job->version};
  struct context context = settled(reading, running);

  job->rated = report_write(&context, evaluate_run(&context), &head, job->out);
}

static void write_checks(struct reading *reading,
                         const struct running *running) {
  struct context context = settled(reading, running);

  alone_write(&context, running->checks, running->job->out);
}

/* Without a day nothing follows from anything: what was seen in reading stands alone. */
static void write_problems(struct reading *reading,
                           const struct running *running) {
  struct json_buffer *out = running->job->out;

  if (!reading->no_as_of)
    settled(reading, running);
  out_open(out, '{');
  report_write_problems(reading, out);
  out_close(out, '{');
}

static void write_steps(struct reading *reading,
                        const struct running *running) {
  struct context context = settled(reading, running);
  const struct evaluation *evaluation = evaluate_run(&context);

  steps_write(&context, evaluation, running->job->check, running->job->out);
}

static void write_part(struct reading *reading, const struct running *running) {
  switch (running->job->part) {
  case CORE_PROBLEMS:
    write_problems(reading, running);
    break;
  case CORE_STEPS:
    write_steps(reading, running);
    break;
  case CORE_CHECKS:
    write_checks(reading, running);
    break;
  default:
    write_report(reading, running);
  }
}

/* Whether what is asked for can be written. */
static bool can_be_written(const struct reading *reading, enum core_part part) {
  return !reading->for_lua && (part == CORE_PROBLEMS ||
                               (!reading->has_errors && !reading->no_as_of));
}

static void run_dossier(struct call *call, struct running *running) {
  struct call_buffer tape;
  struct json_document document = {.tape = &tape.out};
  struct reading *reading;
  bool marked;

  call_buffer_begin(&tape, call);
  if (!read_text(call, running->job, &marked, &document))
    return;
  reading = read_dossier(call, &document, marked);
  reading->for_lua |= call->rounded && !call->options.is_noted;
  if (!can_be_written(reading, running->job->part))
    return;
  add_notes(reading, running->notes);
  write_part(reading, running);
  running->written = true;
}

static void run(struct call *call, void *data) {
  struct running *running = data;
  const struct core_job *job = running->job;
  struct call_buffer tape;
  struct json_document more = {.tape = &tape.out};

  call_buffer_begin(&tape, call);
  read_more(call, running, &more);
  if (job->part == CORE_CASES)
    cases_write(call, running->more, job->computer, job->out);
  else
    run_dossier(call, running);
  running->written = running->written || job->part == CORE_CASES;
}

/* Who waits is asked meanwhile: a hundred megabytes take a while. */
static void free_all(struct call *call) {
  while (arena_free(&call->arena))
    (void)budget_pass(call->budget, CHUNK_COST);
}

enum core_result core_report(struct core_job *job) {
  struct running running = {.job = job};
  struct call call = {.program = job->program,
                      .budget = job->budget,
                      .arena.max = job->max_memory,
                      .options = job->options};
  bool done;

  call.options.ends_at_error = job->part != CORE_PROBLEMS;
  done = call_run(&call, run, &running) || call.left;

  job->used = call.arena.used;
  job->over_max = call.arena.refused;
  free_all(&call);
  if (done && job->out->failed)
    job->budget->fatal = FATAL_MEMORY;
  if (!done || job->out->failed)
    return CORE_STOPPED;
  return running.written ? CORE_REPORT : CORE_FOR_LUA;
}

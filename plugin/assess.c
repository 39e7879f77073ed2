/* assess.c: see assess.h. */
#include "assess.h"

#include <stdlib.h>
#include <string.h>

#include "core.h"
#include "days.h"
#include "error.h"
#include "text.h"
#include "version_text.h"
#include "json/indent.h"

/* ---- what the call asks ------------------------------------------------------ */

static bool is_digits(const char *text, size_t from, size_t count) {
  for (size_t i = from; i < from + count; i++)
    if (text[i] < '0' || text[i] > '9')
      return false;
  return true;
}

static bool read_day(struct slice text, int32_t *day) {
  int32_t last;

  return day_parse(text, day, &last) && *day == last;
}

/* "2014-01-31T09:30:00Z": Lua reads the other forms of a moment, and words what is
 * none. */
static bool is_moment(const char *text) {
  int32_t day;

  return strlen(text) == 20 && read_day((struct slice){text, 10}, &day) &&
         text[10] == 'T' && is_digits(text, 11, 2) && text[13] == ':' &&
         is_digits(text, 14, 2) && text[16] == ':' && is_digits(text, 17, 2) &&
         text[19] == 'Z';
}

/* False where the call asks for what is Lua's. */
static bool read_call(const cop11_call *call, struct call_options *options) {
  *options = (struct call_options){
      .as_of = DAY_NONE,
      .show_sensitive = (call->flags & COP11_SHOW_SENSITIVE) != 0};
  if (call->as_of && !read_day(slice_of(call->as_of), &options->as_of))
    return false;
  if (call->evaluated_at && !is_moment(call->evaluated_at))
    return false;
  if (call->evaluated_at)
    options->evaluated_at = slice_of(call->evaluated_at);
  return true;
}

/* ---- the report -------------------------------------------------------------- */

/* The report grows in its own place, as far as a call may hold memory. */
struct growing {
  struct json_buffer out;
  json_alloc_fn grow;
  uint64_t max;
  bool refused;
};

static void *grow(void *data, void *block, size_t size) {
  struct growing *result = data;

  if (size <= result->max)
    return result->grow(NULL, block, size);
  result->refused = true;
  return NULL;
}

static void begin(struct growing *result, uint64_t max) {
  text_begin(&result->out);
  result->grow = result->out.alloc;
  result->max = max;
  result->out.alloc = grow;
  result->out.alloc_data = result;
}

static bool is_json(const char *format) {
  return !format || strcmp(format, "json") == 0;
}

/* The report as people read it, in place of the canonical one. */
static void indent(struct growing *result, struct budget *budget) {
  struct growing indented = {.refused = false};

  begin(&indented, result->max - result->out.size);
  (void)json_indent(&indented.out, result->out.data, result->out.size, budget);
  text_abandon(&result->out);
  *result = indented;
  result->out.alloc_data = result;
}

static cop11_status finish(struct growing *result, const struct core_job *core,
                           struct job *job) {
  const char *format = job->call->format;

  if (format && is_json(format))
    indent(result, core->budget);
  if (!budget_poll(core->budget))
    return budget_explain(core->budget, job->err);
  if (result->refused)
    return error_max_memory(job->err, NULL, 0, core->max_memory);
  if (is_json(format) && job->max_result > 0 &&
      result->out.size > job->max_result)
    return error_report_too_long(job->err, result->out.size, job->max_result);
  if (text_adopt(&result->out, &job->result) != COP11_OK)
    return error_no_memory(job->err);
  job->result->range = core->rated.range;
  job->result->basis = core->rated.basis;
  return COP11_OK;
}

static cop11_status explain(const struct core_job *core, bool refused,
                            struct job *job) {
  if (core->budget->fatal != FATAL_MEMORY)
    return budget_explain(core->budget, job->err);
  if (refused || core->over_max)
    return error_max_memory(job->err, NULL, 0, core->max_memory);
  return error_no_memory(job->err);
}

bool assess(const struct compiled *compiled, const cop11_options *options,
            const struct budget *budget, struct job *job) {
  struct budget own = *budget;
  struct growing result = {.refused = false};
  struct core_job core = {.program = &compiled->program,
                          .text = job->text,
                          .size = job->size,
                          .max_depth = options->max_depth,
                          .version = slice_of(VERSION_TEXT),
                          .budget = &own,
                          .max_memory = (size_t)options->max_memory,
                          .out = &result.out};
  enum core_result done;

  if (!compiled->block || !job->evaluates ||
      !read_call(job->call, &core.options))
    return false;
  begin(&result, options->max_memory);
  done = core_report(&core);
  job->steps = budget_spent(&own);
  job->memory = core.used + result.out.size;
  if (done == CORE_REPORT)
    job->status = finish(&result, &core, job);
  else if (done == CORE_STOPPED)
    job->status = explain(&core, result.refused, job);
  text_abandon(&result.out);
  job->left_by_core = done == CORE_FOR_LUA;
  return !job->left_by_core;
}

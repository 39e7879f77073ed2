/* write_registers.c: what a report says once and refers to by key: checks, points,
 * parameters and evidence. */
#include <stdio.h>
#include <stdlib.h>

#include "house.h"
#include "report_parts.h"

/* ---- checks ------------------------------------------------------------------------ */

/* What the results want to know of a check. */
struct wants {
  bool any, expects, ask, remedy, told, reads;
};

static void want(struct report *report, struct wants *wants,
                 const struct row *row) {
  const struct result *result = row->result;
  bool not_applicable = result->outcome == OUTCOME_NOT_APPLICABLE;

  wants->any = true;
  if (row->shared)
    return;
  wants->expects = wants->expects ||
                   (!result_names_deciding(report, result) && !not_applicable &&
                    result->outcome != OUTCOME_CONFORMANCE);
  wants->ask = wants->ask || result->outcome == OUTCOME_OPEN;
  wants->remedy = wants->remedy || outcome_is_shortfall(result->outcome);
  /* Of what conforms or does not apply a report tells what it rests on alone. */
  wants->told = wants->told ||
                (!not_applicable && result->outcome != OUTCOME_CONFORMANCE);
  wants->reads = wants->told || wants->reads || !row->says_rests_on;
}

/* By the row of a check - 1. */
static struct wants *wants_of(struct report *report) {
  struct wants *all =
      CALL_NEW_MANY(report->call, program_count(report->program, SECTION_CHECK),
                    struct wants);

  for (uint32_t i = 0; i < report->rows.count; i++) {
    const struct row *row = &report->rows.all[i];
    if (!row->shared)
      want(report, &all[row->result->check - 1], row);
    for (uint32_t k = 0; k < row->count; k++)
      want(report, &all[row->checks[k] - 1], row);
  }
  return all;
}

/* The point with that id; NULL: the pack has none. */
static const struct program_point *point_called(const struct report *report,
                                                struct slice id) {
  uint32_t count = program_count(report->program, SECTION_POINT);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_point *point = program_point_at(report->program, i);
    if (slice_is(report_text(report, point->id), id))
      return point;
  }
  return NULL;
}

/* The point that a check cites at number `at`: of a sound check they are in `points`
 * one beside the other. */
static const struct program_point *cited(const struct report *report,
                                         const struct program_check *check,
                                         uint32_t at, struct slice id) {
  struct program_list points = program_list_at(report->program, check->points);

  if (points.count == program_list_at(report->program, check->cites).count)
    return program_point_at(report->program, points.rows[at]);
  return point_called(report, id);
}

/* The points that decide something: what only informs is left out. */
static void write_points_of(struct report *report,
                            const struct program_check *check) {
  struct program_list cites = program_list_at(report->program, check->cites);

  out_open_at(report->out, "points", '[');
  for (uint32_t i = 0; i < cites.count; i++) {
    struct slice id = report_text(report, cites.rows[i]);
    const struct program_point *point = cited(report, check, i, id);
    if (!point || point->strength != STRENGTH_INFORMATION)
      out_text(report->out, id);
  }
  out_close(report->out, '[');
}

static void write_texts(struct report *report, const char *key, uint32_t row) {
  struct program_list texts = program_list_at(report->program, row);

  if (texts.count == 0)
    return;
  out_open_at(report->out, key, '[');
  for (uint32_t i = 0; i < texts.count; i++)
    out_text(report->out, report_text(report, texts.rows[i]));
  out_close(report->out, '[');
}

static void write_parameters_of(struct report *report,
                                const struct program_check *check) {
  struct program_list facts =
      program_list_at(report->program, check->parameters);

  if (facts.count == 0)
    return;
  out_open_at(report->out, "parameters", '[');
  for (uint32_t i = 0; i < facts.count; i++)
    out_text(
        report->out,
        report_text(report,
                    program_fact_at(report->program, facts.rows[i])->path));
  out_close(report->out, '[');
}

struct slice layer_name(const struct report *report, uint32_t layer) {
  if (layer >= program_count(report->program, SECTION_LAYER))
    return (struct slice){NULL, 0};
  return report_text(report,
                     program_layer_at(report->program, layer + 1)->name);
}

static void write_rule(struct report *report,
                       const struct program_check *check) {
  char line[16];

  snprintf(line, sizeof line, ":%u", (unsigned)check->line);
  out_pair(report->out, "rule",
           call_join(report->call,
                     (struct slice[]){report_text(report, check->file),
                                      slice_of(line)},
                     2));
}

static void write_provision_of(struct report *report,
                               const struct program_check *check) {
  const struct program_provision *provision =
      program_provision_at(report->program, check->provision);

  out_pair(report->out, "provision",
           provision ? report_text(report, provision->id) : SLICE(""));
}

/* What a check asks for; how to settle, close or judge it, where one of its results
 * wants that. */
static void write_check(struct report *report,
                        const struct program_check *check,
                        const struct wants *wants) {
  const struct program_node *expect =
      program_node_at(report->program, check->expect);
  struct json_buffer *out = report->out;

  out_open(out, '{');
  if (wants->ask)
    out_pair(out, "ask", report_text(report, check->ask));
  if (wants->expects && expect)
    out_pair(out, "expects", report_text(report, expect->text));
  if (check->layer > 0)
    out_pair(out, "layer", layer_name(report, check->layer));
  write_parameters_of(report, check);
  write_points_of(report, check);
  write_provision_of(report, check);
  if (wants->reads)
    write_texts(report, "reads", check->paths);
  if (wants->told)
    write_texts(report, "reads_too", check->more_paths);
  if (wants->remedy)
    out_pair(out, "remedy", report_text(report, check->remedy));
  write_rule(report, check);
  out_pair(out, "title",
           report_text(report, check->title ? check->title : check->id));
  out_close(out, '{');
}

/* ---- by id ----------------------------------------------------------------------------- */

struct called {
  struct slice id;
  uint32_t row;
};

static int by_id(const void *a, const void *b) {
  return slice_compare(((const struct called *)a)->id,
                       ((const struct called *)b)->id);
}

static void sort_called(struct called *all, uint32_t count) {
  if (count > 1)
    qsort(all, count, sizeof *all, by_id);
}

/* The checks that the rows name. */
static struct called *checks_named(struct report *report,
                                   const struct wants *wants, uint32_t *count) {
  uint32_t checks = program_count(report->program, SECTION_CHECK);
  struct called *all = CALL_NEW_MANY(report->call, checks, struct called);

  *count = 0;
  for (uint32_t i = 0; i < checks; i++)
    if (wants[i].any)
      all[(*count)++] = (struct called){
          report_text(report, report_check(report, i + 1)->id), i + 1};
  sort_called(all, *count);
  return all;
}

void write_checks(struct report *report) {
  uint32_t count;
  const struct wants *wants = wants_of(report);
  struct called *all = checks_named(report, wants, &count);

  out_open_at(report->out, "checks", '{');
  for (uint32_t i = 0; i < count; i++) {
    out_key_text(report->out, all[i].id);
    write_check(report, report_check(report, all[i].row),
                &wants[all[i].row - 1]);
  }
  out_close(report->out, '{');
}

/* ---- points ------------------------------------------------------------------------------- */

static void add_points(struct report *report, uint32_t row, bool *named) {
  struct program_list points =
      program_list_at(report->program, report_check(report, row)->points);

  for (uint32_t i = 0; i < points.count; i++)
    if (program_point_at(report->program, points.rows[i])->strength !=
        STRENGTH_INFORMATION)
      named[points.rows[i] - 1] = true;
}

static void write_point(struct report *report,
                        const struct program_point *point) {
  out_open(report->out, '{');
  out_pair(report->out, "says", report_text(report, point->says));
  out_pair(report->out, "strength",
           program_enum_name(ENUM_STRENGTH, point->strength));
  out_close(report->out, '{');
}

void write_points(struct report *report) {
  uint32_t points = program_count(report->program, SECTION_POINT), count = 0;
  bool *named = CALL_NEW_MANY(report->call, points, bool);
  struct called *all = CALL_NEW_MANY(report->call, points, struct called);

  for (uint32_t i = 0; i < report->rows.count; i++) {
    const struct row *row = &report->rows.all[i];
    if (!row->shared)
      add_points(report, row->result->check, named);
    for (uint32_t k = 0; k < row->count; k++)
      add_points(report, row->checks[k], named);
  }
  for (uint32_t i = 0; i < points; i++)
    if (named[i])
      all[count++] = (struct called){
          report_text(report, program_point_at(report->program, i + 1)->id),
          i + 1};
  sort_called(all, count);
  out_open_at(report->out, "points", '{');
  for (uint32_t i = 0; i < count; i++) {
    out_key_text(report->out, all[i].id);
    write_point(report, program_point_at(report->program, all[i].row));
  }
  out_close(report->out, '{');
}

/* ---- parameters ------------------------------------------------------------------------------ */

static void write_setting(struct report *report, uint32_t fact,
                          const struct cell *cell) {
  if (!cell || !cell->raw || cell->raw->kind == RAW_NONE)
    return;
  out_key(report->out, "value");
  write_raw(report, fact, cell->raw);
}

/* What a layer puts in the place of a value, for the house rating alone. */
static void write_with_layers(struct report *report, uint32_t fact) {
  uint32_t row = house_change_of(report->context, fact);
  const struct program_change *change = program_change_at(report->program, row);
  const struct program_setting *setting =
      change ? program_setting_at(report->program, change->setting) : NULL;

  if (!setting)
    return;
  out_open_at(report->out, "with_layers", '{');
  out_pair(report->out, "layer",
           report_text(report,
                       program_layer_at(report->program, change->layer)->name));
  out_pair(report->out, "source", report_text(report, change->source));
  write_setting(report, fact, evaluate_setting(report->call, setting));
  out_close(report->out, '{');
}

static void write_parameter(struct report *report, uint32_t row) {
  const struct program_fact *fact = program_fact_at(report->program, row);
  const struct cell *cell = report->context->parameters->cells[fact->slot];
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "layer", layer_name(report, fact->layer));
  out_pair(out, "source", report_text(report, fact->source));
  out_pair(out, "state", cell ? SLICE("known") : SLICE("unknown"));
  out_pair(out, "unit", report_text(report, fact->unit));
  write_setting(report, row, cell);
  write_with_layers(report, row);
  out_close(out, '{');
}

void write_parameters(struct report *report) {
  const struct program_frame *frame = program_frame_at(
      report->program, frame_kind(report->program, SCOPE_PARAMETER));
  struct program_list facts =
      program_list_at(report->program, frame ? frame->facts : 0);
  struct called *all = CALL_NEW_MANY(report->call, facts.count, struct called);

  for (uint32_t i = 0; i < facts.count; i++)
    all[i] = (struct called){
        report_text(report,
                    program_fact_at(report->program, facts.rows[i])->path),
        facts.rows[i]};
  sort_called(all, facts.count);
  out_open_at(report->out, "parameters", '{');
  for (uint32_t i = 0; i < facts.count; i++) {
    out_key_text(report->out, all[i].id);
    write_parameter(report, all[i].row);
  }
  out_close(report->out, '{');
}

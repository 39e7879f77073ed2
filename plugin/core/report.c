/* report.c: puts an evaluation together as cop11.report/1; see report.h and
 * report_parts.h. */
#include <stdlib.h>

#include "report_parts.h"

/* ---- the head ------------------------------------------------------------------------- */

/* What the dossier says of the assessment itself; no check reads it. */
static void write_said(struct report *report) {
  const struct frame *frame = report->reading->assessment;
  struct program_list facts = program_list_at(
      report->program, program_frame_at(report->program, frame->kind)->facts);

  out_open_at(report->out, "said", '[');
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact =
        program_fact_at(report->program, facts.rows[i]);
    const struct cell *cell = frame->cells[i];
    if (!fact->label || fact->sensitive || !cell_has_value(cell))
      continue;
    out_open(report->out, '{');
    out_pair(report->out, "fact", report_text(report, fact->path));
    out_pair(report->out, "label", report_text(report, fact->label));
    if (cell->raw && cell->raw->kind != RAW_NONE) {
      out_key(report->out, "value");
      write_raw(report, facts.rows[i], cell->raw);
    }
    out_close(report->out, '{');
  }
  out_close(report->out, '[');
}

static void write_assessment(struct report *report) {
  const struct frame *frame = report->reading->assessment;
  struct program_list facts = program_list_at(
      report->program, program_frame_at(report->program, frame->kind)->facts);

  out_open_at(report->out, "assessment", '{');
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct cell *cell = frame->cells[i];
    uint32_t path = program_fact_at(report->program, facts.rows[i])->path;
    if (strcmp(program_text_bytes(report->program, path), "assessment.kind") !=
            0 ||
        !cell_has_value(cell) || !cell->raw)
      continue;
    out_key(report->out, "kind");
    write_raw(report, facts.rows[i], cell->raw);
  }
  write_said(report);
  out_close(report->out, '{');
}

static void write_signature(struct report *report,
                            const struct program_layer *layer) {
  struct program_list files =
      program_list_at(report->program, layer->signature_files);

  if (!layer->signature_state)
    return;
  out_open_at(report->out, "signature", '{');
  out_open_at(report->out, "files", '[');
  for (uint32_t i = 0; i < files.count; i++)
    out_text(report->out, report_text(report, files.rows[i]));
  out_close(report->out, '[');
  out_pair(report->out, "key", report_text(report, layer->signature_key));
  out_pair(report->out, "state", report_text(report, layer->signature_state));
  out_close(report->out, '{');
}

static void write_layers(struct report *report) {
  uint32_t count = program_count(report->program, SECTION_LAYER);

  out_open_at(report->out, "layers", '[');
  for (uint32_t i = 1; i <= count; i++) {
    const struct program_layer *layer = program_layer_at(report->program, i);
    out_open(report->out, '{');
    out_pair(report->out, "digest", report_text(report, layer->digest));
    out_pair(report->out, "name", report_text(report, layer->name));
    write_signature(report, layer);
    out_close(report->out, '{');
  }
  out_close(report->out, '[');
}

static void write_pack(struct report *report) {
  const struct program_pack *pack = program_pack_at(report->program, 1);
  struct json_buffer *out = report->out;

  out_open_at(out, "pack", '{');
  out_pair(out, "digest", report_text(report, pack->digest));
  out_pair(out, "edition", report_text(report, pack->edition));
  write_layers(report);
  out_pair(out, "name", layer_name(report, 0));
  out_pair(out, "title", report_text(report, pack->title));
  out_pair(out, "version", report_text(report, pack->version));
  out_close(out, '{');
}

static void write_engine(struct report *report) {
  out_open_at(report->out, "engine", '{');
  out_pair(report->out, "name", SLICE("libcop11"));
  out_pair(report->out, "version", report->head->version);
  out_close(report->out, '{');
}

static void write_dossier(struct report *report) {
  out_open_at(report->out, "dossier", '{');
  out_pair(report->out, "digest", report->head->digest);
  out_close(report->out, '{');
}

/* ---- problems --------------------------------------------------------------------------- */

/* All the places, one behind the other. */
static int compare_places(const struct problem *a, const struct problem *b) {
  uint32_t count =
      a->pointer_count < b->pointer_count ? a->pointer_count : b->pointer_count;

  for (uint32_t i = 0; i < count; i++) {
    int order = slice_compare(a->pointers[i], b->pointers[i]);
    if (order)
      return order;
  }
  return (a->pointer_count > b->pointer_count) -
         (a->pointer_count < b->pointer_count);
}

/* One fact may contradict those of several facilities in the same words. */
static int compare_problems(const void *a, const void *b) {
  const struct problem *one = *(struct problem *const *)a;
  const struct problem *other = *(struct problem *const *)b;
  int order = slice_compare(one->pointer, other->pointer);

  if (!order)
    order = slice_compare(one->message, other->message);
  return order ? order : compare_places(one, other);
}

static void write_problem(struct json_buffer *out,
                          const struct problem *problem) {
  static const char *const kinds[] = {"error", "conflict", "note"};

  out_open(out, '{');
  out_pair(out, "code", problem->code);
  out_pair(out, "cure", problem->cure);
  out_pair(out, "kind", slice_of(kinds[problem->kind]));
  out_pair(out, "message", problem->message);
  out_pair(out, "pointer", problem->pointer);
  if (problem->pointers) {
    out_open_at(out, "pointers", '[');
    for (uint32_t i = 0; i < problem->pointer_count; i++)
      out_text(out, problem->pointers[i]);
    out_close(out, '[');
  }
  out_close(out, '{');
}

void report_write_problems(struct reading *reading, struct json_buffer *out) {
  if (reading->problems.count > 1)
    qsort(reading->problems.all, reading->problems.count,
          sizeof *reading->problems.all, compare_problems);
  out_open_at(out, "problems", '[');
  for (uint32_t i = 0; i < reading->problems.count; i++)
    if (reading->problems.all[i]->kind != PROBLEM_ERROR)
      write_problem(out, reading->problems.all[i]);
  out_close(out, '[');
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void write_to_facts(struct report *report) {
  struct json_buffer *out = report->out;

  out_day(out, "as_of", (int32_t)report->reading->as_of);
  write_assessment(report);
  write_changes(report);
  write_checks(report);
  write_dossier(report);
  write_engine(report);
  out_pair(out, "evaluated_at", report->call->options.evaluated_at);
  write_evidence(report);
  write_facilities(report);
  write_facts(report);
}

static void write_from_findings(struct report *report) {
  struct json_buffer *out = report->out;
  const struct program_pack *pack = program_pack_at(report->program, 1);

  write_findings(report);
  out_pair(out, "format", SLICE("cop11.report/1"));
  write_hints(report);
  write_member(report);
  write_missing(report);
  out_pair(out, "notice", report_text(report, pack->notice));
  write_pack(report);
  write_parameters(report);
  write_points(report);
  report_write_problems(report->reading, report->out);
  write_prompts(report);
  write_provisions(report);
  write_questions(report);
  write_records(report);
  write_registers(report);
  write_results(report);
}

struct report_rated report_write(struct context *context,
                                 const struct evaluation *evaluation,
                                 const struct report_head *head,
                                 struct json_buffer *out) {
  struct report report = {.context = context,
                          .call = context->call,
                          .program = context->call->program,
                          .reading = context->reading,
                          .evaluation = evaluation,
                          .head = head,
                          .out = out};
  struct sum all;

  findings_index(&report);
  rollup(&report);
  rows_collect(&report);
  answered_collect(&report);
  questions_collect(&report);
  determine(&report);
  prompts_collect(&report);
  out_open(out, '{');
  write_to_facts(&report);
  write_from_findings(&report);
  out_close(out, '{');
  all = sum_all(&report, report.total);
  return (struct report_rated){all.range, sum_basis(&all)};
}

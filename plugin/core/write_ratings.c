/* write_ratings.c: roll-ups as the report shows them: of the Member, of facilities, of
 * provisions, and of the questions that the pack asks. */
#include <stdio.h>

#include "report_parts.h"

enum {
  FACILITY_COST = 20 /* of writing what one comes to, in steps */
};

/* ---- ranges ----------------------------------------------------------------------- */

void write_range(struct json_buffer *out, const char *key, uint8_t range) {
  out_open_at(out, key, '[');
  for (uint8_t bit = 1; bit <= RATING_MAJOR; bit = (uint8_t)(bit << 1))
    if (range & bit)
      out_text(out, outcome_name(range_outcome(bit)));
  out_close(out, '[');
}

void write_open_range(struct json_buffer *out, uint8_t range) {
  if (!mask_is_single(range))
    write_range(out, "range", range);
}

static void write_rating_alone(struct json_buffer *out, const char *key,
                               uint8_t range) {
  out_open_at(out, key, '{');
  write_open_range(out, range);
  out_pair(out, "rating", range_name(range));
  out_close(out, '{');
}

/* ---- pieces of a roll-up ------------------------------------------------------------ */

static void write_some(struct json_buffer *out, const char *key,
                       uint32_t count) {
  if (count > 0)
    out_count(out, key, count);
}

static void write_completeness(struct json_buffer *out, const struct sum *sum) {
  out_open_at(out, "completeness", '{');
  write_some(out, "conflicting", sum->counts[COUNT_CONFLICTING]);
  write_some(out, "error", sum->counts[COUNT_ERROR]);
  write_some(out, "not_applicable", sum->counts[COUNT_NOT_APPLICABLE]);
  out_count(out, "settled", sum->counts[COUNT_SETTLED]);
  write_some(out, "unknown", sum->counts[COUNT_UNKNOWN]);
  write_some(out, "withheld", sum->counts[COUNT_WITHHELD]);
  out_close(out, '{');
}

/* How many settled results rest on what; those that are 0 are left out. */
static void write_support(struct json_buffer *out, const struct sum *sum) {
  out_open_at(out, "support", '{');
  write_some(out, "auditor_verified", sum->based[BASIS_VERIFIED]);
  write_some(out, "evidenced", sum->based[BASIS_EVIDENCED]);
  write_some(out, "stated", sum->based[BASIS_STATED]);
  out_close(out, '{');
}

/* The checks that cannot be favourable, in the order of the rules. */
static void write_lowered_by(struct report *report, const struct sum *sum) {
  uint32_t count = program_count(report->program, SECTION_CHECK);
  bool any = false;

  for (uint32_t i = 0; sum->lowered_by && i < count / 64 + 1; i++)
    any = any || sum->lowered_by[i];
  if (!any || mask_is_single(sum->range))
    return;
  out_open_at(report->out, "lowered_by", '[');
  for (uint32_t i = 0; i < count; i++)
    if (sum->lowered_by[i / 64] >> i % 64 & 1)
      out_text(report->out,
               report_text(report, report_check(report, i + 1)->id));
  out_close(report->out, '[');
}

static bool has_layers(const struct report *report) {
  return program_count(report->program, SECTION_LAYER) > 1;
}

static void write_house(struct report *report, const struct sum *sum) {
  if (has_layers(report))
    write_rating_alone(report->out, "house_rating", sum->house);
}

/* The auditor's column, and the ids of the records in it. */
static void write_with_records(struct report *report, const struct sum *sum) {
  struct json_buffer *out = report->out;

  if (sum->changes.count == 0)
    return;
  out_open_at(out, "with_records", '{');
  write_open_range(out, sum->records);
  out_pair(out, "rating", range_name(sum->records));
  out_open_at(out, "records", '[');
  for (uint32_t i = 0; i < sum->changes.count; i++) {
    const struct entry *entry = &sum->changes.all[i]->entry;
    out_text(out, entry->id.data ? entry->id : entry->pointer);
  }
  out_close(out, '[');
  out_close(out, '{');
}

static void write_of_assessed(struct report *report) {
  struct sum sum = sum_all(report, report->of_assessed);
  struct json_buffer *out = report->out;

  if (report->assessed == 0)
    return;
  out_open_at(out, "rating_of_assessed", '{');
  out_pair(out, "basis", basis_name(sum_basis(&sum)));
  write_completeness(out, &sum);
  write_lowered_by(report, &sum);
  write_open_range(out, sum.range);
  out_pair(out, "rating", range_name(sum.range));
  write_support(out, &sum);
  out_close(out, '{');
}

/* ---- provisions ------------------------------------------------------------------------ */

static void write_reads(struct report *report,
                        const struct program_provision *provision) {
  struct program_list paths =
      program_list_at(report->program, provision->paths);

  if (paths.count == 0)
    return;
  out_open_at(report->out, "reads", '[');
  for (uint32_t i = 0; i < paths.count; i++)
    out_text(report->out, report_text(report, paths.rows[i]));
  out_close(report->out, '[');
}

static void write_provision(struct report *report, uint32_t row,
                            const struct sum *sum,
                            const struct frame *facility) {
  const struct program_provision *provision =
      program_provision_at(report->program, row);
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "basis", basis_name(sum_basis(sum)));
  write_completeness(out, sum);
  write_findings_on(report, 0, row, facility_id(facility));
  write_house(report, sum);
  write_lowered_by(report, sum);
  out_pair(out, "provision", report_text(report, provision->id));
  write_open_range(out, sum->range);
  out_pair(out, "rating", range_name(sum->range));
  if (!facility)
    write_reads(report, provision);
  write_support(out, sum);
  if (!facility) {
    out_pair(out, "title", report_text(report, provision->title));
    out_pair(out, "with", report_text(report, provision->with));
  }
  write_with_records(report, sum);
  out_close(out, '{');
}

/* The provisions at a facility or, for none, over all of them. */
static void write_provisions_of(struct report *report, const struct sum *sums,
                                const struct frame *facility) {
  out_open_at(report->out, "provisions", '[');
  for (uint32_t i = 1; i <= report->provisions; i++)
    if (!facility ||
        program_provision_at(report->program, i)->scope == SCOPE_FACILITY)
      write_provision(report, i, &sums[i - 1], facility);
  out_close(report->out, '[');
}

void write_provisions(struct report *report) {
  write_provisions_of(report, report->total, NULL);
}

/* ---- facilities -------------------------------------------------------------------------- */

/* The fact of a frame with that path; 0: none. */
static uint32_t fact_in(const struct report *report, const struct frame *frame,
                        const char *path) {
  struct program_list facts = program_list_at(
      report->program, program_frame_at(report->program, frame->kind)->facts);

  for (uint32_t i = 0; i < facts.count; i++)
    if (strcmp(program_text_bytes(
                   report->program,
                   program_fact_at(report->program, facts.rows[i])->path),
               path) == 0)
      return facts.rows[i];
  return 0;
}

static const struct cell *cell_called(const struct report *report,
                                      const struct frame *frame,
                                      const char *path, uint32_t *fact) {
  *fact = fact_in(report, frame, path);
  return *fact ? frame->cells[program_fact_at(report->program, *fact)->slot]
               : NULL;
}

/* What the dossier says of a facility's identity, where it is known. */
static void write_identity(struct report *report, const struct frame *facility,
                           const char *key, const char *path) {
  uint32_t fact;
  const struct cell *cell = cell_called(report, facility, path, &fact);

  if (!cell_is_known(cell) || !cell->raw || cell->raw->kind == RAW_NONE)
    return;
  out_key(report->out, key);
  write_raw(report, fact, cell->raw);
}

/* Why a facility was not assessed, where the dossier says so. */
static void write_not_assessed_why(struct report *report,
                                   const struct frame *facility) {
  uint32_t fact;
  const struct cell *cell =
      cell_called(report, facility, "facility.not_assessed_why", &fact);

  if (!facility->assessed && cell_has_value(cell))
    out_pair(report->out, "not_assessed_why",
             value_words(report->call, fact, cell, false));
}

static void write_facility(struct report *report, const struct frame *facility,
                           const struct sum *sums) {
  struct sum all = sum_all(report, sums);
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_is(out, "assessed", facility->assessed);
  out_pair(out, "basis", basis_name(sum_basis(&all)));
  out_flag(out, "by_statement", facility->by_statement);
  write_completeness(out, &all);
  write_identity(report, facility, "country", "facility.country");
  write_house(report, &all);
  out_pair(out, "id", facility->id);
  write_identity(report, facility, "kind", "facility.kind");
  write_lowered_by(report, &all);
  write_identity(report, facility, "name", "facility.name");
  write_not_assessed_why(report, facility);
  out_pair(out, "pointer", facility->pointer);
  write_provisions_of(report, sums, facility);
  write_open_range(out, all.range);
  out_pair(out, "rating", range_name(all.range));
  write_support(out, &all);
  write_with_records(report, &all);
  out_close(out, '{');
}

void write_facilities(struct report *report) {
  const struct list *facilities = report->reading->facilities;

  out_open_at(report->out, "facilities", '[');
  for (uint32_t i = 0; i < facilities->count; i++) {
    call_charge(report->call, FACILITY_COST);
    write_facility(report, facilities->items[i], report->by_facility[i]);
  }
  out_close(report->out, '[');
}

/* ---- the Member ----------------------------------------------------------------------------- */

/* Of how many of the facilities assessed nothing is known but what was stated. */
static void put_by_statement(const struct report *report, char *out,
                             size_t size) {
  const struct list *facilities = report->reading->facilities;
  uint32_t count = 0;
  char some[32] = "";

  for (uint32_t i = 0; i < facilities->count; i++)
    count += facilities->items[i]->by_statement;
  *out = '\0';
  if (count == 0)
    return;
  if (count != report->assessed)
    snprintf(some, sizeof some, "%u of them ", (unsigned)count);
  snprintf(out, size, " (%sby statement alone: no evidence is named there)",
           some);
}

static void write_assessed_text(struct report *report) {
  const struct list *facilities = report->reading->facilities;
  char text[240], by_statement[120];

  put_by_statement(report, by_statement, sizeof by_statement);
  snprintf(text, sizeof text, "%u of %u facilities assessed%s%s",
           (unsigned)report->assessed, (unsigned)facilities->count,
           by_statement,
           facilities->extra_hi == 0 ? ""
                                     : ", and the list of facilities does not "
                                       "say that it is complete");
  out_pair(report->out, "assessed_text", slice_of(text));
}

static struct slice text_of_member(const struct report *report,
                                   const char *path) {
  uint32_t fact;
  const struct cell *cell =
      cell_called(report, report->reading->member, path, &fact);

  return cell_has_value(cell) ? cell->text : (struct slice){NULL, 0};
}

static void write_determining(struct report *report) {
  const struct determining *found = report->determining;
  struct json_buffer *out = report->out;

  if (!found)
    return;
  out_open_at(out, "determined_by", '{');
  out_open_at(out, "answers", '[');
  for (uint32_t i = 0; i < found->count; i++) {
    out_open(out, '{');
    out_pair(out, "answer", found->all[i].answer);
    out_pair(out, "rating", found->all[i].rating);
    out_close(out, '{');
  }
  out_close(out, '[');
  out_pair(out, "ask", found->ask);
  out_pair(out, "pointer", found->pointer);
  out_close(out, '{');
}

static void write_facilities_of_member(struct report *report) {
  const struct list *facilities = report->reading->facilities;

  out_count(report->out, "facilities_assessed", report->assessed);
  out_is(report->out, "facilities_complete", facilities->extra_hi == 0);
  out_count(report->out, "facilities_listed", facilities->count);
}

void write_member(struct report *report) {
  struct sum all = sum_all(report, report->total);
  struct json_buffer *out = report->out;

  out_open_at(out, "member", '{');
  write_assessed_text(report);
  out_pair(out, "basis", basis_name(sum_basis(&all)));
  write_completeness(out, &all);
  write_determining(report);
  write_facilities_of_member(report);
  write_house(report, &all);
  out_pair(out, "id", text_of_member(report, "member.id"));
  write_lowered_by(report, &all);
  out_pair(out, "name", text_of_member(report, "member.name"));
  write_open_range(out, all.range);
  out_pair(out, "rating", range_name(all.range));
  write_of_assessed(report);
  write_support(out, &all);
  out_pair(out, "text", range_words(report->call, all.range));
  write_with_records(report, &all);
  out_close(out, '{');
}

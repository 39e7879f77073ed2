/* prompts_findings.c: questions about findings that an auditor entered, as they are and
 * where what they name fails now. */
#include <math.h>

#include "finding_numbers.h"
#include "prompt_owner.h"
#include "writing.h"

enum {
  MOST_PLACES = 5,
  FAILING_COST = 5 /* of one failing result under one finding, in steps */
};

/* ---- what fails now where a finding was made ---------------------------------------------- */

/* What fails at a place: of it, its checks. */
struct failing_place {
  const struct frame *facility;
  struct writing checks;
  uint32_t count;
};

struct failing {
  struct report *report;
  struct failing_place *all;
  uint32_t count, room;
};

/* Whether a check is not in conformance now, whatever is unknown. */
static bool is_failing(const struct result *result) {
  return !result->broken && !(result->range & RATING_FAVOURABLE);
}

static bool is_conforming(const struct result *result) {
  return result->outcome == OUTCOME_CONFORMANCE;
}

static void add_failing(struct failing *failing, const struct result *result) {
  struct report *report = failing->report;
  struct failing_place *place =
      failing->count > 0 ? &failing->all[failing->count - 1] : NULL;

  if (!place || place->facility != result->facility) {
    failing->all =
        reading_grow(report->call, failing->all, sizeof *failing->all,
                     failing->count, &failing->room);
    place = &failing->all[failing->count++];
    *place = (struct failing_place){.facility = result->facility,
                                    .checks.call = report->call};
  }
  if (place->count++ > 0)
    writing_put_text(&place->checks, ", ");
  writing_put(&place->checks,
              report_text(report, report_check(report, result->check)->id));
}

/* The failing results by what they are results of; each list in their order. */
struct results_by {
  struct numbers *by_check, *by_provision;
};

static struct results_by
find_results_by(struct report *report, bool (*wanted)(const struct result *)) {
  struct results_by lists = {numbers_new(report, SECTION_CHECK),
                             numbers_new(report, SECTION_PROVISION)};

  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct result *result = report->evaluation->results[i];
    if (!wanted(result))
      continue;
    numbers_add(report->call, &lists.by_check[result->check], i);
    numbers_add(
        report->call,
        &lists.by_provision[report_check(report, result->check)->provision], i);
  }
  return lists;
}

static struct failing failing_at(struct report *report,
                                 const struct results_by *lists,
                                 const struct finding *finding) {
  struct failing failing = {report, NULL, 0, 0};
  const struct numbers *numbers =
      finding->check.data
          ? &lists->by_check[check_called(report->program, finding->check)]
          : &lists->by_provision[provision_called(report->program,
                                                  finding->provision)];

  call_charge(report->call, FAILING_COST * (uint64_t)numbers->count);
  for (uint32_t i = 0; i < numbers->count; i++) {
    const struct result *result = report->evaluation->results[numbers->all[i]];
    if (finding_is_at(finding, facility_id(result->facility)))
      add_failing(&failing, result);
  }
  return failing;
}

static void put_place(struct writing *out, struct failing_place *place) {
  writing_put(out, writing_done(&place->checks));
  if (!place->facility)
    return;
  writing_put_text(out, " at ");
  writing_put(out, place->facility->id);
}

/* "1.1, 1.2 at east and 1.1 at west fall short of the guidance now". */
static struct slice failing_text(struct report *report,
                                 struct failing_place *places, uint32_t count) {
  struct writing out = {.call = report->call};
  uint32_t checks = 0;

  for (uint32_t i = 0; i < count; i++) {
    checks += places[i].count;
    if (i >= MOST_PLACES)
      continue;
    writing_put_text(&out, i > 0 ? " and " : "");
    put_place(&out, &places[i]);
  }
  if (count > MOST_PLACES) {
    writing_put_text(&out, " and what is asked at ");
    writing_put(&out, report_number(report->call, count - MOST_PLACES));
    writing_put_text(&out, " more");
  }
  writing_put_text(&out, checks > 1 ? " fall" : " falls");
  writing_put_text(&out, " short of the guidance now");
  return writing_done(&out);
}

/* ---- prompts about them --------------------------------------------------------------------- */

/* The first day of the assessment; where nobody says when it began, its one day. */
static int32_t first_day(const struct report *report) {
  const struct frame *frame = report->reading->assessment;
  struct program_list facts = program_list_at(
      report->program, program_frame_at(report->program, frame->kind)->facts);
  const struct cell *began = NULL, *on = NULL;

  for (uint32_t i = 0; i < facts.count; i++) {
    const char *path = program_text_bytes(
        report->program, program_fact_at(report->program, facts.rows[i])->path);
    if (strcmp(path, "assessment.began") == 0)
      began = frame->cells[i];
    if (strcmp(path, "assessment.date") == 0)
      on = frame->cells[i];
  }
  if (began && (cell_has_value(began) || began->has_lo) && isfinite(began->lo))
    return (int32_t)began->lo;
  if (cell_has_value(on) && isfinite(on->lo))
    return (int32_t)on->lo;
  return (int32_t)report->reading->as_of;
}

static void ask(struct report *report, const struct finding *finding,
                const char *name, struct slice text, struct slice facility) {
  struct prompt prompt = {
      .text = text, .facility = facility, .check = finding->check};

  prompt.prompt =
      report_fill(report->call, "finding:%/%",
                  (struct slice[]){finding->entry.id, slice_of(name)});
  prompt_ask(report, &prompt);
}

/* Of places where it fails now, together. */
static void ask_of_places(struct report *report, const struct finding *finding,
                          struct failing_place *places, uint32_t count,
                          struct slice facility) {
  struct slice failing = failing_text(report, places, count);
  int32_t day = first_day(report);
  struct slice id = finding->entry.id;

  if (finding->closed_on != DAY_NONE)
    ask(report, finding, "repetitive",
        report_fill(
            report->call,
            "Finding % was closed on %, yet %.  Is it a repetitive "
            "finding?",
            (struct slice[]){id, report_day(report->call, finding->closed_on),
                             failing}),
        facility);
  if (finding->raised == DAY_NONE || finding->raised >= day ||
      finding->repeat_of.data)
    return;
  ask(report, finding, "persistent",
      report_fill(report->call,
                  "Finding % was raised on %, before this assessment began on "
                  "%, and %.  Is it a persistent finding?",
                  (struct slice[]){id,
                                   report_day(report->call, finding->raised),
                                   report_day(report->call, day), failing}),
      facility);
}

/* A finding on a check is asked about at each place, one on a whole provision once. */
static void ask_of_failing(struct report *report, const struct finding *finding,
                           const struct results_by *lists) {
  struct failing failing = failing_at(report, lists, finding);

  if (!finding->check.data && failing.count > 0) {
    ask_of_places(report, finding, failing.all, failing.count,
                  finding->facility);
    return;
  }
  for (uint32_t i = 0; i < failing.count; i++)
    ask_of_places(report, finding, &failing.all[i], 1,
                  facility_id(failing.all[i].facility));
}

/* ---- what conforms now where a finding was made ------------------------------ */

/* Whether the auditor observed a fact after a day. */
static bool is_observed_since(const struct detail *detail, int32_t day) {
  for (uint32_t i = 0; i < detail->leg_count; i++) {
    const struct leg *leg = detail->legs[i];
    if (leg->item->kind == EVIDENCE_OBSERVATION && !leg->against &&
        slice_is(leg->item->collector, SLICE("auditor")) &&
        leg->item->date != DAY_NONE && leg->item->date > day)
      return true;
  }
  return false;
}

/* Whether a check was answered by a fact on practice that nobody observed after the
 * day. */
static bool is_unobserved(const struct report *report, uint32_t row,
                          struct frame *facility, int32_t day) {
  const struct program_fact *fact = program_fact_at(report->program, row);
  const struct frame *frame = shown_frame(report, fact->scope, facility);
  const struct cell *cell = frame ? frame->cells[fact->slot] : NULL;

  return fact->shown_by_some && cell_is_known(cell) &&
         !is_observed_since(cell_detail(cell), day);
}

/* The questions on practice that a check was answered by; no data: none. */
static struct slice unobserved(struct report *report,
                               const struct result *result, int32_t day) {
  struct program_list facts = program_list_at(
      report->program, report_check(report, result->check)->expect_plan);
  struct writing out = {.call = report->call};

  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact =
        program_fact_at(report->program, facts.rows[i]);
    if (!is_unobserved(report, facts.rows[i], result->facility, day))
      continue;
    writing_put_text(&out, out.size > 0 ? ", \"" : "\"");
    writing_put(&out, report_text(report, fact->ask ? fact->ask : fact->path));
    writing_put_text(&out, "\"");
  }
  return out.size > 0 ? writing_done(&out) : (struct slice){NULL, 0};
}

/* Of practice that turned after a finding somebody says so: what was seen of it? */
static void ask_of_turned(struct report *report, const struct finding *finding,
                          const struct results_by *by) {
  const struct numbers *numbers;

  if (!finding->check.data || finding->raised == DAY_NONE)
    return;
  numbers = &by->by_check[check_called(report->program, finding->check)];
  call_charge(report->call, FAILING_COST * (uint64_t)numbers->count);
  for (uint32_t i = 0; i < numbers->count; i++) {
    const struct result *result = report->evaluation->results[numbers->all[i]];
    struct slice facility = facility_id(result->facility), asks = {NULL, 0};
    if (finding_is_at(finding, facility))
      asks = unobserved(report, result, finding->raised);
    if (asks.data)
      ask(report, finding, "turned",
          report_fill(
              report->call,
              "Finding % was raised on %, and % conforms now.  Nothing "
              "that the auditor observed after that day is named for "
              "%.  What shows that practice changed?",
              (struct slice[]){finding->entry.id,
                               report_day(report->call, finding->raised),
                               finding->check, asks}),
          facility);
  }
}

/* ---- as they are ----------------------------------------------------------------------------- */

static bool is_in(const struct report *report, uint32_t list,
                  struct slice text) {
  struct program_list texts = program_list_at(report->program, list);

  for (uint32_t i = 0; i < texts.count; i++)
    if (slice_is(report_text(report, texts.rows[i]), text))
      return true;
  return false;
}

static void ask_repeat_and_plan(struct report *report,
                                const struct finding *finding) {
  const struct program_pack *pack = program_pack_at(report->program, 1);
  struct slice id = finding->entry.id;
  struct slice source = report_text(report, pack->findings_source);

  if (finding->repeat_of.data)
    ask(report, finding, "persistent",
        report_fill(report->call,
                    "Finding % repeats %.  A shortfall that corrective action "
                    "did not remove may be raised to major; that is the "
                    "auditor's decision.",
                    (struct slice[]){id, finding->repeat_of}),
        finding->facility);
  if (!finding->action.data &&
      is_in(report, pack->plan_required_for, finding->rating))
    ask(report, finding, "plan",
        report_fill(
            report->call,
            "Finding % has no corrective action plan; one is required (%).",
            (struct slice[]){id, source.data ? source : SLICE("")}),
        finding->facility);
}

/* ", 3 days after it was due" */
static struct slice lateness(struct report *report,
                             const struct finding *finding) {
  int32_t late =
      finding->due != DAY_NONE ? finding->closed_on - finding->due : 0;

  if (late <= 0)
    return SLICE("");
  return report_fill(
      report->call,
      late == 1 ? ", % day after it was due" : ", % days after it was due",
      (struct slice[]){report_number(report->call, (uint32_t)late)});
}

/* That the auditor approved the plan says nothing of its closure. */
static void ask_unverified(struct report *report,
                           const struct finding *finding) {
  if (finding->closed_on == DAY_NONE || finding->verified_by.data)
    return;
  ask(report, finding, "unverified",
      report_fill(
          report->call,
          "Finding % was closed on %%, and nobody is named who saw that "
          "the action works (\"verified_by\").  Who verified it, and by "
          "what evidence?",
          (struct slice[]){finding->entry.id,
                           report_day(report->call, finding->closed_on),
                           lateness(report, finding)}),
      finding->facility);
}

static void ask_overdue_and_critical(struct report *report,
                                     const struct finding *finding) {
  const struct program_pack *pack = program_pack_at(report->program, 1);
  bool listed = is_in(report, pack->critical_provisions, finding->provision);
  struct slice id = finding->entry.id;

  if (finding_is_overdue(report, finding))
    ask(report, finding, "overdue",
        report_fill(
            report->call,
            "The corrective action for finding % was due on % and is "
            "overdue: the finding is not closed.",
            (struct slice[]){id, report_day(report->call, finding->due)}),
        finding->facility);
  ask_unverified(report, finding);
  if (slice_is(finding->rating, SLICE("critical-breach")))
    ask(report, finding, "critical",
        report_fill(report->call,
                    listed ? "Finding % claims a critical breach: the auditor "
                             "is to confirm it."
                           : "Finding % claims a critical breach: the auditor "
                             "is to confirm it.  The list of critical "
                             "provisions does not name %.",
                    (struct slice[]){id, finding->provision}),
        finding->facility);
}

static void ask_write_up(struct report *report, const struct finding *finding) {
  if (!finding->cause.data)
    ask(report, finding, "write_up",
        report_fill(report->call,
                    "Finding % names no root cause; a finding states its "
                    "nature, its likely root cause, the requirement and the "
                    "evidence.",
                    (struct slice[]){finding->entry.id}),
        finding->facility);
}

void prompts_of_findings(struct report *report) {
  const struct reading *reading = report->reading;
  struct results_by lists, conforming;

  if (reading->findings.count == 0)
    return;
  lists = find_results_by(report, is_failing);
  conforming = find_results_by(report, is_conforming);
  for (uint32_t i = 0; i < reading->findings.count; i++) {
    const struct finding *finding = reading->findings.all[i];
    ask_repeat_and_plan(report, finding);
    ask_overdue_and_critical(report, finding);
    ask_write_up(report, finding);
    ask_of_failing(report, finding, &lists);
    ask_of_turned(report, finding, &conforming);
  }
}

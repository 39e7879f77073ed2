/* write_findings.c: the findings that an auditor entered, as the report shows them, and
 * which of them speak of what. */
#include "finding_numbers.h"
#include "prompt_owner.h"

/* ---- findings by what they speak of --------------------------------------------------- */

struct finding_index {
  struct numbers *by_check, *by_provision;
};

void findings_index(struct report *report) {
  const struct reading *reading = report->reading;
  struct finding_index *index = CALL_NEW(report->call, struct finding_index);

  if (reading->findings.count == 0)
    return;
  index->by_check = numbers_new(report, SECTION_CHECK);
  index->by_provision = numbers_new(report, SECTION_PROVISION);
  for (uint32_t i = 0; i < reading->findings.count; i++) {
    const struct finding *finding = reading->findings.all[i];
    if (finding->check.data)
      numbers_add(
          report->call,
          &index->by_check[check_called(report->program, finding->check)], i);
    numbers_add(report->call,
                &index->by_provision[provision_called(report->program,
                                                      finding->provision)],
                i);
  }
  report->findings = index;
}

/* The ids of the findings that speak of a check or provision at a facility, or at the
 * Member. */
void write_findings_on(struct report *report, uint32_t check,
                       uint32_t provision, struct slice facility) {
  const struct numbers *numbers;
  bool any = false;

  if (!report->findings)
    return;
  numbers = check ? &report->findings->by_check[check]
                  : &report->findings->by_provision[provision];
  call_charge(report->call, numbers->count);
  for (uint32_t i = 0; i < numbers->count; i++) {
    const struct finding *finding =
        report->reading->findings.all[numbers->all[i]];
    if (!finding_is_at(finding, facility))
      continue;
    if (!any)
      out_open_at(report->out, "findings", '[');
    any = true;
    out_text(report->out, finding->entry.id);
  }
  if (any)
    out_close(report->out, '[');
}

/* ---- one finding ---------------------------------------------------------- */

void numbers_add(struct call *call, struct numbers *numbers, uint32_t number) {
  numbers->all = reading_grow(call, numbers->all, sizeof *numbers->all,
                              numbers->count, &numbers->room);
  numbers->all[numbers->count++] = number;
}

struct numbers *numbers_new(struct report *report,
                            enum program_section section) {
  return CALL_NEW_MANY(report->call,
                       program_count(report->program, section) + (size_t)1,
                       struct numbers);
}

bool finding_is_at(const struct finding *finding, struct slice facility) {
  return !finding->facility.data ||
         (facility.data && slice_is(finding->facility, facility));
}

bool finding_is_overdue(const struct report *report,
                        const struct finding *finding) {
  return finding->due != DAY_NONE && finding->closed_on == DAY_NONE &&
         finding->due < report->reading->as_of;
}

/* ---- written -------------------------------------------------------------------------------------- */

static void write_ids(struct json_buffer *out, const struct finding *finding) {
  if (!finding->has_evidence)
    return;
  out_open_at(out, "evidence", '[');
  for (uint32_t i = 0; i < finding->evidence_count; i++)
    out_text(out, finding->evidence[i]);
  out_close(out, '[');
}

static void write_second_half(struct report *report,
                              const struct finding *finding) {
  struct json_buffer *out = report->out;

  out_is(out, "overdue", finding_is_overdue(report, finding));
  out_pair(out, "owner", finding->owner);
  out_pair(out, "party", finding->party);
  out_pair(out, "pointer", finding->entry.pointer);
  out_pair(out, "provision", finding->provision);
  out_day(out, "raised", finding->raised);
  out_pair(out, "rating", finding->rating);
  out_pair(out, "ref", finding->ref);
  out_pair(out, "repeat_of", finding->repeat_of);
  out_pair(out, "verified_by", finding->verified_by);
}

static void write_finding(struct report *report,
                          const struct finding *finding) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "action", finding->action);
  if (finding->auditor_approved >= 0)
    out_is(out, "auditor_approved", finding->auditor_approved > 0);
  out_pair(out, "by", finding->by);
  out_pair(out, "cause", finding->cause);
  out_pair(out, "check", finding->check);
  out_day(out, "closed_on", finding->closed_on);
  out_pair(out, "containment", finding->containment);
  out_day(out, "due", finding->due);
  write_ids(out, finding);
  out_pair(out, "facility", finding->facility);
  out_pair(out, "id", finding->entry.id);
  out_pair(out, "nature", finding->nature);
  out_pair(out, "note", finding->note);
  write_second_half(report, finding);
  out_close(out, '{');
}

/* In the dossier's order. */
void write_findings(struct report *report) {
  const struct reading *reading = report->reading;

  out_open_at(report->out, "findings", '[');
  for (uint32_t i = 0; i < reading->findings.count; i++)
    write_finding(report, reading->findings.all[i]);
  out_close(report->out, '[');
}

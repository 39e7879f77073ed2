/* auditor.c: the auditor's column: what the records in force make of each check and
 * provision, beside what the rules say of it. */
#include <stdlib.h>

#include "report_parts.h"

static struct answers *answers_of(const struct report *report) {
  return report->reading->answers;
}

static bool is_silent(const struct report *report) {
  return records_are_silent(answers_of(report));
}

/* ---- what is kept of a record ----------------------------------------------------- */

static void keep(struct spoken **list, struct spoken *one) {
  one->last = one;
  if (!*list) {
    *list = one;
  } else {
    (*list)->last->next = one;
    (*list)->last = one;
  }
}

static void speaks_of(struct report *report, struct record *record,
                      const struct result *result) {
  struct spoken *one = CALL_NEW(report->call, struct spoken);

  one->result = result;
  keep(&record->results, one);
  record->used = true;
}

/* ---- one result --------------------------------------------------------------------- */

static bool is_not_applicable(const struct claim *claim) {
  return slice_is(claim->says, SLICE("not-applicable"));
}

/* Those of `claims` that say it does not apply. */
static void take_not_applicable(struct report *report,
                                const struct claims *claims,
                                struct auditor_result *said) {
  said->claims =
      CALL_NEW_MANY(report->call, claims ? claims->count : 0, struct claim);
  for (uint32_t i = 0; claims && i < claims->count; i++)
    if (is_not_applicable(&claims->all[i]))
      said->claims[said->count++] = claims->all[i];
}

/* The values that claims leave, besides those of `range`. */
static uint8_t range_of(const struct claim *claims, uint32_t count,
                        uint8_t range) {
  for (uint32_t i = 0; i < count; i++)
    range |= outcome_bit(outcome_called(claims[i].says));
  return range;
}

static struct auditor_result *of_check(struct auditor_result *said,
                                       const struct claims *claims) {
  said->claims = (struct claim *)claims->all;
  said->count = claims->count;
  said->contradict = claims->contradict;
  said->range = range_of(claims->all, claims->count, 0);
  said->outcome = claims->contradict ? (uint8_t)OUTCOME_OPEN
                                     : outcome_called(claims->all[0].says);
  return said;
}

static struct auditor_result *of_provision(struct report *report,
                                           struct auditor_result *said,
                                           const struct claims *whole,
                                           const struct result *result) {
  take_not_applicable(report, whole, said);
  if (said->count == 0 && !said->waivers)
    return NULL;
  said->by_provision = said->count > 0;
  said->range = said->by_provision
                    ? range_of(said->claims, said->count,
                               whole->contradict ? result->range : 0)
                    : result->range;
  said->outcome = said->range == RATING_NA ? (uint8_t)OUTCOME_NOT_APPLICABLE
                  : said->by_provision     ? (uint8_t)OUTCOME_OPEN
                                           : result->outcome;
  return said;
}

/* What the records say of a result; NULL: nothing. */
static struct auditor_result *said_of(struct report *report,
                                      const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  struct slice facility = facility_id(result->facility);
  struct slice id = report_text(report, check->id);
  const struct claims *claims =
      records_at(answers_of(report), MATTER_OUTCOME, id, facility);
  const struct claims *waivers =
      records_at(answers_of(report), MATTER_WAIVER, id, facility);
  const struct claims *whole = NULL;
  struct auditor_result *said = CALL_NEW(report->call, struct auditor_result);

  said->waivers = waivers;
  if (claims)
    return of_check(said, claims);
  if (check->provision)
    whole = records_at(
        answers_of(report), MATTER_OUTCOME,
        report_text(
            report,
            program_provision_at(report->program, check->provision)->id),
        facility);
  return of_provision(report, said, whole, result);
}

uint8_t auditor_mark(struct report *report, struct result *result) {
  struct auditor_result *said;

  if (is_silent(report))
    return result->range;
  for (uint32_t i = 0; i < result->heard_count; i++)
    result->heard[i]->used = true;
  result->auditor = said = said_of(report, result);
  if (!said)
    return result->range;
  call_charge(report->call, said->count);
  for (uint32_t i = 0; i < said->count; i++)
    speaks_of(report, said->claims[i].record, result);
  for (uint32_t i = 0; said->waivers && i < said->waivers->count; i++)
    speaks_of(report, said->waivers->all[i].record, result);
  return said->range;
}

bool auditor_is_raised(const struct result *result) {
  return result->auditor && result->auditor->outcome == OUTCOME_MAJOR;
}

bool auditor_against_facts(const struct result *result) {
  const struct auditor_result *said = result->auditor;

  if (!said || result->range & RATING_NA)
    return false;
  for (uint32_t i = 0; i < said->count; i++)
    if (is_not_applicable(&said->claims[i]))
      return true;
  return false;
}

/* ---- a provision at one place ---------------------------------------------------------- */

static void changes_provision(struct report *report, const struct claim *claim,
                              uint32_t provision, const struct frame *facility,
                              uint8_t from) {
  struct spoken *one = CALL_NEW(report->call, struct spoken);

  one->provision = provision;
  one->facility = facility_id(facility);
  one->from = from;
  one->to = outcome_called(claim->says);
  keep(&claim->record->provisions, one);
  claim->record->used = true;
}

/* What the records come to for a provision: a record on the provision holds, unless one
 * on a check of it is worse. */
static void settle(struct report *report, struct sum *sum, uint32_t provision,
                   struct frame *facility) {
  struct slice id =
      report_text(report, program_provision_at(report->program, provision)->id);
  const struct claims *claims =
      records_at(answers_of(report), MATTER_OUTCOME, id, facility_id(facility));
  uint8_t range;

  if (!claims)
    return;
  range = range_of(claims->all, claims->count, 0);
  sum->records = range | mask_worst[range][sum->claimed];
  for (uint32_t i = 0; i < claims->count; i++) {
    sum_add_change(report, sum, claims->all[i].record);
    changes_provision(report, &claims->all[i], provision, facility, sum->range);
  }
}

void auditor_settle(struct report *report, struct sum *sums,
                    struct frame *facility) {
  if (is_silent(report))
    return;
  for (uint32_t i = 1; i <= report->provisions; i++) {
    bool asked_there =
        program_provision_at(report->program, i)->scope == SCOPE_FACILITY;
    if (asked_there == (facility != NULL))
      settle(report, &sums[i - 1], i, facility);
  }
}

/* ---- written --------------------------------------------------------------------------- */

static int by_pointer(const void *a, const void *b) {
  return slice_compare(((const struct claim *)a)->record->entry.pointer,
                       ((const struct claim *)b)->record->entry.pointer);
}

static void write_claim(struct json_buffer *out, const struct claim *claim) {
  const struct record *record = claim->record;

  out_open(out, '{');
  out_pair(out, "authority", record->authority);
  out_pair(out, "by", record->by);
  out_pair(out, "id", record->entry.id);
  out_pair(out, "kind", record_kind_name(record));
  out_pair(out, "outcome", claim->says);
  out_pair(out, "pointer", record->entry.pointer);
  out_day(out, "until", record->until);
  out_pair(out, "why", record->why);
  out_close(out, '{');
}

static void write_claims(struct report *report,
                         const struct auditor_result *said) {
  uint32_t waivers = said->waivers ? said->waivers->count : 0;
  uint32_t count = said->count + waivers;
  struct claim *all = CALL_NEW_MANY(report->call, count, struct claim);

  if (said->count > 0)
    memcpy(all, said->claims, said->count * sizeof *all);
  if (waivers > 0)
    memcpy(all + said->count, said->waivers->all, waivers * sizeof *all);
  if (count > 1)
    qsort(all, count, sizeof *all, by_pointer);
  out_open_at(report->out, "records", '[');
  for (uint32_t i = 0; i < count; i++)
    write_claim(report->out, &all[i]);
  out_close(report->out, '[');
}

void write_auditor(struct report *report, const struct result *result) {
  const struct auditor_result *said = result->auditor;

  if (!said)
    return;
  out_open_at(report->out, "with_records", '{');
  out_flag(report->out, "conflicting", said->contradict);
  out_pair(report->out, "outcome", outcome_name(said->outcome));
  write_range(report->out, "range", said->range);
  write_claims(report, said);
  out_close(report->out, '{');
}

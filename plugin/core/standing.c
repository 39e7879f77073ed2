/* standing.c: which records are in force: the auditor's own, on the as-of day, that
 * no later record supersedes: the twin of scripts/dossier/records/standing.lua; see
 * records.h. */
#include <stdlib.h>

#include "records.h"
#include "targets.h"

/* ---- whose, and when --------------------------------------------------------- */

static struct slice pointer_to(struct call *call, const struct record *record,
                               const char *key) {
  return call_join(call, (struct slice[]){record->entry.pointer, slice_of(key)},
                   2);
}

static void tell_self(struct reading *reading, const struct record *record) {
  static const struct saying what = {MESSAGE_RECORD_OF_AUDITOR, MESSAGE_NONE,
                                     NULL, 0};
  const struct argument argument = {.name = "what", .saying = &what};
  const struct saying says = {MESSAGE_NOT_IN_SELF, MESSAGE_NONE, &argument, 1};
  struct slice places[] = {pointer_to(reading->call, record, "/party"),
                           SLICE("/assessment/kind")};

  problem_conflict(reading, places[0], &says, places, 2);
}

static void tell_other_party(struct reading *reading,
                             const struct record *record) {
  const struct argument arguments[] = {
      {.name = "party", .text = record->party},
      {.name = "unsaid",
       .text = record->party.data ? (struct slice){NULL, 0} : SLICE("true")}};
  const struct saying says = {MESSAGE_RECORD_WITHOUT_FORCE, MESSAGE_NONE,
                              arguments, 2};

  problem_note(reading, pointer_to(reading->call, record, "/party"), &says);
}

static bool is_of_auditor(const struct record *record) {
  return slice_is(record->party, SLICE("auditor"));
}

/* A record is the auditor's own statement.  One of the Member would verify what the
 * Member itself says; and nobody may gain by leaving out whose it is. */
static bool counts_as_auditors(struct reading *reading,
                               const struct record *record) {
  if (is_of_auditor(record) && !reading->self_assessment)
    return true;
  if (is_of_auditor(record))
    tell_self(reading, record);
  else
    tell_other_party(reading, record);
  return false;
}

static bool is_after(int32_t day, double as_of) {
  return day != DAY_NONE && day > as_of;
}

static void check_dates(struct reading *reading, const struct record *record) {
  if (is_after(record->date, reading->as_of))
    problem_error(reading, pointer_to(reading->call, record, "/date"));
  if (record->from != DAY_NONE && record->until != DAY_NONE &&
      record->until < record->from)
    problem_error(reading, pointer_to(reading->call, record, "/until"));
}

static enum no_force why_not(struct reading *reading,
                             const struct record *record) {
  if (!counts_as_auditors(reading, record))
    return NOT_THE_AUDITORS;
  if (is_after(record->from, reading->as_of))
    return NOT_YET;
  return record->until != DAY_NONE && record->until < reading->as_of ? LAPSED
                                                                     : IN_FORCE;
}

/* ---- what supersedes what ------------------------------------------------------ */

static int by_id(const void *a, const void *b) {
  const struct record *one = *(struct record *const *)a;
  const struct record *other = *(struct record *const *)b;
  int order = slice_compare(one->entry.id, other->entry.id);

  return order ? order
               : (one->index > other->index) - (one->index < other->index);
}

/* Those with an id, by it; of two with one id the first comes first. */
struct named {
  struct record **all;
  uint32_t count;
};

static struct named name_records(struct reading *reading) {
  struct named named = {
      CALL_NEW_MANY(reading->call, reading->all_records.count, struct record *),
      0};

  for (uint32_t i = 0; i < reading->all_records.count; i++)
    if (reading->all_records.all[i]->entry.id.data)
      named.all[named.count++] = reading->all_records.all[i];
  if (named.count > 0)
    qsort(named.all, named.count, sizeof *named.all, by_id);
  return named;
}

static struct record *record_called(const struct named *named,
                                    struct slice id) {
  uint32_t from = 0, to = named->count;

  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    if (slice_compare(named->all[middle]->entry.id, id) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from < named->count && slice_is(named->all[from]->entry.id, id)
             ? named->all[from]
             : NULL;
}

/* Whether `record` may not supersede `old`. */
static bool supersedes_wrongly(const struct record *record,
                               const struct record *old) {
  if (record->entry.bad || old->entry.bad || record->date == DAY_NONE ||
      old->date == DAY_NONE)
    return false;
  if (old == record || !is_of_auditor(record) || !is_of_auditor(old) ||
      !slice_is(record->subject, old->subject))
    return true;
  if (record->facility.data && old->facility.data &&
      !slice_is(record->facility, old->facility))
    return true;
  return record->date < old->date;
}

/* Where following what supersedes what leads from `one`. Each step on the way is made
 * shorter, so that of a long chain no record walks all. */
static struct record *end_of(struct call *call, struct record *one) {
  while (one->towards_end) {
    call_charge(call, 1);
    if (one->towards_end->towards_end)
      one->towards_end = one->towards_end->towards_end;
    one = one->towards_end;
  }
  return one;
}

static void find_superseded(struct reading *reading, const struct named *named,
                            struct record *record) {
  struct record *old = record_called(named, record->supersedes);
  bool wrong = !old || supersedes_wrongly(record, old);

  if (!wrong && old != record)
    record->superseded = old;
  if (record->superseded && end_of(reading->call, old) == record)
    wrong = true;
  else
    record->towards_end = record->superseded;
  if (wrong)
    problem_error(reading, pointer_to(reading->call, record, "/supersedes"));
}

/* At one facility alone; a later record takes the place of an earlier. */
static void supersede_at(struct call *call, struct record *old,
                         struct record *record) {
  struct superseded_at **at = &old->superseded_at, *next;

  while (*at && slice_compare((*at)->facility, record->facility) < 0)
    at = &(*at)->next;
  if (!*at || !slice_is((*at)->facility, record->facility)) {
    next = *at;
    *at = CALL_NEW(call, struct superseded_at);
    (*at)->facility = record->facility;
    (*at)->next = next;
  }
  (*at)->by = record;
}

static bool is_same_place(const struct record *a, const struct record *b) {
  return (a->facility.data != NULL) == (b->facility.data != NULL) &&
         slice_is(a->facility, b->facility);
}

/* From the day it comes into force a record supersedes the old one: everywhere, or,
 * where it speaks of one facility and the old one of all, there alone. */
static void supersede(struct call *call, struct record *record) {
  struct record *old = record->superseded;

  if (!old || record->entry.bad || record->no_force == NOT_YET ||
      record->no_force == NOT_THE_AUDITORS)
    return;
  if (record->facility.data && !is_same_place(record, old)) {
    supersede_at(call, old, record);
    return;
  }
  old->superseded_by = record;
  if (old->no_force == IN_FORCE)
    old->no_force = SUPERSEDED;
}

/* ---- all of them ----------------------------------------------------------------- */

void records_stand(struct reading *reading) {
  struct named named = name_records(reading);
  uint32_t count = reading->all_records.count;
  struct record **all = reading->all_records.all;

  for (uint32_t i = 0; i < count; i++) {
    check_dates(reading, all[i]);
    all[i]->no_force = why_not(reading, all[i]);
  }
  for (uint32_t i = 0; i < count; i++)
    if (all[i]->supersedes.data)
      find_superseded(reading, &named, all[i]);
  for (uint32_t i = 0; i < count; i++)
    supersede(reading->call, all[i]);
  for (uint32_t i = 0; i < count; i++)
    if (all[i]->no_force == IN_FORCE && !all[i]->entry.bad)
      *READING_ADD(reading, records) = all[i];
}

void records_check(struct reading *reading) {
  for (uint32_t i = 0; i < reading->all_records.count; i++) {
    struct record *record = reading->all_records.all[i];
    uint32_t before = reading->problems.count;
    targets_check_record(reading, record);
    if (reading->problems.count > before)
      record->entry.bad = true;
  }
  records_stand(reading);
  reading->answers = records_gather(reading);
  records_tell_contradictions(reading->answers);
}

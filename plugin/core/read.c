/* read.c: a dossier as a whole; see read.h. */
#include "read.h"

#include <math.h>

#include "read_parts.h"
#include "records.h"
#include "targets.h"

/* ---- the top -------------------------------------------------------------------- */

enum key {
  SCHEMA,
  ALL_FACILITIES,
  ASSESSMENT,
  EVIDENCE,
  FACILITIES,
  FINDINGS,
  FORMAT,
  MEMBER,
  RECORDS,
  KEYS
};

static const char *const keys[KEYS] = {
    "$schema",  "all_facilities", "assessment", "evidence", "facilities",
    "findings", "format",         "member",     "records"};

static void note_mark(struct reading *reading) {
  static const struct saying says = {MESSAGE_BYTE_ORDER_MARK, MESSAGE_NONE,
                                     NULL, 0};

  problem_note(reading, SLICE(""), &says);
}

/* ---- the day ---------------------------------------------------------------------- */

/* The caller's, else that of the assessment, else none. */
static void settle_as_of(struct reading *reading) {
  struct cell **date =
      read_cell_called(reading, reading->assessment, "assessment.date");
  bool known = date && cell_has_value(*date);

  if (reading->call->options.as_of != DAY_NONE)
    return;
  reading->no_as_of = !known;
  reading->as_of = known ? (*date)->lo : INFINITY;
}

static void read_assessment(struct reading *reading, struct at object) {
  if (reading->call->options.as_of != DAY_NONE)
    reading->as_of = reading->call->options.as_of;
  read_object(reading, object, reading->assessment);
  read_check_self_assessment(reading);
  settle_as_of(reading);
  read_check_evidence_days(reading);
}

/* ---- facilities -------------------------------------------------------------------- */

/* A Member without any facility cannot be rated: the list counts as open. */
static void check_some_facility(struct reading *reading) {
  static const struct saying says = {MESSAGE_NO_FACILITY, MESSAGE_NONE, NULL,
                                     0};
  struct list *facilities = reading->facilities;

  if (facilities->count > 0 || facilities->extra_hi > 0)
    return;
  problem_conflict(reading, SLICE("/facilities"), &says, NULL, 0);
  facilities->extra_hi = INFINITY;
}

static void check_facility_ids(struct reading *reading) {
  uint32_t count = reading->facilities->count, found = 0;
  struct slice *ids = CALL_NEW_MANY(reading->call, count, struct slice);

  for (uint32_t i = 0; i < count; i++) {
    struct frame *facility = reading->facilities->items[i];
    struct cell **cell = read_cell_called(reading, facility, "facility.id");
    facility->id = SLICE("");
    if (!cell || !cell_has_value(*cell)) {
      read_wrong(reading);
      continue;
    }
    facility->id = (*cell)->text;
    ids[found++] = facility->id;
  }
  read_check_ids(reading, ids, found);
}

static void read_facilities(struct reading *reading, const struct at *values) {
  read_list(reading, values[FACILITIES], reading->member, reading->facilities);
  if (values[ALL_FACILITIES].given)
    read_everywhere(reading, values[ALL_FACILITIES]);
  check_some_facility(reading);
  check_facility_ids(reading);
}

/* ---- the whole ---------------------------------------------------------------------- */

struct reading *read_dossier(struct call *call,
                             const struct json_document *document,
                             bool marked) {
  struct reading *reading = reading_new(call, document);
  struct at values[KEYS];

  call_charge(call, document->size / READ_BYTES);
  read_keys(reading, at_top(document), keys, KEYS, values);
  if (!at_is(values[FORMAT], "cop11.dossier/1"))
    read_wrong(reading);
  if (values[SCHEMA].given && at_kind(values[SCHEMA]) != JSON_STRING)
    read_wrong(reading);
  read_evidence(reading, values[EVIDENCE]);
  read_assessment(reading, values[ASSESSMENT]);
  read_object(reading, values[MEMBER], reading->member);
  read_facilities(reading, values);
  read_records(reading, values[RECORDS]);
  read_findings(reading, values[FINDINGS]);
  records_check(reading);
  targets_check_findings(reading);
  read_sort_open(reading);
  if (marked)
    note_mark(reading);
  return reading;
}

/* read_records.c: the registers of records and of findings.  What they name is checked
 * in targets.c; see read_parts.h. */
#include <stddef.h>

#include "read_entries.h"

static const char *const parties[] = {"auditor", "member", "third-party"};

/* ---- records ------------------------------------------------------------------- */

static const char *const kinds[] = {"judgement", "override", "waiver",
                                    "attestation"};
static const char *const outcomes[] = {"conformance", "minor-nonconformance",
                                       "major-nonconformance", "not-applicable",
                                       "observation"};

/* An answer is a list where the fact it speaks of is one. */
static bool read_answer(struct reading *reading, struct at at, void *entry) {
  struct record *record = entry;

  if (at_kind(at) == JSON_OBJECT)
    return false;
  record->has_answer = true;
  record->answer = at.token;
  record->answer_text = at_text(reading->call, at);
  return true;
}

#define PLACE(name) offsetof(struct record, name)

static const struct field record_fields[] = {
    {"answer", FIELD_OTHER, false, 0, NULL, 0, read_answer},
    {"authority", FIELD_TEXT, true, PLACE(authority), NULL, 0, NULL},
    {"by", FIELD_TEXT, true, PLACE(by), NULL, 0, NULL},
    {"check", FIELD_TEXT, false, PLACE(check), NULL, 0, NULL},
    {"date", FIELD_DAY, true, PLACE(date), NULL, 0, NULL},
    {"facility", FIELD_TEXT, false, PLACE(facility), NULL, 0, NULL},
    {"fact", FIELD_TEXT, false, PLACE(fact), NULL, 0, NULL},
    {"from", FIELD_DAY, false, PLACE(from), NULL, 0, NULL},
    {"id", FIELD_TEXT, false, PLACE(entry.id), NULL, 0, NULL},
    {"kind", FIELD_NUMBERED, true, PLACE(kind), kinds, 4, NULL},
    {"note", FIELD_TEXT, false, PLACE(note), NULL, 0, NULL},
    {"outcome", FIELD_WORD, false, PLACE(outcome), outcomes,
     sizeof outcomes / sizeof outcomes[0], NULL},
    {"party", FIELD_WORD, false, PLACE(party), parties, 3, NULL},
    {"prompt", FIELD_TEXT, false, PLACE(prompt), NULL, 0, NULL},
    {"provision", FIELD_TEXT, false, PLACE(provision), NULL, 0, NULL},
    {"ref", FIELD_TEXT, false, PLACE(ref), NULL, 0, NULL},
    {"supersedes", FIELD_TEXT, false, PLACE(supersedes), NULL, 0, NULL},
    {"until", FIELD_DAY, false, PLACE(until), NULL, 0, NULL},
    {"why", FIELD_TEXT, true, PLACE(why), NULL, 0, NULL}};

static void keep_record(struct reading *reading, void *entry, uint32_t index) {
  struct record *record = entry;

  (void)index;
  record->index = reading->all_records.count;
  *READING_ADD(reading, all_records) = record;
}

void read_records(struct reading *reading, struct at list) {
  static const struct shape shape = {
      "/records", record_fields, sizeof record_fields / sizeof record_fields[0],
      sizeof(struct record), keep_record};

  entries_read(reading, list, &shape);
}

#undef PLACE

/* ---- findings -------------------------------------------------------------------- */

static const char *const ratings[] = {
    "minor-nonconformance", "major-nonconformance", "critical-breach"};

static bool read_ids(struct reading *reading, struct at at, void *entry) {
  struct finding *finding = entry;
  struct slice *ids = CALL_NEW_MANY(reading->call, at_count(at), struct slice);

  finding->has_evidence = true;
  finding->evidence = ids;
  if (!read_is_list(at))
    return false;
  for (struct at one = at_first(at); one.given; one = at_next(at, one)) {
    const struct evidence *item = read_evidence_named(reading, one);
    if (item)
      ids[finding->evidence_count++] = item->entry.id;
  }
  return true;
}

#define PLACE(name) offsetof(struct finding, name)

static const struct field finding_fields[] = {
    {"action", FIELD_TEXT, false, PLACE(action), NULL, 0, NULL},
    {"auditor_approved", FIELD_FLAG, false, PLACE(auditor_approved), NULL, 0,
     NULL},
    {"by", FIELD_TEXT, true, PLACE(by), NULL, 0, NULL},
    {"cause", FIELD_TEXT, false, PLACE(cause), NULL, 0, NULL},
    {"check", FIELD_TEXT, false, PLACE(check), NULL, 0, NULL},
    {"closed_on", FIELD_DAY, false, PLACE(closed_on), NULL, 0, NULL},
    {"containment", FIELD_TEXT, false, PLACE(containment), NULL, 0, NULL},
    {"due", FIELD_DAY, false, PLACE(due), NULL, 0, NULL},
    {"evidence", FIELD_OTHER, false, 0, NULL, 0, read_ids},
    {"facility", FIELD_TEXT, false, PLACE(facility), NULL, 0, NULL},
    {"id", FIELD_TEXT, true, PLACE(entry.id), NULL, 0, NULL},
    {"nature", FIELD_TEXT, true, PLACE(nature), NULL, 0, NULL},
    {"note", FIELD_TEXT, false, PLACE(note), NULL, 0, NULL},
    {"owner", FIELD_TEXT, false, PLACE(owner), NULL, 0, NULL},
    {"party", FIELD_WORD, true, PLACE(party), parties, 3, NULL},
    {"provision", FIELD_TEXT, true, PLACE(provision), NULL, 0, NULL},
    {"raised", FIELD_DAY, false, PLACE(raised), NULL, 0, NULL},
    {"rating", FIELD_WORD, true, PLACE(rating), ratings, 3, NULL},
    {"ref", FIELD_TEXT, false, PLACE(ref), NULL, 0, NULL},
    {"repeat_of", FIELD_TEXT, false, PLACE(repeat_of), NULL, 0, NULL},
    {"verified_by", FIELD_TEXT, false, PLACE(verified_by), NULL, 0, NULL}};

static void keep_finding(struct reading *reading, void *entry, uint32_t index) {
  (void)index;
  *READING_ADD(reading, findings) = entry;
}

void read_findings(struct reading *reading, struct at list) {
  static const struct shape shape = {"/findings", finding_fields,
                                     sizeof finding_fields /
                                         sizeof finding_fields[0],
                                     sizeof(struct finding), keep_finding};

  entries_read(reading, list, &shape);
}

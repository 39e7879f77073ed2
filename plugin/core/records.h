/* records.h: what the auditor's records in force say, matter by matter. */
#ifndef CORE_RECORDS_H
#define CORE_RECORDS_H

#include "frame.h"

enum matter_kind {
  MATTER_PROMPT, /* the answer to a prompt, by its id or "fact:" and a pointer */
  MATTER_OUTCOME, /* of a check or provision, by its id */
  MATTER_WAIVER   /* the same, where no outcome is named */
};

struct claim {
  struct record *record;
  struct slice says; /* the same text for the same answer; none of a waiver */
};

/* What is said of one matter at one place; at least one claim. */
struct claims {
  const struct claim *all;
  uint32_t count;
  bool contradict; /* they differ */
};

struct answers;

/* Checks what the records of a reading name and say, finds which are in force, and
 * tells of those that contradict each other.  Afterwards
 * reading->answers holds what they say. */
void records_check(struct reading *reading);

/* Finds which records are in force ("standing.settle"), when what each names has
 * been checked. */
void records_stand(struct reading *reading);

/* Gathers what the records in force say. */
struct answers *records_gather(struct reading *reading);

/* Tells of all records that contradict each other, once. */
void records_tell_contradictions(struct answers *answers);

/* No record is in force: nothing to look up. */
bool records_are_silent(const struct answers *answers);

/* The claims at a facility, by its id (no data: at the Member); NULL: none. */
const struct claims *records_at(struct answers *answers, enum matter_kind kind,
                                struct slice id, struct slice facility);

/* What the claims answer: no data where they contradict each other. */
struct slice claims_answer(const struct claims *claims);

/* Says that records have a part in the evaluation. */
void records_use(const struct claims *claims);

/* Says why the case of a record in force is not there, with a note. */
void records_stale(struct reading *reading, struct record *record,
                   const struct saying *why);

/* The check or provision that a record says does not apply; no data: none. */
struct slice record_not_applicable(const struct record *record);

#endif

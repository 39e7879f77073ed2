/* record_facts.c: what the auditor's records do to facts: a judgement settles one
 * that is open, an attestation verifies a known one; see settle.h and vouch.c. */
#include "records.h"
#include "settle.h"

static void stale(struct context *context, struct record *record,
                  enum message code) {
  struct saying *why = CALL_NEW(context->call, struct saying);

  why->code = code;
  records_stale(context->reading, record, why);
}

/* Why no judgement can settle what `cell` holds. */
static enum message why_not(const struct cell *cell) {
  switch (cell ? cell->state : CELL_ABSENT) {
  case CELL_KNOWN:
    return MESSAGE_JUDGED_KNOWN;
  case CELL_WITHHELD:
    return MESSAGE_JUDGED_WITHHELD;
  case CELL_NOT_APPLICABLE:
    return MESSAGE_JUDGED_NOT_APPLICABLE;
  default:
    return MESSAGE_JUDGED_UNKNOWN;
  }
}

/* Of several at one place the last counts. */
static struct undecided *open_at(const struct reading *reading,
                                 struct slice pointer) {
  for (uint32_t i = reading->undecided.count; i > 0; i--)
    if (slice_is(reading->undecided.all[i - 1].pointer, pointer))
      return &reading->undecided.all[i - 1];
  return NULL;
}

/* Whether a judgement may give `cell` its value: its legs do not settle it, it
 * contradicts another, or only the auditor may decide. */
static bool may_settle(const struct program_fact *fact, const struct cell *cell,
                       const struct undecided *open) {
  return open || (cell && cell->state == CELL_CONFLICTING) ||
         (fact->auditor_may_decide && !cell_is_known(cell));
}

static bool contradicts(struct context *context, const struct record *record) {
  const struct claims *claims = records_at(
      context->reading->answers, MATTER_PROMPT,
      record->asked.data ? record->asked : record->prompt, record->facility);

  return claims && claims->contradict;
}

/* That the Member withholds the answer, why, and what is noted of it stay told. */
static void keep_reasons(const struct cell *old, struct cell *cell,
                         struct detail *more) {
  if (!old)
    return;
  cell->withheld = old->withheld || old->state == CELL_WITHHELD;
  more->why = cell_detail(old)->why;
  more->note = cell_detail(old)->note;
}

static void take(struct context *context, struct record *record,
                 struct cell **place) {
  const struct detail *old = cell_detail(*place);
  struct cell *cell = record->cell;
  struct detail *more = cell_more(context->call, cell);

  cell->judged = true;
  more->legs = old->legs;
  more->leg_count = old->leg_count;
  keep_reasons(*place, cell, more);
  vouch(context, record, cell,
        vouch_basis(program_fact_at(context->call->program, record->about), old,
                    cell));
  more->record = record->entry.pointer;
  *place = cell;
  record->used = true;
}

static void settle(struct context *context, struct record *record) {
  const struct program_fact *fact =
      program_fact_at(context->call->program, record->about);
  struct undecided *open = open_at(context->reading, record->fact_pointer);
  struct cell **place = &record->frame->cells[fact->slot];

  if (*place && (*place)->judged)
    record->used = true; /* another record says the same */
  else if (!may_settle(fact, *place, open))
    stale(context, record, why_not(*place));
  else if (record->cell->state != CELL_KNOWN)
    stale(context, record, MESSAGE_JUDGED_WITHOUT_VALUE);
  else if (contradicts(context, record))
    record->used = true;
  else {
    take(context, record, place);
    if (open)
      open->settled = true;
  }
}

static void attest(struct context *context, struct record *record) {
  const struct program_fact *fact =
      program_fact_at(context->call->program, record->about);
  struct cell *cell = record->frame->cells[fact->slot];
  struct detail *more;

  if (!cell_is_known(cell)) {
    stale(context, record, MESSAGE_ATTESTED_UNKNOWN);
    return;
  }
  if (!vouch(context, record, cell,
             cell->basis ? (enum basis)cell->basis : BASIS_STATED)) {
    vouch_without_effect(context, record);
    return;
  }
  more = cell_more(context->call, cell);
  if (!more->record.data)
    more->record = record->entry.pointer;
  record->used = true;
}

/* Judgements first: the order of the records does not matter. */
void record_facts_settle(struct context *context) {
  struct reading *reading = context->reading;

  for (uint32_t i = 0; i < reading->records.count; i++) {
    struct record *record = reading->records.all[i];
    call_charge(context->call, 1 + reading->undecided.count / 64);
    if (record->kind == RECORD_JUDGEMENT && record->about)
      settle(context, record);
  }
  for (uint32_t i = 0; i < reading->records.count; i++) {
    struct record *record = reading->records.all[i];
    if (record->kind == RECORD_ATTESTATION && record->about)
      attest(context, record);
  }
  vouch_sort(reading);
}

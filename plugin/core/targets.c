/* targets.c: what records and findings name; see targets.h. */
#include "targets.h"

#include "prompt_owner.h"
#include "small_risk.h"
#include "value.h"

static void wrong(struct reading *reading, const struct entry *entry,
                  const char *key) {
  problem_error(reading,
                call_join(reading->call,
                          (struct slice[]){entry->pointer, slice_of(key)}, 2));
}

/* ---- checks, provisions and facilities ------------------------------------------- */

static bool is_of_layer(struct slice id) {
  static const char mark[] = ".org.";

  for (size_t i = 0; i + sizeof mark - 1 <= id.size; i++)
    if (memcmp(id.data + i, mark, sizeof mark - 1) == 0)
      return true;
  return false;
}

/* `scope`: 0 where nothing is asked of one. */
static void check_facility(struct reading *reading, const struct entry *entry,
                           struct slice facility, uint32_t scope) {
  if (facility.data &&
      (!facility_called(reading, facility) || scope == SCOPE_MEMBER))
    wrong(reading, entry, "/facility");
}

/* What an entry names of checks, provisions and facilities. */
static void check_place(struct reading *reading, const struct entry *entry,
                        struct slice check, struct slice provision,
                        struct slice facility) {
  const struct program *program = reading->call->program;
  uint32_t check_row = check.data ? check_called(program, check) : 0;
  uint32_t row = provision.data ? provision_called(program, provision) : 0;
  uint32_t scope = row ? program_provision_at(program, row)->scope : 0;

  if (check.data && !check_row && !is_of_layer(check))
    wrong(reading, entry, "/check");
  if (provision.data && !row)
    wrong(reading, entry, "/provision");
  if (check_row) {
    scope = program_check_at(program, check_row)->scope;
    if (row && program_check_at(program, check_row)->provision != row)
      wrong(reading, entry, "/provision");
  }
  check_facility(reading, entry, facility, scope);
}

/* ---- facts ------------------------------------------------------------------------ */

static bool find_fact(struct reading *reading, struct record *record,
                      struct slice pointer, const char *place) {
  struct frame *frame;
  uint32_t fact = fact_at_pointer(reading, pointer, &frame);

  if (!fact) {
    wrong(reading, &record->entry, place);
    return false;
  }
  record->frame = frame;
  record->about = fact;
  record->fact_pointer = pointer;
  return true;
}

/* A fact lies where its pointer says. */
static void check_fact_place(struct reading *reading,
                             const struct record *record) {
  const struct frame *frame =
      record->facility.data ? facility_called(reading, record->facility) : NULL;

  if (frame && !suffix_in(frame->pointer, record->fact_pointer).data)
    wrong(reading, &record->entry, "/facility");
}

static struct slice fact_key(struct call *call, struct slice pointer) {
  return call_join(call, (struct slice[]){SLICE("fact:"), pointer}, 2);
}

/* ---- prompts and their answers --------------------------------------------------- */

static void check_prompt_of_rule(struct reading *reading,
                                 struct record *record) {
  struct prompt_owner owner = prompt_owner(reading, record->prompt);

  if (!owner.id.data && is_of_layer(record->prompt))
    return;
  if (!owner.id.data || owner.answers == NO_PROMPT) {
    wrong(reading, &record->entry, "/prompt");
    return;
  }
  record->subject = owner.id;
  check_facility(reading, &record->entry, record->facility, owner.scope);
  if (!prompt_takes(owner.answers, record->answer_text))
    wrong(reading, &record->entry, "/answer");
}

static void check_prompt_of_fact(struct reading *reading, struct record *record,
                                 struct slice pointer) {
  record->asked = fact_key(reading->call, pointer);
  if (!find_fact(reading, record, pointer, "/prompt"))
    return;
  check_facility(reading, &record->entry, record->facility, 0);
  check_fact_place(reading, record);
  record->subject = record->asked;
  record->cell =
      value_read(reading->call, record->about,
                 (struct at){reading->document, record->answer, true});
  if (!record->cell)
    wrong(reading, &record->entry, "/answer");
}

/* ---- each kind of record ------------------------------------------------------------ */

static void check_judgement(struct reading *reading, struct record *record) {
  static const char mark[] = "fact:";
  size_t size = sizeof mark - 1;
  struct slice named = {record->prompt.data + size, record->prompt.size - size};
  struct slice pointer;

  if (record->prompt.size < size ||
      memcmp(record->prompt.data, mark, size) != 0) {
    check_prompt_of_rule(reading, record);
    return;
  }
  pointer = pointer_of_key(reading, named);
  check_prompt_of_fact(reading, record, pointer.data ? pointer : named);
}

static void check_override(struct reading *reading, struct record *record) {
  record->subject = record->check.data ? record->check : record->provision;
  if (record->subject.data)
    check_place(reading, &record->entry, record->check, record->provision,
                record->facility);
  else
    wrong(reading, &record->entry, "");
}

static void check_attestation(struct reading *reading, struct record *record) {
  struct slice pointer = pointer_of_key(reading, record->fact);

  if (pointer.data)
    record->fact = pointer;
  record->subject = fact_key(reading->call, record->fact);
  if (!find_fact(reading, record, record->fact, "/fact"))
    return;
  check_facility(reading, &record->entry, record->facility, 0);
  check_fact_place(reading, record);
}

/* Whether a kind of record needs a field, may have it, or has no use for it. */
enum need {
  NO_USE,
  MAY,
  NEEDS
};

static bool check_field(struct reading *reading, const struct record *record,
                        bool given, enum need need) {
  bool good = need == MAY || given == (need == NEEDS);

  if (!good)
    wrong(reading, &record->entry, "");
  return good;
}

static bool check_fields(struct reading *reading, const struct record *record) {
  enum {
    FIELDS = 6
  };
  static const uint8_t needs[][FIELDS] = {
      [RECORD_JUDGEMENT] = {NEEDS, NO_USE, NO_USE, NO_USE, NEEDS, NO_USE},
      [RECORD_OVERRIDE] = {NO_USE, MAY, NO_USE, NEEDS, NO_USE, MAY},
      [RECORD_WAIVER] = {NO_USE, MAY, NO_USE, MAY, NO_USE, MAY},
      [RECORD_ATTESTATION] = {NO_USE, NO_USE, NEEDS, NO_USE, NO_USE, NO_USE}};
  const bool given[FIELDS] = {
      record->has_answer,          record->check.data != NULL,
      record->fact.data != NULL,   record->outcome.data != NULL,
      record->prompt.data != NULL, record->provision.data != NULL};
  bool good = true;

  for (int i = 0; i < FIELDS; i++)
    good =
        check_field(reading, record, given[i], needs[record->kind][i]) && good;
  return good;
}

/* ---- a reason that is none ---------------------------------------------------------- */

/* That a risk is low is no reason for a rule not to apply. */
static void check_reason(struct reading *reading, const struct record *record) {
  if (!record->why.data || !record_not_applicable(record).data)
    return;
  if (says_small_risk(record->why))
    wrong(reading, &record->entry, "/why");
}

void targets_check_record(struct reading *reading, struct record *record) {
  if (record->kind == RECORD_NONE || !check_fields(reading, record))
    return;
  if (record->kind == RECORD_JUDGEMENT)
    check_judgement(reading, record);
  else if (record->kind == RECORD_ATTESTATION)
    check_attestation(reading, record);
  else
    check_override(reading, record);
  check_reason(reading, record);
}

/* ---- findings --------------------------------------------------------------------------- */

static void check_day(struct reading *reading, const struct entry *entry,
                      int32_t day, const char *key) {
  if (day != DAY_NONE && day > reading->as_of)
    wrong(reading, entry, key);
}

void targets_check_findings(struct reading *reading) {
  for (uint32_t i = 0; i < reading->findings.count; i++) {
    const struct finding *finding = reading->findings.all[i];
    const struct entry *entry = &finding->entry;
    if (entry->id.data && finding->repeat_of.data &&
        slice_is(entry->id, finding->repeat_of))
      wrong(reading, entry, "/repeat_of");
    check_day(reading, entry, finding->raised, "/raised");
    check_day(reading, entry, finding->closed_on, "/closed_on");
    if (finding->raised != DAY_NONE && finding->closed_on != DAY_NONE &&
        finding->closed_on < finding->raised)
      wrong(reading, entry, "/closed_on");
    check_place(reading, entry, finding->check, finding->provision,
                finding->facility);
  }
}

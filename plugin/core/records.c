/* records.c: matters, and what is said of them where; see records.h. */
#include "records.h"

#include <stdlib.h>

#include "matters.h"

/* ---- claims one by one ---------------------------------------------------- */

struct entry_of_matter {
  enum matter_kind kind;
  struct slice id;
  struct claim claim;
  uint32_t order;
};

struct gathering {
  struct reading *reading;
  struct entry_of_matter *all;
  uint32_t count;
};

static void add(struct gathering *gathering, enum matter_kind kind,
                struct slice id, struct record *record, struct slice says) {
  gathering->all[gathering->count] =
      (struct entry_of_matter){kind, id, {record, says}, gathering->count};
  gathering->count++;
}

/* The same bytes for the same answer about one fact. */
static struct slice answer_text(struct call *call,
                                const struct record *record) {
  const struct raw *raw = record->cell ? record->cell->raw : NULL;
  struct {
    double number;
    uint64_t set;
  } * bytes;

  if (!record->cell)
    return record->answer_text;
  if (!raw || raw->kind == RAW_TEXT)
    return raw ? raw->text : SLICE("");
  bytes = call_alloc(call, sizeof *bytes);
  bytes->number = raw->number + 0.0; /* 0 for -0 */
  bytes->set = raw->set;
  return (struct slice){(const char *)bytes, sizeof *bytes};
}

static const char *const applies = "/applies";

struct slice record_not_applicable(const struct record *record) {
  static const struct slice none = {NULL, 0};
  size_t tail = strlen(applies);

  if (slice_is(record->outcome, SLICE("not-applicable")))
    return record->subject;
  if (!record->prompt.data || !slice_is(record->answer_text, SLICE("no")) ||
      record->prompt.size < tail ||
      memcmp(record->prompt.data + record->prompt.size - tail, applies, tail))
    return none;
  return (struct slice){record->prompt.data, record->prompt.size - tail};
}

static void add_record(struct gathering *gathering, struct record *record) {
  struct call *call = gathering->reading->call;
  struct slice id = record_not_applicable(record);

  if (record->kind == RECORD_JUDGEMENT)
    add(gathering, MATTER_PROMPT,
        record->asked.data ? record->asked : record->prompt, record,
        answer_text(call, record));
  if (record->kind == RECORD_WAIVER && !record->outcome.data)
    add(gathering, MATTER_WAIVER, record->subject, record,
        (struct slice){NULL, 0});
  if (id.data)
    add(gathering, MATTER_OUTCOME, id, record, SLICE("not-applicable"));
  else if (record->outcome.data)
    add(gathering, MATTER_OUTCOME, record->subject, record, record->outcome);
}

static int compare_ids(enum matter_kind kind, struct slice id,
                       enum matter_kind other_kind, struct slice other) {
  return kind != other_kind ? (kind > other_kind) - (kind < other_kind)
                            : slice_compare(id, other);
}

static int compare_entries(const void *a, const void *b) {
  const struct entry_of_matter *one = a, *other = b;
  int order = compare_ids(one->kind, one->id, other->kind, other->id);

  return order ? order
               : (one->order > other->order) - (one->order < other->order);
}

/* ---- matters ------------------------------------------------------------- */

static int compare_said(const void *a, const void *b) {
  return slice_compare(((const struct said *)a)->place,
                       ((const struct said *)b)->place);
}

static uint32_t exceptions_of(const struct record *record) {
  uint32_t count = 0;

  for (const struct superseded_at *at = record->superseded_at; at;
       at = at->next)
    count++;
  return count;
}

static void add_places(struct matter *matter, const struct claim *claim) {
  matter->said[matter->said_count++].place = claim->record->facility;
  for (const struct superseded_at *at = claim->record->superseded_at; at;
       at = at->next)
    matter->said[matter->said_count++].place = at->facility;
}

/* The places at which something else is said than everywhere. */
static void find_places(struct call *call, struct matter *matter) {
  uint32_t room = 1 + matter->count, kept = 0;

  for (uint32_t i = 0; i < matter->count; i++)
    room += exceptions_of(matter->claims[i].record);
  matter->said = CALL_NEW_MANY(call, room, struct said);
  matter->said_count = 1; /* everywhere */
  for (uint32_t i = 0; i < matter->count; i++)
    add_places(matter, &matter->claims[i]);
  qsort(matter->said, matter->said_count, sizeof *matter->said, compare_said);
  for (uint32_t i = 0; i < matter->said_count; i++)
    if (i == 0 ||
        !slice_is(matter->said[i].place, matter->said[kept - 1].place))
      matter->said[kept++] = matter->said[i];
  matter->said_count = kept;
}

/* What a conflict of its claims says it is about. */
static struct argument about_of(struct call *call,
                                const struct entry_of_matter *entry) {
  struct argument about = {.name = "about"};
  struct argument *it = CALL_NEW(call, struct argument);
  struct saying *saying = CALL_NEW(call, struct saying);

  if (entry->kind == MATTER_PROMPT) {
    about.text = entry->claim.record->prompt;
    return about;
  }
  *it = (struct argument){.name = "it", .text = entry->id};
  saying->code =
      entry->kind == MATTER_WAIVER ? MESSAGE_A_WAIVER : MESSAGE_OUTCOME_OF;
  saying->arguments = it;
  saying->count = 1;
  about.saying = saying;
  return about;
}

static bool is_same_matter(const struct entry_of_matter *a,
                           const struct entry_of_matter *b) {
  return a->kind == b->kind && slice_is(a->id, b->id);
}

static void make_matter(struct call *call, struct matter *matter,
                        const struct entry_of_matter *entries, uint32_t count) {
  *matter = (struct matter){.kind = entries->kind,
                            .id = entries->id,
                            .about = about_of(call, entries),
                            .first = entries->order,
                            .claims = CALL_NEW_MANY(call, count, struct claim),
                            .count = count};
  for (uint32_t i = 0; i < count; i++)
    matter->claims[i] = entries[i].claim;
  find_places(call, matter);
}

/* In place of each order number, the matter whose first claim has it. */
static void put_in_order(struct call *call, struct answers *answers,
                         uint32_t claims) {
  uint32_t *at = CALL_NEW_MANY(call, claims, uint32_t), next = 0;

  answers->first_come = CALL_NEW_MANY(call, answers->count, uint32_t);
  for (uint32_t i = 0; i < answers->count; i++)
    at[answers->matters[i].first] = i + 1;
  for (uint32_t i = 0; i < claims; i++)
    if (at[i])
      answers->first_come[next++] = at[i] - 1;
}

struct answers *records_gather(struct reading *reading) {
  struct call *call = reading->call;
  struct answers *answers = CALL_NEW(call, struct answers);
  struct gathering in = {reading, NULL, 0};
  uint32_t count = reading->records.count, from = 0;

  answers->reading = reading;
  in.all = CALL_NEW_MANY(call, (size_t)count * 2, struct entry_of_matter);
  for (uint32_t i = 0; i < count; i++)
    add_record(&in, reading->records.all[i]);
  if (in.count > 0)
    qsort(in.all, in.count, sizeof *in.all, compare_entries);
  answers->matters = CALL_NEW_MANY(call, in.count, struct matter);
  for (uint32_t i = 1; i <= in.count; i++) {
    if (i < in.count && is_same_matter(&in.all[from], &in.all[i]))
      continue;
    make_matter(call, &answers->matters[answers->count++], &in.all[from],
                i - from);
    from = i;
  }
  put_in_order(call, answers, in.count);
  return answers;
}

bool records_are_silent(const struct answers *answers) {
  return answers->reading->records.count == 0;
}

/* ---- one matter at one place ---------------------------------------------- */

static bool is_excepted(const struct record *record, struct slice place) {
  for (const struct superseded_at *at = record->superseded_at; at;
       at = at->next)
    if (slice_is(at->facility, place))
      return true;
  return false;
}

static bool speaks_of(const struct record *record, struct slice facility) {
  if (!facility.data || !record->facility.data)
    return !facility.data && !record->facility.data;
  return slice_is(record->facility, facility);
}

/* Adds the claims of records for `facility`, but for those superseded at the
 * place. */
static void add_speaking(const struct matter *matter, struct slice facility,
                         struct said *said, struct claim *out) {
  for (uint32_t i = 0; i < matter->count; i++) {
    const struct record *record = matter->claims[i].record;
    if (!speaks_of(record, facility) ||
        (said->place.data && is_excepted(record, said->place)))
      continue;
    out[said->claims.count++] = matter->claims[i];
    if (!slice_is(matter->claims[i].says, out[0].says))
      said->claims.contradict = true;
  }
}

static void find_claims(struct call *call, const struct matter *matter,
                        struct said *said) {
  static const struct slice everywhere = {NULL, 0};
  struct claim *out = CALL_NEW_MANY(call, matter->count, struct claim);

  said->known = true;
  said->claims.all = out;
  add_speaking(matter, everywhere, said, out);
  if (said->place.data)
    add_speaking(matter, said->place, said, out);
  call_charge(call, said->claims.count);
}

const struct claims *matter_claims(struct call *call, struct matter *matter,
                                   struct slice place) {
  struct said wanted = {.place = place};
  struct said *said = place.data
                          ? bsearch(&wanted, matter->said, matter->said_count,
                                    sizeof wanted, compare_said)
                          : NULL;

  if (!said)
    said = matter->said;
  if (!said->known)
    find_claims(call, matter, said);
  return said->claims.count > 0 ? &said->claims : NULL;
}

struct matter *matter_find(const struct answers *answers, enum matter_kind kind,
                           struct slice id) {
  uint32_t from = 0, to = answers->count;

  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    const struct matter *matter = &answers->matters[middle];
    int order = compare_ids(kind, id, matter->kind, matter->id);
    if (order == 0)
      return &answers->matters[middle];
    if (order < 0)
      to = middle;
    else
      from = middle + 1;
  }
  return NULL;
}

const struct claims *records_at(struct answers *answers, enum matter_kind kind,
                                struct slice id, struct slice facility) {
  struct matter *matter = matter_find(answers, kind, id);

  return matter ? matter_claims(answers->reading->call, matter, facility)
                : NULL;
}

struct slice claims_answer(const struct claims *claims) {
  return claims->contradict ? (struct slice){NULL, 0}
                            : claims->all[0].record->answer_text;
}

void records_use(const struct claims *claims) {
  for (uint32_t i = 0; claims && i < claims->count; i++)
    claims->all[i].record->used = true;
}

void records_stale(struct reading *reading, struct record *record,
                   const struct saying *why) {
  const struct argument inner = {.name = "inner", .saying = why};
  const struct saying says = {MESSAGE_RECORD_STALE, MESSAGE_NONE, &inner, 1};

  record->why_stale = saying_text(reading->call, why);
  problem_note(reading, record->entry.pointer, &says);
}

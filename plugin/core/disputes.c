/* disputes.c: tells of records that contradict each other; see
 * records.h. */
#include <stdlib.h>

#include "matters.h"

enum {
  MOST_NAMED = 8,
  SIDE_COST = 20
};

/* ---- one contradiction --------------------------------------------------------- */

struct side {
  struct slice words; /* it is sorted by */
  struct argument argument;
};

static int by_words(const void *a, const void *b) {
  return slice_compare(((const struct side *)a)->words,
                       ((const struct side *)b)->words);
}

/* The order of the file: "/records/2" before "/records/10". */
static int by_place(const void *a, const void *b) {
  const struct slice *first = a, *second = b;

  if (first->size != second->size)
    return first->size < second->size ? -1 : 1;
  return slice_compare(*first, *second);
}

/* "R-1: conformance"; a value of a fact is not told. */
static struct side side_of(struct call *call, const struct claim *claim) {
  static const struct saying another = {MESSAGE_ANOTHER_VALUE, MESSAGE_NONE,
                                        NULL, 0};
  const struct entry *entry = &claim->record->entry;
  struct argument *arguments = CALL_NEW_MANY(call, 2, struct argument);
  struct saying *saying = CALL_NEW(call, struct saying);

  arguments[0].name = "who";
  arguments[0].text = entry->id.data ? entry->id : entry->pointer;
  arguments[1].name = "says";
  if (claim->record->about)
    arguments[1].saying = &another;
  else
    arguments[1].text = claim->says;
  *saying = (struct saying){MESSAGE_SIDE_OF_RECORD, MESSAGE_NONE, arguments, 2};
  return (struct side){saying_wrong(call, saying), {.saying = saying}};
}

static struct argument sides_of(struct call *call, const struct claim *claims,
                                uint32_t count) {
  struct side *sides = CALL_NEW_MANY(call, count, struct side);
  struct argument *list = CALL_NEW_MANY(call, count, struct argument);

  for (uint32_t i = 0; i < count; i++)
    sides[i] = side_of(call, &claims[i]);
  qsort(sides, count, sizeof *sides, by_words);
  for (uint32_t i = 0; i < count; i++)
    list[i] = sides[i].argument;
  return (struct argument){.name = "sides",
                           .list = list,
                           .count = count > MOST_NAMED ? MOST_NAMED : count,
                           .separator = "; "};
}

static void tell(struct reading *reading, const struct matter *about,
                 struct slice place, const struct claim *claims,
                 uint32_t count) {
  struct call *call = reading->call;
  struct slice *pointers = CALL_NEW_MANY(call, count, struct slice);
  struct argument arguments[] = {about->about,
                                 sides_of(call, claims, count),
                                 {.name = "place", .text = place}};
  struct saying says = {MESSAGE_RECORDS_CONTRADICT, MESSAGE_NONE, arguments, 3};

  call_charge(call, (uint64_t)SIDE_COST * count);
  for (uint32_t i = 0; i < count; i++)
    pointers[i] = claims[i].record->entry.pointer;
  qsort(pointers, count, sizeof *pointers, by_place);
  problem_conflict(reading, pointers[0], &says, pointers, count);
}

/* ---- the places of a matter ------------------------------------------------------ */

static bool is_same_place(struct slice a, struct slice b) {
  return (a.data != NULL) == (b.data != NULL) && slice_is(a, b);
}

/* Whether the claim is the first at its place. */
static bool is_first_there(const struct matter *matter, uint32_t at) {
  for (uint32_t i = 0; i < at; i++)
    if (is_same_place(matter->claims[i].record->facility,
                      matter->claims[at].record->facility))
      return false;
  return true;
}

static void tell_of_matter(struct reading *reading, struct matter *matter) {
  for (uint32_t i = 0; i < matter->count; i++) {
    struct slice place = matter->claims[i].record->facility;
    const struct claims *claims;
    if (!is_first_there(matter, i))
      continue;
    claims = matter_claims(reading->call, matter, place);
    if (claims && claims->contradict)
      tell(reading, matter, place, claims->all, claims->count);
  }
}

/* ---- a provision and its checks --------------------------------------------------- */

static int rank_of(struct slice outcome) {
  if (slice_is(outcome, SLICE("not-applicable")))
    return 0;
  if (slice_is(outcome, SLICE("minor-nonconformance")))
    return 2;
  return slice_is(outcome, SLICE("major-nonconformance")) ? 3 : 1;
}

/* Tells of claims on a check that are worse than what is said of its provision there:
 * a provision is as bad as its worst check. */
static void tell_worse(struct reading *reading, struct matter *whole,
                       struct matter *part, struct slice place) {
  struct call *call = reading->call;
  const struct claims *below = matter_claims(call, part, place);
  const struct claims *said = matter_claims(call, whole, place);
  struct claim *worse;
  uint32_t count = 0;

  if (!below || !said)
    return;
  worse = CALL_NEW_MANY(call, below->count + said->count, struct claim);
  for (uint32_t i = 0; i < below->count; i++)
    if (rank_of(below->all[i].says) > rank_of(said->all[0].says))
      worse[count++] = below->all[i];
  if (count == 0)
    return;
  memcpy(worse + count, said->all, said->count * sizeof *worse);
  tell(reading, whole, place, worse, count + said->count);
}

/* Whether one of the matter's claims is made at that place. */
static bool speaks_at(const struct matter *matter, struct slice place) {
  for (uint32_t i = 0; i < matter->count; i++)
    if (is_same_place(matter->claims[i].record->facility, place))
      return true;
  return false;
}

static void tell_of_pair(struct reading *reading, struct matter *whole,
                         struct matter *part) {
  for (uint32_t i = 0; i < part->count; i++)
    if (is_first_there(part, i))
      tell_worse(reading, whole, part, part->claims[i].record->facility);
  for (uint32_t i = 0; i < whole->count; i++) {
    struct slice place = whole->claims[i].record->facility;
    if (is_first_there(whole, i) && !speaks_at(part, place))
      tell_worse(reading, whole, part, place);
  }
}

static void tell_of_provision(struct answers *answers,
                              const struct program_provision *provision) {
  const struct program *program = answers->reading->call->program;
  struct program_list checks = program_list_at(program, provision->checks);
  struct matter *whole =
      matter_find(answers, MATTER_OUTCOME,
                  slice_of(program_text_bytes(program, provision->id)));

  for (uint32_t i = 0; whole && i < checks.count; i++) {
    uint32_t id = program_check_at(program, checks.rows[i])->id;
    struct matter *part = matter_find(
        answers, MATTER_OUTCOME, slice_of(program_text_bytes(program, id)));
    if (part)
      tell_of_pair(answers->reading, whole, part);
  }
}

void records_tell_contradictions(struct answers *answers) {
  const struct program *program = answers->reading->call->program;
  uint32_t count = program_count(program, SECTION_PROVISION);

  for (uint32_t i = 0; i < answers->count; i++)
    tell_of_matter(answers->reading, &answers->matters[answers->first_come[i]]);
  for (uint32_t i = 1; i <= count; i++)
    tell_of_provision(answers, program_provision_at(program, i));
}

/* rollup.c: what the results come to by provision, by facility and for the Member, by
 * worst-of. */
#include "report_parts.h"

enum {
  RESULT_COST = 2 /* of adding one, in steps */
};

/* ---- one roll-up --------------------------------------------------------------- */

struct sum sum_new(void) {
  return (struct sum){.range = RATING_NA,
                      .house = RATING_NA,
                      .records = RATING_NA,
                      .claimed = RATING_NA};
}

/* The weaker and the better of two supports, of which either may be missing. */
static uint8_t weaker(uint8_t a, uint8_t b) {
  return a && b ? (a < b ? a : b) : (uint8_t)(a | b);
}

static uint8_t better(uint8_t a, uint8_t b) {
  return a > b ? a : b;
}

static size_t lowered_words(const struct report *report) {
  return program_count(report->program, SECTION_CHECK) / 64 + 1;
}

static uint64_t *lowered_of(struct report *report, struct sum *sum) {
  if (!sum->lowered_by)
    sum->lowered_by =
        CALL_NEW_MANY(report->call, lowered_words(report), uint64_t);
  return sum->lowered_by;
}

/* Keeps a check that cannot be favourable, whatever is not known. */
static void add_lowering(struct report *report, struct sum *sum,
                         uint32_t check) {
  lowered_of(report, sum)[(check - 1) / 64] |= UINT64_C(1) << (check - 1) % 64;
}

void sum_add(struct report *report, struct sum *sum,
             const struct result *result, bool by_check) {
  if (by_check && !(result->range & RATING_FAVOURABLE))
    add_lowering(report, sum, result->check);
  sum->range = mask_worst[sum->range][result->range];
  sum->counts[result->count]++;
  if (result->count == COUNT_SETTLED)
    sum->based[result->basis]++;
  if (result->range == RATING_MAJOR)
    sum->basis_of_major = better(sum->basis_of_major, result->basis);
  else if (result->range == RATING_MINOR)
    sum->basis_of_minor = better(sum->basis_of_minor, result->basis);
  else
    sum->basis = weaker(sum->basis, result->basis);
}

/* One major result suffices for major, so the best supported decides; one minor result
 * does for minor, together with all that are no worse; conformance needs every
 * result. */
uint8_t sum_basis(const struct sum *sum) {
  if (sum->range == RATING_MAJOR)
    return sum->basis_of_major;
  if (sum->range == RATING_MINOR)
    return weaker(sum->basis_of_minor, sum->basis);
  return mask_is_single(sum->range) ? sum->basis : (uint8_t)BASIS_NONE;
}

void sum_add_change(struct report *report, struct sum *sum,
                    struct record *record) {
  struct record_list *list = &sum->changes;

  if (!seen_add(report->call, &sum->seen, 0, record))
    return;
  list->all = reading_grow(report->call, list->all, sizeof(struct record *),
                           list->count, &list->room);
  list->all[list->count++] = record;
}

void sum_add_unlisted(struct sum *sum, bool outside) {
  uint8_t range = outside ? RATING_NA : RATING_ANY;

  sum->range = mask_worst[sum->range][range];
  sum->house = mask_worst[sum->house][range];
  sum->records = mask_worst[sum->records][range];
}

static void merge_lowered(struct report *report, struct sum *sum,
                          const struct sum *other) {
  uint64_t *bits;

  if (!other->lowered_by)
    return;
  bits = lowered_of(report, sum);
  for (size_t i = 0; i < lowered_words(report); i++)
    bits[i] |= other->lowered_by[i];
}

static void merge(struct report *report, struct sum *sum,
                  const struct sum *other) {
  sum->range = mask_worst[sum->range][other->range];
  sum->house = mask_worst[sum->house][other->house];
  sum->records = mask_worst[sum->records][other->records];
  for (uint32_t i = 0; i < other->changes.count; i++)
    sum_add_change(report, sum, other->changes.all[i]);
  merge_lowered(report, sum, other);
  for (int i = 0; i <= COUNT_ERROR; i++)
    sum->counts[i] += other->counts[i];
  for (int i = 0; i <= BASIS_VERIFIED; i++)
    sum->based[i] += other->based[i];
  sum->basis = weaker(sum->basis, other->basis);
  sum->basis_of_minor = better(sum->basis_of_minor, other->basis_of_minor);
  sum->basis_of_major = better(sum->basis_of_major, other->basis_of_major);
}

/* ---- by provision ---------------------------------------------------------------- */

static struct sum *new_sums(struct report *report) {
  struct sum *sums =
      CALL_NEW_MANY(report->call, report->provisions, struct sum);

  for (uint32_t i = 0; i < report->provisions; i++)
    sums[i] = sum_new();
  return sums;
}

static void merge_sums(struct report *report, struct sum *sums,
                       const struct sum *others) {
  for (uint32_t i = 0; i < report->provisions; i++)
    merge(report, &sums[i], &others[i]);
}

struct sum sum_all(struct report *report, const struct sum *sums) {
  struct sum all = sum_new();

  for (uint32_t i = 0; i < report->provisions; i++)
    merge(report, &all, &sums[i]);
  return all;
}

/* Adds what one result comes to in the auditor's column. */
static void add_records(struct report *report, struct sum *sum, uint8_t range,
                        const struct auditor_result *said) {
  sum->records = mask_worst[sum->records][range];
  if (!said)
    return;
  if (!said->by_provision)
    sum->claimed = mask_worst[sum->claimed][range];
  for (uint32_t i = 0; i < said->count; i++)
    sum_add_change(report, sum, said->claims[i].record);
}

/* A layer's own check counts in the house rating alone. */
static void add_to(struct report *report, struct sum *sum,
                   const struct result *result, uint8_t after) {
  uint8_t house = result->house ? result->house->range : result->range;
  const struct program_check *check = report_check(report, result->check);

  sum->house = mask_worst[sum->house][house];
  if (check->layer > 0)
    return;
  sum_add(report, sum, result, check->provision != 0);
  add_records(report, sum, after, check->provision ? result->auditor : NULL);
}

/* Of a broken file nobody knows which provision it spoke of. */
static void add_result(struct report *report, struct sum *sums,
                       const struct result *result, uint8_t after) {
  uint32_t provision = report_check(report, result->check)->provision;

  if (provision) {
    add_to(report, &sums[provision - 1], result, after);
    return;
  }
  for (uint32_t i = 0; i < report->provisions; i++)
    add_to(report, &sums[i], result, after);
}

/* Facilities that may be there and are not listed; how many checks they have nobody
 * knows. */
static void add_unlisted(struct report *report) {
  const struct list *facilities = report->reading->facilities;

  if (facilities->extra_hi <= 0)
    return;
  for (uint32_t i = 0; i < report->provisions; i++)
    if (program_provision_at(report->program, i + 1)->scope == SCOPE_FACILITY)
      sum_add_unlisted(&report->total[i], facilities->outside[i]);
}

/* ---- all --------------------------------------------------------------------------- */

/* The results of the Member first, then facility by facility. */
static struct sum *add_results(struct report *report) {
  const struct list *facilities = report->reading->facilities;
  struct sum *of_member = new_sums(report);
  uint32_t at = 0;

  for (uint32_t i = 0; i < facilities->count; i++)
    report->by_facility[i] = new_sums(report);
  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    struct result *result = report->evaluation->results[i];
    struct sum *sums = of_member;
    call_charge(report->call, RESULT_COST);
    while (result->facility && facilities->items[at] != result->facility)
      at++;
    if (result->facility)
      sums = report->by_facility[at];
    add_result(report, sums, result, auditor_mark(report, result));
  }
  return of_member;
}

void rollup(struct report *report) {
  const struct list *facilities = report->reading->facilities;
  struct sum *of_member;

  report->provisions = program_count(report->program, SECTION_PROVISION);
  report->total = new_sums(report);
  report->of_assessed = new_sums(report);
  report->by_facility =
      CALL_NEW_MANY(report->call, facilities->count, struct sum *);
  of_member = add_results(report);
  auditor_settle(report, of_member, NULL);
  merge_sums(report, report->total, of_member);
  merge_sums(report, report->of_assessed, of_member);
  for (uint32_t i = 0; i < facilities->count; i++) {
    struct frame *facility = facilities->items[i];
    auditor_settle(report, report->by_facility[i], facility);
    if (facility->assessed) {
      report->assessed++;
      merge_sums(report, report->of_assessed, report->by_facility[i]);
    }
    merge_sums(report, report->total, report->by_facility[i]);
  }
  add_unlisted(report);
}

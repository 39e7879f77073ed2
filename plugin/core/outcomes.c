/* outcomes.c: see outcomes.h. */
#include "outcomes.h"

#include "mask.h"

struct outcome {
  const char *name, *words, *in_key;
  uint8_t bit;
  bool shortfall;
};

static const struct outcome all[] = {
    {NULL, NULL, NULL, 0, false},
    {"conformance", "conformance", "conformance", RATING_CONFORMANCE, false},
    {"observation", "observation", "observation", RATING_CONFORMANCE, true},
    {"minor-nonconformance", "minor non-conformance", "minor", RATING_MINOR,
     true},
    {"major-nonconformance", "major non-conformance", "major", RATING_MAJOR,
     true},
    {"insufficient-evidence", "insufficient evidence", NULL, 0, false},
    {"not-applicable", "not applicable", "na", RATING_NA, false},
    {"error", "error", NULL, 0, false}};

enum {
  OUTCOMES = sizeof all / sizeof all[0]
};

struct slice outcome_name(uint8_t outcome) {
  return slice_of(all[outcome].name);
}

struct slice outcome_words(uint8_t outcome) {
  return slice_of(all[outcome].words);
}

bool outcome_is_shortfall(uint8_t outcome) {
  return all[outcome].shortfall;
}

bool outcome_is_favourable(uint8_t outcome) {
  return all[outcome].bit != 0 && all[outcome].bit <= RATING_CONFORMANCE;
}

uint8_t outcome_bit(uint8_t outcome) {
  return all[outcome].bit;
}

uint8_t outcome_called(struct slice name) {
  for (uint8_t i = 1; i < OUTCOMES; i++)
    if (slice_is(name, slice_of(all[i].name)))
      return i;
  return 0;
}

const struct program_rating *outcome_row(const struct program *program,
                                         uint32_t strength, uint8_t mask) {
  if (strength == 0 || strength > STRENGTH_BEYOND)
    strength = STRENGTH_BEYOND;
  return program_rating_at(program, (strength - 1) * MASK_SETS + mask + 1);
}

/* ---- ranges ------------------------------------------------------------------ */

uint8_t range_outcome(uint8_t range) {
  return range == RATING_NA            ? OUTCOME_NOT_APPLICABLE
         : range == RATING_CONFORMANCE ? OUTCOME_CONFORMANCE
         : range == RATING_MINOR       ? OUTCOME_MINOR
         : range == RATING_MAJOR       ? OUTCOME_MAJOR
                                       : 0;
}

struct slice range_short(uint8_t bit) {
  return slice_of(all[range_outcome(bit)].in_key);
}

struct slice range_name(uint8_t range) {
  uint8_t one = range_outcome(range);

  return one ? outcome_name(one) : SLICE("not-determined");
}

struct slice range_words(struct call *call, uint8_t range) {
  uint8_t one = range_outcome(range), best = 1, worst = RATING_MAJOR;

  if (one)
    return outcome_words(one);
  if (range == 0)
    return SLICE("not determined");
  while (!(range & best))
    best = (uint8_t)(best << 1);
  while (!(range & worst))
    worst = (uint8_t)(worst >> 1);
  return call_join(call,
                   (struct slice[]){SLICE("not determined: at best "),
                                    outcome_words(range_outcome(best)),
                                    SLICE(", at worst "),
                                    outcome_words(range_outcome(worst))},
                   4);
}

struct slice basis_name(uint8_t basis) {
  static const char *const names[] = {NULL, "stated", "evidenced",
                                      "auditor-verified"};

  return slice_of(names[basis]);
}

/* outcomes.h: the outcomes of checks and the ratings they lead to, by name and in
 * words: the twin of scripts/base/outcomes.lua. */
#ifndef CORE_OUTCOMES_H
#define CORE_OUTCOMES_H

#include "call.h"

/* The values of a rating, as bits of a range; those of MASK_NA and so on. */
enum rating {
  RATING_NA = 1,
  RATING_CONFORMANCE = 2,
  RATING_MINOR = 4,
  RATING_MAJOR = 8,
  RATING_FAVOURABLE = RATING_NA | RATING_CONFORMANCE,
  RATING_ANY = 15
};

/* Of enum program_outcome. */
struct slice outcome_name(uint8_t outcome);
struct slice outcome_words(uint8_t outcome);
bool outcome_is_shortfall(uint8_t outcome);

/* Settled, and no non-conformance. */
bool outcome_is_favourable(uint8_t outcome);

/* What a set of extents means for a strength of wording, 0 for none. */
const struct program_rating *outcome_row(const struct program *program,
                                         uint32_t strength, uint8_t mask);

/* The bit of an outcome in a range; 0 of one that settles nothing. */
uint8_t outcome_bit(uint8_t outcome);

/* The outcome of that name; 0: none. */
uint8_t outcome_called(struct slice name);

/* The outcome of a range that holds one value, and how it is called in a key. */
uint8_t range_outcome(uint8_t range);
struct slice range_short(uint8_t bit);

/* The name of a range, and its words. */
struct slice range_name(uint8_t range);
struct slice range_words(struct call *call, uint8_t range);

/* "stated" and so on, of enum basis; no data of none. */
struct slice basis_name(uint8_t basis);

#endif

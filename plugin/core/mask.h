/* mask.h: sets of extents as small masks, and the ways to join them: the twin of
 * scripts/base/logic.lua. */
#ifndef CORE_MASK_H
#define CORE_MASK_H

#include <stdbool.h>
#include <stdint.h>

enum mask {
  MASK_NA = 1,
  MASK_MET = 2,
  MASK_LAPSE = 4,
  MASK_ABSENT = 8,
  MASK_NOTE = 16, /* between met and lapse */
  MASK_SHORT = MASK_NOTE | MASK_LAPSE | MASK_ABSENT,
  MASK_UNKNOWN = MASK_MET | MASK_LAPSE | MASK_ABSENT,
  MASK_SETS = 32
};

/* Every pair out of two sets joined: "worst" of `all` and of ratings, "best" of
 * `any`; not applicable is neutral. */
extern const uint8_t mask_worst[MASK_SETS][MASK_SETS];
extern const uint8_t mask_best[MASK_SETS][MASK_SETS];

/* A shortfall against a prohibition is an isolated one. */
uint8_t mask_negate(uint8_t mask);

/* A shortfall of a point that gives no more than an observation. */
static inline uint8_t mask_soften(uint8_t mask) {
  return mask & MASK_SHORT ? (uint8_t)((mask & ~MASK_SHORT) | MASK_NOTE) : mask;
}

/* Whether the set holds exactly one value. */
static inline bool mask_is_single(uint8_t mask) {
  return mask != 0 && (mask & (mask - 1)) == 0;
}

static inline bool mask_may_hold(uint8_t mask) {
  return (mask & MASK_MET) != 0;
}

static inline bool mask_may_fail(uint8_t mask) {
  return (mask & ~MASK_MET) != 0;
}

static inline bool mask_holds(uint8_t mask) {
  return mask == MASK_MET;
}

#endif

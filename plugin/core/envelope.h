/* envelope.h: a fact written as an envelope: its state, value or bounds, reasons and
 * evidence, and what the auditor found: the twin of scripts/dossier/envelope.lua and
 * auditors.lua. */
#ifndef CORE_ENVELOPE_H
#define CORE_ENVELOPE_H

#include "legs.h"

/* The cell for the envelope `object`; NULL and wrong where it is malformed. */
struct cell *envelope_read(const struct spot *spot, struct at object);

/* ---- for each other ------------------------------------------------------------ */

/* What an envelope may hold, in the order of bytes: K(ID, name, whose): of the fact,
 * of what the auditor found, or of both. */
#define ENVELOPE_KEYS(K)                                                       \
  K(AS_OF, "as_of", OF_FACT)                                                   \
  K(AT_LEAST, "at_least", OF_BOTH)                                             \
  K(AT_MOST, "at_most", OF_BOTH)                                               \
  K(AUDITOR, "auditor", OF_FACT)                                               \
  K(BY, "by", OF_FINDING)                                                      \
  K(DATE, "date", OF_FINDING)                                                  \
  K(EVIDENCE, "evidence", OF_BOTH)                                             \
  K(INCLUDES, "includes", OF_BOTH)                                             \
  K(NA_REASON, "na_reason", OF_FACT)                                           \
  K(NA_VERIFIED_BY, "na_verified_by", OF_FACT)                                 \
  K(NOTE, "note", OF_BOTH)                                                     \
  K(ONE_OF, "one_of", OF_BOTH)                                                 \
  K(PERCENT, "percent", OF_BOTH)                                               \
  K(SET_BY, "set_by", OF_FACT)                                                 \
  K(SHARE, "share", OF_BOTH)                                                   \
  K(STATE, "state", OF_BOTH)                                                   \
  K(STATED_BY, "stated_by", OF_FACT)                                           \
  K(VALUE, "value", OF_BOTH)                                                   \
  K(WHY, "why", OF_BOTH)                                                       \
  K(WITHHELD_REASON, "withheld_reason", OF_FACT)

enum envelope_key {
#define ENVELOPE_KEY(ID, name, whose) SAYS_##ID,
  ENVELOPE_KEYS(ENVELOPE_KEY)
#undef ENVELOPE_KEY
  SAYS_END
};

/* The ways of saying a value; of two, one would be passed over. */
#define ENVELOPE_WAYS                                                          \
  {                                                                            \
    SAYS_AT_LEAST, SAYS_AT_MOST, SAYS_INCLUDES, SAYS_ONE_OF, SAYS_PERCENT,     \
        SAYS_SHARE, SAYS_VALUE                                                 \
  }

enum {
  ENVELOPE_WAYS_COUNT = 7
};

enum envelope_whose {
  OF_FACT = 1,
  OF_FINDING = 2,
  OF_BOTH = OF_FACT | OF_FINDING
};

/* An envelope by its keys. */
struct envelope {
  struct at at[SAYS_END];
  bool is_empty;
};

const char *envelope_key(enum envelope_key key);
struct envelope envelope_keys(struct reading *reading, struct at object,
                              enum envelope_whose whose);

/* The cell for what an envelope answers.  `unweighed`: what its evidence says waits
 * for another answer. */
struct cell *envelope_answer(const struct spot *spot,
                             const struct envelope *says, bool unweighed);

/* envelope_value.c: the cell for the value of a fact that is known. */
struct cell *envelope_value(const struct spot *spot,
                            const struct envelope *says);

/* envelope_auditor.c: the cell for what the auditor found; NULL where it does not
 * count.  And the cell in which it is beside the Member's answer. */
struct cell *envelope_finding(const struct spot *spot, struct at object);
struct cell *envelope_join(const struct spot *spot, struct cell *member,
                           struct cell *found);

#endif

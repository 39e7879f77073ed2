/* matters.h: matters of records, for the parts of records.h. */
#ifndef CORE_MATTERS_H
#define CORE_MATTERS_H

#include "records.h"

/* What the records say of one matter at one place, once it was asked for. */
struct said {
  struct slice place; /* a facility's id; no data: everywhere else */
  struct claims claims;
  bool known;
};

struct matter {
  enum matter_kind kind;
  struct slice id;
  struct argument about;
  uint32_t
      first; /* claims in force before its first: its place in their order */
  struct claim *claims; /* in the dossier's order */
  uint32_t count;
  struct said *said; /* by place: "" first, which is everywhere else */
  uint32_t said_count;
};

struct answers {
  struct reading *reading;
  struct matter *matters; /* by kind and id */
  uint32_t count;
  uint32_t *first_come; /* indexes of matters */
};

/* The matter of that kind; NULL: no record in force speaks of it. */
struct matter *matter_find(const struct answers *answers, enum matter_kind kind,
                           struct slice id);

/* The claims that speak of it at a facility, or at the Member; NULL: none. */
const struct claims *matter_claims(struct call *call, struct matter *matter,
                                   struct slice place);

#endif

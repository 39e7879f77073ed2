/* seen.h: what was met already, where many things are met: a set of numbers at
 * places.  The order of its members shows nowhere. */
#ifndef CORE_SEEN_H
#define CORE_SEEN_H

#include "call.h"

struct seen_key {
  uint64_t what;
  const void *where;
  bool taken;
};

/* Zeros are an empty set. */
struct seen {
  struct seen_key *keys;
  uint32_t room; /* a power of two, at least twice the count */
  uint32_t count;
};

/* Adds `what` at `where`; false where it is there already. */
bool seen_add(struct call *call, struct seen *seen, uint64_t what,
              const void *where);

#endif

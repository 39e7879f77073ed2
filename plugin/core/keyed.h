/* keyed.h: numbers by texts. */
#ifndef CORE_KEYED_H
#define CORE_KEYED_H

#include "call.h"

struct keyed_entry {
  struct slice key; /* no data: free */
  uint32_t value;
};

/* Zeros are an empty table. */
struct keyed {
  struct keyed_entry *entries;
  uint32_t room; /* a power of two, at least twice the count */
  uint32_t count;
};

/* The value at `key`, which is kept where it was not there: *value is 0 then, and may
 * be set.  The place is good until the next call. */
uint32_t *keyed_at(struct call *call, struct keyed *keyed, struct slice key);

#endif

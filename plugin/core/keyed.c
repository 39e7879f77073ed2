/* keyed.c: see keyed.h.  The order of its entries shows nowhere. */
#include "keyed.h"

enum {
  FIRST_ROOM = 16
};

/* FNV-1a */
static uint32_t hash_of(struct slice key) {
  uint32_t hash = UINT32_C(2166136261);

  for (size_t i = 0; i < key.size; i++)
    hash = (hash ^ (unsigned char)key.data[i]) * UINT32_C(16777619);
  return hash;
}

static struct keyed_entry *place_of(const struct keyed *keyed,
                                    struct slice key) {
  uint32_t at = hash_of(key) & (keyed->room - 1);

  while (keyed->entries[at].key.data && !slice_is(keyed->entries[at].key, key))
    at = (at + 1) & (keyed->room - 1);
  return &keyed->entries[at];
}

static void grow(struct call *call, struct keyed *keyed) {
  struct keyed more = {NULL, keyed->room ? keyed->room * 2 : FIRST_ROOM,
                       keyed->count};

  more.entries = CALL_NEW_MANY(call, more.room, struct keyed_entry);
  for (uint32_t i = 0; i < keyed->room; i++)
    if (keyed->entries[i].key.data)
      *place_of(&more, keyed->entries[i].key) = keyed->entries[i];
  *keyed = more;
}

uint32_t *keyed_at(struct call *call, struct keyed *keyed, struct slice key) {
  struct keyed_entry *entry;

  if (2 * (keyed->count + 1) > keyed->room)
    grow(call, keyed);
  entry = place_of(keyed, key);
  if (!entry->key.data) {
    entry->key = key;
    entry->value = 0;
    keyed->count++;
  }
  return &entry->value;
}

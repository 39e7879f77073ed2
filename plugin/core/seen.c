/* seen.c: see seen.h. */
#include "seen.h"

enum {
  FIRST_ROOM = 16
};

static struct seen_key *place_of(const struct seen *seen, uint64_t what,
                                 const void *where) {
  uint64_t hash = (what * 31 + (uintptr_t)where) * UINT64_C(0x9E3779B97F4A7C15);
  uint32_t at = (uint32_t)(hash >> 32) & (seen->room - 1);

  while (seen->keys[at].taken &&
         (seen->keys[at].what != what || seen->keys[at].where != where))
    at = (at + 1) & (seen->room - 1);
  return &seen->keys[at];
}

static void make_room(struct call *call, struct seen *seen) {
  struct seen old = *seen;

  if (seen->count * 2 < seen->room)
    return;
  seen->room = seen->room ? seen->room * 2 : FIRST_ROOM;
  seen->keys = CALL_NEW_MANY(call, seen->room, struct seen_key);
  for (uint32_t i = 0; i < old.room; i++)
    if (old.keys[i].taken)
      *place_of(seen, old.keys[i].what, old.keys[i].where) = old.keys[i];
}

bool seen_add(struct call *call, struct seen *seen, uint64_t what,
              const void *where) {
  struct seen_key *place;

  make_room(call, seen);
  place = place_of(seen, what, where);
  if (place->taken)
    return false;
  *place = (struct seen_key){what, where, true};
  seen->count++;
  return true;
}

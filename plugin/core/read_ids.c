/* read_ids.c: ids: each names one thing, for a person who reads it too: the twin of
 * scripts/dossier/ids.lua; see read_parts.h. */
#include <stdlib.h>

#include "read_parts.h"

enum {
  MOST_LOOKED_AT = 200
};

static bool is_blank_too_many(struct slice id, size_t at) {
  return id.data[at] == ' ' &&
         (at == 0 || at + 1 == id.size || id.data[at + 1] == ' ');
}

/* Whether nothing in it can be mistaken; what looks like what, Lua knows. */
static bool is_plain(struct slice id) {
  if (id.size > MOST_LOOKED_AT)
    return true;
  for (size_t i = 0; i < id.size; i++)
    if (id.data[i] < ' ' || id.data[i] > '~' || is_blank_too_many(id, i))
      return false;
  return true;
}

static int compare(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

void read_check_ids(struct reading *reading, const struct slice *ids,
                    uint32_t count) {
  struct slice *sorted = CALL_NEW_MANY(reading->call, count, struct slice);

  if (count == 0)
    return;
  memcpy(sorted, ids, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, compare);
  for (uint32_t i = 0; i < count; i++) {
    call_charge(reading->call, (uint64_t)READ_ID_BYTE_COST * sorted[i].size);
    if (!reading->call->options.ids_are_read && !is_plain(sorted[i]))
      reading->for_lua = true;
    if (i > 0 && slice_is(sorted[i], sorted[i - 1]))
      read_wrong(reading);
  }
}

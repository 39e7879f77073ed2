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

/* I and l are easily taken for 1, and O for 0. */
static unsigned char taken_for(char letter) {
  if (letter == 'I' || letter == 'l' || letter == '|')
    return '1';
  return letter == 'O' ? '0' : (unsigned char)letter;
}

static int compare_taken(struct slice a, struct slice b) {
  size_t size = a.size < b.size ? a.size : b.size;

  for (size_t i = 0; i < size; i++) {
    int difference = taken_for(a.data[i]) - taken_for(b.data[i]);
    if (difference)
      return difference;
  }
  return (a.size > b.size) - (a.size < b.size);
}

/* Those that are taken for each other stand side by side, the same ones too. */
static int compare(const void *one, const void *other) {
  const struct slice *a = one, *b = other;
  int order = compare_taken(*a, *b);

  return order ? order : slice_compare(*a, *b);
}

/* What Lua tells of: an id that is not plain, and one like that before it. */
static bool is_odd(const struct slice *sorted, uint32_t at) {
  return !is_plain(sorted[at]) ||
         (at > 0 && compare_taken(sorted[at], sorted[at - 1]) == 0);
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
    if (!reading->call->options.is_noted && is_odd(sorted, i))
      reading->for_lua = true;
    if (i > 0 && slice_is(sorted[i], sorted[i - 1]))
      read_wrong(reading);
  }
}

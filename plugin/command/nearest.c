/* nearest.c: the candidate with the least edit distance; see nearest.h. */
#include "nearest.h"

#include <string.h>

enum {
  LONGEST = 31
};

static size_t least(size_t a, size_t b, size_t c) {
  size_t ab = a < b ? a : b;

  return ab < c ? ab : c;
}

/* Letters to change, add or leave out to make `a` of `b`; both are LONGEST
 * letters or less. */
static size_t distance(const char *a, const char *b) {
  size_t size = strlen(b);
  size_t row[LONGEST + 1];

  for (size_t j = 0; j <= size; j++)
    row[j] = j;
  for (size_t i = 0; a[i]; i++) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 1; j <= size; j++) {
      size_t above = row[j];
      row[j] = least(above + 1, row[j - 1] + 1,
                     diagonal + (a[i] == b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[size];
}

const char *nearest_find(const char *word, const char *const *candidates,
                         size_t count) {
  const char *best = NULL;
  size_t best_distance = strlen(word) / 3 + 2;

  if (strlen(word) > LONGEST)
    return NULL;
  for (size_t i = 0; i < count; i++) {
    size_t found;
    if (strlen(candidates[i]) > LONGEST)
      continue;
    found = distance(word, candidates[i]);
    if (found < best_distance) {
      best = candidates[i];
      best_distance = found;
    }
  }
  return best;
}

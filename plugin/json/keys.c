/* json/keys.c: sorts key tokens; see json/keys.h.
 *
 * The tokens are sorted as a linked list, so that no memory is needed and a
 * million keys cost n log n whatever their order.
 */
#include "json/keys.h"

/* Up to here insertion is quicker than merging. */
enum {
  INSERTION_MAX = 12
};
/* Merge lists of 1, 2, 4, ... keys: enough for every uint32_t. */
enum {
  LEVELS = 32
};

struct sorter {
  const char *text;
  struct json_token *tokens;
  struct json_twins twins; /* two equal keys, in the order of the text */
  const struct pause *pause;
  size_t bytes; /* compared since it was asked */
};

enum {
  COMPARING = 64 /* takes as long as so many bytes of a text */
};

static void pass(struct sorter *sorter, size_t bytes) {
  sorter->bytes += COMPARING + bytes;
  if (sorter->bytes < PAUSE_BYTES)
    return;
  sorter->bytes = 0;
  pause_ask(sorter->pause);
}

/* Whether key `a` comes before key `b`. */
static bool comes_before(struct sorter *sorter, uint32_t a, uint32_t b) {
  const struct json_token *left = &sorter->tokens[a];
  const struct json_token *right = &sorter->tokens[b];
  unsigned char x = (unsigned char)sorter->text[left->offset];
  unsigned char y = (unsigned char)sorter->text[right->offset];

  /* Most keys differ in the first byte; an empty one shows its quote here, and
   * an escaped one its backslash, so those go the long way. */
  if (x != y && left->size && right->size && !left->escaped &&
      !right->escaped) {
    pass(sorter, 0);
    return x < y;
  }
  struct json_slice p = json_token_slice(sorter->text, left);
  struct json_slice q = json_token_slice(sorter->text, right);
  int order = json_slice_compare(&p, &q);
  pass(sorter, p.size < q.size ? p.size : q.size);
  if (order == 0)
    sorter->twins =
        a > b ? (struct json_twins){b, a} : (struct json_twins){a, b};
  return order < 0;
}

static uint32_t sort_few(struct sorter *sorter, uint32_t first) {
  struct json_token *tokens = sorter->tokens;
  uint32_t sorted = 0;
  while (first && !sorter->twins.second) {
    uint32_t key = first;
    uint32_t *place = &sorted;
    first = tokens[key].link;
    while (*place && !comes_before(sorter, key, *place))
      place = &tokens[*place].link;
    tokens[key].link = *place;
    *place = key;
  }
  return sorted;
}

static uint32_t merge(struct sorter *sorter, uint32_t a, uint32_t b) {
  struct json_token *tokens = sorter->tokens;
  uint32_t merged = 0;
  uint32_t *place = &merged;
  while (a && b) {
    uint32_t *smaller = comes_before(sorter, a, b) ? &a : &b;
    *place = *smaller;
    place = &tokens[*smaller].link;
    *smaller = *place;
  }
  *place = a ? a : b;
  return merged;
}

static uint32_t sort_many(struct sorter *sorter, uint32_t first) {
  uint32_t waiting[LEVELS] = {0}; /* level i: a sorted list of 2^i keys */
  uint32_t sorted = 0;
  while (first && !sorter->twins.second) {
    uint32_t list = first;
    int level = 0;
    first = sorter->tokens[list].link;
    sorter->tokens[list].link = 0;
    for (; waiting[level]; level++) {
      list = merge(sorter, waiting[level], list);
      waiting[level] = 0;
    }
    waiting[level] = list;
  }
  for (int level = 0; level < LEVELS && !sorter->twins.second; level++)
    sorted = merge(sorter, waiting[level], sorted);
  return sorted;
}

uint32_t json_keys_sort(const struct json_document *document, uint32_t first,
                        struct json_twins *twins) {
  struct json_token *tokens = json_tokens(document);
  struct sorter sorter = {document->text, tokens, {0, 0}, &document->pause, 0};
  int count = 0;
  for (uint32_t key = first; key && count <= INSERTION_MAX; count++)
    key = tokens[key].link;
  uint32_t sorted = count <= INSERTION_MAX ? sort_few(&sorter, first)
                                           : sort_many(&sorter, first);
  *twins = sorter.twins;
  return sorted;
}

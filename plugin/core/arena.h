/* arena.h: the memory of one call: it only grows, and is freed as a whole. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_chunk;

/* Zeros but for `max` are an empty arena. */
struct arena {
  struct arena_chunk *chunks; /* the newest first */
  char *next;                 /* the first free byte of the newest */
  size_t left;
  size_t chunk_size; /* of the newest that grew by plan */
  size_t used;       /* bytes taken from the system, at most `max` */
  size_t max;
  bool refused; /* because of `max`, the last time */
};

/* `size` zero bytes for any kind of object; NULL where there is no memory, or
 * where `max` allows no more.  0 bytes have a place too. */
void *arena_alloc(struct arena *arena, size_t size);

/* Frees a part of all that was given; false: that was the last, and the arena is empty
 * and can be used again. */
bool arena_free(struct arena *arena);

#endif

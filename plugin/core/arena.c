/* arena.c: see arena.h. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "pages.h"

enum {
  ALIGNMENT = alignof(max_align_t),
  CHUNK_FIRST = 64 * 1024,
  CHUNK_MOST = 1024 * 1024,
  LEAST_PAGES = 256 * 1024 /* a chunk of pages of its own */
};

struct arena_chunk {
  alignas(max_align_t) struct arena_chunk *older;
  size_t size; /* with this */
};

/* Small chunks are malloc's, and so at once there again for the next call. */
static bool is_pages(size_t size) {
  return pages_serve(size, LEAST_PAGES);
}

/* Filled with zeros; NULL without memory. */
static struct arena_chunk *obtain(size_t size) {
  return is_pages(size) ? pages_new(size) : calloc(1, size);
}

static void give_back(struct arena_chunk *chunk) {
  if (is_pages(chunk->size))
    pages_free(chunk, chunk->size);
  else
    free(chunk);
}

static size_t next_size(const struct arena *arena) {
  if (arena->chunk_size == 0)
    return CHUNK_FIRST;
  return arena->chunk_size < CHUNK_MOST ? arena->chunk_size * 2 : CHUNK_MOST;
}

/* A chunk of `size` bytes, its own head among them; NULL without memory. */
static struct arena_chunk *new_chunk(struct arena *arena, size_t size) {
  struct arena_chunk *chunk;

  arena->refused = size > arena->max - arena->used;
  if (arena->refused)
    return NULL;
  chunk = obtain(size);
  if (!chunk)
    return NULL;
  chunk->size = size;
  arena->used += size;
  chunk->older = arena->chunks;
  arena->chunks = chunk;
  return chunk;
}

/* What is too great for the chunk at hand gets one of its own where that would
 * waste the rest; small objects go on where they were. */
static void *alloc_alone(struct arena *arena, size_t size) {
  struct arena_chunk *chunk = new_chunk(arena, sizeof *chunk + size);

  return chunk ? chunk + 1 : NULL;
}

static void *take(struct arena *arena, size_t size) {
  void *found = arena->next;

  arena->next += size;
  arena->left -= size;
  return found;
}

void *arena_alloc(struct arena *arena, size_t size) {
  size_t planned = next_size(arena);
  struct arena_chunk *chunk;

  arena->refused = size > SIZE_MAX / 2;
  if (arena->refused)
    return NULL;
  size = (size + !size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size <= arena->left)
    return take(arena, size);
  if (size > planned / 4)
    return alloc_alone(arena, size);
  chunk = new_chunk(arena, planned);
  if (!chunk)
    return NULL;
  arena->chunk_size = planned;
  arena->next = (char *)(chunk + 1);
  arena->left = planned - sizeof *chunk;
  return take(arena, size);
}

bool arena_free(struct arena *arena) {
  struct arena_chunk *chunk = arena->chunks;

  if (chunk) {
    arena->chunks = chunk->older;
    give_back(chunk);
  }
  if (!arena->chunks)
    *arena = (struct arena){.max = arena->max};
  return arena->chunks != NULL;
}

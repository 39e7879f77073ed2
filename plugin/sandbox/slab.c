/* slab.c: the memory of one Lua state; see slab.h. */
#include "slab.h"

#include <stdlib.h>
#include <string.h>

#if defined(COP11_SLABS)
/* as ever, even under the address sanitizer */
#elif defined(__SANITIZE_ADDRESS__)
#define COP11_PLAIN_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COP11_PLAIN_MALLOC 1
#endif
#endif

struct slab_chunk {
  struct slab_chunk *before;
  _Alignas(SLAB_GRAIN) char blocks[SLAB_CHUNK - SLAB_GRAIN];
};

/* A freed small block: the list runs through the blocks themselves. */
struct slab_idle {
  struct slab_idle *after;
};

_Static_assert(sizeof(struct slab_idle) <= SLAB_GRAIN, "fits any block");
_Static_assert(sizeof(struct slab_chunk) == SLAB_CHUNK, "no padding");

void slab_open(struct slab *slab, size_t limit) {
  memset(slab, 0, sizeof *slab);
  slab->limit = limit;
}

void slab_close(struct slab *slab) {
  while (slab->chunks) {
    struct slab_chunk *chunk = slab->chunks;
    slab->chunks = chunk->before;
    free(chunk);
  }
  slab->next = slab->end = NULL;
  slab->held = 0;
}

/* ---- from the system ----------------------------------------------------- */

/* Lua collects all garbage after a refusal and asks once more: two in a row
 * are a failure. */
static void *refuse(struct slab *slab, bool by_limit) {
  if (slab->refused)
    slab->failures++;
  slab->refused = true;
  slab->limit_refused = by_limit;
  return NULL;
}

/* realloc that counts; `old_size` is 0 for a new block. */
static void *large_resize(struct slab *slab, void *block, size_t old_size,
                          size_t size) {
  void *resized;

  if (size > old_size && size - old_size > slab->limit - slab->held)
    return refuse(slab, true);
  resized = realloc(block, size);
  if (!resized)
    return refuse(slab, false);
  slab->held += size;
  slab->held -= old_size;
  return resized;
}

static void large_free(struct slab *slab, void *block, size_t size) {
  free(block);
  slab->held -= size;
}

static bool chunk_new(struct slab *slab) {
  struct slab_chunk *chunk = large_resize(slab, NULL, 0, sizeof *chunk);

  if (!chunk)
    return false;
  chunk->before = slab->chunks;
  slab->chunks = chunk;
  slab->next = chunk->blocks;
  slab->end = chunk->blocks + sizeof chunk->blocks;
  return true;
}

/* ---- small blocks -------------------------------------------------------- */

/* Blocks of one class have the same size: a multiple of the grain. */
static size_t class_of(size_t size) {
  return (size + SLAB_GRAIN - 1) / SLAB_GRAIN;
}

static bool is_small(size_t size) {
#ifdef COP11_PLAIN_MALLOC
  return size == 0;
#else
  return size <= SLAB_SMALL;
#endif
}

static void small_free(struct slab *slab, void *block, size_t size) {
  struct slab_idle *idle = block;

  idle->after = slab->idle[class_of(size)];
  slab->idle[class_of(size)] = idle;
}

static void *small_new(struct slab *slab, size_t size) {
  size_t class = class_of(size);
  struct slab_idle *idle = slab->idle[class];
  char *block;

  if (idle) {
    slab->idle[class] = idle->after;
    return idle;
  }
  if ((size_t)(slab->end - slab->next) < class * SLAB_GRAIN && !chunk_new(slab))
    return NULL;
  block = slab->next;
  slab->next += class * SLAB_GRAIN;
  return block;
}

/* ---- any block ----------------------------------------------------------- */

static void *block_new(struct slab *slab, size_t size) {
  return is_small(size) ? small_new(slab, size)
                        : large_resize(slab, NULL, 0, size);
}

static void block_free(struct slab *slab, void *block, size_t size) {
  if (is_small(size))
    small_free(slab, block, size);
  else
    large_free(slab, block, size);
}

static void *block_resize(struct slab *slab, void *block, size_t old_size,
                          size_t size) {
  void *moved;

  if (!is_small(old_size) && !is_small(size))
    return large_resize(slab, block, old_size, size);
  if (is_small(old_size) && is_small(size) &&
      class_of(old_size) == class_of(size))
    return block;
  moved = block_new(slab, size);
  if (!moved)
    return NULL;
  memcpy(moved, block, old_size < size ? old_size : size);
  block_free(slab, block, old_size);
  return moved;
}

void *slab_resize(struct slab *slab, void *block, size_t old_size,
                  size_t size) {
  void *result;

  if (!block)
    old_size = 0;
  if (size == 0) {
    if (block)
      block_free(slab, block, old_size);
    slab->used -= old_size;
    return NULL;
  }
  result =
      block ? block_resize(slab, block, old_size, size) : block_new(slab, size);
  if (!result)
    return NULL;
  slab->used += size;
  slab->used -= old_size;
  if (size > old_size)
    slab->refused = false;
  return result;
}

/* slab.c: the memory of one Lua state; see slab.h. */
#include "slab.h"

#include <stdlib.h>
#include <string.h>

#include "pages.h"

/* What stands before each block from the system, so that all can be found. */
struct slab_large {
  struct slab_large *before, *after;
  size_t size; /* with this */
};

/* A freed small block: the list runs through the blocks themselves. */
struct slab_idle {
  struct slab_idle *after;
};

_Static_assert(sizeof(struct slab_idle) <= SLAB_GRAIN, "fits any block");
_Static_assert(sizeof(struct slab_large) % SLAB_GRAIN == 0,
               "keeps blocks aligned");

/* ---- blocks of the system --------------------------------------------------- */

static bool is_pages(size_t size) {
  return pages_serve(size, SLAB_PAGES);
}

static void give_back(struct slab_large *large) {
  if (is_pages(large->size))
    pages_free(large, large->size);
  else
    free(large);
}

/* Of a block that grows into pages, or out of them. */
static struct slab_large *move(struct slab_large *old, size_t size) {
  struct slab_large *moved = is_pages(size) ? pages_new(size) : malloc(size);

  if (!moved || !old)
    return moved;
  memcpy(moved, old, old->size < size ? old->size : size);
  give_back(old);
  return moved;
}

/* realloc: NULL leaves the block as it was. */
static struct slab_large *resize(struct slab_large *old, size_t size) {
  if (!old || is_pages(old->size) != is_pages(size))
    return move(old, size);
  return is_pages(size) ? pages_resize(old, old->size, size)
                        : realloc(old, size);
}

void slab_open(struct slab *slab, size_t limit) {
  memset(slab, 0, sizeof *slab);
  slab->limit = limit;
}

void slab_note(struct slab *slab, size_t beside) {
  if (slab->held + beside > slab->most)
    slab->most = slab->held + beside;
}

/* ---- large blocks, counted ----------------------------------------------------- */

/* Lua collects all garbage after a refusal and asks once more: two in a row
 * are a failure. */
static void *refuse(struct slab *slab, bool by_limit) {
  if (slab->refused)
    slab->failures++;
  slab->refused = true;
  slab->limit_refused = by_limit;
  return NULL;
}

static void large_link(struct slab *slab, struct slab_large *large) {
  large->before = NULL;
  large->after = slab->large;
  if (large->after)
    large->after->before = large;
  slab->large = large;
}

static void large_unlink(struct slab *slab, struct slab_large *large) {
  if (large->after)
    large->after->before = large->before;
  if (large->before)
    large->before->after = large->after;
  else
    slab->large = large->after;
}

/* Of a block that malloc gave; NULL for none. */
static struct slab_large *large_of(void *block) {
  return block ? (struct slab_large *)block - 1 : NULL;
}

/* realloc that counts. */
static void *large_resize(struct slab *slab, void *block, size_t size) {
  struct slab_large *old = large_of(block), *large;
  size_t taken = old ? old->size : 0;
  size_t wanted = sizeof *large + size;

  if (wanted > taken && wanted - taken > slab->limit - slab->held)
    return refuse(slab, true);
  if (old)
    large_unlink(slab, old);
  large = resize(old, wanted);
  if (!large && old)
    large_link(slab, old);
  if (!large)
    return refuse(slab, false);
  large->size = wanted;
  large_link(slab, large);
  slab->held += wanted;
  slab->held -= taken;
  slab_note(slab, 0);
  return large + 1;
}

static void large_free(struct slab *slab, void *block) {
  struct slab_large *large = large_of(block);

  large_unlink(slab, large);
  slab->held -= large->size;
  give_back(large);
}

/* No larger than what may still be held, as long as that is a chunk. */
static size_t chunk_size(const struct slab *slab) {
  size_t size = slab->held / SLAB_SHARE;
  size_t room = slab->limit - slab->held;

  if (size > room)
    size = room;
  size -= size % SLAB_CHUNK;
  return size > SLAB_CHUNK ? size : SLAB_CHUNK;
}

static bool chunk_new(struct slab *slab) {
  size_t size = chunk_size(slab) - sizeof(struct slab_large);
  char *blocks = large_resize(slab, NULL, size);

  if (!blocks)
    return false;
  slab->next = blocks;
  slab->end = blocks + size;
  return true;
}

/* ---- the end ------------------------------------------------------------- */

/* The end of a long block goes first. */
size_t slab_close_some(struct slab *slab) {
  struct slab_large *large = slab->large;
  size_t size = large ? large->size : 0;

  if (size > 2 * SLAB_PIECE &&
      large_resize(slab, large + 1, size - SLAB_PIECE - sizeof *large))
    return SLAB_PIECE;
  if (large)
    large_free(slab, large + 1);
  return size;
}

void slab_close(struct slab *slab) {
  while (slab_close_some(slab) > 0)
    ;
  slab_open(slab, slab->limit);
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
                        : large_resize(slab, NULL, size);
}

static void block_free(struct slab *slab, void *block, size_t size) {
  if (is_small(size))
    small_free(slab, block, size);
  else
    large_free(slab, block);
}

static void *block_resize(struct slab *slab, void *block, size_t old_size,
                          size_t size) {
  void *moved;

  if (!is_small(old_size) && !is_small(size))
    return large_resize(slab, block, size);
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

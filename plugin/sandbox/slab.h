/* slab.h: the memory of one Lua state.
 *
 * Small blocks, nearly all that Lua asks for, are cut from chunks and kept in
 * lists by size, so that threads share no lock.  Chunks and the largest are pages
 * of their own, what lies between comes from malloc.  Chunks grow with what is held,
 * so that there are few.  All goes back to the system when the state ends, and
 * nobody looks at what is in it: a million values are gone in no time.
 *
 * With COP11_PLAIN_MALLOC (pages.h) every block comes from malloc.
 */
#ifndef SLAB_H
#define SLAB_H

#include <stdbool.h>
#include <stddef.h>

enum {
  SLAB_GRAIN = 8,         /* what Lua needs its blocks aligned to */
  SLAB_SMALL = 4096,      /* the largest block cut from a chunk */
  SLAB_CHUNK = 64 * 1024, /* the smallest chunk, with its head */
  SLAB_SHARE = 32,        /* a chunk is this part of what is held */
  SLAB_PAGES = 32 * 1024, /* the smallest block of pages of its own */
  SLAB_PIECE = 8 << 20    /* given back at once */
};

struct slab {
  size_t used;        /* bytes that Lua holds */
  size_t held;        /* bytes taken from the system */
  size_t most;        /* `held` at the most, with what slab_note told of */
  size_t limit;       /* for `held` */
  size_t failures;    /* times there was no memory, nor after a collection */
  bool refused;       /* there was none the last time */
  bool limit_refused; /* because of `limit` */
  struct slab_large *large; /* all that was taken from the system */
  char *next;               /* what is left of the newest chunk */
  char *end;
  struct slab_idle *idle[SLAB_SMALL / SLAB_GRAIN + 1];
};

void slab_open(struct slab *slab, size_t limit);
/* `beside` bytes more are in use, which are not the slab's. */
void slab_note(struct slab *slab, size_t beside);
void slab_close(struct slab *slab); /* every block is gone after it */
/* Closes a piece of it: tells how many bytes went back, 0 when nothing is left.
 * No block may be used after the first. */
size_t slab_close_some(struct slab *slab);

/* A lua_Alloc but for the first parameter's type: NULL `block` makes a block
 * whatever `old_size` says (it is a type tag then), size 0 frees. */
void *slab_resize(struct slab *slab, void *block, size_t old_size, size_t size);

#endif

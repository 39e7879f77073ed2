/* pages.h: large blocks of memory that go back to the system when they are freed.
 *
 * malloc keeps what a burst of threads gave back to it, for each in another heap.
 * Pages come from the system and go to it; where a system has none to give by
 * themselves (see pages.c) they are malloc's blocks.
 *
 * With COP11_PLAIN_MALLOC every block comes from malloc, so that sanitizers and
 * valgrind see each one; the address sanitizer turns that on by itself, unless
 * COP11_SLABS says otherwise.
 */
#ifndef PAGES_H
#define PAGES_H

#include <stdbool.h>
#include <stddef.h>

#if defined(COP11_SLABS)
/* as ever, even under the address sanitizer */
#elif defined(__SANITIZE_ADDRESS__)
#define COP11_PLAIN_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COP11_PLAIN_MALLOC 1
#endif
#endif

/* Whether a block of `size` bytes is to be pages of its own, where that is worth
 * its cost from `least` bytes on. */
static inline bool pages_serve(size_t size, size_t least) {
#ifdef COP11_PLAIN_MALLOC
  (void)least;
  return size == 0;
#else
  return size >= least;
#endif
}

/* Filled with zeros; NULL without memory. */
void *pages_new(size_t size);

/* realloc: NULL leaves the pages as they were.  What is new is not always zeros. */
void *pages_resize(void *pages, size_t old_size, size_t size);

void pages_free(void *pages, size_t size);

#endif

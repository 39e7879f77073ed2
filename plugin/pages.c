/* pages.c: see pages.h. */
#define _GNU_SOURCE /* mremap, MAP_ANONYMOUS */
#include "pages.h"

/* Sanitizers follow malloc. The one for addresses sees neither that pages are lost
 * nor what they point to, and the one for threads not that mremap moves them. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_WATCHED 1
#endif
#endif

#if defined(__linux__) && !defined(IS_WATCHED)

#include <sys/mman.h>

void *pages_new(size_t size) {
  void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return pages == MAP_FAILED ? NULL : pages;
}

void *pages_resize(void *pages, size_t old_size, size_t size) {
  void *moved = mremap(pages, old_size, size, MREMAP_MAYMOVE);

  return moved == MAP_FAILED ? NULL : moved;
}

void pages_free(void *pages, size_t size) {
  (void)munmap(pages, size);
}

#else

#include <stdlib.h>

void *pages_new(size_t size) {
  return calloc(1, size);
}

void *pages_resize(void *pages, size_t old_size, size_t size) {
  (void)old_size;
  return realloc(pages, size);
}

void pages_free(void *pages, size_t size) {
  (void)size;
  free(pages);
}

#endif

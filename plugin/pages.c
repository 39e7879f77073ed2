/* pages.c: see pages.h. */
#define _GNU_SOURCE /* mremap, MAP_ANONYMOUS */
#include "pages.h"

/* The thread sanitizer sees malloc and mmap, but not that mremap moves memory. */
#if defined(__linux__) && !defined(__SANITIZE_THREAD__)

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

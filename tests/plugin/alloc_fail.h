/* alloc_fail.h: makes the n-th allocation of the library fail, once or from
 * then on for ever, and counts the blocks and pages that are not freed.
 *
 * For the one source of a program that is linked as fail_allocations() of
 * tests/CMakeLists.txt does; with COP11_PLAIN_MALLOC Lua's blocks come one by one.
 */
#ifndef ALLOC_FAIL_H
#define ALLOC_FAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/types.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__real_mmap(void *at, size_t size, int may, int kind, int file,
                  off_t from);
void *__real_mremap(void *pages, size_t old_size, size_t size, int how);
int __real_munmap(void *pages, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);
void *__wrap_mmap(void *at, size_t size, int may, int kind, int file,
                  off_t from);
void *__wrap_mremap(void *pages, size_t old_size, size_t size, int how);
int __wrap_munmap(void *pages, size_t size);

static struct {
  size_t until; /* allocations before one fails; 0: none does */
  bool for_ever;
  bool failed; /* one has failed */
  long live;   /* blocks */
} alloc_fail;

/* From now on: the n-th fails (n from 1). */
static void alloc_fail_at(size_t n, bool for_ever) {
  alloc_fail.until = n;
  alloc_fail.for_ever = for_ever;
  alloc_fail.failed = false;
}

static void alloc_fail_never(void) {
  alloc_fail.until = 0;
}

static bool alloc_fails(void) {
  if (alloc_fail.until == 0 || --alloc_fail.until > 0)
    return false;
  alloc_fail.failed = true;
  if (alloc_fail.for_ever)
    alloc_fail.until = 1;
  return true;
}

static void *alloc_counted(void *block) {
  if (block)
    alloc_fail.live++;
  return block;
}

void *__wrap_malloc(size_t size) {
  return alloc_fails() ? NULL : alloc_counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size) {
  return alloc_fails() ? NULL : alloc_counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *block, size_t size) {
  if (alloc_fails())
    return NULL;
  if (!block)
    return alloc_counted(__real_realloc(NULL, size));
  return __real_realloc(block, size);
}

void __wrap_free(void *block) {
  if (block)
    alloc_fail.live--;
  __real_free(block);
}

void *__wrap_mmap(void *at, size_t size, int may, int kind, int file,
                  off_t from) {
  void *pages =
      alloc_fails() ? MAP_FAILED : __real_mmap(at, size, may, kind, file, from);

  if (pages != MAP_FAILED)
    alloc_fail.live++;
  return pages;
}

void *__wrap_mremap(void *pages, size_t old_size, size_t size, int how) {
  return alloc_fails() ? MAP_FAILED : __real_mremap(pages, old_size, size, how);
}

int __wrap_munmap(void *pages, size_t size) {
  alloc_fail.live--;
  return __real_munmap(pages, size);
}

#endif

/* slice.h: some bytes that someone else keeps. */
#ifndef CORE_SLICE_H
#define CORE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
  const char *data; /* NULL: there is none, which is not the same as no bytes */
  size_t size;
};

/* Of a literal, without its NUL. */
#define SLICE(literal) ((struct slice){"" literal, sizeof(literal) - 1})

static inline struct slice slice_of(const char *text) {
  return (struct slice){text, text ? strlen(text) : 0};
}

static inline bool slice_is(struct slice a, struct slice b) {
  return a.size == b.size &&
         (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* By bytes, as Lua compares where no locale has a say. */
static inline int slice_compare(struct slice a, struct slice b) {
  size_t size = a.size < b.size ? a.size : b.size;
  int order = size > 0 ? memcmp(a.data, b.data, size) : 0;

  return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

#endif

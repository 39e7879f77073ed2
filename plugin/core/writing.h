/* writing.h: a text that is put together piece by piece in the memory of a call. */
#ifndef CORE_WRITING_H
#define CORE_WRITING_H

#include "call.h"

struct writing {
  struct call *call;
  char *data;
  size_t size, room;
};

void writing_put(struct writing *writing, struct slice piece);
void writing_put_text(struct writing *writing, const char *piece);

/* With the fewest digits that read back as the same number: "base/digits". */
void writing_put_number(struct writing *writing, double number);

/* What stands before piece `at` of `count`: "a, b and c". */
void writing_put_joint(struct writing *writing, uint32_t at, uint32_t count);

/* The first `most` of the pieces, and how many there are beside: "a, b, 2 more". */
void writing_put_first(struct writing *writing, const struct slice *pieces,
                       uint32_t count, uint32_t most);

/* What was put, with a NUL behind it. */
struct slice writing_done(struct writing *writing);

#endif

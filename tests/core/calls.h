/* calls.h: a call of the core for tests. */
#ifndef CALLS_H
#define CALLS_H

#include "call.h"

struct test_call {
  struct call call;
  struct budget budget;
};

/* A call with `max_memory` bytes and `steps` units; `program` may be NULL. */
struct call *test_call_begin(struct test_call *test,
                             const struct program *program, size_t max_memory,
                             uint64_t steps);

void test_call_end(struct test_call *test);

#endif

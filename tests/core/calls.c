/* calls.c: see calls.h. */
#include "calls.h"

struct call *test_call_begin(struct test_call *test,
                             const struct program *program, size_t max_memory,
                             uint64_t steps) {
  static const cop11_call plain = {.struct_size = sizeof plain};

  *test = (struct test_call){.call = {.program = program,
                                      .arena.max = max_memory,
                                      .options.as_of = DAY_NONE}};
  test->call.budget = &test->budget;
  budget_start(&test->budget, steps, &plain, NULL);
  return &test->call;
}

void test_call_end(struct test_call *test) {
  while (arena_free(&test->call.arena))
    continue;
}

/* The n-th allocation of the core fails, for each n: the call ends for want of
 * memory, and the next one is as ever.
 *
 * Linked with LINKER:--wrap=arena_alloc. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "arena.h"
#include "charges_engine.h"
#include "cop11.h"

static const char dossier[] =
    "{\"format\":\"cop11.dossier/1\",\"facilities\":[{\"id\":\"a\",\"doors\":"
    "{\"locked\":false},\"people\":[{\"name\":\"n\",\"trained\":false,"
    "\"armed\":"
    "true}]}],\"evidence\":[{\"id\":\"E\",\"kind\":\"observation\",\"title\":"
    "\"T\"}],\"records\":[{\"id\":\"O\",\"kind\":\"override\",\"check\":\"1."
    "1\","
    "\"facility\":\"a\",\"outcome\":\"minor-nonconformance\",\"by\":\"A\","
    "\"party\":\"auditor\",\"date\":\"2014-02-12\",\"authority\":\"B\",\"why\":"
    "\"C\"}]}";

static long made, fails_at;

void *__real_arena_alloc(struct arena *arena, size_t size);
void *__wrap_arena_alloc(struct arena *arena, size_t size);

void *__wrap_arena_alloc(struct arena *arena, size_t size) {
  return ++made == fails_at ? NULL : __real_arena_alloc(arena, size);
}

static cop11_engine *engine;
static cop11_error err = {.struct_size = sizeof err};

static cop11_status evaluate(long at) {
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2014-03-01"};
  cop11_text *report = NULL;
  cop11_status status;

  made = 0;
  fails_at = at;
  status =
      cop11_evaluate(engine, dossier, strlen(dossier), &call, &report, &err);
  assert_true((status == COP11_OK) == (report != NULL));
  cop11_text_free(report);
  return status;
}

static void alloc__each_of_the_core_may_fail(void **state) {
  long all;

  assert_int_equal(evaluate(0), COP11_OK);
  all = made;
  assert_true(all > 100);
  for (long at = 1; at <= all; at++)
    assert_int_equal(evaluate(at), COP11_E_MEMORY);
  assert_int_equal(evaluate(0), COP11_OK);
  assert_int_equal(made, all);
}

static int begin(void **state) {
  engine = charges_engine_open();
  return engine ? 0 : -1;
}

static int end(void **state) {
  cop11_engine_close(engine);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alloc__each_of_the_core_may_fail),
  };

  return cmocka_run_group_tests(tests, begin, end);
}

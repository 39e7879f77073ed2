/* Tests of every exported function without memory (trap T21): the n-th
 * allocation fails, once or for ever, for each n until none is left to fail.
 * The call must end with COP11_E_MEMORY or do its work, leave nothing behind,
 * and the next call must succeed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "alloc_fail.h"
#include "cop11.h"
#include "exported.h"
#include "stub_runtime.h"
#include "temp_folder.h"

struct sweep_row;

struct fixture {
  const struct sweep_row *row; /* of the test at hand */
  struct temp_folder folder;
  cop11_engine *engine;
  cop11_pack *pack;
  cop11_options options; /* with pack and a layer */
};

static const cop11_pack *layers[1];

static void ignore_log(void *data, int32_t level, const char *text,
                       size_t size) {
}

static int setup(void **state) {
  static struct fixture fixture;

  memset(&fixture, 0, sizeof fixture);
  fixture.row = *state;
  temp_folder_new(&fixture.folder);
  temp_folder_make(&fixture.folder, "sub");
  temp_folder_put(&fixture.folder, "sub/folder.lua", "-- from a folder\r\n");
  temp_folder_put(&fixture.folder, "pack.signature", "none that holds\n");
  assert_int_equal(cop11_pack_new("p", &fixture.pack, NULL), COP11_OK);
  assert_int_equal(cop11_pack_add(fixture.pack, "r.lua", "--", 2, NULL),
                   COP11_OK);
  assert_int_equal(cop11_pack_add_signature(fixture.pack, "x", 1, NULL),
                   COP11_OK);
  layers[0] = fixture.pack;
  assert_int_equal(cop11_options_init(&fixture.options, sizeof fixture.options),
                   COP11_OK);
  fixture.options.pack = fixture.pack;
  fixture.options.layers = layers;
  fixture.options.layer_count = 1;
  fixture.options.log = ignore_log;
  assert_int_equal(
      cop11_engine_open(&fixture.options, NULL, &fixture.engine, NULL),
      COP11_OK);
  *state = &fixture;
  return 0;
}

static int teardown(void **state) {
  struct fixture *fixture = *state;

  alloc_fail_never();
  cop11_engine_close(fixture->engine);
  cop11_pack_free(fixture->pack);
  temp_folder_free(&fixture->folder);
  return 0;
}

/* ---- the calls -------------------------------------------------------------- */

/* Each leaves nothing behind, whether it succeeds or not. */
typedef cop11_status (*call_fn)(struct fixture *fixture, cop11_error *err);

static cop11_status finish(cop11_status status, cop11_text **out) {
  assert_true((status == COP11_OK) == (*out != NULL));
  cop11_text_free(*out);
  return status;
}

static cop11_status call_pack_new(struct fixture *fixture, cop11_error *err) {
  cop11_pack *pack = NULL;
  cop11_status status = cop11_pack_new("name", &pack, err);

  assert_true((status == COP11_OK) == (pack != NULL));
  cop11_pack_free(pack);
  return status;
}

/* A pack that an addition failed on is as it was: adding again succeeds. */
static cop11_status
add_to_new(struct fixture *fixture, cop11_error *err,
           cop11_status (*add)(struct fixture *, cop11_pack *, cop11_error *)) {
  cop11_pack *pack = NULL;
  cop11_status status;
  size_t until = alloc_fail.until;

  alloc_fail_never();
  assert_int_equal(cop11_pack_new("name", &pack, NULL), COP11_OK);
  alloc_fail.until = until;
  status = add(fixture, pack, err);
  until = alloc_fail.until;
  alloc_fail_never();
  assert_int_equal(add(fixture, pack, NULL),
                   status == COP11_OK ? COP11_E_ARGUMENT : COP11_OK);
  alloc_fail.until = until;
  cop11_pack_free(pack);
  return status;
}

static cop11_status add_text(struct fixture *fixture, cop11_pack *pack,
                             cop11_error *err) {
  return cop11_pack_add(pack, "a.lua", "-- text", 7, err);
}

static cop11_status call_pack_add(struct fixture *fixture, cop11_error *err) {
  return add_to_new(fixture, err, add_text);
}

static cop11_status add_folder(struct fixture *fixture, cop11_pack *pack,
                               cop11_error *err) {
  return cop11_pack_add_folder(pack, fixture->folder.path, NULL, err);
}

static cop11_status call_pack_add_folder(struct fixture *fixture,
                                         cop11_error *err) {
  return add_to_new(fixture, err, add_folder);
}

static cop11_status call_pack_add_signature(struct fixture *fixture,
                                            cop11_error *err) {
  return cop11_pack_add_signature(fixture->pack, "y", 1, err);
}

static cop11_status call_engine_open(struct fixture *fixture,
                                     cop11_error *err) {
  cop11_engine *engine = NULL;
  cop11_status status =
      cop11_engine_open(&fixture->options, NULL, &engine, err);

  assert_true((status == COP11_OK) == (engine != NULL));
  cop11_engine_close(engine);
  return status;
}

static cop11_status call_describe(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_describe(fixture->engine, "pack", NULL, &out, err), &out);
}

static cop11_status call_lint(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_lint(&fixture->options, NULL, &out, err), &out);
}

static cop11_status call_test(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_test(NULL, NULL, &out, err), &out);
}

static cop11_status call_validate(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_validate(fixture->engine, "{}", 2, NULL, &out, err),
                &out);
}

static cop11_status evaluate(struct fixture *fixture, const char *text,
                             cop11_error *err) {
  cop11_text *out = NULL;

  return finish(
      cop11_evaluate(fixture->engine, text, strlen(text), NULL, &out, err),
      &out);
}

static cop11_status call_evaluate(struct fixture *fixture, cop11_error *err) {
  return evaluate(fixture, "garbage 300", err);
}

static cop11_status call_evaluate_log(struct fixture *fixture,
                                      cop11_error *err) {
  return evaluate(fixture, "log one two three", err);
}

/* Both directions of JSON; lua-cjson reads. */
static cop11_status call_evaluate_json(struct fixture *fixture,
                                       cop11_error *err) {
  return evaluate(fixture,
                  "json {\"a\": [1.5, {}, [], \"long enough to be kept apart "
                  "from the short texts of Lua\"], \"b\": {\"c\": null}}",
                  err);
}

static cop11_status call_render(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_render(fixture->engine, "{}", 2, "csv", NULL, &out, err),
                &out);
}

static cop11_status call_diff(struct fixture *fixture, cop11_error *err) {
  cop11_text *out = NULL;

  return finish(cop11_diff(fixture->engine, "{}", 2, "{ }", 3, NULL, &out, err),
                &out);
}

/* ---- the sweep -------------------------------------------------------------- */

/* One call whose n-th allocation fails; false when it made fewer. */
static bool fail_one(struct fixture *fixture, call_fn call, size_t n,
                     bool for_ever) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_status status;

  alloc_fail_at(n, for_ever);
  status = call(fixture, &err);
  alloc_fail_never();
  if (status != COP11_OK && status != COP11_E_MEMORY)
    fail_msg("allocation %zu: %d, %s", n, status, err.message);
  assert_int_equal(err.status, status);
  if (status == COP11_E_MEMORY)
    assert_non_null(strstr(err.message, "The system gave no memory"));
  if (!alloc_fail.failed)
    assert_int_equal(status, COP11_OK);
  return alloc_fail.failed;
}

/* Without an engine a call must end with as many blocks as it began. */
static size_t sweep(struct fixture *fixture, call_fn call, bool for_ever,
                    bool keeps_nothing) {
  size_t n = 0;
  long live;
  bool failed;

  do {
    live = alloc_fail.live;
    failed = fail_one(fixture, call, ++n, for_ever);
    if (keeps_nothing)
      assert_int_equal(alloc_fail.live, live);
  } while (failed && n < 100000);
  assert_int_equal(call(fixture, NULL), COP11_OK);
  return n;
}

/* ---- every function of the header ------------------------------------------- */

struct sweep_row {
  const char *function;
  call_fn call;
  bool keeps_nothing; /* no engine is left with a state more */
};

static const struct sweep_row swept[] = {
    {"cop11_pack_new", call_pack_new, true},
    {"cop11_pack_add", call_pack_add, true},
    {"cop11_pack_add_folder", call_pack_add_folder, true},
    {"cop11_pack_add_signature", call_pack_add_signature, true},
    {"cop11_engine_open", call_engine_open, true},
    {"cop11_lint", call_lint, true},
    {"cop11_test", call_test, true},
    {"cop11_describe", call_describe, false},
    {"cop11_validate", call_validate, false},
    {"cop11_evaluate", call_evaluate, false},
    {"cop11_evaluate", call_evaluate_log, false},
    {"cop11_evaluate", call_evaluate_json, false},
    {"cop11_render", call_render, false},
    {"cop11_diff", call_diff, false},
};

enum {
  SWEPT = sizeof swept / sizeof swept[0]
};

static void alloc__sweeps(void **state) {
  struct fixture *fixture = *state;
  const struct sweep_row *row = fixture->row;

  assert_true(sweep(fixture, row->call, false, row->keeps_nothing) > 1);
  assert_true(sweep(fixture, row->call, true, row->keeps_nothing) > 1);
}

/* These ask for no memory at all: nothing of theirs can fail. */
static const char *const modest[] = {
    "cop11_abi_version",  "cop11_version",      "cop11_status_name",
    "cop11_text_data",    "cop11_text_size",    "cop11_text_copy",
    "cop11_text_range",   "cop11_text_basis",   "cop11_text_free",
    "cop11_pack_free",    "cop11_options_init", "cop11_engine_close",
    "cop11_engine_stats",
};

enum {
  MODEST = sizeof modest / sizeof modest[0]
};

static void alloc__is_not_needed_by_the_modest(void **state) {
  struct fixture *fixture = *state;
  cop11_options options;
  cop11_stats stats = {.struct_size = sizeof stats};
  cop11_text *text = NULL;
  cop11_pack *pack = NULL;
  cop11_engine *engine = NULL;
  char copy[8];

  assert_int_equal(cop11_pack_new("name", &pack, NULL), COP11_OK);
  assert_int_equal(cop11_engine_open(NULL, NULL, &engine, NULL), COP11_OK);
  assert_int_equal(cop11_describe(fixture->engine, "pack", NULL, &text, NULL),
                   COP11_OK);
  alloc_fail_at(1, true);
  assert_int_equal(cop11_abi_version(), COP11_ABI_VERSION);
  assert_non_null(cop11_version());
  assert_string_equal(cop11_status_name(COP11_E_MEMORY), "COP11_E_MEMORY");
  assert_int_equal(strlen(cop11_text_data(text)), cop11_text_size(text));
  assert_int_equal(cop11_text_copy(text, copy, sizeof copy),
                   cop11_text_size(text));
  assert_int_equal(cop11_text_range(text), 0); /* a description has none */
  assert_int_equal(cop11_text_basis(text), 0);
  assert_int_equal(cop11_options_init(&options, sizeof options), COP11_OK);
  assert_int_equal(cop11_engine_stats(engine, &stats, NULL), COP11_OK);
  cop11_text_free(text);
  cop11_pack_free(pack);
  cop11_engine_close(engine);
  assert_false(alloc_fail.failed);
}

static bool is_covered(const char *name) {
  for (int i = 0; i < SWEPT; i++) {
    if (strcmp(swept[i].function, name) == 0)
      return true;
  }
  for (int i = 0; i < MODEST; i++) {
    if (strcmp(modest[i], name) == 0)
      return true;
  }
  return false;
}

static void alloc__covers_all_functions(void **state) {
  exported_are_all(is_covered);
}

int main(void) {
  struct CMUnitTest tests[SWEPT + 2] = {
      {"alloc__covers_all_functions", alloc__covers_all_functions, NULL, NULL,
       NULL},
      {"alloc__is_not_needed_by_the_modest", alloc__is_not_needed_by_the_modest,
       setup, teardown, NULL},
  };
  int failed;

  for (int i = 0; i < SWEPT; i++)
    tests[i + 2] = (struct CMUnitTest){swept[i].function, alloc__sweeps, setup,
                                       teardown, (void *)&swept[i]};
  failed = _cmocka_run_group_tests("alloc", tests, SWEPT + 2, NULL, NULL);
  if (alloc_fail.live != 0)
    print_error("%ld blocks were not freed\n", alloc_fail.live);
  return failed != 0 || alloc_fail.live != 0;
}

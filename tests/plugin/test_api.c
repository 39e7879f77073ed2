/* Tests of plugin/api.c, with the stand-in runtime: what every function of
 * cop11.h promises about arguments and errors.  What it promises about the
 * process is in test_api_process.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cop11.h"
#include "stub_runtime.h"

/* Something to see that an out parameter was set to NULL. */
static char filler[1];
#define FILLED ((void *)filler)

static int setup(void **state) {
  cop11_engine *engine = NULL;

  assert_int_equal(cop11_engine_open(NULL, NULL, &engine, NULL), COP11_OK);
  *state = engine;
  return 0;
}

static int teardown(void **state) {
  cop11_engine_close(*state);
  return 0;
}

/* ---- arguments (trap T51) -------------------------------------------------- */

/* Every function that can fail, with one argument wrong in each way.  Returns
 * what the function returned; `out` is what it left there. */
struct attempt {
  cop11_engine *engine;
  cop11_pack *pack;
  cop11_error *err;
  void *out;
};

static cop11_status new_without_name(struct attempt *a) {
  return cop11_pack_new(NULL, (cop11_pack **)&a->out, a->err);
}

static cop11_status new_with_bad_name(struct attempt *a) {
  return cop11_pack_new("a b", (cop11_pack **)&a->out, a->err);
}

static cop11_status new_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_new("a", NULL, a->err);
}

static cop11_status add_without_pack(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_add(NULL, "a.lua", "", 0, a->err);
}

static cop11_status add_without_path(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_add(a->pack, NULL, "", 0, a->err);
}

static cop11_status add_without_text(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_add(a->pack, "a.lua", NULL, 0, a->err);
}

static cop11_status folder_without_pack(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_add_folder(NULL, "/tmp", NULL, a->err);
}

static cop11_status folder_without_folder(struct attempt *a) {
  a->out = NULL;
  return cop11_pack_add_folder(a->pack, NULL, NULL, a->err);
}

static cop11_status open_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_engine_open(NULL, NULL, NULL, a->err);
}

static cop11_status open_with_bad_options(struct attempt *a) {
  cop11_options options = {.struct_size = 3};

  return cop11_engine_open(&options, NULL, (cop11_engine **)&a->out, a->err);
}

static cop11_status lint_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_lint(NULL, NULL, NULL, a->err);
}

static cop11_status lint_with_bad_options(struct attempt *a) {
  cop11_options options = {.struct_size = sizeof options, .flags = 1};

  return cop11_lint(&options, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status test_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_test(NULL, NULL, NULL, a->err);
}

static cop11_status test_with_bad_options(struct attempt *a) {
  cop11_options options = {.struct_size = sizeof options, .max_depth = 65};

  return cop11_test(&options, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status describe_without_engine(struct attempt *a) {
  return cop11_describe(NULL, "pack", NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status describe_without_what(struct attempt *a) {
  return cop11_describe(a->engine, NULL, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status describe_something_else(struct attempt *a) {
  return cop11_describe(a->engine, "", NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status describe_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_describe(a->engine, "pack", NULL, NULL, a->err);
}

static cop11_status validate_without_engine(struct attempt *a) {
  return cop11_validate(NULL, "", 0, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status validate_without_dossier(struct attempt *a) {
  return cop11_validate(a->engine, NULL, 0, NULL, (cop11_text **)&a->out,
                        a->err);
}

static cop11_status validate_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_validate(a->engine, "", 0, NULL, NULL, a->err);
}

static cop11_status evaluate_without_engine(struct attempt *a) {
  return cop11_evaluate(NULL, "", 0, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status evaluate_without_dossier(struct attempt *a) {
  return cop11_evaluate(a->engine, NULL, 5, NULL, (cop11_text **)&a->out,
                        a->err);
}

static cop11_status evaluate_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_evaluate(a->engine, "", 0, NULL, NULL, a->err);
}

static cop11_status evaluate_with_bad_call(struct attempt *a) {
  cop11_call call = {.struct_size = sizeof call, .flags = 8};

  return cop11_evaluate(a->engine, "calls", 5, &call, (cop11_text **)&a->out,
                        a->err);
}

static cop11_status render_without_engine(struct attempt *a) {
  return cop11_render(NULL, "", 0, "text", NULL, (cop11_text **)&a->out,
                      a->err);
}

static cop11_status render_without_report(struct attempt *a) {
  return cop11_render(a->engine, NULL, 0, "text", NULL, (cop11_text **)&a->out,
                      a->err);
}

static cop11_status render_without_format(struct attempt *a) {
  return cop11_render(a->engine, "", 0, NULL, NULL, (cop11_text **)&a->out,
                      a->err);
}

static cop11_status render_to_something_else(struct attempt *a) {
  return cop11_render(a->engine, "", 0, "none", NULL, (cop11_text **)&a->out,
                      a->err);
}

static cop11_status render_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_render(a->engine, "", 0, "text", NULL, NULL, a->err);
}

static cop11_status diff_without_engine(struct attempt *a) {
  return cop11_diff(NULL, "", 0, "", 0, NULL, (cop11_text **)&a->out, a->err);
}

static cop11_status diff_without_old(struct attempt *a) {
  return cop11_diff(a->engine, NULL, 0, "", 0, NULL, (cop11_text **)&a->out,
                    a->err);
}

static cop11_status diff_without_new(struct attempt *a) {
  return cop11_diff(a->engine, "", 0, NULL, 0, NULL, (cop11_text **)&a->out,
                    a->err);
}

static cop11_status diff_without_out(struct attempt *a) {
  a->out = NULL;
  return cop11_diff(a->engine, "", 0, "", 0, NULL, NULL, a->err);
}

static cop11_status (*const attempts[])(struct attempt *) = {
    new_without_name,        new_with_bad_name,        new_without_out,
    add_without_pack,        add_without_path,         add_without_text,
    folder_without_pack,     folder_without_folder,    open_without_out,
    open_with_bad_options,   lint_without_out,         lint_with_bad_options,
    test_without_out,        test_with_bad_options,    describe_without_engine,
    describe_without_what,   describe_something_else,  describe_without_out,
    validate_without_engine, validate_without_dossier, validate_without_out,
    evaluate_without_engine, evaluate_without_dossier, evaluate_without_out,
    evaluate_with_bad_call,  render_without_engine,    render_without_report,
    render_without_format,   render_to_something_else, render_without_out,
    diff_without_engine,     diff_without_old,         diff_without_new,
    diff_without_out,
};

static void api__refuses_wrong_arguments(void **state) {
  cop11_error err, *errs[] = {&err, NULL};
  struct attempt attempt = {.engine = *state};

  assert_int_equal(cop11_pack_new("p", &attempt.pack, NULL), COP11_OK);
  for (size_t i = 0; i < 2 * (sizeof attempts / sizeof attempts[0]); i++) {
    memset(&err, 0x55, sizeof err);
    err.struct_size = sizeof err;
    attempt.err = errs[i % 2];
    attempt.out = FILLED;
    errno = 4321;
    assert_int_equal(attempts[i / 2](&attempt), COP11_E_ARGUMENT);
    assert_int_equal(errno, 4321);
    assert_null(attempt.out);
    if (i % 2 == 0) {
      assert_int_equal(err.status, COP11_E_ARGUMENT);
      assert_true(err.message[0] != '\0');
    }
  }
  cop11_pack_free(attempt.pack);
}

static void api__never_writes_to_a_small_error(void **state) {
  cop11_error err;
  cop11_text *out = FILLED;

  memset(&err, 0x55, sizeof err);
  err.struct_size = 0;
  assert_int_equal(cop11_evaluate(*state, "calls", 5, NULL, &out, &err),
                   COP11_E_ARGUMENT);
  assert_null(out);
  assert_int_equal(err.status, 0x55555555);
}

static void api__clears_the_error_on_success(void **state) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;

  assert_int_equal(cop11_describe(*state, "x", NULL, &out, &err),
                   COP11_E_ARGUMENT);
  assert_string_equal(err.message, "no x");
  assert_int_equal(cop11_evaluate(*state, "calls", 5, NULL, &out, &err),
                   COP11_OK);
  assert_int_equal(err.status, COP11_OK);
  assert_string_equal(err.message, "");
  cop11_text_free(out);
}

/* Inputs may lie in the texts of the last call. */
static void api__takes_its_own_texts_as_input(void **state) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *first = NULL, *again = NULL;

  assert_int_equal(
      cop11_evaluate(*state, "echo echo x", 11, NULL, &first, &err), COP11_OK);
  assert_int_equal(cop11_evaluate(*state, cop11_text_data(first),
                                  cop11_text_size(first), NULL, &again, &err),
                   COP11_OK);
  assert_string_equal(cop11_text_data(again), "x");
  cop11_text_free(again);
  cop11_text_free(first);
  memcpy(err.message, "xyz", 4);
  assert_int_equal(cop11_describe(*state, err.message, NULL, &again, &err),
                   COP11_E_ARGUMENT);
  assert_string_equal(err.message, "no xyz");
}

static void api__names_versions_and_statuses(void **state) {
  char version[30];

  snprintf(version, sizeof version, "%d.%d.%d", COP11_VERSION_MAJOR,
           COP11_VERSION_MINOR, COP11_VERSION_PATCH);
  assert_string_equal(cop11_version(), version);
  assert_int_equal(cop11_abi_version(), COP11_ABI_VERSION);
  assert_string_equal(cop11_status_name(COP11_OK), "COP11_OK");
  assert_string_equal(cop11_status_name(COP11_E_JSON), "COP11_E_JSON");
  assert_string_equal(cop11_status_name(COP11_E_INTERNAL), "COP11_E_INTERNAL");
  assert_string_equal(cop11_status_name(10), "COP11_UNKNOWN");
  assert_string_equal(cop11_status_name(-1), "COP11_UNKNOWN");
  assert_string_equal(cop11_status_name(INT32_MIN), "COP11_UNKNOWN");
}

static void api__renders_and_validates(void **state) {
  cop11_text *out = NULL;

  assert_int_equal(cop11_render(*state, "rrr", 2, "csv", NULL, &out, NULL),
                   COP11_OK);
  assert_string_equal(cop11_text_data(out), "csv(rr)");
  cop11_text_free(out);
  assert_int_equal(cop11_validate(*state, "ddd", 2, NULL, &out, NULL),
                   COP11_OK);
  assert_string_equal(cop11_text_data(out), "valid dd");
  cop11_text_free(out);
}

static void api__frees_null(void **state) {
  errno = 77;
  cop11_engine_close(NULL);
  cop11_pack_free(NULL);
  cop11_text_free(NULL);
  assert_int_equal(errno, 77);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(api__refuses_wrong_arguments),
      TEST(api__never_writes_to_a_small_error),
      TEST(api__clears_the_error_on_success),
      TEST(api__takes_its_own_texts_as_input),
      TEST(api__names_versions_and_statuses),
      TEST(api__renders_and_validates),
      TEST(api__frees_null),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

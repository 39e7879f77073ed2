/* Tests of plugin/handle.h, with the stand-in runtime: a handle that is dead, or of
 * another kind, is refused by every function of cop11.h.
 *
 * Memory of a handle that is freed stays for the time of a test (--wrap=free), so
 * that to read a dead one's tag is no error under any tool. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

#include "cop11.h"
#include "stub_runtime.h"

void __real_free(void *block);
void __wrap_free(void *block);

static struct {
  bool on;
  size_t count;
  void *blocks[1000];
} kept;

void __wrap_free(void *block) {
  if (kept.on && kept.count < sizeof kept.blocks / sizeof kept.blocks[0])
    kept.blocks[kept.count++] = block;
  else
    __real_free(block);
}

/* One of each kind. */
struct handles {
  cop11_engine *engine;
  cop11_pack *pack;
  cop11_text *text;
};

static int setup(void **state) {
  static struct handles handles;

  assert_int_equal(cop11_engine_open(NULL, NULL, &handles.engine, NULL),
                   COP11_OK);
  assert_int_equal(cop11_pack_new("p", &handles.pack, NULL), COP11_OK);
  assert_int_equal(
      cop11_evaluate(handles.engine, "echo x", 6, NULL, &handles.text, NULL),
      COP11_OK);
  *state = &handles;
  return 0;
}

static int teardown(void **state) {
  struct handles *handles = *state;

  cop11_text_free(handles->text);
  cop11_pack_free(handles->pack);
  cop11_engine_close(handles->engine);
  return 0;
}

#define REFUSED(call, name)                                                    \
  do {                                                                         \
    cop11_error err = {.struct_size = sizeof err};                             \
    assert_int_equal((call), COP11_E_ARGUMENT);                                \
    assert_non_null(strstr(err.message, name " was freed already"));           \
  } while (0)

static void assert_no_engine(void *handle) {
  cop11_engine *engine = handle;
  cop11_text *out = NULL;

  REFUSED(cop11_describe(engine, "pack", NULL, &out, &err), "engine");
  REFUSED(cop11_validate(engine, "", 0, NULL, &out, &err), "engine");
  REFUSED(cop11_evaluate(engine, "", 0, NULL, &out, &err), "engine");
  REFUSED(cop11_render(engine, "", 0, "csv", NULL, &out, &err), "engine");
  REFUSED(cop11_diff(engine, "", 0, "", 0, NULL, &out, &err), "engine");
  assert_null(out);
  cop11_engine_close(engine);
}

static void assert_refused_by_options(const cop11_options *options,
                                      const char *message) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_text *out = NULL;

  assert_int_equal(cop11_engine_open(options, NULL, &engine, &err),
                   COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, message));
  assert_int_equal(cop11_lint(options, NULL, &out, &err), COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, message));
  assert_int_equal(cop11_test(options, NULL, &out, &err), COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, message));
}

static void assert_no_pack(void *handle) {
  cop11_pack *pack = handle;
  const cop11_pack *const layers[] = {pack};
  cop11_options options = {.struct_size = sizeof options, .pack = pack};

  REFUSED(cop11_pack_add(pack, "a.lua", "", 0, &err), "pack");
  REFUSED(cop11_pack_add_folder(pack, "/tmp", NULL, &err), "pack");
  REFUSED(cop11_pack_add_signature(pack, "", 0, &err), "pack");
  assert_refused_by_options(&options, "pack was freed already");
  options.pack = NULL;
  options.layers = layers;
  options.layer_count = 1;
  assert_refused_by_options(&options, "layers[0] was freed already");
  cop11_pack_free(pack);
}

static void assert_no_text(void *handle) {
  cop11_text *text = handle;
  char buffer[4] = "abc";

  assert_string_equal(cop11_text_data(text), "");
  assert_int_equal(cop11_text_size(text), 0);
  assert_int_equal(cop11_text_copy(text, buffer, sizeof buffer), 0);
  assert_string_equal(buffer, "");
  assert_int_equal(cop11_text_range(text), 0);
  assert_int_equal(cop11_text_basis(text), 0);
  cop11_text_free(text);
}

static void handle__of_another_kind_is_refused(void **state) {
  struct handles *handles = *state;
  cop11_error other = {.struct_size = sizeof other};

  assert_no_engine(handles->pack);
  assert_no_engine(handles->text);
  assert_no_engine(&other);
  assert_no_pack(handles->engine);
  assert_no_pack(handles->text);
  assert_no_pack(&other);
  assert_no_text(handles->engine);
  assert_no_text(handles->pack);
  assert_no_text(&other);
  /* Freeing them as what they are not has left them whole. */
  assert_string_equal(cop11_text_data(handles->text), "x");
  assert_int_equal(cop11_pack_add(handles->pack, "a.lua", "", 0, NULL),
                   COP11_OK);
}

static void handle__that_is_dead_is_refused(void **state) {
  struct handles *handles = *state;
  struct handles dead = *handles;

  kept.on = true;
  teardown(state);
  memset(handles, 0, sizeof *handles);
  assert_no_text(dead.text);
  assert_no_pack(dead.pack);
  assert_no_engine(dead.engine);
  kept.on = false;
  assert_true(kept.count < sizeof kept.blocks / sizeof kept.blocks[0]);
  while (kept.count > 0)
    __real_free(kept.blocks[--kept.count]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(handle__of_another_kind_is_refused),
      TEST(handle__that_is_dead_is_refused),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

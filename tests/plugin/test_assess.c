/* Tests of plugin/assess.c and compiled.c: the built-in rules run in the core, and say
 * what Lua says.  A moment with a fraction of a second is read by Lua alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "engine.h"
#include "options.h"

#define IN_CORE "2013-11-30T00:00:00Z"
#define IN_LUA "2013-11-30T00:00:00.5Z"

static const char dossier[] =
    "{\"format\":\"cop11.dossier/1\",\"assessment\":{\"date\":\"2013-11-30\"},"
    "\"member\":{\"id\":\"m\",\"name\":\"M\"},\"facilities\":[{\"id\":\"a\","
    "\"kind\":[\"mine\"],\"arms\":{\"armed_count\":9},\"security\":"
    "{\"present\":true,\"public_engaged\":false,\"inhouse_count\":3,"
    "\"private_count\":4}}]}";

static cop11_engine *open_with(const cop11_options *options) {
  cop11_options known;
  cop11_call call = {.struct_size = sizeof call};
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;

  assert_int_equal(options_read(options, &known, &err), COP11_OK);
  if (engine_open(&known, &call, &engine, &err) != COP11_OK)
    fail_msg("%s", err.message);
  return engine;
}

static cop11_text *evaluated_as(cop11_engine *engine, const char *moment,
                                const char *format) {
  cop11_call call = {
      .struct_size = sizeof call, .evaluated_at = moment, .format = format};
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;

  if (cop11_evaluate(engine, dossier, strlen(dossier), &call, &out, &err) !=
      COP11_OK)
    fail_msg("%s", err.message);
  return out;
}

static cop11_text *evaluated(cop11_engine *engine, const char *moment) {
  return evaluated_as(engine, moment, NULL);
}

static void same_in_both(cop11_engine *engine) {
  cop11_text *core = evaluated(engine, IN_CORE);
  cop11_text *lua = evaluated(engine, IN_LUA);
  const char *a = strstr(cop11_text_data(core), IN_CORE);
  const char *b = strstr(cop11_text_data(lua), IN_LUA);

  assert_non_null(a);
  assert_non_null(b);
  assert_string_equal(a + strlen(IN_CORE), b + strlen(IN_LUA));
  assert_int_equal(a - cop11_text_data(core), b - cop11_text_data(lua));
  assert_int_equal(cop11_text_range(core), cop11_text_range(lua));
  assert_int_equal(cop11_text_basis(core), cop11_text_basis(lua));
  cop11_text_free(core);
  cop11_text_free(lua);
}

static void assess__says_what_lua_says(void **state) {
  cop11_engine *engine = open_with(NULL);

  assert_non_null(engine_program(engine));
  same_in_both(engine);
  cop11_engine_close(engine);
}

/* In each format at once, as the report shown afterwards. */
static void assess__lays_out_what_render_does(void **state) {
  static const char *const formats[] = {"json", "text", "html", "csv", "hdf"};
  cop11_engine *engine = open_with(NULL);
  cop11_text *report = evaluated(engine, IN_CORE);

  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
    cop11_text *once = evaluated_as(engine, IN_CORE, formats[i]), *shown = NULL;

    assert_int_equal(cop11_render(engine, cop11_text_data(report),
                                  cop11_text_size(report), formats[i], NULL,
                                  &shown, NULL),
                     COP11_OK);
    assert_string_equal(cop11_text_data(once), cop11_text_data(shown));
    assert_int_equal(cop11_text_range(once), cop11_text_range(report));
    assert_int_equal(cop11_text_basis(once), cop11_text_basis(report));
    cop11_text_free(once);
    cop11_text_free(shown);
  }
  cop11_text_free(report);
  cop11_engine_close(engine);
}

/* Another format than JSON is Lua's, and what Lua spends counts with the core's. */
static void assess__spends_one_budget_in_both(void **state) {
  cop11_options options = {.struct_size = sizeof options};
  cop11_engine *engine = open_with(NULL);
  cop11_stats plain = {.struct_size = sizeof plain}, text = plain;

  cop11_text_free(evaluated_as(engine, IN_CORE, "json"));
  assert_int_equal(cop11_engine_stats(engine, &plain, NULL), COP11_OK);
  assert_int_equal(plain.states, 0);
  cop11_text_free(evaluated_as(engine, IN_CORE, "text"));
  assert_int_equal(cop11_engine_stats(engine, &text, NULL), COP11_OK);
  assert_int_equal(text.states, 1);
  assert_true(text.most_steps > plain.most_steps + 1000);
  cop11_engine_close(engine);
  options.max_steps = text.most_steps - 1000;
  engine = open_with(&options);
  {
    cop11_call call = {.struct_size = sizeof call, .format = "text"};
    cop11_text *out = NULL;
    assert_int_equal(
        cop11_evaluate(engine, dossier, strlen(dossier), &call, &out, NULL),
        COP11_E_LIMIT);
    assert_null(out);
  }
  cop11_engine_close(engine);
}

static const char badge[] =
    "fact \"org.badge\" { type = \"yes/no\", ask = \"Badges?\" }\n"
    "check \"11.2.org.badge\" { title = \"Badges are worn\","
    " points = { \"P11.2-01\" },"
    " expect = %s, ask = \"Show.\","
    " remedy = \"Wear.\" }\n";

/* The built-in rules under a layer whose check expects `condition`. */
static cop11_engine *open_layered(const char *condition) {
  cop11_options options = {.struct_size = sizeof options, .layer_count = 1};
  const cop11_pack *layers[1];
  cop11_pack *layer = NULL;
  char text[1024];

  snprintf(text, sizeof text, badge, condition);
  assert_int_equal(cop11_pack_new("house", &layer, NULL), COP11_OK);
  assert_int_equal(cop11_pack_add(layer, "a.lua", text, strlen(text), NULL),
                   COP11_OK);
  layers[0] = layer;
  options.layers = layers;
  cop11_engine *engine = open_with(&options);
  cop11_pack_free(layer);
  return engine;
}

static void assess__runs_what_a_host_lays_over(void **state) {
  cop11_engine *engine =
      open_layered("{ \"org.badge is yes\", otherwise = \"None.\" }");

  assert_non_null(engine_program(engine));
  same_in_both(engine);
  cop11_engine_close(engine);
}

static void assess__leaves_a_plain_function_to_lua(void **state) {
  cop11_engine *engine = open_layered("compute { facts = { \"org.badge\" }, "
                                      "function(badge) return badge end,"
                                      " otherwise = \"None.\" }");

  assert_null(engine_program(engine));
  same_in_both(engine);
  cop11_engine_close(engine);
}

/* The core takes no state of Lua, and what it spends is told all the same. */
static void stats__tell_what_the_core_spent(void **state) {
  cop11_engine *engine = open_with(NULL);
  cop11_stats stats = {.struct_size = sizeof stats};

  cop11_text_free(evaluated(engine, IN_CORE));
  assert_int_equal(cop11_engine_stats(engine, &stats, NULL), COP11_OK);
  assert_int_equal(stats.calls, 1);
  assert_int_equal(stats.errors, 0);
  assert_int_equal(stats.states, 0);
  assert_in_range(stats.most_steps, 1000, 10000000);
  assert_in_range(stats.most_memory, 64 << 10, 64 << 20);
  cop11_engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(assess__says_what_lua_says),
      cmocka_unit_test(assess__lays_out_what_render_does),
      cmocka_unit_test(assess__spends_one_budget_in_both),
      cmocka_unit_test(assess__runs_what_a_host_lays_over),
      cmocka_unit_test(assess__leaves_a_plain_function_to_lua),
      cmocka_unit_test(stats__tell_what_the_core_spent),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

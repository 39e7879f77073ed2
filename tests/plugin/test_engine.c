/* Tests of plugin/engine.c, worker.c and runtime.c, with the stand-in runtime:
 * opening, and what happens to states, texts and errors. */
#include "engine_calls.h"

/* ---- opening -------------------------------------------------------------- */

static cop11_pack *pack_of(const char *name, const char *text) {
  cop11_pack *pack = NULL;

  assert_int_equal(cop11_pack_new(name, &pack, NULL), COP11_OK);
  assert_int_equal(cop11_pack_add(pack, "b.lua", text, strlen(text), NULL),
                   COP11_OK);
  return pack;
}

static const char *describe(cop11_engine *engine) {
  static char result[2000];
  cop11_text *out = NULL;

  assert_int_equal(cop11_describe(engine, "pack", NULL, &out, &err), COP11_OK);
  cop11_text_copy(out, result, sizeof result - 1);
  cop11_text_free(out);
  return result;
}

static void engine_open__uses_the_builtin_pack(void **state) {
  cop11_engine *engine = open_with(NULL);

  assert_string_equal(describe(engine),
                      "cop11-2013 32 268435456 false rule.lua=-- a rule");
  cop11_engine_close(engine);
}

static void engine_open__copies_packs_and_layers(void **state) {
  cop11_pack *pack = pack_of("mine", "one"), *layer = pack_of("over", "two");
  const cop11_pack *layers[] = {layer, layer};
  cop11_options options = {.struct_size = sizeof options,
                           .pack = pack,
                           .layers = layers,
                           .layer_count = 2,
                           .max_depth = 5,
                           .max_report = 1000};
  cop11_engine *engine = open_with(&options);

  assert_int_equal(cop11_pack_add(pack, "c.lua", "more", 4, NULL), COP11_OK);
  cop11_pack_free(pack);
  cop11_pack_free(layer);
  layers[0] = NULL;
  assert_string_equal(describe(engine),
                      "mine 5 1000 false b.lua=one over:1 over:1");
  assert_fails(engine, "raise", NULL, COP11_E_INTERNAL, "raised");
  assert_string_equal(describe(engine), /* by a new state */
                      "mine 5 1000 false b.lua=one over:1 over:1");
  cop11_engine_close(engine);
}

static void assert_not_opened(const char *rule, cop11_status status,
                              const char *said) {
  cop11_pack *pack = pack_of("p", rule);
  cop11_options options = {.struct_size = sizeof options,
                           .pack = pack,
                           .max_memory = 4u << 20,
                           .max_steps = 100000};
  cop11_engine *engine = (cop11_engine *)&err;

  assert_int_equal(cop11_engine_open(&options, NULL, &engine, &err), status);
  assert_null(engine);
  if (!strstr(err.message, said))
    fail_msg("'%s' is not in: %s", said, err.message);
  cop11_pack_free(pack);
}

static void engine_open__says_what_is_wrong_with_rules(void **state) {
  assert_not_opened("PACK", COP11_E_PACK, "broken");
  assert_string_equal(err.where, "b.lua");
  assert_not_opened("RAISE", COP11_E_INTERNAL, "raised");
  assert_not_opened("LOOP", COP11_E_LIMIT, "max_steps (100000)");
  assert_not_opened("EAT", COP11_E_MEMORY, "max_memory (4194304 bytes)");
}

static void lint_and_test__are_tolerant(void **state) {
  cop11_pack *pack = pack_of("p", "PACK");
  cop11_options options = {.struct_size = sizeof options, .pack = pack};
  cop11_text *out = NULL;

  assert_int_equal(cop11_lint(&options, NULL, &out, &err), COP11_OK);
  assert_string_equal(cop11_text_data(out),
                      "lint p 32 268435456 true b.lua=PACK");
  cop11_text_free(out);
  assert_int_equal(cop11_test(NULL, NULL, &out, &err), COP11_OK);
  assert_string_equal(cop11_text_data(out), "test cop11-2013 32 268435456 true "
                                            "rule.lua=-- a rule");
  cop11_text_free(out);
  cop11_pack_free(pack);
}

/* ---- calls ---------------------------------------------------------------- */

static void engine_do__passes_texts_whole(void **state) {
  cop11_engine *engine = open_with(NULL);
  cop11_text *out = NULL;

  assert_int_equal(cop11_evaluate(engine, "echo a\0b--", 8, NULL, &out, &err),
                   COP11_OK);
  assert_int_equal(cop11_text_size(out), 3);
  assert_memory_equal(cop11_text_data(out), "a\0b", 4);
  cop11_text_free(out);
  assert_string_equal(result_of(engine, "echo "), "");
  cop11_engine_close(engine);
}

static void engine_do__passes_the_call(void **state) {
  cop11_call call = {.struct_size = sizeof call,
                     .flags = COP11_SHOW_SENSITIVE,
                     .as_of = "2013-11-30"};
  cop11_engine *engine = open_with(NULL);
  cop11_text *out = NULL;

  assert_string_equal(result_of(engine, "as_of"), "nil false");
  assert_int_equal(try(engine, "as_of", &call, &out), COP11_OK);
  assert_string_equal(cop11_text_data(out), "2013-11-30 true");
  cop11_text_free(out);
  cop11_engine_close(engine);
}

static void engine_do__keeps_a_state_after_a_problem(void **state) {
  cop11_engine *engine = open_with(NULL);

  assert_string_equal(result_of(engine, "calls"), "1");
  assert_fails(engine, "problem dossier", NULL, COP11_E_DOSSIER,
               "about dossier");
  assert_string_equal(err.where, "/a/b");
  assert_int_equal(err.line, 3);
  assert_int_equal(err.column, 4);
  assert_string_equal(result_of(engine, "calls"), "3");
  cop11_engine_close(engine);
}

static void engine_do__drops_a_state_after_an_error(void **state) {
  static const char *const deeds[] = {"raise", "raise_table", "loop", "eat",
                                      "unknown"};
  cop11_options options = {.struct_size = sizeof options,
                           .max_memory = 4u << 20,
                           .max_steps = 1000000};
  cop11_engine *engine = open_with(&options);

  for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
    cop11_text *out = NULL;
    assert_string_equal(result_of(engine, "calls"), "1");
    assert_int_not_equal(try(engine, deeds[i], NULL, &out), COP11_OK);
    assert_null(out);
  }
  assert_string_equal(result_of(engine, "calls"), "1");
  cop11_engine_close(engine);
}

/* A report is shown by a state without rules, which gets them when it needs them;
 * nothing of that is told twice in the log. */
static void engine_do__opens_rules_where_they_are_needed(void **state) {
  cop11_engine *engine = open_with(NULL);
  cop11_text *out = NULL;

  assert_int_not_equal(try(engine, "raise", NULL, &out), COP11_OK);
  assert_int_equal(cop11_render(engine, "{}", 2, "csv", NULL, &out, &err),
                   COP11_OK);
  assert_string_equal(cop11_text_data(out), "csv({})");
  cop11_text_free(out);
  assert_string_equal(describe(engine), "cop11-2013 32 268435456 false "
                                        "rule.lua=-- a rule");
  assert_string_equal(result_of(engine, "calls"), "1");
  cop11_engine_close(engine);
}

static void engine_do__drops_a_state_that_grew(void **state) {
  cop11_engine *engine = open_with(NULL);

  assert_string_equal(result_of(engine, "garbage 1000"), "kept 1000");
  assert_string_equal(result_of(engine, "calls"), "2");
  assert_int_equal(strlen(result_of(engine, "large 40000000")), 1999);
  assert_string_equal(result_of(engine, "calls"), "1");
  cop11_engine_close(engine);
}

static void engine_do__maps_every_status(void **state) {
  static const struct {
    const char *deed;
    cop11_status status;
  } cases[] = {
      {"problem argument", COP11_E_ARGUMENT},
      {"problem json", COP11_E_JSON},
      {"problem dossier", COP11_E_DOSSIER},
      {"problem pack", COP11_E_PACK},
      {"problem limit", COP11_E_LIMIT},
      {"problem internal", COP11_E_INTERNAL},
      {"problem nonsense", COP11_E_INTERNAL},
      {"bad_problem", COP11_E_INTERNAL},
      {"nothing", COP11_E_INTERNAL},
      {"table", COP11_E_INTERNAL},
  };
  cop11_engine *engine = open_with(NULL);

  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_fails(engine, cases[i].deed, NULL, cases[i].status, "");
  cop11_engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(engine_open__uses_the_builtin_pack),
      cmocka_unit_test(engine_open__copies_packs_and_layers),
      cmocka_unit_test(engine_open__says_what_is_wrong_with_rules),
      cmocka_unit_test(lint_and_test__are_tolerant),
      cmocka_unit_test(engine_do__passes_texts_whole),
      cmocka_unit_test(engine_do__passes_the_call),
      cmocka_unit_test(engine_do__keeps_a_state_after_a_problem),
      cmocka_unit_test(engine_do__drops_a_state_after_an_error),
      cmocka_unit_test(engine_do__opens_rules_where_they_are_needed),
      cmocka_unit_test(engine_do__drops_a_state_that_grew),
      cmocka_unit_test(engine_do__maps_every_status),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

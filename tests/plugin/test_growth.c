/* Tests of how the work of a call grows: each part of dossiers, reports, packs,
 * layers and signatures is doubled.  Then the host is asked little more than twice
 * as often, as n log n does; work that grows with a square asks four times as
 * often. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cop11.h"

static cop11_error err = {.struct_size = sizeof err};

static int asked;

static int32_t count(void *data) {
  asked++;
  return 0;
}

static const cop11_call counting = {
    .struct_size = sizeof counting, .as_of = "2013-11-30", .cancel = count};

/* ---- texts ---------------------------------------------------------------- */

/* `piece` so many times, with each '#' the number of the turn. */
struct part {
  const char *name, *begin, *piece, *end;
  int times;
};

static char *text_of(const struct part *part, int times) {
  char *text = NULL;
  size_t size;
  FILE *out = open_memstream(&text, &size);

  assert_non_null(out);
  fputs(part->begin, out);
  for (int i = 1; i <= times; i++) {
    for (const char *at = part->piece; *at; at++) {
      if (*at == '#')
        fprintf(out, "%d", i);
      else
        fputc(*at, out);
    }
  }
  fputs(part->end, out);
  assert_int_equal(fclose(out), 0);
  return text;
}

#define DOSSIER "{\"format\":\"cop11.dossier/1\","
#define IN_FACILITY DOSSIER "\"facilities\":[{\"id\":\"a\","

#define FINDING                                                                \
  "{\"id\":\"F\",\"provision\":\"1\",\"facility\":\"a\",\"rating\":"           \
  "\"minor-nonconformance\",\"nature\":\"N.\",\"by\":\"A\",\"party\":"         \
  "\"auditor\",\"raised\":\"2011-04-12\"}"
#define ATTESTATION                                                            \
  "{\"kind\":\"attestation\",\"id\":\"r\",\"fact\":\"a/doors.locked\",\"by\":" \
  "\"A\",\"party\":\"auditor\",\"date\":\"2013-11-01\",\"authority\":\"Plan."  \
  "\","                                                                        \
  "\"why\":\"W.\"}"

static const struct part dossiers[] = {
    {"facilities", DOSSIER "\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":false},\"guards\":{\"count\":#}},",
     "{\"id\":\"a\"}]}", 100},
    {"facilities of one id", DOSSIER "\"facilities\":[", "{\"id\":\"f\"},",
     "{\"id\":\"a\"}]}", 100},
    {"people", IN_FACILITY "\"people\":[", "{\"trained\":true},",
     "{\"trained\":false}]}]}", 500},
    {"unknown keys", IN_FACILITY "\"doors\":{", "\"lockd#\":true,",
     "\"locked\":true}}]}", 100},
    {"wrong values", IN_FACILITY "\"people\":[", "{\"trained\":\"maybe#\"},",
     "{\"trained\":false}]}]}", 100},
    {"evidence", DOSSIER "\"facilities\":[{\"id\":\"a\"}],\"evidence\":[",
     "{\"id\":\"E#\",\"kind\":\"observation\",\"title\":\"T\"},",
     "{\"id\":\"E\",\"kind\":\"observation\"}]}", 200},
    {"evidence that is not there",
     IN_FACILITY "\"doors\":{\"locked\":{\"value\":true,\"evidence\":[",
     "\"E#\",", "\"E\"]}}}]}", 100},
    {"records of facilities that are not there",
     DOSSIER "\"facilities\":[{\"id\":\"a\"}],\"records\":[",
     "{\"kind\":\"attestation\",\"facility\":\"a#\",\"fact\":\"/member/id\"},",
     "{\"kind\":\"attestation\"}]}", 100},
    {"a name", DOSSIER "\"facilities\":[{\"id\":\"a\",\"name\":\"",
     "xxxxxxxxxx", "\"}]}", 2000},
    {"blanks within a name",
     DOSSIER "\"facilities\":[{\"id\":\"a\",\"name\":\"a", "          ",
     "b\"}]}", 200},
    {"blanks within what was found",
     DOSSIER "\"facilities\":[{\"id\":\"a\"}],\"findings\":[{\"id\":\"F\","
             "\"provision\":\"1\",\"facility\":\"a\",\"rating\":"
             "\"minor-nonconformance\",\"by\":\"A\",\"party\":\"auditor\","
             "\"raised\":\"2011-04-12\",\"nature\":\"N",
     "          ", "b\"}]}", 200},
    {"a note", IN_FACILITY "\"doors\":{\"note\":\"", "word ", "\"}}]}", 5000},
    {"numbers of the host's", DOSSIER "\"x-a\":[", "#,", "1]}", 20000},
    {"keys of the host's", DOSSIER "\"x-a\":{", "\"k#\":1,", "\"z\":1}}", 5000},
    {"empty values", DOSSIER "\"x-a\":[", "[],{},", "1]}", 5000},
    {"white space", DOSSIER, "                ", "\"x-a\":1}", 50000},
    {"records", DOSSIER "\"facilities\":[{\"id\":\"a\"}],\"records\":[",
     "{\"kind\":\"attestation\",\"id\":\"r#\",\"target\":\"1.1\"},",
     "{\"kind\":\"attestation\",\"target\":\"1.1\"}]}", 100},
    {"findings in force",
     DOSSIER "\"facilities\":[{\"id\":\"a\"}],\"findings\":[",
     "{\"id\":\"F#\",\"provision\":\"1\",\"facility\":\"a\",\"rating\":"
     "\"minor-nonconformance\",\"nature\":\"N.\",\"by\":\"A\",\"party\":"
     "\"auditor\",\"raised\":\"2011-04-12\"},",
     FINDING "]}", 50},
    {"records in force",
     DOSSIER "\"facilities\":[{\"id\":\"a\",\"doors\":{\"locked\":true}}],"
             "\"records\":[",
     "{\"kind\":\"attestation\",\"id\":\"r#\",\"fact\":\"a/doors.locked\","
     "\"by\":\"A\",\"party\":\"auditor\",\"date\":\"2013-11-01\","
     "\"authority\":\"Plan.\",\"why\":\"W.\"},",
     ATTESTATION "]}", 50},
    {"evidence that is read",
     DOSSIER
     "\"facilities\":[{\"id\":\"a\",\"doors\":{\"locked\":{\"value\":true,"
     "\"evidence\":[\"E1\",\"E2\"]}}}],\"evidence\":[",
     "{\"id\":\"E#\",\"kind\":\"document\",\"title\":\"T\",\"date\":"
     "\"2013-11-01\"},",
     "{\"id\":\"E\",\"kind\":\"document\",\"title\":\"T\"}]}", 100},
};

static const struct part rules[] = {
    {"checks", "",
     "check \"1.1#\" { title = \"T\", points = { \"R1\" }, expect = { "
     "\"doors.locked is yes\", otherwise = \"No.\" }, ask = \"A?\", "
     "remedy = \"R.\" }\n",
     "", 20},
    {"facts", "", "fact \"f.a#\" { type = \"yes/no\", ask = \"Q?\" }\n", "",
     50},
    {"points", "", "point \"P#\" { strength = \"shall\", says = \"S.\" }\n", "",
     50},
    {"remarks", "", "-- a remark of some length, and another\n", "", 500},
    {"one remark", "-- ", "a remark of some length, and another ", "\n", 500},
    {"a remark behind sentences that stand nowhere",
     "for i = 1, 20 do\n"
     "check(\"1.9\" .. i) { title = \"T\", points = { \"R1\" }, expect = { "
     "\"doors\" .. \".locked is yes\", otherwise = \"No.\" }, ask = \"A?\", "
     "remedy = \"R.\" }\nend -- ",
     "a remark of some length, and another ", "\n", 500},
    {"mistakes", "", "fact \"f.b#\" { typ = \"yes/no\" }\n", "", 25},
    {"strangers", "", "chek \"1.#\" {}\n", "", 1},
    {"conditions",
     "check \"1.9\" { title = \"T\", points = { \"R1\" }, expect = all {\n",
     "{ \"doors.locked is yes\", otherwise = \"No.\" },\n",
     "}, ask = \"A?\", remedy = \"R.\" }\n", 20},
};

/* ---- growth --------------------------------------------------------------- */

static cop11_pack *new_pack(void) {
  cop11_pack *pack = NULL;

  assert_int_equal(cop11_pack_new("grown", &pack, &err), COP11_OK);
  assert_int_equal(
      cop11_pack_add_folder(pack, "tests/attacks/base", NULL, &err), COP11_OK);
  return pack;
}

typedef void use_fn(const struct part *part, int times);

static int questions(const struct part *part, use_fn *use, int times) {
  asked = 0;
  use(part, times);
  return asked;
}

/* Questions at 4n and 8n; once before, so that no state is to be made.  What
 * earlier calls left in a state is collected in one of the calls and counts there:
 * work of its own that grows too fast shows at each try. */
static void check_growth(const char *call, const struct part *part,
                         use_fn *use) {
  enum {
    TRIES = 3,
    MOST_GROWTH = 3, /* where a square would be 4 */
    SLACK = 45       /* a collection of all that a state holds */
  };
  int small, large;

  use(part, part->times);
  small = questions(part, use, 4 * part->times);
  for (int i = 0; i < TRIES; i++) {
    large = questions(part, use, 8 * part->times);
    if (large <= MOST_GROWTH * small + SLACK)
      return;
  }
  fail_msg("%s, %s: asked %d times, and of twice as much %d times", call,
           part->name, small, large);
}

/* ---- dossiers and reports ------------------------------------------------- */

static cop11_engine *engine;

static void evaluate(const struct part *part, int times) {
  char *text = text_of(part, times);
  cop11_text *out = NULL;

  (void)cop11_evaluate(engine, text, strlen(text), &counting, &out, &err);
  cop11_text_free(out);
  free(text);
}

static void validate(const struct part *part, int times) {
  char *text = text_of(part, times);
  cop11_text *out = NULL;

  (void)cop11_validate(engine, text, strlen(text), &counting, &out, &err);
  cop11_text_free(out);
  free(text);
}

static const char *format;

/* Of the report alone. */
static void render(const struct part *part, int times) {
  char *text = text_of(part, times);
  cop11_text *report = NULL, *out = NULL;

  (void)cop11_evaluate(engine, text, strlen(text), &counting, &report, &err);
  asked = 0;
  if (report)
    (void)cop11_render(engine, cop11_text_data(report), cop11_text_size(report),
                       format, &counting, &out, &err);
  cop11_text_free(report);
  cop11_text_free(out);
  free(text);
}

static void growth__of_dossiers(void **state) {
  for (size_t i = 0; i < sizeof dossiers / sizeof dossiers[0]; i++) {
    check_growth("validate", &dossiers[i], validate);
    check_growth("evaluate", &dossiers[i], evaluate);
  }
}

static void growth__of_reports(void **state) {
  static const char *const formats[] = {"text", "html", "csv", "json"};

  for (size_t k = 0; k < sizeof formats / sizeof formats[0]; k++) {
    format = formats[k];
    for (size_t i = 0; i < sizeof dossiers / sizeof dossiers[0]; i++)
      check_growth(format, &dossiers[i], render);
  }
}

static void growth__of_exports(void **state) {
  static const char *const formats[] = {"oscal", "oscal/poam", "xccdf/results",
                                        "hdf", "ciso-assistant"};

  for (size_t k = 0; k < sizeof formats / sizeof formats[0]; k++) {
    format = formats[k];
    for (size_t i = 0; i < sizeof dossiers / sizeof dossiers[0]; i++)
      check_growth(format, &dossiers[i], render);
  }
}

/* Of a report and one of nothing, which differ in all. */
static void diff(const struct part *part, int times) {
  static const char none[] = DOSSIER "\"facilities\":[]}";
  char *text = text_of(part, times);
  cop11_text *old = NULL, *report = NULL, *out = NULL;

  (void)cop11_evaluate(engine, none, sizeof none - 1, &counting, &old, &err);
  (void)cop11_evaluate(engine, text, strlen(text), &counting, &report, &err);
  asked = 0;
  if (old && report)
    (void)cop11_diff(engine, cop11_text_data(old), cop11_text_size(old),
                     cop11_text_data(report), cop11_text_size(report),
                     &counting, &out, &err);
  cop11_text_free(old);
  cop11_text_free(report);
  cop11_text_free(out);
  free(text);
}

static void growth__of_differences(void **state) {
  for (size_t i = 0; i < sizeof dossiers / sizeof dossiers[0]; i++)
    check_growth("diff", &dossiers[i], diff);
}

/* ---- packs, layers, signatures -------------------------------------------- */

static cop11_options options_of(const cop11_pack *pack) {
  cop11_options options = {.struct_size = sizeof options, .pack = pack};

  return options;
}

static void open_and_close(const cop11_options *options) {
  cop11_engine *opened = NULL;

  (void)cop11_engine_open(options, &counting, &opened, &err);
  cop11_engine_close(opened);
}

static void add(cop11_pack *pack, const struct part *part, int times) {
  char *text = text_of(part, times);

  assert_int_equal(cop11_pack_add(pack, "more.lua", text, strlen(text), &err),
                   COP11_OK);
  free(text);
}

static void open_pack(const struct part *part, int times) {
  cop11_pack *pack = new_pack();
  cop11_options options = options_of(pack);

  add(pack, part, times);
  open_and_close(&options);
  cop11_pack_free(pack);
}

static void lint_pack(const struct part *part, int times) {
  cop11_pack *pack = new_pack();
  cop11_options options = options_of(pack);
  cop11_text *out = NULL;

  add(pack, part, times);
  (void)cop11_lint(&options, &counting, &out, &err);
  cop11_text_free(out);
  cop11_pack_free(pack);
}

static void open_layer(const struct part *part, int times) {
  cop11_pack *pack = new_pack(), *layer = NULL;
  const cop11_pack *layers[1];
  cop11_options options = options_of(pack);

  assert_int_equal(cop11_pack_new("layer", &layer, &err), COP11_OK);
  add(layer, part, times);
  layers[0] = layer;
  options.layers = layers;
  options.layer_count = 1;
  open_and_close(&options);
  cop11_pack_free(layer);
  cop11_pack_free(pack);
}

static void open_signed(const struct part *part, int times) {
  cop11_pack *pack = new_pack();
  cop11_options options = options_of(pack);
  char *text = text_of(part, times);

  assert_int_equal(cop11_pack_add_signature(pack, text, strlen(text), &err),
                   COP11_OK);
  open_and_close(&options);
  free(text);
  cop11_pack_free(pack);
}

static void growth__of_packs_and_layers(void **state) {
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    check_growth("open", &rules[i], open_pack);
    check_growth("lint", &rules[i], lint_pack);
    check_growth("layer", &rules[i], open_layer);
  }
}

static void growth__of_signatures(void **state) {
  static const struct part manifest = {
      "a manifest", "cop11.signature/1\n",
      "00000000000000000000000000000000000000000000000000000000000000aa  "
      "a#.lua\n",
      "", 1000};

  check_growth("open", &manifest, open_signed);
}

static int begin(void **state) {
  cop11_pack *pack = new_pack();
  cop11_options options = options_of(pack);
  int status = cop11_engine_open(&options, NULL, &engine, &err);

  cop11_pack_free(pack);
  return status;
}

static int end(void **state) {
  cop11_engine_close(engine);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(growth__of_dossiers),
      cmocka_unit_test(growth__of_reports),
      cmocka_unit_test(growth__of_exports),
      cmocka_unit_test(growth__of_differences),
      cmocka_unit_test(growth__of_packs_and_layers),
      cmocka_unit_test(growth__of_signatures),
  };

  return cmocka_run_group_tests(tests, begin, end);
}

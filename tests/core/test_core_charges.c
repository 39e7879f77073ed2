/* Tests of what the core charges: each part of a dossier is given twice as often,
 * and a hundred more must cost what they take: of evidence 100 to read each, 4 for
 * each byte of its id, and a 64th for each of its text; of facilities 500 for each
 * of the checks.  Each figure is exact, so that each charge shows.  Where the core does
 * other work for a part, its figure is to be put right; where a charge went missing, the
 * charge is.
 *
 * Linked with LINKER:--wrap for the two functions below. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charges_engine.h"
#include "cop11.h"
#include "core.h"
#include "sandbox/budget.h"

static uint64_t steps;
static int asked_since; /* how often the host was asked, since the last step */
static enum core_result done;
static const struct program *program; /* of the last call */
/* What the core is asked for in place of the report, as host.core asks. */
static enum core_part wanted;
static struct slice more;

bool __real_budget_spend(struct budget *budget, uint64_t units);
bool __wrap_budget_spend(struct budget *budget, uint64_t units);
enum core_result __real_core_report(struct core_job *job);
enum core_result __wrap_core_report(struct core_job *job);

bool __wrap_budget_spend(struct budget *budget, uint64_t units) {
  steps += units;
  asked_since = 0;
  return __real_budget_spend(budget, units);
}

/* Steps of the core alone. */
enum core_result __wrap_core_report(struct core_job *job) {
  steps = 0;
  program = job->program;
  job->part = wanted;
  job->check = SLICE("1.6");
  job->more = more;
  return done = __real_core_report(job);
}

enum {
  TIMES = 100
};

#define DOSSIER "{\"format\":\"cop11.dossier/1\","
#define OPEN DOSSIER "\"facilities\":[{\"id\":\"a\"}],"
#define OF_A "\"facilities\":[{\"id\":\"a\","
#define OPEN_WITH_E                                                            \
  DOSSIER                                                                      \
  "\"evidence\":[{\"id\":\"E\",\"kind\":\"observation\",\"title\":\"T\","      \
  "\"date\":\"2013-01-02\"}],\"facilities\":[{\"id\":\"a\","
#define BY                                                                     \
  "\"by\":\"A\",\"party\":\"auditor\",\"date\":\"2014-02-12\","                \
  "\"authority\":\"B\",\"why\":\"C\""

/* `piece` many times, each '#' the number of the turn, and '@' the
 * one before. */
static const struct part {
  const char *name, *begin, *piece, *end;
  int steps; /* that a hundred more take */
} parts[] = {
    {"bytes", DOSSIER "\"x-a\":\"", "0123456789012345678901234567890123456789",
     "\"}", 62},
    {"facilities", DOSSIER "\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":true}},", "{\"id\":\"a\"}]}",
     409259},
    {"people", DOSSIER OF_A "\"people\":[",
     "{\"name\":\"n#\",\"trained\":true,\"armed\":true},",
     "{\"armed\":false}]}]}", 17268},
    {"people who fall short", DOSSIER OF_A "\"people\":[",
     "{\"name\":\"n#\",\"trained\":false,\"armed\":true},",
     "{\"armed\":false}]}]}", 17270},
    {"people without a name", DOSSIER OF_A "\"people\":[",
     "{\"trained\":true,\"armed\":false},", "{\"armed\":false}]}]}", 16849},
    {"evidence", OPEN "\"evidence\":[",
     "{\"id\":\"E#\",\"kind\":\"observation\",\"title\":\"T\"},",
     "{\"id\":\"E\",\"kind\":\"observation\",\"title\":\"T\"}]}", 11673},
    {"findings", OPEN "\"findings\":[",
     "{\"id\":\"F#\",\"provision\":\"1\",\"check\":\"1.1\",\"rating\":"
     "\"minor-nonconformance\",\"nature\":\"N\",\"by\":\"A\",\"party\":"
     "\"auditor\",\"raised\":\"2013-01-01\",\"facility\":\"a\"},",
     "{\"id\":\"F\",\"provision\":\"1\",\"rating\":\"minor-nonconformance\","
     "\"nature\":\"N\",\"by\":\"A\",\"party\":\"auditor\"}]}",
     12139},
    {"overrides", OPEN "\"records\":[",
     "{\"id\":\"O#\",\"kind\":\"override\",\"check\":\"1.1\",\"facility\":"
     "\"a\","
     "\"outcome\":\"minor-nonconformance\"," BY "},",
     "{\"id\":\"O\",\"kind\":\"override\",\"check\":\"1.2\",\"facility\":\"a\","
     "\"outcome\":\"minor-nonconformance\"," BY "}]}",
     12161},
    {"overrides that disagree", OPEN "\"records\":[",
     "{\"id\":\"O#\",\"kind\":\"override\",\"check\":\"1.1\",\"facility\":"
     "\"a\","
     "\"outcome\":\"major-nonconformance\"," BY "},",
     "{\"id\":\"O\",\"kind\":\"override\",\"check\":\"1.1\",\"facility\":\"a\","
     "\"outcome\":\"minor-nonconformance\"," BY "}]}",
     16161},
    {"attestations", DOSSIER OF_A "\"doors\":{\"locked\":true}}],\"records\":[",
     "{\"id\":\"A#\",\"kind\":\"attestation\",\"fact\":\"a/doors.locked\"," BY
     "},",
     "{\"id\":\"A\",\"kind\":\"attestation\",\"fact\":\"a/doors.locked\"," BY
     "}]}",
     13306},
    {"facts of all facilities",
     DOSSIER
     "\"all_facilities\":{\"doors\":{\"locked\":true}},\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"count\":1}},", "{\"id\":\"a\"}]}", 406653},
    {"people who fall short without a name", DOSSIER OF_A "\"people\":[",
     "{\"trained\":false,\"armed\":true},", "{\"armed\":false}]}]}", 17649},
    {"people whom evidence shows unarmed",
     OPEN_WITH_E "\"people\":{\"complete\":true,\"items\":[",
     "{\"name\":\"n#\",\"armed\":{\"value\":false,\"evidence\":[\"E\"]}},",
     "{\"armed\":false}]}}]}", 19390},
    {"people of whom nobody is armed",
     DOSSIER OF_A "\"people\":{\"complete\":true,\"items\":[",
     "{\"name\":\"n#\",\"armed\":false},", "{\"armed\":false}]}}]}", 18247},
    {"items that records name",
     DOSSIER "\"records\":[{\"id\":\"A\",\"kind\":\"attestation\","
             "\"fact\":\"a/people[n101].armed\"," BY "}]," OF_A "\"people\":[",
     "{\"name\":\"n#\",\"armed\":false},"
     "{\"armed\":false,\"tasks\":[\"watch\",\"gate\"]},",
     "{\"armed\":false}]}]}", 33711},
    {"wholes of a percentage", DOSSIER "\"facilities\":[",
     "{\"id\":\"f#\",\"staff\":{\"count\":{\"at_least\":5,\"at_most\":99},"
     "\"trained_count\":{\"percent\":80}}},",
     "{\"id\":\"a\"}]}", 410242},
    {"facts that exclude each other", DOSSIER "\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":true,\"seen\":false}},",
     "{\"id\":\"a\"}]}", 518680},
    {"findings beside a record of one",
     OPEN "\"records\":[{\"id\":\"J\",\"kind\":\"judgement\","
          "\"prompt\":\"finding:F101/plan\",\"answer\":\"yes\"," BY
          "}],\"findings\":[",
     "{\"id\":\"F#\",\"provision\":\"1\",\"rating\":\"minor-nonconformance\","
     "\"nature\":\"N\",\"by\":\"A\",\"party\":\"auditor\"},",
     "{\"id\":\"F\",\"provision\":\"1\",\"rating\":\"minor-nonconformance\","
     "\"nature\":\"N\",\"by\":\"A\",\"party\":\"auditor\"}]}",
     12059},
    {"results that fail below a finding",
     DOSSIER "\"findings\":["
             "{\"id\":\"F\",\"provision\":\"1\",\"check\":\"1.1\",\"rating\":"
             "\"minor-nonconformance\",\"nature\":\"N\",\"by\":\"A\",\"party\":"
             "\"auditor\",\"raised\":\"2013-01-01\"}],\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":false}},", "{\"id\":\"a\"}]}",
     408561},
    {"records in place of others",
     OPEN "\"records\":[{\"id\":\"O100\",\"kind\":\"override\","
          "\"check\":\"1.1\",\"facility\":\"a\",\"outcome\":\"minor-"
          "nonconformance\"," BY "}",
     ",{\"id\":\"O#\",\"supersedes\":\"O@\",\"kind\":\"override\",\"check\":"
     "\"1.1\","
     "\"facility\":\"a\",\"outcome\":\"minor-nonconformance\"," BY "}",
     "]}", 11993},
    {"results that conform below a finding",
     DOSSIER "\"findings\":["
             "{\"id\":\"F\",\"provision\":\"1\",\"check\":\"1.1\",\"rating\":"
             "\"minor-nonconformance\",\"nature\":\"N\",\"by\":\"A\",\"party\":"
             "\"auditor\",\"raised\":\"2013-01-01\"}],\"facilities\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":true}},", "{\"id\":\"a\"}]}",
     409959},
    {"results that wait for one answer",
     DOSSIER "\"facilities\":{\"complete\":true,\"items\":[",
     "{\"id\":\"f#\",\"doors\":{\"locked\":true,\"seen\":true},\"staff\":{"
     "\"count\":0,\"trained_count\":0},"
     "\"people\":{\"complete\":true,\"items\":[]}},",
     "{\"id\":\"f1\",\"doors\":{\"locked\":true,\"seen\":true},\"staff\":{"
     "\"count\":0,\"trained_count\":0},"
     "\"people\":{\"complete\":true,\"items\":[]}}]}}",
     402297},
};

/* Two checks fall short at each place, and are held against each other. */
static const struct part shortfalls = {
    "shortfalls at one place", DOSSIER "\"facilities\":[",
    "{\"id\":\"f#\",\"staff\":{\"count\":5,\"trained_count\":3},\"people\":["
    "{\"name\":\"n\",\"armed\":true,\"trained\":true},"
    "{\"name\":\"m\",\"armed\":true,\"trained\":false}]},",
    "{\"id\":\"a\"}]}", 0};

static cop11_engine *engine;
static cop11_error err = {.struct_size = sizeof err};

static char *text_of(const struct part *part, int times) {
  char *text = NULL;
  size_t size;
  FILE *out = open_memstream(&text, &size);

  assert_non_null(out);
  fputs(part->begin, out);
  for (int i = 1; i <= times; i++) {
    for (const char *at = part->piece; *at; at++) {
      if (*at == '#')
        fprintf(out, "%d", 100 + i);
      else if (*at == '@')
        fprintf(out, "%d", 99 + i);
      else
        fputc(*at, out);
    }
  }
  fputs(part->end, out);
  assert_int_equal(fclose(out), 0);
  return text;
}

static int32_t ask(void *unused) {
  asked_since++;
  return 0;
}

static uint64_t steps_of(const struct part *part, int times) {
  const cop11_call call = {
      .struct_size = sizeof call, .as_of = "2014-03-01", .cancel = ask};
  char *text = text_of(part, times);
  cop11_text *report = NULL;
  cop11_status status;

  done = CORE_STOPPED;
  status = cop11_evaluate(engine, text, strlen(text), &call, &report, &err);
  if (status != COP11_OK || done != CORE_REPORT)
    fail_msg("%s: %s (%d)", part->name, err.message, (int)done);
  cop11_text_free(report);
  free(text);
  return steps;
}

/* How many steps a hundred more take. */
static uint64_t steps_of_hundred(const struct part *part) {
  uint64_t few = steps_of(part, TIMES);

  return steps_of(part, 2 * TIMES) - few;
}

static void charges__of_each_part(void **state) {
  int wrong = 0;

  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    uint64_t taken = steps_of_hundred(&parts[i]);

    if (taken != (uint64_t)parts[i].steps) {
      printf("# %s: a hundred cost %d steps and not %d\n", parts[i].name,
             (int)taken, parts[i].steps);
      wrong++;
    }
  }
  assert_int_equal(wrong, 0);
}

static void charges__of_shortfalls_held_against_each_other(void **state) {
  assert_int_equal(steps_of_hundred(&shortfalls), 439229);
}

/* Each step of a check is charged, beside what the check itself costs. */
static void charges__of_each_step(void **state) {
  wanted = CORE_STEPS;
  assert_int_equal(steps_of_hundred(&shortfalls), 406929);
  wanted = CORE_WHOLE_REPORT;
}

/* Each check that is run alone is charged 500, and what its conditions take. */
static void charges__of_each_check_alone(void **state) {
  uint64_t once;

  wanted = CORE_CHECKS;
  more = SLICE("{\"checks\":[1]}");
  once = steps_of(&shortfalls, 1);
  more = SLICE("{\"checks\":[1,1]}");
  assert_int_equal(steps_of(&shortfalls, 1) - once, 502);
  more = (struct slice){NULL, 0};
  wanted = CORE_WHOLE_REPORT;
}

/* Of which twice as much is given: no part of what the core is asked for takes three
 * times the steps, where a square would take four. */
static void check_growth(const struct part *part, enum core_part of) {
  uint64_t small, large;

  wanted = of;
  small = steps_of(part, 4 * TIMES);
  large = steps_of(part, 8 * TIMES);
  wanted = CORE_WHOLE_REPORT;
  if (large > 3 * small)
    fail_msg("%s, part %d: %d steps, and of twice as much %d", part->name,
             (int)of, (int)small, (int)large);
}

static void charges__grow_no_faster_than_what_is_given(void **state) {
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    check_growth(&parts[i], CORE_WHOLE_REPORT);
    check_growth(&parts[i], CORE_PROBLEMS);
    check_growth(&parts[i], CORE_STEPS);
  }
}

/* Of one fact's answers, and of checks that are run alone. */
static void charges__grow_no_faster_than_more(void **state) {
  static const struct part answers = {"answers",
                                      "{\"facts\":[{\"fact\":1,\"answers\":[",
                                      "1,", "1]}],\"nodes\":[1]}", 0};
  static const struct part checks = {"checks", "{\"checks\":[", "1,", "1]}", 0};
  static const struct {
    const struct part *more;
    enum core_part part;
  } asked_for[] = {{&answers, CORE_CASES}, {&checks, CORE_CHECKS}};

  for (size_t i = 0; i < 2; i++) {
    uint64_t taken[2];

    wanted = asked_for[i].part;
    for (int k = 0; k < 2; k++) {
      char *text = text_of(asked_for[i].more, (k + 1) * TIMES);
      more = slice_of(text);
      taken[k] = steps_of(&shortfalls, 1);
      free(text);
    }
    more = (struct slice){NULL, 0};
    wanted = CORE_WHOLE_REPORT;
    assert_true(taken[1] > taken[0]);
    assert_true(taken[1] < 3 * taken[0]);
  }
}

/* Each combination of answers is charged 2, each set of masks found before it one more,
 * and the condition itself. */
static void charges__of_each_combination(void **state) {
  static const char *const asked[] = {
      "{\"facts\":[{\"fact\":1,\"answers\":[1]}],\"nodes\":[1]}",
      "{\"facts\":[{\"fact\":1,\"answers\":[1,1]}],\"nodes\":[1]}",
      "{\"facts\":[{\"fact\":1,\"answers\":[1,1]}],\"nodes\":[]}",
      "{\"facts\":[{\"fact\":1,\"answers\":[1,1,1]}],\"nodes\":[]}",
  };
  uint64_t taken[4];

  wanted = CORE_CASES;
  for (int i = 0; i < 4; i++) {
    more = slice_of(asked[i]);
    taken[i] = steps_of(&shortfalls, 1);
  }
  more = (struct slice){NULL, 0};
  wanted = CORE_WHOLE_REPORT;
  assert_int_equal(taken[1] - taken[0], 4);
  assert_int_equal(taken[3] - taken[2], 3);
}

/* Whether `node`, or one below it, looks at the items of a list. */
static bool looks_at_items(const struct program_node *node) {
  struct program_list children = program_list_at(program, node->children);

  for (uint32_t i = 0; i < children.count; i++)
    if (looks_at_items(program_node_at(program, children.rows[i])))
      return true;
  return node->list != 0 ||
         (node->gate && looks_at_items(program_node_at(program, node->gate)));
}

/* What one evaluation of a condition takes, where a list holds no item: a step for it
 * and for each below it; of a list as much again and 2, for the items that may come. */
static uint64_t steps_of_condition(uint32_t row) {
  char once[80], twice[80];
  uint64_t taken;

  snprintf(once, sizeof once,
           "{\"facts\":[{\"fact\":1,\"answers\":[1]}],\"nodes\":[%u]}", row);
  snprintf(twice, sizeof twice,
           "{\"facts\":[{\"fact\":1,\"answers\":[1,1]}],\"nodes\":[%u]}", row);
  more = slice_of(once);
  taken = steps_of(&shortfalls, 1);
  more = slice_of(twice);
  return steps_of(&shortfalls, 1) - taken - 3; /* of the combination */
}

static void charges__of_each_condition(void **state) {
  int alone = 0, of_lists = 0;

  wanted = CORE_CASES;
  (void)steps_of_condition(1);
  for (uint32_t row = 1; row <= program_count(program, SECTION_NODE); row++) {
    const struct program_node *node = program_node_at(program, row);
    if (!looks_at_items(node)) {
      assert_int_equal(steps_of_condition(row), node->weight);
      alone += node->weight > 1;
    } else if (node->kind == KIND_EVERY || node->kind == KIND_SOME) {
      assert_int_equal(steps_of_condition(row), 2 * node->weight + 2);
      of_lists++;
    }
  }
  more = (struct slice){NULL, 0};
  wanted = CORE_WHOLE_REPORT;
  assert_true(alone > 1 && of_lists > 2);
}

/* Chunks of a megabyte, each half of what passes between two questions. */
static void charges__none_but_asks_as_memory_goes_back(void **state) {
  const struct part *facilities = &parts[1];
  int few;

  (void)steps_of(facilities, 1);
  few = asked_since;
  (void)steps_of(facilities, 4 * TIMES);
  assert_in_range(asked_since - few, 5, 100);
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
      cmocka_unit_test(charges__of_each_part),
      cmocka_unit_test(charges__of_shortfalls_held_against_each_other),
      cmocka_unit_test(charges__of_each_step),
      cmocka_unit_test(charges__of_each_check_alone),
      cmocka_unit_test(charges__of_each_combination),
      cmocka_unit_test(charges__grow_no_faster_than_what_is_given),
      cmocka_unit_test(charges__grow_no_faster_than_more),
      cmocka_unit_test(charges__of_each_condition),
      cmocka_unit_test(charges__none_but_asks_as_memory_goes_back),
  };

  return cmocka_run_group_tests(tests, begin, end);
}

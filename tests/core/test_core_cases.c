/* Tests of plugin/core/cases.h: conditions over every combination of some answers, by the
 * rules in tests/core/charges.
 *
 * Linked with LINKER:--wrap=arena_alloc. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "charges_engine.h"
#include "core.h"
#include "engine.h"
#include "mask.h"

enum {
  AS_OF = 16039, /* 2013-11-30 */
  STEPS = 1 << 24,
  MEMORY = 16 << 20,
  HOSTILE = 3000
};

/* ---- one question ------------------------------------------------------------ */

static cop11_engine *engine;
static const struct program *program;
static long made, fails_at;
static char written[1 << 16];

void *__real_arena_alloc(struct arena *arena, size_t size);
void *__wrap_arena_alloc(struct arena *arena, size_t size);

void *__wrap_arena_alloc(struct arena *arena, size_t size) {
  return ++made == fails_at ? NULL : __real_arena_alloc(arena, size);
}

static void *grow(void *data, void *block, size_t size) {
  return realloc(block, size);
}

/* What the core says of `asked`, in `written`. */
static enum core_result ask(const char *asked, struct budget *budget) {
  const cop11_call usual = {.struct_size = sizeof usual};
  struct json_buffer out = {.alloc = grow};
  struct core_job job = {.part = CORE_CASES,
                         .program = program,
                         .text = "",
                         .max_depth = 8,
                         .options.as_of = AS_OF,
                         .more = slice_of(asked),
                         .version = SLICE("1"),
                         .budget = budget,
                         .max_memory = MEMORY,
                         .out = &out};
  enum core_result done;

  budget_start(budget, STEPS, &usual, NULL);
  done = core_report(&job);
  assert_true(out.size < sizeof written);
  memcpy(written, out.data ? out.data : "", out.size);
  written[out.size] = 0;
  free(out.data);
  return done;
}

static void gives(const char *asked, const char *cases) {
  struct budget budget;

  assert_int_equal(ask(asked, &budget), CORE_REPORT);
  assert_string_equal(written, cases);
}

/* ---- rows by what they are called --------------------------------------------- */

static uint32_t fact(const char *path) {
  for (uint32_t i = 1; i <= program_count(program, SECTION_FACT); i++)
    if (strcmp(program_text_bytes(program, program_fact_at(program, i)->path),
               path) == 0)
      return i;
  fail_msg("no fact %s", path);
  return 0;
}

static uint32_t node(const char *text) {
  for (uint32_t i = 1; i <= program_count(program, SECTION_NODE); i++)
    if (strcmp(program_text_bytes(program, program_node_at(program, i)->text),
               text) == 0)
      return i;
  fail_msg("no condition %s", text);
  return 0;
}

#define LOCKED "doors.locked is yes"
#define OF_STEEL "member.kinds includes steel"

/* A question with `format`, whose numbers are the rows. */
static const char *question(const char *format, ...) {
  static char text[512];
  va_list rows;

  va_start(rows, format);
  vsnprintf(text, sizeof text, format, rows);
  va_end(rows);
  return text;
}

/* ---- what is given -------------------------------------------------------------- */

static void cases__give_each_set_of_masks_once(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2,null,1,2]}],"
                 "\"nodes\":[%u]}",
                 fact("doors.locked"), node(LOCKED)),
        "{\"cases\":[{\"masks\":[2],\"number\":0},{\"masks\":[8],\"number\":1},"
        "{\"masks\":[10],\"number\":2}]}");
}

/* Answers 2 and 5 of the second fact are combinations 0 and 2. */
static void cases__change_the_first_fact_first(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2]},"
                 "{\"fact\":%u,\"answers\":[2,5]}],\"nodes\":[%u,%u]}",
                 fact("doors.locked"), fact("member.kinds"), node(LOCKED),
                 node(OF_STEEL)),
        "{\"cases\":[{\"masks\":[2,2],\"number\":0},{\"masks\":[8,2],"
        "\"number\":1},{\"masks\":[2,4],\"number\":2},{\"masks\":[8,4],"
        "\"number\":3}]}");
}

static void cases__leave_out_what_contradicts(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2]},"
                 "{\"fact\":%u,\"answers\":[2,5]}],\"nodes\":[%u,%u],"
                 "\"without\":[%u]}",
                 fact("doors.locked"), fact("member.kinds"), node(LOCKED),
                 node(OF_STEEL), node(LOCKED)),
        "{\"cases\":[{\"masks\":[8,2],\"number\":1},{\"masks\":[8,4],"
        "\"number\":3}]}");
}

/* Conditions within a list speak of one item of it. */
static void cases__say_facts_of_an_item(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2]}],\"nodes\":[%u]}",
                 fact("trained"), node("trained is yes")),
        "{\"cases\":[{\"masks\":[2],\"number\":0},{\"masks\":[8],"
        "\"number\":1}]}");
}

/* A fact of an item is read by no condition outside of its list. */
static void cases__keep_facts_of_items_from_other_conditions(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2]}],\"nodes\":[%u]}",
                 fact("trained"), node(LOCKED)),
        "{\"cases\":[{\"masks\":[10],\"number\":0}]}");
}

static void cases__of_a_fact_of_the_member(void **state) {
  gives(question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2,6,0]}],"
                 "\"nodes\":[%u]}",
                 fact("member.kinds"), node(OF_STEEL)),
        "{\"cases\":[{\"masks\":[4],\"number\":0},{\"masks\":[2],"
        "\"number\":1}]}");
}

static void cases__of_nothing_are_one(void **state) {
  gives(question("{\"nodes\":[%u]}", node(LOCKED)),
        "{\"cases\":[{\"masks\":[10],\"number\":0}]}");
  gives("{}", "{\"cases\":[{\"masks\":[],\"number\":0}]}");
}

static void cases__leave_out_what_is_no_row(void **state) {
  uint32_t facts = program_count(program, SECTION_FACT);
  uint32_t nodes = program_count(program, SECTION_NODE);

  gives(question("{\"facts\":[{\"fact\":0,\"answers\":[1,2]},{\"fact\":%u,"
                 "\"answers\":[1,2]},{\"fact\":%u,\"answers\":[]},{},7],"
                 "\"nodes\":[0,%u,-1,1.5e300,\"x\",%u],\"without\":[0,%u]}",
                 facts + 1, fact("doors.locked"), nodes + 1, node(LOCKED),
                 nodes + 1),
        "{\"cases\":[{\"masks\":[10],\"number\":0}]}");
}

/* ---- too much, and too little ----------------------------------------------------- */

/* 2 to the 20th combinations are more than are tried; each costs steps. */
static void cases__have_an_end(void **state) {
  char asked[4096] = "{\"facts\":[";
  struct budget budget;

  for (int i = 0; i < 20; i++) {
    char one[64];
    snprintf(one, sizeof one, "%s{\"fact\":%u,\"answers\":[1,2]}",
             i > 0 ? "," : "", fact("doors.locked"));
    strcat(asked, one);
  }
  strcat(asked, "],\"nodes\":[]}");
  assert_int_equal(ask(asked, &budget), CORE_REPORT);
  assert_true(budget_spent(&budget) >= 3 * 65535 &&
              budget_spent(&budget) < 4 * 65536);
}

static uint32_t random_below(uint32_t limit) {
  static uint32_t state = 11;

  state = state * 1664525u + 1013904223u;
  return (state >> 8) % limit;
}

/* Answers to any fact, of its type or not. */
static size_t put_facts(char *at, size_t room) {
  static const char *const answers[] = {
      "1",   "2",   "null",  "0",     "-1",   "1e300", "18446744073709551616",
      "0.5", "7,8", "-1e99", "\"a\"", "true", "[1]",   "1,2,4,8"};
  size_t used = 0;
  uint32_t count = random_below(4);

  for (uint32_t i = 0; i < count; i++)
    used += (size_t)snprintf(
        at + used, room - used, "%s{\"fact\":%u,\"answers\":[%s]}",
        i > 0 ? "," : "",
        random_below(program_count(program, SECTION_FACT) + 2),
        answers[random_below(sizeof answers / sizeof answers[0])]);
  return used;
}

static size_t put_nodes(char *at, size_t room) {
  size_t used = 0;
  uint32_t count = random_below(4);

  for (uint32_t i = 0; i < count; i++)
    used += (size_t)snprintf(
        at + used, room - used, "%s%u", i > 0 ? "," : "",
        random_below(program_count(program, SECTION_NODE) + 2));
  return used;
}

/* Any rows with any answers: each mask is a set of extents, the empty one of what is no
 * answer to the fact. */
static void cases__of_anything_are_sets(void **state) {
  for (int i = 0; i < HOSTILE; i++) {
    char asked[1024] = "{\"facts\":[";
    size_t used = strlen(asked);
    struct budget budget;

    used += put_facts(asked + used, sizeof asked - used);
    used += (size_t)sprintf(asked + used, "],\"nodes\":[");
    used += put_nodes(asked + used, sizeof asked - used);
    used += (size_t)sprintf(asked + used, "],\"without\":[");
    used += put_nodes(asked + used, sizeof asked - used);
    sprintf(asked + used, "]}");
    assert_int_equal(ask(asked, &budget), CORE_REPORT);
    for (const char *at = strstr(written, "\"masks\":["); at;
         at = strstr(at, "\"masks\":[")) {
      for (at += strlen("\"masks\":["); *at != ']'; at += *at == ',') {
        long mask = strtol(at, (char **)&at, 10);
        assert_true(mask >= 0 && mask < MASK_SETS);
      }
    }
  }
}

static void cases__each_allocation_may_fail(void **state) {
  char asked[512];
  struct budget budget;
  long all;

  strcpy(asked, question("{\"facts\":[{\"fact\":%u,\"answers\":[1,2,null]},"
                         "{\"fact\":%u,\"answers\":[2,5]}],\"nodes\":[%u,%u],"
                         "\"without\":[%u]}",
                         fact("doors.locked"), fact("member.kinds"),
                         node(LOCKED), node(OF_STEEL), node(LOCKED)));
  made = fails_at = 0;
  assert_int_equal(ask(asked, &budget), CORE_REPORT);
  all = made;
  assert_true(all > 10);
  for (fails_at = 1; fails_at <= all; fails_at++) {
    made = 0;
    assert_int_equal(ask(asked, &budget), CORE_STOPPED);
    assert_int_equal(budget.fatal, FATAL_MEMORY);
  }
  made = fails_at = 0;
  assert_int_equal(ask(asked, &budget), CORE_REPORT);
  assert_int_equal(made, all);
}

static int begin(void **state) {
  engine = charges_engine_open();
  program = engine ? engine_program(engine) : NULL;
  return program ? 0 : -1;
}

static int end(void **state) {
  cop11_engine_close(engine);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cases__give_each_set_of_masks_once),
      cmocka_unit_test(cases__change_the_first_fact_first),
      cmocka_unit_test(cases__leave_out_what_contradicts),
      cmocka_unit_test(cases__say_facts_of_an_item),
      cmocka_unit_test(cases__keep_facts_of_items_from_other_conditions),
      cmocka_unit_test(cases__of_a_fact_of_the_member),
      cmocka_unit_test(cases__of_nothing_are_one),
      cmocka_unit_test(cases__leave_out_what_is_no_row),
      cmocka_unit_test(cases__have_an_end),
      cmocka_unit_test(cases__of_anything_are_sets),
      cmocka_unit_test(cases__each_allocation_may_fail),
  };

  return cmocka_run_group_tests(tests, begin, end);
}

/* Tests of who waits for a call, for every function that takes a cop11_call, on
 * the library's own scripts: cancel is asked in proportion to the work, ends the
 * call at whichever question it likes, and nothing is left behind; so does a
 * time limit.
 *
 * The clock is ours (LINKER:--wrap=clock_gettime): each look at it takes one
 * millisecond. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cop11.h"
#include "pack/pack.h"
#include "temp_folder.h"

/* ---- the clock ------------------------------------------------------------ */

static long milliseconds;

int __wrap_clock_gettime(clockid_t clock, struct timespec *now);

int __wrap_clock_gettime(clockid_t clock, struct timespec *now) {
  milliseconds++;
  now->tv_sec = milliseconds / 1000;
  now->tv_nsec = milliseconds % 1000 * 1000000;
  return 0;
}

/* ---- who waits ------------------------------------------------------------ */

static int asked, cancel_at;

static int32_t cancel(void *data) {
  return ++asked == cancel_at;
}

static const cop11_call waiting = {
    .struct_size = sizeof waiting, .as_of = "2013-11-30", .cancel = cancel};

/* ---- what is called ------------------------------------------------------- */

static cop11_error err = {.struct_size = sizeof err};
static struct temp_folder folder;
static cop11_pack *pack;
static cop11_options options = {.struct_size = sizeof options};
static cop11_engine *engine;
static char *dossier;
static cop11_text *report;

static cop11_status add_folder(const cop11_call *call, cop11_text **out) {
  cop11_pack *read = NULL;
  cop11_status status = cop11_pack_new("p", &read, &err);

  if (status == COP11_OK)
    status = cop11_pack_add_folder(read, folder.path, call, &err);
  cop11_pack_free(read);
  return status;
}

static cop11_status open(const cop11_call *call, cop11_text **out) {
  cop11_engine *opened = NULL;
  cop11_status status = cop11_engine_open(&options, call, &opened, &err);

  assert_true((status == COP11_OK) == (opened != NULL));
  cop11_engine_close(opened);
  return status;
}

static cop11_status open_built_in(const cop11_call *call, cop11_text **out) {
  cop11_engine *opened = NULL;
  cop11_status status = cop11_engine_open(NULL, call, &opened, &err);

  cop11_engine_close(opened);
  return status;
}

static cop11_status lint(const cop11_call *call, cop11_text **out) {
  return cop11_lint(&options, call, out, &err);
}

static cop11_status test(const cop11_call *call, cop11_text **out) {
  return cop11_test(&options, call, out, &err);
}

static cop11_status describe(const cop11_call *call, cop11_text **out) {
  return cop11_describe(engine, "questionnaire", call, out, &err);
}

static cop11_status validate(const cop11_call *call, cop11_text **out) {
  return cop11_validate(engine, dossier, strlen(dossier), call, out, &err);
}

static cop11_status evaluate(const cop11_call *call, cop11_text **out) {
  return cop11_evaluate(engine, dossier, strlen(dossier), call, out, &err);
}

static cop11_status render(const cop11_call *call, cop11_text **out) {
  return cop11_render(engine, cop11_text_data(report), cop11_text_size(report),
                      "html", call, out, &err);
}

static cop11_status diff(const cop11_call *call, cop11_text **out) {
  return cop11_diff(engine, cop11_text_data(report), cop11_text_size(report),
                    cop11_text_data(report), cop11_text_size(report), call, out,
                    &err);
}

struct entry {
  const char *name;
  cop11_status (*run)(const cop11_call *call, cop11_text **out);
};

static const struct entry entries[] = {
    {"cop11_pack_add_folder", add_folder},
    {"cop11_engine_open", open},
    {"cop11_engine_open, built in", open_built_in},
    {"cop11_lint", lint},
    {"cop11_test", test},
    {"cop11_describe", describe},
    {"cop11_validate", validate},
    {"cop11_evaluate", evaluate},
    {"cop11_render", render},
    {"cop11_diff", diff},
};
enum {
  ENTRIES = sizeof entries / sizeof entries[0]
};

static void expect(const struct entry *entry, const cop11_call *call,
                   cop11_status wanted) {
  cop11_text *out = NULL;
  cop11_status status = entry->run(call, &out);

  if (status != wanted)
    fail_msg("%s, asked %d times: %s %s", entry->name, asked,
             cop11_status_name(status), err.message);
  assert_int_equal(err.status, wanted);
  if (status != COP11_OK)
    assert_null(out);
  cop11_text_free(out);
}

/* How often a whole call asks. */
static int questions(const struct entry *entry) {
  asked = cancel_at = 0;
  expect(entry, &waiting, COP11_OK);
  return asked;
}

/* ---- the world ------------------------------------------------------------ */

static char *text_of(const char *path) {
  FILE *file = fopen(path, "rb");
  char *text = calloc(1, 1 << 20);

  assert_non_null(file);
  assert_true(text && fread(text, 1, (1 << 20) - 1, file) > 0);
  fclose(file);
  return text;
}

/* Rules, and files that are none. */
enum {
  OTHERS = 300
};

static int begin(void **state) {
  char *rules = text_of("tests/attacks/base/pack.lua");
  char name[32];

  dossier = text_of("tests/dossiers/office.json");
  temp_folder_new(&folder);
  temp_folder_put(&folder, "base.lua", rules);
  for (int i = 0; i < OTHERS; i++) {
    snprintf(name, sizeof name, "other%d", i);
    temp_folder_put(&folder, name, "");
  }
  assert_int_equal(cop11_pack_new("base", &pack, &err), COP11_OK);
  assert_int_equal(cop11_pack_add(pack, "base.lua", rules, strlen(rules), &err),
                   COP11_OK);
  options.pack = pack;
  assert_int_equal(cop11_engine_open(NULL, NULL, &engine, &err), COP11_OK);
  assert_int_equal(evaluate(NULL, &report), COP11_OK);
  free(rules);
  return 0;
}

static int end(void **state) {
  cop11_text_free(report);
  cop11_engine_close(engine);
  cop11_pack_free(pack);
  temp_folder_free(&folder);
  free(dossier);
  return 0;
}

/* ---- tests ---------------------------------------------------------------- */

/* Bytes that the process holds; 0 where a sanitizer counts leaks itself. */
static size_t held(void) {
  struct mallinfo2 info = mallinfo2();

  return info.uordblks + info.hblkhd;
}

/* Each of the first and last, and some between. */
static void cancel_at_each(const struct entry *entry, int count) {
  enum {
    EACH = 30,
    BETWEEN = 30
  };

  for (int at = 1; at <= count; at++) {
    if (at > EACH && at <= count - EACH && at % (1 + count / BETWEEN) != 0)
      continue;
    asked = 0;
    cancel_at = at;
    expect(entry, &waiting, COP11_E_CANCELLED);
    assert_int_equal(asked, at);
  }
}

static void waiting__ends_at_any_question(void **state) {
  for (const struct entry *entry = entries; entry < entries + ENTRIES;
       entry++) {
    int count = questions(entry);
    size_t before = held();
    assert_true(count >= 2); /* when it begins and when it is done */
    /* What comes late may be asked a few times less or more: the place of keys
     * in a table is no one's to know. */
    cancel_at_each(entry, count - count / 50);
    assert_true(held() < before + (1 << 20));
    (void)questions(entry);
  }
}

static void waiting__ends_with_the_time(void **state) {
  const cop11_call timed = {
      .struct_size = sizeof timed, .as_of = "2013-11-30", .time_limit_ms = 2};

  for (const struct entry *entry = entries; entry < entries + ENTRIES;
       entry++) {
    expect(entry, &timed, COP11_E_LIMIT);
    assert_non_null(strstr(err.message, "time_limit_ms (2)"));
    expect(entry, NULL, COP11_OK);
  }
}

static void waiting__refuses_a_call_that_is_none(void **state) {
  const cop11_call none = {.struct_size = 3};

  for (const struct entry *entry = entries; entry < entries + ENTRIES; entry++)
    expect(entry, &none, COP11_E_ARGUMENT);
}

/* ---- in proportion to the work -------------------------------------------- */

static void waiting__asks_while_a_folder_is_read(void **state) {
  assert_true(questions(&entries[0]) > OTHERS / 10);
}

static void waiting__asks_for_what_a_file_holds(void **state) {
  enum {
    FILES = 8,
    SIZE = 200 * 1024
  };
  char *text = calloc(1, SIZE + 1);
  int before = questions(&entries[0]);
  char name[32];

  memset(text, '-', SIZE);
  for (int i = 0; i < FILES; i++) {
    snprintf(name, sizeof name, "remark%d.lua", i);
    temp_folder_put(&folder, name, text);
  }
  assert_true(questions(&entries[0]) - before > FILES / 2);
  free(text);
}

/* The library's own rules, half a megabyte; and a copy of them. */
static void waiting__asks_while_its_own_rules_are_unpacked(void **state) {
  const cop11_call call = {.cancel = cancel};
  struct guard guard;
  struct budget budget;
  cop11_pack *own = NULL, *copy = NULL;

  asked = cancel_at = 0;
  guard_enter(&guard, (locale_t)0);
  budget_start(&budget, 1, &call, &guard);
  assert_int_equal(pack_builtin(&budget, &own, &err), COP11_OK);
  assert_true(asked >= 5);
  asked = 0;
  assert_int_equal(pack_copy(own, &budget, &copy, &err), COP11_OK);
  assert_true(asked >= 5);
  guard_leave(&guard);
  cop11_pack_free(copy);
  cop11_pack_free(own);
}

/* Remarks, each file as large as may be, with a signature to be judged. */
static void waiting__asks_while_rules_are_copied_and_checked(void **state) {
  enum {
    FILES = 8,
    SIZE = 200 * 1024
  };
  char *text = malloc(SIZE);
  char name[32];
  int one = questions(&entries[1]), many;

  memset(text, ' ', SIZE);
  memset(text, '-', 2);
  for (int i = 0; i < FILES; i++) {
    snprintf(name, sizeof name, "remark%d.lua", i);
    assert_int_equal(cop11_pack_add(pack, name, text, SIZE, &err), COP11_OK);
  }
  many = questions(&entries[1]);
  assert_true(many - one >= FILES);
  assert_int_equal(cop11_pack_add_signature(pack, "x", 1, &err), COP11_OK);
  assert_true(questions(&entries[1]) - many >= FILES);
  free(text);
}

/* Digits, one text, and white space. */
static void waiting__asks_while_json_is_read(void **state) {
  static const char *const starts[] = {"[1,", "\"", " "};
  static const char *const pieces[] = {"1,", "x", " "};
  static const char *const ends[] = {"1]", "\"", "1"};
  enum {
    SIZE = 2 << 20
  };
  char *kept = dossier;

  dossier = malloc(SIZE + 100);
  for (int i = 0; i < 3; i++) {
    size_t at = (size_t)sprintf(dossier, "{\"x-a\": %s", starts[i]);
    for (; at < SIZE; at += strlen(pieces[i]))
      memcpy(dossier + at, pieces[i], strlen(pieces[i]));
    sprintf(dossier + at, "%s}", ends[i]);
    asked = cancel_at = 0;
    expect(&entries[6], &waiting, COP11_OK);
    assert_true(asked >= SIZE / (256 * 1024));
  }
  free(dossier);
  dossier = kept;
}

/* A sentence in pieces is looked for to the end of a long remark. */
static void waiting__names_the_rule_where_the_steps_end(void **state) {
  static const char rule[] =
      "\n\nfor i = 1, 20 do check(\"1.9\" .. i) { title = \"T\", points = { "
      "\"R1\" }, expect = \"doors\" .. \".locked is yes\", ask = \"A.\", "
      "remedy = \"R.\" } end --";
  char text[8000];
  cop11_options few = options;
  cop11_status status = COP11_E_LIMIT;
  bool named = false;

  memset(text, ' ', sizeof text);
  memcpy(text, rule, sizeof rule - 1);
  assert_int_equal(cop11_pack_add(pack, "slow.lua", text, sizeof text, &err),
                   COP11_OK);
  for (few.max_steps = 10000; status == COP11_E_LIMIT; few.max_steps *= 2) {
    cop11_engine *opened = NULL;

    status = cop11_engine_open(&few, NULL, &opened, &err);
    named |= status == COP11_E_LIMIT && err.line == 3 &&
             strcmp(err.where, "slow.lua") == 0;
    cop11_engine_close(opened);
  }
  assert_int_equal(status, COP11_OK);
  assert_true(named);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(waiting__ends_at_any_question),
      cmocka_unit_test(waiting__ends_with_the_time),
      cmocka_unit_test(waiting__refuses_a_call_that_is_none),
      cmocka_unit_test(waiting__asks_while_a_folder_is_read),
      cmocka_unit_test(waiting__asks_for_what_a_file_holds),
      cmocka_unit_test(waiting__asks_while_its_own_rules_are_unpacked),
      cmocka_unit_test(waiting__asks_while_json_is_read),
      cmocka_unit_test(waiting__names_the_rule_where_the_steps_end),
      cmocka_unit_test(waiting__asks_while_rules_are_copied_and_checked),
  };

  return cmocka_run_group_tests(tests, begin, end);
}

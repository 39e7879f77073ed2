/* Tests of plugin/core/problems.c: words of messages are filled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "calls.h"
#include "problems.h"

#define EVIDENCE_CURE                                                          \
  ". Correct the fact or what its evidence says, or let the auditor decide "   \
  "by a judgement on \"fact:\" and the pointer."

struct said {
  const struct saying *saying;
  char text[400];
};

static void say(struct call *call, void *data) {
  struct said *said = data;
  struct slice text = saying_text(call, said->saying);

  assert_true(text.size < sizeof said->text);
  memcpy(said->text, text.data, text.size);
  said->text[text.size] = '\0';
}

static void assert_says(const struct saying *saying, const char *expected) {
  struct said said = {.saying = saying};
  struct test_call test;
  struct call *call = test_call_begin(&test, NULL, 1 << 20, UINT64_MAX);

  assert_true(call_run(call, say, &said));
  test_call_end(&test);
  assert_string_equal(said.text, expected);
}

static void every_code_has_words(void **state) {
  for (int i = MESSAGE_NONE + 1; i < MESSAGE_END; i++)
    assert_non_null(message_words[i].wrong);
}

static void names_are_filled(void **state) {
  struct argument arguments[] = {{.name = "id", .text = SLICE("E-1")},
                                 {.name = "sides", .text = SLICE("yes")}};
  struct saying saying = {
      .code = MESSAGE_EVIDENCE_AGAINST, .arguments = arguments, .count = 2};

  assert_says(&saying, "evidence E-1 speaks against the value given "
                       "(yes)" EVIDENCE_CURE);
}

static void what_has_no_value_is_left_out(void **state) {
  struct argument arguments[] = {{.name = "id", .text = SLICE("E-1")}};
  struct saying saying = {
      .code = MESSAGE_EVIDENCE_AGAINST, .arguments = arguments, .count = 1};

  assert_says(&saying,
              "evidence E-1 speaks against the value given" EVIDENCE_CURE);
  saying.count = 0;
  assert_says(&saying,
              "evidence {id} speaks against the value given" EVIDENCE_CURE);
}

static void sayings_and_lists_fill_names(void **state) {
  struct saying yes = {.code = MESSAGE_YES}, no = {.code = MESSAGE_NO};
  struct argument both[] = {{.saying = &yes}, {.saying = &no}};
  struct argument arguments[] = {
      {.name = "sides", .list = both, .count = 2, .separator = " / "}};
  struct saying saying = {
      .code = MESSAGE_STAND_INS_MISSING, .arguments = arguments, .count = 1};

  assert_says(&saying,
              "the document is withheld, and an interview and an observation "
              "by the auditor do not yet both speak for it (yes / no)");
}

static void the_cure_may_be_that_of_another(void **state) {
  struct saying saying = {.code = MESSAGE_STAND_INS_MISSING,
                          .cure = MESSAGE_YES};

  assert_says(&saying,
              "the document is withheld, and an interview and an observation "
              "by the auditor do not yet both speak for it; yes");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_code_has_words),
      cmocka_unit_test(names_are_filled),
      cmocka_unit_test(what_has_no_value_is_left_out),
      cmocka_unit_test(sayings_and_lists_fill_names),
      cmocka_unit_test(the_cure_may_be_that_of_another)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

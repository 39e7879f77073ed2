/* test_json_indent.c: canonical JSON as people read it. */
#include "json_support.h"

#include <stdlib.h>
#include <string.h>

#include "json/indent.h"

static struct budget free_budget(void) {
  return (struct budget){.steps = 1000, .max_steps = 1000, .until_poll = 1000};
}

static void check(const char *text, const char *want) {
  struct json_buffer out = buffer_new();
  struct budget budget = free_budget();

  assert_true(json_indent(&out, text, strlen(text), &budget));
  assert_false(out.failed);
  if (out.size != strlen(want) || memcmp(out.data, want, out.size) != 0)
    fail_msg("%s\nwant %s\ngot %.*s", text, want, (int)out.size, out.data);
  free(out.data);
}

static void test_each_member_has_a_line(void **state) {
  check("{\"a\":1,\"b\":[true,null]}",
        "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}\n");
}

static void test_what_is_empty_stays_on_its_line(void **state) {
  check("{}", "{}\n");
  check("[]", "[]\n");
  check("{\"a\":[],\"b\":{}}", "{\n  \"a\": [],\n  \"b\": {}\n}\n");
}

static void test_a_string_is_left_alone(void **state) {
  check("\"a,b:{}[]\"", "\"a,b:{}[]\"\n");
  check("[\"\\\"},{\",\"\\\\\",2]", "[\n  \"\\\"},{\",\n  \"\\\\\",\n  2\n]\n");
  check("[\"\xC3\xA9, \\u0001: \xF0\x9F\x98\x80\"]",
        "[\n  \"\xC3\xA9, \\u0001: \xF0\x9F\x98\x80\"\n]\n");
}

static void test_it_ends_when_the_call_must(void **state) {
  struct json_buffer out = buffer_new();
  struct budget budget = free_budget();

  budget.fatal = FATAL_TIME;
  assert_false(json_indent(&out, "[1,2]", 5, &budget));
  free(out.data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_member_has_a_line),
      cmocka_unit_test(test_what_is_empty_stays_on_its_line),
      cmocka_unit_test(test_a_string_is_left_alone),
      cmocka_unit_test(test_it_ends_when_the_call_must),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

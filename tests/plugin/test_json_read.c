/* test_json_read.c: what the strict reader accepts, refuses, and says. */
#include "json_support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REFUSED(text, problem) refused_as(text, sizeof(text) - 1, problem)

/* ---- one case a rule: where and what ---------------------------------- */

struct refusal {
  const char *text;
  int line;
  int column;
  const char *says;
};

static const struct refusal refusals[] = {
    {"", 1, 1, "Found the end of the text, expected an object"},
    {"\n \n [1]", 3, 2, "Found '[', expected an object"},
    {"{\"a\":1} {", 1, 9, "nothing after the document"},
    {"{\r\n\"a\" 1}", 2, 5, "Found '1', expected ':' after a key"},
    {"{\"a\":1,\n}", 2, 1, "Found '}', expected no comma before it"},
    {"{\"a\":[1,]}", 1, 9, "Found ']', expected no comma before it"},
    {"{\n\"a\":[\n1", 3, 2, "the ']' of the array that starts in line 2"},
    {"{\n\"a\":{\n}", 3, 2, "the '}' of the object that starts in line 1"},
    {"{'a':1}", 1, 2, "Found ''', expected a key in double quotes"},
    {"{\"a\":TRUE}", 1, 6, "Found 'T', expected a value"},
    {"{\"a\":nul}", 1, 6, "true, false and null are lower case"},
    {"{\"a\":\x01}", 1, 6, "the byte 0x01"},
    {"\xEF\xBB\xBF{}", 1, 1, "a byte order mark"},
    {"\xFF\xFE{", 1, 1, "UTF-16"},
    {"{\"a\":\"\xC0\x80\"}", 1, 7, "the byte 0xC0, which is not UTF-8"},
    {"{\"a\":\"\xED\xA0\x80\"}", 1, 7, "0xED"},
    {"{\"a\":\"\xF4\x90\x80\x80\"}", 1, 7, "0xF4"},
    {"{\"a\":\"x\ny\"}", 1, 8, "0x0A inside a string"},
    {"{\"a\":\"\\q\"}", 1, 7, "Found '\\q', expected one of the escapes"},
    {"{\"a\":\"\\u12g4\"}", 1, 7, "'\\u12' without four hexadecimal"},
    {"{\"a\":\"\\ud800\"}", 1, 7, "'\\ud800', half of a surrogate pair"},
    {"{\"a\":\"b\\u0000\"}", 1, 8, "'\\u0000', expected text without"},
    {"{\"\\u0000\":1}", 1, 3, "'\\u0000', expected text without"},
    {"{\"a\":\"b", 1, 8, "the end of the text inside a string"},
    {"{\"a\":1,\n \"a\":2}", 2, 2, "the key \"a\" a second time"},
    {"{\"b\":0,\n\"a\":1,\n \"a\":2}", 3, 2,
     "each key once; the first is at line 2, column 1."},
    {"{\"a\":1,\"\\u0061\":2}", 1, 8, "the key \"\\u0061\" a second time"},
    {"{\"a\":012}", 1, 6, "no zero before other digits"},
    {"{\"a\":-}", 1, 7, "Found '}' in a number, expected a digit"},
    {"{\"a\":1.}", 1, 8, "a digit after the decimal point"},
    {"{\"a\":1e+}", 1, 9, "a digit after the e"},
};

static void test_each_refusal_says_what_and_where(void **state) {
  for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
    const struct refusal *want = &refusals[i];
    struct json_problem got;
    refused_as(want->text, strlen(want->text), &got);
    if (got.line != want->line || got.column != want->column ||
        !strstr(got.message, want->says))
      fail_msg("%s\nwant %d:%d %s\ngot %d:%d %s", want->text, want->line,
               want->column, want->says, got.line, got.column, got.message);
    assert_memory_equal(got.message, "Found ", 6);
    assert_int_equal(got.message[strlen(got.message) - 1], '.');
  }
}

static void test_text_after_a_nul_is_seen(void **state) {
  struct json_problem problem;
  REFUSED("{}\0garbage", &problem);
  assert_int_equal(problem.column, 3);
  REFUSED("{\"a\":1}\0", &problem);
  assert_int_equal(problem.column, 8);
}

static void test_a_long_key_is_cut_between_characters(void **state) {
  char key[80], text[256];
  struct json_problem problem;
  memset(key, 'x', 59);
  strcpy(key + 59, "\xC3\xA9xxxxxx");
  snprintf(text, sizeof text, "{\"%s\":1,\"%s\":2}", key, key);
  refused_as(text, strlen(text), &problem);
  assert_int_equal(strcspn(problem.message, "x"), 15);
  assert_memory_equal(problem.message + 15 + 59, "\" a second time", 15);
}

/* ---- depth ------------------------------------------------------------ */

static enum json_result read_depth(int nested, uint32_t limit,
                                   struct json_problem *problem) {
  char text[256] = "";
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape};
  memset(text, '[', (size_t)nested);
  memset(text + nested, ']', (size_t)nested);
  enum json_result result =
      json_read(&document, text, strlen(text), limit, 0, problem);
  free(tape.data);
  return result;
}

static void test_depth_counts_the_top_as_one(void **state) {
  struct json_problem problem;
  for (uint32_t limit = 1; limit <= JSON_DEPTH_MAX; limit++) {
    assert_int_equal(read_depth((int)limit, limit, &problem), JSON_FINE);
    assert_int_equal(read_depth((int)limit + 1, limit, &problem), JSON_REFUSED);
    assert_int_equal(problem.line, 1);
    assert_int_equal(problem.column, limit + 1);
  }
  assert_string_equal(problem.message,
                      "Found a value nested 65 deep, expected at most 64.");
  assert_int_equal(read_depth(65, 1000, &problem), JSON_REFUSED);
}

static void test_the_top_may_be_anything_without_the_flag(void **state) {
  static const char *const tops[] = {"[]", "\"\"", "0", "null", " true "};
  for (size_t i = 0; i < sizeof tops / sizeof tops[0]; i++) {
    struct text text = canonical_of(tops[i], strlen(tops[i]));
    text_release(&text);
  }
}

/* ---- the tape --------------------------------------------------------- */

static void test_tokens_link_containers_and_sorted_keys(void **state) {
  static const char text[] = "{\"b\":[1,{}],\"a\":\"\\n\",\"\":null}";
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape};
  struct json_problem problem;
  assert_int_equal(json_read(&document, text, sizeof text - 1, 3, 1, &problem),
                   JSON_FINE);
  const struct json_token *tokens = json_tokens(&document);
  assert_int_equal(document.count, 9);
  assert_int_equal(document.empties, 1);
  assert_int_equal(tokens[0].link, 9);
  assert_int_equal(tokens[0].size, 3);
  assert_int_equal(JSON_FIRST_KEY(&tokens[0]), 7); /* "" */
  assert_int_equal(tokens[7].link, 5);             /* "a" */
  assert_int_equal(tokens[5].link, 1);             /* "b" */
  assert_int_equal(tokens[1].link, 0);
  assert_int_equal(tokens[2].kind, JSON_ARRAY);
  assert_int_equal(tokens[2].link, 5);
  assert_int_equal(tokens[2].size, 2);
  assert_true(tokens[6].escaped);
  free(tape.data);
}

/* ---- keys ------------------------------------------------------------- */

/* An object of `count` keys in a scrambled order, with one twice if asked. */
static struct text many_keys(unsigned count, bool twice) {
  struct text text = {malloc(count * 16 + 32), 0};
  text.size = (size_t)sprintf(text.data, "{\"x\":0");
  for (unsigned i = 0; i < count; i++)
    text.size += (size_t)sprintf(text.data + text.size, ",\"%u\":0",
                                 (i * 7919u) % count);
  text.size +=
      (size_t)sprintf(text.data + text.size, twice ? ",\"0\":0}" : "}");
  return text;
}

static void test_duplicates_are_found_among_few_and_many(void **state) {
  for (unsigned count = 1; count < 300; count += count < 20 ? 1 : 53) {
    struct json_problem problem;
    struct text once = many_keys(count, false);
    struct text twice = many_keys(count, true);
    struct text canonical = canonical_of(once.data, once.size);
    refused_as(twice.data, twice.size, &problem);
    assert_non_null(strstr(problem.message, "the key \"0\" a second time"));
    assert_int_equal(problem.column, twice.size - strlen("\"0\":0}") + 1);
    text_release(&once);
    text_release(&twice);
    text_release(&canonical);
  }
}

static void count_question(void *data) {
  ++*(int *)data;
}

/* Whether few bytes or many tell keys apart, comparing them takes its time: of so
 * many keys, each 16 times or so, as 64 bytes. */
static void test_sorting_asks_who_waits(void **state) {
  enum {
    KEYS = 60000
  };
  char *text = NULL;
  size_t size;
  int asked = 0;
  FILE *out = open_memstream(&text, &size);
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape,
                                   .pause = {count_question, &asked}};
  struct json_problem problem;

  assert_non_null(out);
  fputs("{\"\":0", out);
  for (int i = 0; i < KEYS; i++)
    fprintf(out, ",\"%c%d\":0", 'A' + i * 7 % 58 % 26, i);
  fputs("}", out);
  assert_int_equal(fclose(out), 0);
  assert_int_equal(json_read(&document, text, size, 64, 0, &problem),
                   JSON_FINE);
  assert_true(asked > KEYS * 10 * 64 / (64 * 1024));
  free(tape.data);
  free(text);
}

static void test_keys_are_compared_decoded(void **state) {
  static const char *const same[][2] = {
      {"\\u00e9", "\xC3\xA9"},
      {"\\ud83d\\ude00", "\xF0\x9F\x98\x80"},
      {"\\/", "/"},
      {"\\u0009", "\\t"},
      {"a\\u0062c", "abc"},
      {"\\u20ac", "\\u20AC"},
  };
  for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
    char text[64];
    struct json_problem problem;
    snprintf(text, sizeof text, "{\"%s\":1,\"%s\":2}", same[i][0], same[i][1]);
    refused_as(text, strlen(text), &problem);
    assert_non_null(strstr(problem.message, "a second time"));
  }
}

/* ---- memory ----------------------------------------------------------- */

static void *scarce_alloc(void *data, void *block, size_t size) {
  int *left = data;
  return (*left)-- > 0 ? realloc(block, size) : NULL;
}

static void test_a_lack_of_memory_is_no_refusal(void **state) {
  struct text text = many_keys(200, false);
  enum json_result result = JSON_NO_MEMORY;
  int times = 0;
  for (; result == JSON_NO_MEMORY; times++) {
    int left = times;
    struct json_buffer tape = {.alloc = scarce_alloc, .alloc_data = &left};
    struct json_document document = {.tape = &tape};
    struct json_problem problem;
    result = json_read(&document, text.data, text.size, 64, 0, &problem);
    left = 100; /* the same tape serves again */
    assert_int_equal(
        json_read(&document, text.data, text.size, 64, 0, &problem), JSON_FINE);
    free(tape.data);
  }
  assert_int_equal(result, JSON_FINE);
  assert_true(times > 2);
  text_release(&text);
}

/* ---- the documents in tests/json -------------------------------------- */

/* Whether `list` has a line that begins with `name` and a space; the rest of
 * that line goes to *rest. */
static bool listed(const struct text *list, const char *name, const char **rest,
                   size_t *rest_size) {
  size_t size = strlen(name);
  const char *end = list->data + list->size;
  for (const char *line = list->data; line < end;) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    stop = stop ? stop : end;
    if ((size_t)(stop - line) > size && memcmp(line, name, size) == 0 &&
        line[size] == ' ') {
      *rest = line + size + 1;
      *rest_size = (size_t)(stop - *rest);
      return true;
    }
    line = stop + 1;
  }
  return false;
}

static enum json_result read_file(const char *path,
                                  struct json_problem *problem) {
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape};
  struct text text = text_file(path);
  enum json_result result = json_read(&document, text.data, text.size,
                                      JSON_DEPTH_MAX, JSON_TOP_OBJECT, problem);
  free(tape.data);
  text_release(&text);
  return result;
}

static void check_answer(const char *name, const struct text *answers,
                         const struct json_problem *problem) {
  char got[300];
  const char *want = "";
  size_t size = 0;
  listed(answers, name, &want, &size);
  snprintf(got, sizeof got, "%d:%d %s", (int)problem->line,
           (int)problem->column, problem->message);
  if (size != strlen(got) || memcmp(want, got, size) != 0)
    fail_msg("%s\nwant %.*s\ngot %s", name, (int)size, want, got);
}

/* Calls `check` for every *.json of a folder; returns how many there are. */
static int each_document(const char *folder,
                         void (*check)(const char *path, const char *name,
                                       const void *data),
                         const void *data) {
  DIR *dir = opendir(folder);
  int count = 0;
  assert_non_null(dir);
  for (struct dirent *entry; (entry = readdir(dir));) {
    char path[4096];
    size_t size = strlen(entry->d_name);
    if (size < 6 || strcmp(entry->d_name + size - 5, ".json") != 0)
      continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    entry->d_name[size - 5] = '\0';
    check(path, entry->d_name, data);
    count++;
  }
  closedir(dir);
  return count;
}

static void check_own(const char *path, const char *name, const void *answers) {
  struct json_problem problem;
  enum json_result result = read_file(path, &problem);
  if (result != (name[0] == 'y' ? JSON_FINE : JSON_REFUSED))
    fail_msg("%s: %s", name, result == JSON_FINE ? "was read" : "was refused");
  if (result == JSON_REFUSED)
    check_answer(name, answers, &problem);
}

static void test_our_documents(void **state) {
  struct text answers = text_file(source_path("tests/json/answers.txt"));
  int count = each_document(source_path("tests/json"), check_own, &answers);
  assert_true(count > 150);
  text_release(&answers);
}

static void check_reason(const char *path, const char *name,
                         const void *refused) {
  const char *reason = "";
  size_t size = 0;
  if ((name[0] == 'r') != listed(refused, name, &reason, &size))
    fail_msg("refused.txt and %s disagree", name);
}

static void test_every_refusal_on_purpose_has_a_reason(void **state) {
  struct text refused = text_file(source_path("tests/json/refused.txt"));
  each_document(source_path("tests/json"), check_reason, &refused);
  text_release(&refused);
}

static void check_suite(const char *path, const char *name,
                        const void *refused) {
  struct json_problem problem;
  const char *reason = "";
  size_t size = 0;
  bool fine = read_file(path, &problem) == JSON_FINE;
  if (name[0] == 'n' && fine)
    fail_msg("%s was read", name);
  if (name[0] == 'y' && fine == listed(refused, name, &reason, &size))
    fail_msg("%s %s", name, fine ? "was read" : problem.message);
}

/* The folder test_parsing of a checkout of nst/JSONTestSuite. */
static void test_json_test_suite(void **state) {
  struct text refused = text_file(source_path("tests/json/refused.txt"));
  assert_true(each_document(*state, check_suite, &refused) > 300);
  text_release(&refused);
}

static int run_suite(char *folder) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_prestate(test_json_test_suite, folder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* usage: test_json_read               our own cases
 *        test_json_read TEST_PARSING  those of nst/JSONTestSuite alone */
int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_refusal_says_what_and_where),
      cmocka_unit_test(test_text_after_a_nul_is_seen),
      cmocka_unit_test(test_a_long_key_is_cut_between_characters),
      cmocka_unit_test(test_depth_counts_the_top_as_one),
      cmocka_unit_test(test_the_top_may_be_anything_without_the_flag),
      cmocka_unit_test(test_tokens_link_containers_and_sorted_keys),
      cmocka_unit_test(test_duplicates_are_found_among_few_and_many),
      cmocka_unit_test(test_sorting_asks_who_waits),
      cmocka_unit_test(test_keys_are_compared_decoded),
      cmocka_unit_test(test_a_lack_of_memory_is_no_refusal),
      cmocka_unit_test(test_our_documents),
      cmocka_unit_test(test_every_refusal_on_purpose_has_a_reason),
  };
  return argc == 2 ? run_suite(argv[1])
                   : cmocka_run_group_tests(tests, NULL, NULL);
}

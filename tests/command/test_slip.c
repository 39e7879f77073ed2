/* What is offered for JSON with a slip.  In a case '@' marks where reading it ends;
 * one kind of slip must give the text that was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../plugin/command/other_kind.c"
#include "../../plugin/command/slip.c"

static const struct {
  const char *written, *meant;
} cases[] = {
    {"{\"a\": 1,@}", "{\"a\": 1}"},
    {"[1, 2,\n @]", "[1, 2\n ]"},
    {"{\"a\": 1,@, \"b\": 2}", "{\"a\": 1, \"b\": 2}"},
    {"{\"a\": 1@; \"b\": 2}", "{\"a\": 1, \"b\": 2}"},
    {"{\"a\": 1\n @\"b\": 2}", "{\"a\": 1,\n \"b\": 2}"},
    {"{\"a\" @1}", "{\"a\": 1}"},
    {"{\"a\" @= 1}", "{\"a\" : 1}"},
    {"{\"a\" @=> 1}", "{\"a\" : 1}"},
    {"{@'a': 1}", "{\"a\": 1}"},
    {"{@\u201Ca\u201D: 1}", "{\"a\": 1}"},
    {"{@a_b: 1}", "{\"a_b\": 1}"},
    {"{@a\": 1}", "{\"a\": 1}"},
    {"{@// why\n \"a\": 1}", "{\n \"a\": 1}"},
    {"{@# why\n \"a\": 1}", "{\n \"a\": 1}"},
    {"{@/* why */ \"a\": 1}", "{ \"a\": 1}"},
    {"{\"a\": @True}", "{\"a\": true}"},
    {"{\"a\": @no}", "{\"a\": false}"},
    {"{\"a\": @None, \"b\": 1}", "{\"a\": null, \"b\": 1}"},
    {"{\"a\": @not known}", "{\"a\": \"not known\"}"},
    {"{\"a\": @~40}", "{\"a\": \"~40\"}"},
    {"{\"a\": 1,@200}", "{\"a\": 1200}"},
    {"{\"a\": 0,@5}", "{\"a\": 0.5}"},
    {"{\"a\": 80@%}", "{\"a\": {\"percent\": 80}}"},
    {"{\"a\": 80 @%}", "{\"a\": {\"percent\": 80}}"},
    {"{\"a\": @007}", "{\"a\": 7}"},
    {"{\"a\": @+5}", "{\"a\": 5}"},
    {"{\"a\": @.5}", "{\"a\": 0.5}"},
    {"{\"a\": 5.@}", "{\"a\": 5.0}"},
    {"{\"a\": 2013@-11-30}", "{\"a\": \"2013-11-30\"}"},
    {"{\"a\": 30.11@.2013}", "{\"a\": \"30.11.2013\"}"},
    {"{\"a\": [1, {\"b\": 2@", "{\"a\": [1, {\"b\": 2}]}"},
    {"{\"a\": \"b@", "{\"a\": \"b\"}"},
    {"{\"a\": [1@}", "{\"a\": [1]}"},
    {"{\"a\": 1}@}", "{\"a\": 1}"},
    {"{\"a\": \"C:@\\Mine\"}", "{\"a\": \"C:\\\\Mine\"}"},
    {"{\"a\": \"b@\tc\"}", "{\"a\": \"b\\tc\"}"},
    {"{\"a\": \"b,@\n \"c\": 1}", "{\"a\": \"b\",\n \"c\": 1}"},
    {"{\"a\": \"b@\nc\"}", "{\"a\": \"b\\nc\"}"},
    {"{\"a\":@\u00A0"
     "1}",
     "{\"a\": 1}"},
};

/* Whether a kind of slip in `text`, which ends to be read at `at`, gives `meant`. */
static bool leads_to(const char *text, size_t at, const char *meant) {
  char mended[300];
  struct slip slip;

  for (size_t kind = 0; kind < slip_kinds(); kind++) {
    if (!slip_find(kind, text, strlen(text), at, &slip))
      continue;
    snprintf(mended, sizeof mended, "%.*s%s%s", (int)slip.from, text, slip.text,
             text + slip.to);
    if (strcmp(mended, meant) == 0)
      return true;
  }
  return false;
}

static void each_slip__leads_to_what_was_meant(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    char text[100];
    const char *mark = strchr(cases[i].written, '@');
    size_t at = (size_t)(mark - cases[i].written);

    snprintf(text, sizeof text, "%.*s%s", (int)at, cases[i].written, mark + 1);
    if (!leads_to(text, at, cases[i].meant))
      fail_msg("nothing leads from %s to %s", cases[i].written, cases[i].meant);
  }
}

/* Whatever the text and the place, an edit lies inside the text. */
static void every_place__is_looked_at_within_the_text(void **state) {
  static const char text[] =
      "{\"a\": [1,2 'b' /* %=;]x.5,\\\t\n\xC2\xA0#\xE2\x80";
  struct slip slip;

  (void)state;
  for (size_t size = 0; size < sizeof text; size++)
    for (size_t at = 0; at <= size; at++)
      for (size_t kind = 0; kind < slip_kinds(); kind++)
        if (slip_find(kind, text, size, at, &slip)) {
          assert_true(slip.from <= slip.to && slip.to <= size);
          assert_true(strlen(slip.text) <= SLIP_TEXT_MAX);
        }
}

static void other_files__are_told_by_what_they_seem_to_be(void **state) {
  static const char *const files[][2] = {
      {"PK\x03\x04", "a packed file, such as a spreadsheet or a document"},
      {"%PDF-1.7", "a PDF"},
      {"<html>", "XML or HTML"},
      {"```json\n{}", "JSON inside Markdown: take the lines with ``` out"},
      {"# Dossier\n", "Markdown"},
      {"format: cop11.dossier/1\n", "YAML"},
      {"facility,fact,value\n", "CSV"},
      {"facility;fact;value\n", "CSV"}};

  (void)state;
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
    assert_string_equal(other_kind(files[i][0], strlen(files[i][0])),
                        files[i][1]);
  assert_null(other_kind("hello", 5));
  assert_null(other_kind("", 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_slip__leads_to_what_was_meant),
      cmocka_unit_test(every_place__is_looked_at_within_the_text),
      cmocka_unit_test(other_files__are_told_by_what_they_seem_to_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_json_write.c: one canonical form for all texts that say the same. */
#include "json_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "json/write.h"

static void check(const char *text, const char *want) {
  struct text got = canonical_of(text, strlen(text));
  if (got.size != strlen(want) || memcmp(got.data, want, got.size) != 0)
    fail_msg("%s\nwant %s\ngot %.*s", text, want, (int)got.size, got.data);
  text_release(&got);
}

static void test_space_goes(void **state) {
  check(" {\n\t\"a\" : [ 1 , { } , [ ] ] }\r\n", "{\"a\":[1,{},[]]}");
  check(" \"a b\" ", "\"a b\"");
}

static void test_keys_are_sorted_by_bytes(void **state) {
  check("{\"b\":1,\"a\":2,\"\":3,\"ab\":4,\"B\":5,\"a!\":6}",
        "{\"\":3,\"B\":5,\"a\":2,\"a!\":6,\"ab\":4,\"b\":1}");
  check("{\"\xC3\xA9\":1,\"z\":2,\"\xF0\x9F\x98\x80\":3,\"\xEE\x80\x80\":4}",
        "{\"z\":2,\"\xC3\xA9\":1,\"\xEE\x80\x80\":4,\"\xF0\x9F\x98\x80\":3}");
  check("{\"b\":1,\"\\u0061\":2,\"\\\"\":3}", "{\"\\\"\":3,\"a\":2,\"b\":1}");
  check("{\"12345678a\":1,\"12345678\":2,\"1234567\":3}",
        "{\"1234567\":3,\"12345678\":2,\"12345678a\":1}");
  check("{\"!\":1,\" \":2,\"\":3}", "{\"\":3,\" \":2,\"!\":1}");
  check("{\"x\":{\"b\":{\"d\":1,\"c\":2},\"a\":3}}",
        "{\"x\":{\"a\":3,\"b\":{\"c\":2,\"d\":1}}}");
}

/* Few keys are sorted one way, many another. */
static void test_any_number_of_keys_is_sorted(void **state) {
  for (int count = 1; count <= 100; count++) {
    char text[2000] = "{", want[2000] = "{";
    for (int i = 0; i < count; i++) {
      char *end = text + strlen(text);
      sprintf(end, "%s\"%03d\":1", i ? "," : "", i * 37 % count);
      sprintf(want + strlen(want), "%s\"%03d\":1", i ? "," : "", i);
    }
    if (count % 37 == 0)
      continue; /* the step would not reach every key */
    check(strcat(text, "}"), strcat(want, "}"));
  }
}

static void test_strings_have_one_form(void **state) {
  check("\"\\u0041\\/\\u002f\\u00e9\\ud83d\\ude00\"",
        "\"A//\xC3\xA9\xF0\x9F\x98\x80\"");
  check("\"\\u000a\\u0009\\u0008\\u000c\\u000d\\u0022\\u005c\"",
        "\"\\n\\t\\b\\f\\r\\\"\\\\\"");
  check("\"\\u0001\\u000B\\u001F\\u007f\"", "\"\\u0001\\u000b\\u001f\x7f\"");
  check("\"\\\\u0041\"", "\"\\\\u0041\"");
}

static void test_numbers_have_one_form(void **state) {
  check("[1.0,1e0,10e-1,0.1e1,100,1e2,-0,-0.0,1E+2]",
        "[1,1,1,1,100,100,0,0,100]");
  check("[0.10,1e-7,1e21,12.5e0]", "[0.1,1e-7,1e21,12.5]");
}

/* ---- properties ------------------------------------------------------- */

/* How a random document is laid out.  Documents of the same seed say the same,
 * whatever their style. */
struct style {
  uint64_t seed; /* of white space, escapes and order */
  bool plain;
  struct json_buffer out;
};

static void put(struct style *style, const char *text) {
  json_buffer_put(&style->out, text, strlen(text));
}

static void put_space(struct style *style) {
  static const char *const spaces[] = {"", "", " ", "\n", "\t ", "\r\n  "};
  if (!style->plain)
    put(style, spaces[random_next(&style->seed) % 6]);
}

static void put_character(struct style *style, unsigned character) {
  char text[16] = {(char)character};
  unsigned way = style->plain ? 0 : (unsigned)(random_next(&style->seed) % 3);
  if (way == 1 || character < 0x20)
    snprintf(text, sizeof text, "\\u%04x", character);
  else if (way == 2 && character == '/')
    put(style, "\\");
  put(style, text);
}

static void put_string(struct style *style, uint64_t seed) {
  put(style, "\"");
  for (uint64_t i = seed % 13; i > 0; i--) {
    unsigned character = (unsigned)(random_next(&seed) % 95 + 0x19);
    if (character != '"' && character != '\\')
      put_character(style, character);
  }
  put(style, "\"");
}

static void put_number(struct style *style, uint64_t seed) {
  char text[48];
  int value = (int)(seed % 20001) - 10000;
  int form = style->plain ? 0 : (int)(random_next(&style->seed) % 3);
  const char *const forms[] = {"%d.%02d", "%d.%02d000", "%d.%02de+0"};
  snprintf(text, sizeof text, forms[form], value / 100, abs(value) % 100);
  put(style, text);
}

static void put_value(struct style *style, uint64_t seed, int depth);

static void put_object(struct style *style, uint64_t seed, int depth) {
  unsigned count = (unsigned)(seed % 24);
  unsigned first = style->plain ? 0 : (unsigned)(random_next(&style->seed));
  put(style, "{");
  for (unsigned i = 0; i < count; i++) {
    unsigned member = (i + first % (count + 1)) % count;
    char key[24];
    snprintf(key, sizeof key, "%s\"k%u\"", i ? "," : "", member * 37 % 101);
    put(style, key);
    put_space(style);
    put(style, ":");
    uint64_t inner = seed + member * 977 + 1;
    put_value(style, random_next(&inner), depth + 1);
  }
  put_space(style);
  put(style, "}");
}

static void put_array(struct style *style, uint64_t seed, int depth) {
  put(style, "[");
  for (unsigned i = 0; i < seed % 5; i++) {
    uint64_t inner = seed + i * 31 + 7;
    put(style, i ? "," : "");
    put_value(style, random_next(&inner), depth + 1);
  }
  put_space(style);
  put(style, "]");
}

static void put_value(struct style *style, uint64_t seed, int depth) {
  static const char *const words[] = {"true", "false", "null"};
  uint64_t kind = depth == 0 ? 0 : depth > 3 ? 2 + seed % 3 : seed % 5;
  uint64_t inner = seed | 1;
  random_next(&inner);
  put_space(style);
  if (kind == 0)
    put_object(style, inner, depth);
  else if (kind == 1)
    put_array(style, inner, depth);
  else if (kind == 2)
    put_string(style, inner);
  else if (kind == 3)
    put_number(style, inner);
  else
    put(style, words[inner % 3]);
  put_space(style);
}

static struct text canonical_in_style(uint64_t seed, uint64_t style_seed) {
  struct style style = {style_seed, style_seed == 0, buffer_new()};
  put_value(&style, seed, 0);
  struct text canonical = canonical_of(style.out.data, style.out.size);
  free(style.out.data);
  return canonical;
}

static void test_order_and_space_do_not_change_the_digest(void **state) {
  for (uint64_t seed = 1; seed <= 60; seed++) {
    char want[DIGEST_HEX_SIZE + 1], got[DIGEST_HEX_SIZE + 1];
    struct text plain = canonical_in_style(seed * 7919, 0);
    digest_hex(plain.data, plain.size, want);
    for (uint64_t style = 1; style <= 3; style++) {
      struct text other = canonical_in_style(seed * 7919, style * seed);
      digest_hex(other.data, other.size, got);
      assert_string_equal(got, want);
      text_release(&other);
    }
    text_release(&plain);
  }
}

static void test_canonical_is_its_own_canonical(void **state) {
  for (uint64_t seed = 1; seed <= 60; seed++) {
    struct text once = canonical_in_style(seed * 104729, seed);
    struct text twice = canonical_of(once.data, once.size);
    assert_int_equal(once.size, twice.size);
    assert_memory_equal(once.data, twice.data, once.size);
    text_release(&once);
    text_release(&twice);
  }
}

/* ---- quoting ---------------------------------------------------------- */

static void quoted(const char *text, size_t size, const char *want) {
  struct json_buffer out = buffer_new();
  struct text copy = text_of(text, size);
  json_quote(&out, copy.data, size);
  if (out.size != strlen(want) || memcmp(out.data, want, out.size) != 0)
    fail_msg("want %s\ngot %.*s", want, (int)out.size, out.data);
  text_release(&copy);
  free(out.data);
}

static void test_each_byte_is_quoted(void **state) {
  quoted("", 0, "\"\"");
  quoted("\0", 1, "\"\\u0000\"");
  quoted("a/b\x7f", 4, "\"a/b\x7f\"");
  quoted("\"\\\b\f\n\r\t\v", 8, "\"\\\"\\\\\\b\\f\\n\\r\\t\\u000b\"");
  quoted("\x1f", 1, "\"\\u001f\"");
  quoted("caf\xC3\xA9 \xF0\x9F\x98\x80", 10,
         "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"");
}

static void test_what_is_no_utf8_is_replaced(void **state) {
  quoted("a\xFF", 2, "\"a\xEF\xBF\xBD\"");
  quoted("\xC3", 1, "\"\xEF\xBF\xBD\"");
  quoted("\xED\xA0\x80!", 4, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD!\"");
}

/* Each special byte, and its plain neighbours, in each place of strings of each
 * length up to three words. */
static void test_every_place_is_looked_at(void **state) {
  static const char *const bytes[][2] = {{"\n", "\\n"},
                                         {"\x1f", "\\u001f"},
                                         {"\"", "\\\""},
                                         {"\\", "\\\\"},
                                         {"\xFF", "\xEF\xBF\xBD"},
                                         {"\x80", "\xEF\xBF\xBD"},
                                         {" ", " "},
                                         {"!", "!"},
                                         {"#", "#"},
                                         {"[", "["},
                                         {"]", "]"},
                                         {"\x7f", "\x7f"}};
  static const char around[] = "xxxxxxxxxxxxxxxxxxxxxxxx";
  for (size_t i = 0; i < sizeof bytes / sizeof bytes[0]; i++)
    for (size_t size = 1; size <= 24; size++)
      for (size_t place = 0; place < size; place++) {
        char text[32], want[64];
        memset(text, 'x', size);
        text[place] = bytes[i][0][0];
        snprintf(want, sizeof want, "\"%.*s%s%.*s\"", (int)place, around,
                 bytes[i][1], (int)(size - place - 1), around);
        quoted(text, size, want);
      }
}

/* ---- memory ----------------------------------------------------------- */

static void *scarce_alloc(void *data, void *block, size_t size) {
  int *left = data;
  return (*left)-- > 0 ? realloc(block, size) : NULL;
}

static void test_a_lack_of_memory_shows(void **state) {
  struct json_buffer tape = buffer_new();
  struct json_document document = {.tape = &tape};
  struct json_problem problem;
  char text[2000] = "[\"";
  memset(text + 2, 'x', sizeof text - 5);
  memcpy(text + sizeof text - 3, "\"]", 2);
  assert_int_equal(json_read(&document, text, sizeof text - 1, 2, 0, &problem),
                   JSON_FINE);
  for (int times = 0; times < 3; times++) {
    int left = times;
    struct json_buffer out = {.alloc = scarce_alloc, .alloc_data = &left};
    json_canonical(&out, &document);
    assert_int_equal(out.failed, times < 2);
    free(out.data);
  }
  free(tape.data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_space_goes),
      cmocka_unit_test(test_keys_are_sorted_by_bytes),
      cmocka_unit_test(test_any_number_of_keys_is_sorted),
      cmocka_unit_test(test_strings_have_one_form),
      cmocka_unit_test(test_numbers_have_one_form),
      cmocka_unit_test(test_order_and_space_do_not_change_the_digest),
      cmocka_unit_test(test_canonical_is_its_own_canonical),
      cmocka_unit_test(test_each_byte_is_quoted),
      cmocka_unit_test(test_what_is_no_utf8_is_replaced),
      cmocka_unit_test(test_every_place_is_looked_at),
      cmocka_unit_test(test_a_lack_of_memory_shows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

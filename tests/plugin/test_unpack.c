/* Tests of plugin/pack/unpack.c: blocks written by hand after the LZ4 block format,
 * and every file that the library carries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/unpack.h"

struct packed {
  unsigned char bytes[32];
  size_t size;
};

#define PACKED(...)                                                            \
  { {__VA_ARGS__}, sizeof((unsigned char[]){__VA_ARGS__}) }

/* Both as blocks of just their size, so that a sanitizer sees a step beyond. */
static bool unpacks(const unsigned char *from, size_t from_size, size_t size,
                    const char *expected) {
  unsigned char *block = malloc(from_size + 1);
  char *text = malloc(size + 1);
  bool whole;

  assert_non_null(block);
  assert_non_null(text);
  memcpy(block + 1, from, from_size);
  whole = unpack_block(block + 1, from_size, text + 1, size);
  if (whole && expected)
    assert_memory_equal(text + 1, expected, size);
  free(block);
  free(text);
  return whole;
}

static void unpack_block__gives_bytes_and_pieces(void **state) {
  static const struct packed plain = PACKED(0x30, 'a', 'b', 'c');
  static const struct packed again = PACKED(0x35, 'a', 'b', 'c', 3, 0);
  static const struct packed two = PACKED(0x20, 'a', 'b', 2, 0, 0x10, 'c');

  assert_true(unpacks(plain.bytes, plain.size, 3, "abc"));
  assert_true(unpacks(again.bytes, again.size, 12, "abcabcabcabc"));
  assert_true(unpacks(two.bytes, two.size, 7, "abababc"));
}

static void unpack_block__reads_long_lengths(void **state) {
  static const struct packed sixteen =
      PACKED(0xF0, 1, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k',
             'l', 'm', 'n', 'o', 'p');
  /* 1 byte, then 15 + 255 + 26 + 4 = 300 from one byte back */
  static const struct packed row = PACKED(0x1F, 'x', 1, 0, 0xFF, 26);
  char expected[302];

  memset(expected, 'x', 301);
  assert_true(unpacks(sixteen.bytes, sixteen.size, 16, "abcdefghijklmnop"));
  assert_true(unpacks(row.bytes, row.size, 301, expected));
}

static void unpack_block__refuses_what_is_damaged(void **state) {
  static const struct packed whole =
      PACKED(0x35, 'a', 'b', 'c', 3, 0, 0x1F, 'd', 1, 0, 2);
  static const struct packed to_nowhere = PACKED(0x10, 'a', 0, 0);
  static const struct packed before = PACKED(0x10, 'a', 2, 0);

  assert_true(unpacks(whole.bytes, whole.size, 34, NULL));
  assert_false(unpacks(whole.bytes, whole.size, 33, NULL));
  assert_false(unpacks(whole.bytes, whole.size, 35, NULL));
  assert_false(unpacks(to_nowhere.bytes, to_nowhere.size, 5, NULL));
  assert_false(unpacks(before.bytes, before.size, 5, NULL));
  for (size_t size = 0; size < whole.size; size++)
    assert_false(unpacks(whole.bytes, size, 34, NULL));
}

static void unpack_block__gives_nothing_of_nothing(void **state) {
  assert_true(unpacks((const unsigned char *)"", 0, 0, ""));
  assert_false(unpacks((const unsigned char *)"", 0, 1, NULL));
}

/* Also every file cut, or with one byte changed: no step beyond. */
static void assert_safe(const struct builtin_file *file) {
  unsigned char *block = malloc(file->packed_size);

  assert_non_null(block);
  assert_false(unpacks(file->packed, file->packed_size / 2, file->size, NULL));
  for (size_t i = 0; i < file->packed_size; i += 97) {
    memcpy(block, file->packed, file->packed_size);
    block[i] ^= 0xFF;
    (void)unpacks(block, file->packed_size, file->size, NULL);
  }
  free(block);
}

static void assert_as_on_disk(const struct builtin_file *file,
                              const char *folder) {
  char path[4096], *text = malloc(file->size + 1), *other = malloc(file->size);
  FILE *stream;

  assert_non_null(text);
  assert_non_null(other);
  assert_true(unpack_file(file, text));
  assert_int_equal(text[file->size], '\0');
  (void)snprintf(path, sizeof path, "%s/%s/%s", getenv("COP11_SOURCE_DIR"),
                 folder, file->path);
  stream = fopen(path, "rb");
  assert_non_null(stream);
  assert_int_equal(fread(other, 1, file->size, stream), file->size);
  assert_int_equal(fgetc(stream), EOF);
  (void)fclose(stream);
  assert_memory_equal(text, other, file->size);
  free(other);
  free(text);
}

static void unpack_file__gives_every_script_and_rule(void **state) {
  for (size_t i = 0; i < builtin_script_count; i++)
    assert_as_on_disk(&builtin_scripts[i], "scripts");
  for (size_t i = 0; i < builtin_rule_count; i++)
    assert_as_on_disk(&builtin_rules[i], "rules");
  assert_safe(&builtin_scripts[0]);
  assert_safe(&builtin_rules[0]);
}

static void unpack_file__takes_a_text_as_it_is(void **state) {
  const struct builtin_file file = {"a.lua", (const unsigned char *)"x=1", 3,
                                    3};
  char text[4];

  assert_true(unpack_file(&file, text));
  assert_string_equal(text, "x=1");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unpack_block__gives_bytes_and_pieces),
      cmocka_unit_test(unpack_block__reads_long_lengths),
      cmocka_unit_test(unpack_block__refuses_what_is_damaged),
      cmocka_unit_test(unpack_block__gives_nothing_of_nothing),
      cmocka_unit_test(unpack_file__gives_every_script_and_rule),
      cmocka_unit_test(unpack_file__takes_a_text_as_it_is),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/text.c and of the functions of cop11.h over it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "text.h"

/* A text of these bytes. */
static cop11_text *filled(const char *bytes, size_t size) {
  cop11_text *text = NULL;

  assert_int_equal(text_new(size, &text), COP11_OK);
  memcpy(text->bytes, bytes, size);
  return text;
}

static void text_new__has_a_nul_behind_its_bytes(void **state) {
  cop11_text *text = filled("a\0bx", 3);

  assert_int_equal(cop11_text_size(text), 3);
  assert_memory_equal(cop11_text_data(text), "a\0b\0", 4);
  cop11_text_free(text);
}

static void text_new__takes_nothing(void **state) {
  cop11_text *text = NULL;

  assert_int_equal(text_new(0, &text), COP11_OK);
  assert_int_equal(cop11_text_size(text), 0);
  assert_string_equal(cop11_text_data(text), "");
  cop11_text_free(text);
}

static void text_new__refuses_a_size_that_cannot_be(void **state) {
  cop11_text *text = (cop11_text *)state;

  assert_int_equal(text_new(SIZE_MAX, &text), COP11_E_MEMORY);
  assert_int_equal(text_new(SIZE_MAX - sizeof *text, &text), COP11_E_MEMORY);
  assert_ptr_equal(text, state);
}

static void cop11_text__takes_null(void **state) {
  char buffer[4] = "xyz";

  assert_string_equal(cop11_text_data(NULL), "");
  assert_int_equal(cop11_text_size(NULL), 0);
  assert_int_equal(cop11_text_copy(NULL, buffer, sizeof buffer), 0);
  assert_string_equal(buffer, "");
  cop11_text_free(NULL);
}

static void cop11_text_copy__fits_the_buffer(void **state) {
  cop11_text *text = filled("abcd", 4);
  char buffer[8];

  assert_int_equal(cop11_text_copy(text, NULL, 100), 4);
  for (size_t capacity = 0; capacity <= sizeof buffer; capacity++) {
    size_t copied = capacity < 4 ? capacity : 4;
    memset(buffer, '#', sizeof buffer);
    assert_int_equal(cop11_text_copy(text, buffer, capacity), 4);
    assert_memory_equal(buffer, "abcd", copied);
    if (copied < capacity)
      assert_int_equal(buffer[copied], '\0');
    for (size_t i = copied + 1; i < sizeof buffer; i++)
      assert_int_equal(buffer[i], '#');
  }
  cop11_text_free(text);
}

static void text_adopt__makes_a_text_of_what_was_written(void **state) {
  struct json_buffer buffer;
  cop11_text *text = NULL;
  const char *bytes;

  text_begin(&buffer);
  for (int i = 0; i < 1000; i++)
    json_buffer_put(&buffer, "0123456789", 10);
  bytes = buffer.data;
  assert_int_equal(text_adopt(&buffer, &text), COP11_OK);
  assert_ptr_equal(cop11_text_data(text), bytes);
  assert_int_equal(cop11_text_size(text), 10000);
  assert_memory_equal(bytes + 9990, "0123456789", 11);
  assert_int_equal(text->range, 0);
  assert_null(buffer.data);
  cop11_text_free(text);
}

static void text_adopt__takes_a_buffer_that_holds_nothing(void **state) {
  struct json_buffer buffer;
  cop11_text *text = NULL;

  text_begin(&buffer);
  assert_int_equal(text_adopt(&buffer, &text), COP11_OK);
  assert_int_equal(cop11_text_size(text), 0);
  assert_string_equal(cop11_text_data(text), "");
  cop11_text_free(text);
}

static void text_adopt__frees_what_could_not_be_written(void **state) {
  struct json_buffer buffer;
  cop11_text *text = NULL;

  text_begin(&buffer);
  json_buffer_put(&buffer, "some", 4);
  assert_null(json_buffer_room(&buffer, SIZE_MAX / 2));
  assert_int_equal(text_adopt(&buffer, &text), COP11_E_MEMORY);
  assert_null(text);
  assert_null(buffer.data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_new__has_a_nul_behind_its_bytes),
      cmocka_unit_test(text_new__takes_nothing),
      cmocka_unit_test(text_new__refuses_a_size_that_cannot_be),
      cmocka_unit_test(text_adopt__makes_a_text_of_what_was_written),
      cmocka_unit_test(text_adopt__takes_a_buffer_that_holds_nothing),
      cmocka_unit_test(text_adopt__frees_what_could_not_be_written),
      cmocka_unit_test(cop11_text__takes_null),
      cmocka_unit_test(cop11_text_copy__fits_the_buffer),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

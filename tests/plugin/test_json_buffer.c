/* test_json_buffer.c: bytes that grow, until there is no memory. */
#include "json_support.h"

#include <stdlib.h>
#include <string.h>

#include "json/buffer.h"

static void test_what_is_put_stays(void **state) {
  struct json_buffer buffer = buffer_new();
  for (int i = 0; i < 5000; i++) {
    json_buffer_put(&buffer, "abc", 3);
    json_buffer_put(&buffer, "", 0);
    json_buffer_put_char(&buffer, 'd');
  }
  assert_int_equal(buffer.size, 20000);
  assert_true(buffer.capacity >= 20000 && buffer.capacity < 80000);
  for (size_t i = 0; i < buffer.size; i += 4)
    assert_memory_equal(buffer.data + i, "abcd", 4);
  free(buffer.data);
}

static void test_a_size_beyond_all_memory_fails(void **state) {
  struct json_buffer buffer = buffer_new();
  json_buffer_put(&buffer, "abc", 3);
  assert_null(json_buffer_room(&buffer, SIZE_MAX));
  assert_true(buffer.failed);
  assert_memory_equal(buffer.data, "abc", 3);
  free(buffer.data);
}

static void *no_memory(void *data, void *block, size_t size) {
  ++*(int *)data;
  return NULL;
}

static void test_failure_is_kept(void **state) {
  int asked = 0;
  struct json_buffer buffer = {.alloc = no_memory, .alloc_data = &asked};
  json_buffer_put(&buffer, "abc", 3);
  json_buffer_put_char(&buffer, 'd');
  assert_true(buffer.failed);
  assert_int_equal(buffer.size, 0);
  assert_int_equal(asked, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_is_put_stays),
      cmocka_unit_test(test_a_size_beyond_all_memory_fails),
      cmocka_unit_test(test_failure_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

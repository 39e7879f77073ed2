/* Tests of plugin/build/sodium_utils.c, under other names beside libsodium's
 * own. */
#define _DEFAULT_SOURCE
#define SODIUM_STATIC

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sodium.h>
#include <string.h>

void our_memzero(void *bytes, size_t size);
int our_memcmp(const void *a, const void *b, size_t size);
int our_is_zero(const unsigned char *bytes, size_t size);

#define sodium_memzero our_memzero
#define sodium_memcmp our_memcmp
#define sodium_is_zero our_is_zero
#include "../../plugin/build/sodium_utils.c"
#undef sodium_memzero
#undef sodium_memcmp
#undef sodium_is_zero

enum {
  SIZE = 40
};

/* One bit of two equal texts is turned, each in its turn. */
static void memcmp__sees_every_bit(void **state) {
  unsigned char a[SIZE], b[SIZE];

  memset(a, 0x5A, SIZE);
  memcpy(b, a, SIZE);
  assert_int_equal(our_memcmp(a, b, SIZE), 0);
  for (size_t bit = 0; bit < 8 * SIZE; bit++) {
    b[bit / 8] ^= (unsigned char)(1 << bit % 8);
    assert_int_equal(our_memcmp(a, b, SIZE), -1);
    assert_int_equal(our_memcmp(a, b, SIZE), sodium_memcmp(a, b, SIZE));
    assert_int_equal(our_memcmp(a, b, bit / 8), 0);
    b[bit / 8] ^= (unsigned char)(1 << bit % 8);
  }
}

static void is_zero__sees_every_bit(void **state) {
  unsigned char bytes[SIZE] = {0};

  assert_int_equal(our_is_zero(bytes, SIZE), 1);
  for (size_t bit = 0; bit < 8 * SIZE; bit++) {
    bytes[bit / 8] = (unsigned char)(1 << bit % 8);
    assert_int_equal(our_is_zero(bytes, SIZE), 0);
    assert_int_equal(our_is_zero(bytes, SIZE), sodium_is_zero(bytes, SIZE));
    assert_int_equal(our_is_zero(bytes, bit / 8), 1);
    bytes[bit / 8] = 0;
  }
}

static void memzero__clears_what_it_is_given(void **state) {
  unsigned char bytes[SIZE], expected[SIZE];

  memset(bytes, 0xFF, SIZE);
  memset(expected, 0xFF, SIZE);
  sodium_memzero(expected + 1, SIZE - 2);
  our_memzero(bytes + 1, SIZE - 2);
  assert_memory_equal(bytes, expected, SIZE);
  assert_int_equal(bytes[0], 0xFF);
  assert_int_equal(bytes[1], 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(memcmp__sees_every_bit),
      cmocka_unit_test(is_zero__sees_every_bit),
      cmocka_unit_test(memzero__clears_what_it_is_given),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

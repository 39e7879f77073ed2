/* test_digest.c: digests are SHA-256, by the examples of FIPS 180-4. */
#include "json_support.h"

#include <string.h>

#include "digest.h"

static void check(const char *text, const char *want) {
  char hex[DIGEST_HEX_SIZE + 1];
  memset(hex, 'x', sizeof hex);
  digest_hex(text, strlen(text), hex);
  assert_string_equal(hex, want);
}

static void test_known_digests(void **state) {
  check("", "e3b0c44298fc1c149afbf4c8996fb924"
            "27ae41e4649b934ca495991b7852b855");
  check("abc", "ba7816bf8f01cfea414140de5dae2223"
               "b00361a396177a9cb410ff61f20015ad");
  check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_known_digests)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}

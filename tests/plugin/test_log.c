/* Tests of plugin/log.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "log.h"
#include "run_lua.h"

static void keep(void *data, int32_t level, const char *text, size_t size) {
  char *kept = data;
  size_t used = strlen(kept);

  assert_int_equal(text[size], '\0');
  kept[used] = (char)('0' + level);
  for (size_t i = 0; i < size; i++)
    kept[used + 1 + i] = text[i] == '\0' ? '!' : text[i];
  kept[used + 1 + size] = '\0';
}

static struct cage *run_wanting(bool wants_log, const char *text,
                                cop11_status status) {
  struct cage *cage = new_cage((size_t)8 << 20, 100000);
  struct piece piece = {text, ""};

  cage->wants_log = wants_log;
  assert_int_equal(cage_call(cage, run_body, &piece, NULL), status);
  return cage;
}

static void log__delivers_in_order_and_once(void **state) {
  char kept[200] = "";
  struct cage *cage = run_wanting(
      true, "host.log(1, 'a') host.log(3, '') host.log(2, 'b\\0c')", COP11_OK);

  assert_string_equal(kept, "");
  log_deliver(cage, keep, kept, outside_guard());
  assert_string_equal(kept, "1a32b!c");
  log_deliver(cage, keep, kept, outside_guard());
  assert_string_equal(kept, "1a32b!c");
  cage_free(cage);
}

static void log__delivers_what_was_said_before_an_error(void **state) {
  char kept[200] = "";
  struct cage *cage =
      run_wanting(true, "host.log(1, 'a') error 'x'", COP11_E_INTERNAL);

  log_deliver(cage, keep, kept, outside_guard());
  assert_string_equal(kept, "1a");
  cage_free(cage);
}

static void log__keeps_nothing_unasked(void **state) {
  char kept[200] = "";
  struct cage *cage = run_wanting(false, "host.log(1, 'a')", COP11_OK);

  log_deliver(cage, keep, kept, outside_guard());
  assert_string_equal(kept, "");
  log_deliver(cage, NULL, NULL, outside_guard());
  cage_free(cage);
}

static void log_add__checks_its_arguments(void **state) {
  cage_free(run_wanting(true, "host.log(0, 'a')", COP11_E_INTERNAL));
  cage_free(run_wanting(true, "host.log(4, 'a')", COP11_E_INTERNAL));
  cage_free(run_wanting(true, "host.log(1, {})", COP11_E_INTERNAL));
  cage_free(run_wanting(true, "host.log(1)", COP11_E_INTERNAL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(log__delivers_in_order_and_once),
      cmocka_unit_test(log__delivers_what_was_said_before_an_error),
      cmocka_unit_test(log__keeps_nothing_unasked),
      cmocka_unit_test(log_add__checks_its_arguments),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

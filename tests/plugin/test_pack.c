/* Tests of plugin/pack/pack.c, through cop11.h where it shows there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "pack/builtin.h"
#include "pack/pack.h"

static int setup(void **state) {
  cop11_pack *pack = NULL;

  assert_int_equal(cop11_pack_new("house.rules-1_a", &pack, NULL), COP11_OK);
  *state = pack;
  return 0;
}

static int teardown(void **state) {
  cop11_pack_free(*state);
  return 0;
}

static cop11_status add(cop11_pack *pack, const char *path, const char *text) {
  return cop11_pack_add(pack, path, text, strlen(text), NULL);
}

static void pack_add__keeps_files_sorted_by_bytes(void **state) {
  cop11_pack *pack = *state;

  assert_int_equal(add(pack, "b.lua", "2"), COP11_OK);
  assert_int_equal(add(pack, "a/z.lua", "1"), COP11_OK);
  assert_int_equal(add(pack, "\xC3\xA9.lua", "4"), COP11_OK);
  assert_int_equal(add(pack, "Z.lua", "0"), COP11_OK);
  assert_int_equal(add(pack, "c.lua", "3"), COP11_OK);
  assert_int_equal(pack->count, 5);
  assert_string_equal(pack->files[0].path, "Z.lua");
  assert_string_equal(pack->files[1].path, "a/z.lua");
  assert_string_equal(pack->files[2].text, "2");
  assert_string_equal(pack->files[4].path, "\xC3\xA9.lua");
}

static void pack_add__copies_what_it_is_given(void **state) {
  cop11_pack *pack = *state;
  char path[] = "a.lua", text[] = "return 1";

  assert_int_equal(cop11_pack_add(pack, path, text, 8, NULL), COP11_OK);
  memset(path, 'x', sizeof path);
  memset(text, 'x', sizeof text);
  assert_string_equal(pack->files[0].path, "a.lua");
  assert_string_equal(pack->files[0].text, "return 1");
  assert_int_equal(pack->files[0].size, 8);
}

static void pack_add__needs_no_nul(void **state) {
  cop11_pack *pack = *state;

  assert_int_equal(cop11_pack_add(pack, "a.lua", "return 1 --", 8, NULL),
                   COP11_OK);
  assert_string_equal(pack->files[0].text, "return 1");
}

static void pack_add__refuses_a_path_twice(void **state) {
  cop11_pack *pack = *state;
  cop11_error err = {.struct_size = sizeof err};

  assert_int_equal(add(pack, "a.lua", "1"), COP11_OK);
  assert_int_equal(cop11_pack_add(pack, "a.lua", "2", 1, &err),
                   COP11_E_ARGUMENT);
  assert_string_equal(err.where, "a.lua");
  assert_non_null(strstr(err.message, "house.rules-1_a"));
  assert_int_equal(pack->count, 1);
  assert_string_equal(pack->files[0].text, "1");
}

static void pack_add__bounds_the_number_of_files(void **state) {
  cop11_pack *pack = *state;
  cop11_error err = {.struct_size = sizeof err};
  char path[20];

  for (int i = 0; i < PACK_FILE_COUNT; i++) {
    snprintf(path, sizeof path, "%d.lua", i);
    assert_int_equal(add(pack, path, ""), COP11_OK);
  }
  assert_int_equal(cop11_pack_add(pack, "more.lua", "", 0, &err), COP11_E_PACK);
  assert_non_null(strstr(err.message, "1001 files"));
}

static void pack_copy__is_its_own(void **state) {
  cop11_pack *pack = *state, *copy = NULL;

  assert_int_equal(add(pack, "b.lua", "2"), COP11_OK);
  assert_int_equal(add(pack, "a.lua", "\r\r\n1"), COP11_OK);
  assert_int_equal(pack_copy(pack, NULL, &copy, NULL), COP11_OK);
  assert_int_equal(add(pack, "c.lua", "3"), COP11_OK);
  assert_string_equal(copy->name, "house.rules-1_a");
  assert_int_equal(copy->count, 2);
  assert_string_equal(copy->files[0].text, "\r\n1"); /* cleaned once only */
  assert_string_equal(copy->files[1].path, "b.lua");
  assert_ptr_not_equal(copy->files[1].path, pack->files[1].path);
  pack_free(copy);
}

static void pack_merge__moves_all_or_nothing(void **state) {
  cop11_pack *pack = *state, *more = NULL;

  assert_int_equal(pack_new("more", &more, NULL), COP11_OK);
  assert_int_equal(add(pack, "b.lua", "2"), COP11_OK);
  assert_int_equal(add(more, "a.lua", "1"), COP11_OK);
  assert_int_equal(add(more, "b.lua", "2"), COP11_OK);
  assert_int_equal(pack_merge(pack, more, NULL), COP11_E_ARGUMENT);
  assert_int_equal(pack->count, 1);
  assert_int_equal(more->count, 2);
  pack_free(more);
  assert_int_equal(pack_new("more", &more, NULL), COP11_OK);
  assert_int_equal(add(more, "a.lua", "1"), COP11_OK);
  assert_int_equal(pack_merge(pack, more, NULL), COP11_OK);
  assert_int_equal(pack->count, 2);
  assert_string_equal(pack->files[0].path, "a.lua");
  assert_int_equal(more->count, 0);
  pack_free(more);
}

static void pack_builtin__holds_the_rules_in_order(void **state) {
  cop11_pack *pack = NULL;

  assert_int_equal(pack_builtin(NULL, &pack, NULL), COP11_OK);
  assert_string_equal(pack->name, PACK_BUILTIN_NAME);
  assert_int_equal(pack->count, builtin_rule_count);
  for (size_t i = 1; i < pack->count; i++)
    assert_true(strcmp(pack->files[i - 1].path, pack->files[i].path) < 0);
  pack_free(pack);
}

static void pack_free__takes_null(void **state) {
  cop11_pack_free(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(pack_add__keeps_files_sorted_by_bytes),
      TEST(pack_add__copies_what_it_is_given),
      TEST(pack_add__needs_no_nul),
      TEST(pack_add__refuses_a_path_twice),
      TEST(pack_add__bounds_the_number_of_files),
      TEST(pack_copy__is_its_own),
      TEST(pack_merge__moves_all_or_nothing),
      TEST(pack_builtin__holds_the_rules_in_order),
      TEST(pack_free__takes_null),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tests of plugin/options.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "options.h"

static cop11_options usual(void) {
  cop11_options options;

  assert_int_equal(cop11_options_init(&options, sizeof options), COP11_OK);
  return options;
}

static void assert_refused(const cop11_options *options, const char *said) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_options out;

  assert_int_equal(options_read(options, &out, &err), COP11_E_ARGUMENT);
  if (!strstr(err.message, said))
    fail_msg("'%s' is not in: %s", said, err.message);
}

static void options_init__gives_the_documented_defaults(void **state) {
  cop11_options options = usual();

  assert_int_equal(options.struct_size, sizeof options);
  assert_int_equal(options.flags, 0);
  assert_null(options.pack);
  assert_int_equal(options.layer_count, 0);
  assert_int_equal(options.max_memory, 512u << 20);
  assert_int_equal(options.max_steps, 200000000);
  assert_int_equal(options.max_dossier, 16u << 20);
  assert_int_equal(options.max_report, 256u << 20);
  assert_int_equal(options.max_depth, 32);
  assert_int_equal(options.max_idle, 8);
  assert_null(options.log);
}

static void options_init__refuses_null_and_unknown_sizes(void **state) {
  cop11_options options;

  memset(&options, 0x55, sizeof options);
  assert_int_equal(cop11_options_init(NULL, sizeof options), COP11_E_ARGUMENT);
  assert_int_equal(cop11_options_init(&options, 0), COP11_E_ARGUMENT);
  assert_int_equal(cop11_options_init(&options, sizeof options - 1),
                   COP11_E_ARGUMENT);
  assert_int_equal(cop11_options_init(&options, 4097), COP11_E_ARGUMENT);
  assert_int_equal(
      cop11_options_init(&options, offsetof(cop11_options, keys) + 8),
      COP11_E_ARGUMENT);
  assert_int_equal(options.struct_size, 0x55555555);
}

/* A host that is newer than the library: what it alone knows is zero. */
static void options_init__zeroes_what_a_larger_struct_adds(void **state) {
  struct {
    cop11_options options;
    uint64_t later[8];
    uint64_t beyond;
  } larger;
  uint32_t size = (uint32_t)((char *)&larger.beyond - (char *)&larger);
  cop11_options out;

  memset(&larger, 0x55, sizeof larger);
  assert_int_equal(cop11_options_init(&larger.options, size), COP11_OK);
  assert_int_equal(larger.options.struct_size, size);
  assert_int_equal(larger.options.max_depth, 32);
  for (int i = 0; i < 8; i++)
    assert_int_equal(larger.later[i], 0);
  assert_int_equal(larger.beyond, 0x5555555555555555u);
  assert_int_equal(options_read(&larger.options, &out, NULL), COP11_OK);
}

static void options_init__knows_the_first_struct(void **state) {
  cop11_options options;
  uint32_t first = offsetof(cop11_options, keys);

  memset(&options, 0x55, sizeof options);
  assert_int_equal(cop11_options_init(&options, first), COP11_OK);
  assert_int_equal(options.struct_size, first);
  assert_int_equal(options.max_idle, 8);
  assert_int_equal(options.key_count, (size_t)0x5555555555555555u);
}

static void options_read__checks_keys(void **state) {
  static const char *const keys[2] = {
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "xy"};
  cop11_options options = usual(), out;

  options.key_count = 17;
  options.keys = keys;
  assert_refused(&options, "key_count is 17, but must be 0 to 16");
  options.key_count = 2;
  assert_refused(&options, "keys[1] is not a public key");
  options.keys = NULL;
  assert_refused(&options, "keys is NULL");
  options.keys = keys;
  options.key_count = 0;
  assert_refused(&options, "keys is set, but key_count is 0");
  options.key_count = 1;
  assert_int_equal(options_read(&options, &out, NULL), COP11_OK);
}

static void options_read__takes_null_and_zeros_for_defaults(void **state) {
  cop11_options zeros = {.struct_size = sizeof zeros};
  cop11_options expected = usual(), out;

  assert_int_equal(options_read(NULL, &out, NULL), COP11_OK);
  assert_memory_equal(&out, &expected, sizeof out);
  assert_int_equal(options_read(&zeros, &out, NULL), COP11_OK);
  assert_memory_equal(&out, &expected, sizeof out);
}

static void options_read__takes_a_larger_struct_with_zeros(void **state) {
  struct {
    cop11_options options;
    uint64_t later[8];
  } larger = {.options = {.struct_size = sizeof larger, .max_depth = 7}};
  cop11_options out;

  assert_int_equal(options_read(&larger.options, &out, NULL), COP11_OK);
  assert_int_equal(out.max_depth, 7);
  assert_int_equal(out.struct_size, sizeof out);
  larger.later[7] = 1;
  assert_refused(&larger.options, "does not know");
}

/* A host built before there were keys: what follows its struct is not read. */
static void options_read__takes_the_first_struct(void **state) {
  cop11_options options = usual(), out;

  options.struct_size = offsetof(cop11_options, keys);
  options.max_depth = 7;
  options.key_count = 99;
  assert_int_equal(options_read(&options, &out, NULL), COP11_OK);
  assert_int_equal(out.max_depth, 7);
  assert_int_equal(out.key_count, 0);
}

static void options_read__refuses_impossible_sizes(void **state) {
  cop11_options options = usual();

  options.struct_size = 0;
  assert_refused(&options, "struct_size is 0");
  options.struct_size = offsetof(cop11_options, keys) - 1;
  assert_refused(&options, "sizeof(cop11_options)");
  /* Between keys and key_count: the keys would be there, and never count. */
  options.struct_size = offsetof(cop11_options, key_count);
  assert_refused(&options, "struct_size is 96, but must be 88, or 104 to 4096");
  options.struct_size = UINT32_MAX; /* nothing behind it may be read */
  assert_refused(&options, "struct_size is 4294967295, but must be 88, or 104 "
                           "to 4096");
}

static void options_read__refuses_flags(void **state) {
  cop11_options options = usual();

  options.flags = 4;
  assert_refused(&options, "flags is 4");
}

/* Each limit: the field, its range and the value given are in the message. */
static void options_read__refuses_limits_out_of_range(void **state) {
  cop11_options options = usual();

  options.max_memory = 1000;
  assert_refused(&options, "max_memory is 1000, but must be 1048576 to");
  options = usual();
  options.max_memory = UINT64_MAX;
  assert_refused(&options, "max_memory is 18446744073709551615");
  options = usual();
  options.max_steps = UINT64_MAX;
  assert_refused(&options, "must be 1 to 9007199254740992");
  options = usual();
  options.max_dossier = (uint64_t)1 << 40;
  assert_refused(&options, "max_dossier is 1099511627776");
  options = usual();
  options.max_report = (uint64_t)1 << 40;
  assert_refused(&options, "max_report is");
  options = usual();
  options.max_depth = 65;
  assert_refused(&options,
                 "max_depth is 65, but must be 1 to 64, or 0 for the default");
  options = usual();
  options.max_idle = 257;
  assert_refused(&options, "max_idle is 257, but must be 1 to 256");
}

static void options_read__takes_the_ends_of_each_range(void **state) {
  cop11_options options = usual(), out;

  options.max_memory = 1u << 20;
  options.max_steps = 1;
  options.max_dossier = 1;
  options.max_report = 1;
  options.max_depth = 1;
  options.max_idle = 1;
  assert_int_equal(options_read(&options, &out, NULL), COP11_OK);
  options.max_steps = (uint64_t)1 << 53;
  options.max_depth = 64;
  options.max_idle = 256;
  assert_int_equal(options_read(&options, &out, NULL), COP11_OK);
  assert_int_equal(out.max_idle, 256);
}

static void options_read__checks_layers(void **state) {
  const cop11_pack *const layers[9] = {NULL};
  cop11_options options = usual();

  options.layer_count = 9;
  options.layers = layers;
  assert_refused(&options, "layer_count is 9, but must be 0 to 8");
  options.layer_count = 1;
  assert_refused(&options, "layers[0] is NULL");
  options.layer_count = 0;
  assert_refused(&options, "layers is set, but layer_count is 0");
  options.layer_count = 1;
  options.layers = NULL;
  assert_refused(&options, "layers is NULL");
}

static void call_read__fills_defaults(void **state) {
  cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"}, out;

  assert_int_equal(call_read(NULL, &out, NULL), COP11_OK);
  assert_null(out.as_of);
  assert_int_equal(call_read(&call, &out, NULL), COP11_OK);
  assert_ptr_equal(out.as_of, call.as_of);
  call.flags = COP11_SHOW_SENSITIVE;
  assert_int_equal(call_read(&call, &out, NULL), COP11_OK);
}

static void call_read__refuses_what_it_does_not_know(void **state) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_call call = {.struct_size = sizeof call}, out;

  call.flags = 2;
  assert_int_equal(call_read(&call, &out, &err), COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, "flags is 2"));
  call.flags = 0;
  call.reserved = 1;
  assert_int_equal(call_read(&call, &out, &err), COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, "reserved is 1"));
  call.reserved = 0;
  call.struct_size = 4;
  assert_int_equal(call_read(&call, &out, &err), COP11_E_ARGUMENT);
  assert_non_null(strstr(err.message, "is 4, but must be 40, or 56 to 4096"));
  assert_non_null(strstr(err.message, "cop11_call.struct_size is 4"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(options_init__gives_the_documented_defaults),
      cmocka_unit_test(options_init__refuses_null_and_unknown_sizes),
      cmocka_unit_test(options_read__takes_null_and_zeros_for_defaults),
      cmocka_unit_test(options_read__takes_a_larger_struct_with_zeros),
      cmocka_unit_test(options_read__refuses_impossible_sizes),
      cmocka_unit_test(options_read__refuses_flags),
      cmocka_unit_test(options_read__refuses_limits_out_of_range),
      cmocka_unit_test(options_read__takes_the_ends_of_each_range),
      cmocka_unit_test(options_read__checks_layers),
      cmocka_unit_test(options_read__checks_keys),
      cmocka_unit_test(options_init__knows_the_first_struct),
      cmocka_unit_test(options_init__zeroes_what_a_larger_struct_adds),
      cmocka_unit_test(options_read__takes_the_first_struct),
      cmocka_unit_test(call_read__fills_defaults),
      cmocka_unit_test(call_read__refuses_what_it_does_not_know),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

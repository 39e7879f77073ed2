/* Tests of plugin/pack/signature.c, and of what opening an engine makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sodium/crypto_sign_ed25519.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/check.h"
#include "pack/signature.h"
#include "stub_runtime.h"
#include "temp_folder.h"

/* SHA-256 of "one", "two" and "three", by coreutils' sha256sum. */
#define ONE "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
#define TWO "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"

static unsigned char public_key[crypto_sign_ed25519_PUBLICKEYBYTES];
static unsigned char secret_key[crypto_sign_ed25519_SECRETKEYBYTES];
static char key_hex[SIGNATURE_KEY_HEX + 1];

static int make_key(void **state) {
  unsigned char seed[crypto_sign_ed25519_SEEDBYTES] = {7};

  crypto_sign_ed25519_seed_keypair(public_key, secret_key, seed);
  signature_hex(public_key, sizeof public_key, key_hex);
  return 0;
}

static void add(cop11_pack *pack, const char *path, const char *text) {
  assert_int_equal(cop11_pack_add(pack, path, text, strlen(text), NULL),
                   COP11_OK);
}

static cop11_pack *new_pack(void) {
  cop11_pack *pack = NULL;

  assert_int_equal(cop11_pack_new("mine", &pack, NULL), COP11_OK);
  return pack;
}

/* The text of a signature file over `manifest`, until the next call. */
static const char *sign(const char *manifest) {
  static char text[4096];
  char *made = signature_make(manifest, secret_key);

  assert_non_null(made);
  snprintf(text, sizeof text, "%s", made);
  free(made);
  return text;
}

static void add_signature(cop11_pack *pack, const char *text) {
  assert_int_equal(cop11_pack_add_signature(pack, text, strlen(text), NULL),
                   COP11_OK);
}

/* A pack of two files, signed as it was with one and two in them. */
static cop11_pack *signed_pack(const char *a, const char *b) {
  cop11_pack *pack = new_pack();

  if (a)
    add(pack, "a.lua", a);
  if (b)
    add(pack, "b/c.lua", b);
  add_signature(pack,
                sign("cop11.manifest/1\n" ONE "  a.lua\n" TWO "  b/c.lua\n"));
  return pack;
}

static void assert_judged(cop11_pack *pack, const char *state_name,
                          const char *files) {
  assert_int_equal(signature_judge(pack, NULL, NULL), COP11_OK);
  assert_string_equal(signature_state_name(pack->judged.state), state_name);
  assert_string_equal(pack->judged.files ? pack->judged.files : "", files);
  cop11_pack_free(pack);
}

static void manifest__lists_paths_in_order(void **state) {
  cop11_pack *pack = new_pack();
  char *manifest;

  add(pack, "b/c.lua", "two");
  add(pack, "a.lua", "one");
  assert_int_equal(signature_manifest(pack, NULL, &manifest, NULL), COP11_OK);
  assert_string_equal(manifest,
                      "cop11.manifest/1\n" ONE "  a.lua\n" TWO "  b/c.lua\n");
  free(manifest);
  cop11_pack_free(pack);
}

static void judge__knows_a_pack_as_it_was_signed(void **state) {
  cop11_pack *pack = signed_pack("one", "two");

  assert_int_equal(signature_judge(pack, NULL, NULL), COP11_OK);
  assert_string_equal(pack->judged.key, key_hex);
  assert_judged(pack, "signed", "");
}

static void judge__names_what_was_changed(void **state) {
  cop11_pack *pack = signed_pack("one", "two");

  assert_judged(signed_pack("one", "three"), "modified", "b/c.lua\n");
  assert_judged(signed_pack("one", NULL), "modified", "b/c.lua\n");
  assert_judged(signed_pack("1", "2"), "modified", "a.lua\nb/c.lua\n");
  add(pack, "b.lua", "three");
  assert_judged(pack, "modified", "b.lua\n");
}

static void judge__tells_unsigned_and_built_in(void **state) {
  cop11_pack *built_in = NULL;

  assert_judged(new_pack(), "unsigned", "");
  assert_int_equal(pack_builtin(NULL, &built_in, NULL), COP11_OK);
  assert_judged(built_in, "built-in", "");
}

/* What anyone may write into a signature file. */
static void judge__takes_no_signature_that_does_not_hold(void **state) {
  static const char *const texts[] = {"",
                                      "\033Lua",
                                      "cop11.signature/1",
                                      "cop11.signature/1\nkey 12\n",
                                      "cop11.signature/2\n",
                                      "cop11.manifest/1\n"};
  char forged[4096];
  cop11_pack *pack;

  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    pack = signed_pack("one", "two");
    add_signature(pack, texts[i]);
    assert_judged(pack, "modified", "pack.signature\n");
  }
  pack = signed_pack("one", "two");
  assert_int_equal(cop11_pack_add_signature(pack, "a\0b\xFF", 4, NULL),
                   COP11_OK);
  assert_judged(pack, "modified", "pack.signature\n");
  for (size_t i = 0; i < 260; i += 9) { /* header, key, signature, manifest */
    pack = signed_pack("one", "two");
    snprintf(forged, sizeof forged, "%s", pack->signature);
    forged[i] = forged[i] == '0' ? '1' : '0';
    add_signature(pack, forged);
    assert_judged(pack, "modified", "pack.signature\n");
  }
}

/* A signed manifest is whatever its signer wrote; one that is none names no
 * files. */
static void judge__bears_any_manifest(void **state) {
  static const char *const manifests[] = {
      "",
      "x",
      "cop11.manifest/1",
      "cop11.manifest/1\nshort\n",
      "cop11.manifest/1\n\n",
      "cop11.manifest/1\n" ONE "  \n",
      "cop11.manifest/1\n" ONE " \xC3\xA9.lua\n",
      "cop11.manifest/1\n" ONE "  ../up.lua\n",
      "cop11.manifest/1\n" ONE "  \033[2J.lua\n",
      "cop11.manifest/1\nX" ONE " a.lua\n",
      "cop11.manifest/1\n" ONE "  a.lua\n" TWO "  b/c.lua",
      "cop11.manifest/1\n" TWO "  b/c.lua\n" ONE "  a.lua\n",
      "cop11.manifest/1\n" ONE "  a.lua\n" ONE "  a.lua\n"};

  for (size_t i = 0; i < sizeof manifests / sizeof manifests[0]; i++) {
    cop11_pack *pack = signed_pack("one", "two");
    add_signature(pack, sign(manifests[i]));
    assert_judged(pack, "modified", "pack.signature\n");
  }
}

static void judge__bears_a_manifest_of_nothing(void **state) {
  cop11_pack *pack = signed_pack("one", "two");

  add_signature(pack, sign("cop11.manifest/1\n"));
  assert_judged(pack, "modified", "a.lua\nb/c.lua\n");
}

static void judge__reads_a_folder(void **state) {
  struct temp_folder folder;
  cop11_pack *pack = new_pack(), *written = signed_pack("one", "two");

  temp_folder_new(&folder);
  temp_folder_make(&folder, "b");
  temp_folder_put(&folder, "a.lua", "one");
  temp_folder_put(&folder, "b/c.lua", "two");
  temp_folder_put(&folder, "pack.signature", written->signature);
  temp_folder_put(&folder, "b/pack.signature", "no signature of ours");
  assert_int_equal(cop11_pack_add_folder(pack, folder.path, NULL, NULL),
                   COP11_OK);
  assert_judged(pack, "signed", "");
  cop11_pack_free(written);
  temp_folder_free(&folder);
}

/* ---- which keys an engine accepts ------------------------------------------ */

static void assert_opens(cop11_pack *pack, const cop11_pack *layer,
                         const char *key, const char *said) {
  const char *const keys[] = {key};
  const cop11_pack *const layers[] = {layer};
  cop11_options options = {.struct_size = sizeof options,
                           .pack = pack,
                           .layers = layer ? layers : NULL,
                           .layer_count = layer ? 1 : 0,
                           .keys = keys,
                           .key_count = 1};
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_status status = cop11_engine_open(&options, NULL, &engine, &err);

  assert_int_equal(status, said ? COP11_E_PACK : COP11_OK);
  if (said && !strstr(err.message, said))
    fail_msg("'%s' is not in: %s", said, err.message);
  cop11_engine_close(engine);
  cop11_pack_free(pack);
}

static void engine_open__accepts_only_the_keys_given(void **state) {
  static const char other[] =
      "0000000000000000000000000000000000000000000000000000000000000000";
  cop11_pack *layer = signed_pack("one", "three");

  assert_opens(signed_pack("one", "two"), NULL, key_hex, NULL);
  assert_opens(NULL, NULL, key_hex, NULL);
  assert_opens(signed_pack("one", "two"), NULL, other,
               "none of those accepted");
  assert_opens(signed_pack("one", "three"), NULL, key_hex,
               "modified since it was signed, first in b/c.lua.");
  assert_opens(new_pack(), NULL, key_hex, "Pack mine is not signed");
  assert_opens(NULL, layer, key_hex, "modified since it was signed");
  cop11_pack_free(layer);
}

static void lint__accepts_only_the_keys_given(void **state) {
  const char *const keys[] = {key_hex};
  cop11_options options = {.struct_size = sizeof options,
                           .pack = new_pack(),
                           .keys = keys,
                           .key_count = 1};
  cop11_text *text = NULL;

  assert_int_equal(cop11_lint(&options, NULL, &text, NULL), COP11_E_PACK);
  options.keys = NULL;
  options.key_count = 0;
  assert_int_equal(cop11_lint(&options, NULL, &text, NULL), COP11_OK);
  cop11_text_free(text);
  cop11_pack_free((cop11_pack *)options.pack);
}

/* The most files with the longest paths. */
static void signature__fits_any_pack(void **state) {
  cop11_pack *pack = new_pack();
  char path[PACK_PATH_SIZE + 1];
  char *manifest, *text;

  for (int i = 0; i < PACK_FILE_COUNT; i++) {
    memset(path, 'a', PACK_PATH_SIZE);
    path[PACK_PATH_SIZE / 2] = '/';
    snprintf(path + PACK_PATH_SIZE - 8, 9, "%04d.lua", i);
    add(pack, path, "");
  }
  assert_int_equal(signature_manifest(pack, NULL, &manifest, NULL), COP11_OK);
  text = signature_make(manifest, secret_key);
  add_signature(pack, text);
  free(text);
  free(manifest);
  assert_judged(pack, "signed", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(manifest__lists_paths_in_order),
      cmocka_unit_test(judge__knows_a_pack_as_it_was_signed),
      cmocka_unit_test(judge__names_what_was_changed),
      cmocka_unit_test(judge__tells_unsigned_and_built_in),
      cmocka_unit_test(judge__takes_no_signature_that_does_not_hold),
      cmocka_unit_test(judge__bears_any_manifest),
      cmocka_unit_test(judge__bears_a_manifest_of_nothing),
      cmocka_unit_test(judge__reads_a_folder),
      cmocka_unit_test(engine_open__accepts_only_the_keys_given),
      cmocka_unit_test(lint__accepts_only_the_keys_given),
      cmocka_unit_test(signature__fits_any_pack),
  };
  return cmocka_run_group_tests(tests, make_key, NULL);
}

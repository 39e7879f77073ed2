/* fuzz_options.c: options and calls with any numbers in them, packs laid over one
 * another, and cancel at any question (libFuzzer).
 *
 * Opening takes a hundred times as long as all else, so most options are read and no
 * more, and most calls use an engine that is open.
 *
 * The pointers are those of packs, keys and texts that exist; all else is the
 * input's: sizes, counts, flags, limits, the files of a pack and its layer.  No
 * struct and no pack makes a call crash or end as a defect of the library. */
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "support.h"

struct host {
  int asked;
  int cancel_at; /* 0: never */
};

static int32_t cancel(void *data) {
  struct host *host = data;

  return ++host->asked == host->cancel_at;
}

/* What is left of the input. */
struct input {
  const uint8_t *data;
  size_t size;
};

static uint8_t take(struct input *input) {
  if (input->size == 0)
    return 0;
  input->size--;
  return *input->data++;
}

/* A number of any size, most often a small one; 0 now and then. */
static uint64_t take_number(struct input *input) {
  uint64_t number = take(input);

  return number < 64 ? 0 : number << take(input) % 64;
}

/* The struct's own size most often. */
static uint32_t take_size(struct input *input, size_t own) {
  uint8_t byte = take(input);

  return byte < 240 ? (uint32_t)own : byte < 248 ? byte : (uint32_t)own + byte;
}

static cop11_pack *take_pack(struct input *input, const char *name) {
  static const char *const paths[] = {"a.lua", "sub/b.lua", "../c.lua", ""};
  size_t size = take(input) * (size_t)4;
  cop11_pack *pack = NULL;
  char *text;

  if (size > input->size)
    size = input->size;
  text = exact_copy(input->data, size);
  EXPECT(cop11_pack_new(name, &pack, NULL) == COP11_OK);
  (void)cop11_pack_add(pack, paths[size % 4], text, size, NULL);
  if (size % 5 == 0)
    (void)cop11_pack_add_signature(pack, text, size, NULL);
  input->data += size;
  input->size -= size;
  free(text);
  return pack;
}

/* What a newer host may pass: zeros behind what we know. */
struct roomy_options {
  cop11_options known;
  char more[512];
};

struct roomy_call {
  cop11_call known;
  char more[512];
};

static cop11_options take_options(struct input *input) {
  cop11_options options = {0};

  options.struct_size = take_size(input, sizeof options);
  options.flags = take(input) < 250 ? 0 : 1;
  options.max_memory = take_number(input);
  options.max_steps = take_number(input);
  options.max_dossier = take_number(input);
  options.max_report = take_number(input);
  options.max_depth = (uint32_t)take_number(input);
  options.max_idle = (uint32_t)take_number(input);
  if (options.max_memory > 64 << 20)
    options.max_memory = 64 << 20;
  if (options.max_steps == 0 || options.max_steps > 1000000)
    options.max_steps = 1000000;
  return options;
}

static void check_status(cop11_status status, const cop11_error *err) {
  EXPECT(status == err->status && status != COP11_E_INTERNAL);
  EXPECT((status == COP11_OK) == (err->message[0] == '\0'));
}

static void use_engine(cop11_engine *engine, const cop11_call *call) {
  static const char dossier[] =
      "{\"format\":\"cop11.dossier/1\",\"facilities\":[{\"id\":\"a\"}]}";
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;

  check_status(
      cop11_evaluate(engine, dossier, sizeof dossier - 1, call, &out, &err),
      &err);
  cop11_text_free(out);
}

static void use_options(const cop11_options *options, const cop11_call *call,
                        uint8_t way) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_text *out = NULL;

  if (way % 4 == 0) {
    check_status(cop11_lint(options, call, &out, &err), &err);
    cop11_text_free(out);
    return;
  }
  check_status(cop11_engine_open(options, call, &engine, &err), &err);
  EXPECT((err.status == COP11_OK) == (engine != NULL));
  if (engine)
    use_engine(engine, call);
  cop11_engine_close(engine);
}

/* Of so many inputs one is opened. */
enum {
  OPENED = 64
};

static void read_options(const cop11_options *options, const cop11_call *call) {
  static cop11_engine *engine;
  cop11_options usual = fuzz_options(NULL, 0), known;
  cop11_error err = {.struct_size = sizeof err};

  check_status(options_read(options, &known, &err), &err);
  if (!engine)
    EXPECT(cop11_engine_open(&usual, NULL, &engine, NULL) == COP11_OK);
  use_engine(engine, call);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const keys[] = {
      "00000000000000000000000000000000000000000000000000000000000000aa", "x"};
  static cop11_pack *fuzzed;
  struct input input = {data, size};
  struct roomy_options roomy = {.known = take_options(&input)};
  cop11_options *options = &roomy.known;
  uint8_t way = take(&input);
  struct host host = {.cancel_at = take(&input)};
  struct roomy_call call = {
      .known = {.struct_size = take_size(&input, sizeof(cop11_call)),
                .as_of = way & 16 ? "2013-11-30" : "2013-11-31",
                .cancel = cancel,
                .cancel_data = &host,
                .flags = take(&input) % 3,
                .format = way & 32 ? "csv" : NULL}};
  cop11_pack *pack = take_pack(&input, "pack");
  cop11_pack *layer = take_pack(&input, "layer");
  const cop11_pack *layers[] = {layer, layer, layer, layer, layer,
                                layer, layer, layer, layer};
  clock_t began = clock();

  if (!fuzzed)
    fuzzed = fuzz_pack();
  options->pack = way & 64 ? fuzzed : pack;
  options->layer_count = take(&input) % 10;
  options->layers = options->layer_count || way & 128 ? layers : NULL;
  options->key_count = take(&input) < 250 ? 0 : way % 3;
  options->keys = options->key_count ? keys : NULL;
  if (take(&input) % OPENED == 1)
    use_options(options, &call.known, way);
  else
    read_options(options, &call.known);
  cop11_pack_free(layer);
  cop11_pack_free(pack);
  check_time(began);
  return 0;
}

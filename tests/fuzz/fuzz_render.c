/* fuzz_render.c: reports that are not ours (libFuzzer): reports of a small pack,
 * one value or key changed at a time, shown in each format.
 *
 * Each is compared with the one of ours too.
 *
 * What is no whole report is refused with a place; the rest is shown; nothing
 * ends as a defect of the library.  A call that is cancelled at any question ends
 * so, and the next is as good as ever. */
#include <stdlib.h>
#include <string.h>

#include "json_mutate.h"
#include "support.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

static cop11_engine *engine;
static cop11_text *report; /* one of ours, to begin with */
static struct json_document names;

static void prepare(void) {
  static const char dossier[] =
      "{\"format\":\"cop11.dossier/1\",\"x-a\":{\"b\":[]},\"facilities\":"
      "[{\"id\":\"a\",\"doors\":{\"locked\":false,\"note\":\"n\"},"
      "\"guards\":{\"count\":3,\"kinds\":[\"day\"]},"
      "\"people\":[{\"trained\":true},{\"trained\":false}]}]}";
  static struct json_buffer tape = {.alloc = heap_alloc};
  const cop11_call call = {.struct_size = sizeof call, .as_of = "2013-11-30"};
  cop11_pack *pack = fuzz_pack();
  cop11_options options = fuzz_options(pack, 20 << 20);

  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
  cop11_pack_free(pack);
  EXPECT(cop11_evaluate(engine, dossier, sizeof dossier - 1, &call, &report,
                        NULL) == COP11_OK);
  names.tape = &tape;
  EXPECT(
      json_text_read(&names, cop11_text_data(report), cop11_text_size(report)));
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data, size);
  size_t result = 0;

  if (!engine)
    prepare();
  if (json_text_read(&document, text, size) && document.count > 20)
    result = json_mutate(data, &document, &names, max_size, NULL, &seed);
  else if (cop11_text_size(report) <= max_size)
    result = cop11_text_copy(report, (char *)data, max_size);
  free(tape.data);
  free(text);
  return result > 0 ? result : size;
}

struct host {
  int asked;
  int cancel_at;
};

static int32_t cancel(void *data) {
  struct host *host = data;

  return ++host->asked == host->cancel_at;
}

static cop11_status render(const char *text, size_t size, struct host *host,
                           cop11_text **out) {
  static const char *const formats[] = {"text", "html", "csv", "json"};
  const cop11_call call = {
      .struct_size = sizeof call, .cancel = cancel, .cancel_data = host};
  cop11_error err = {.struct_size = sizeof err};
  cop11_status status =
      cop11_render(engine, text, size, formats[size % 4], &call, out, &err);

  check_end(status, &err);
  EXPECT((status == COP11_OK) == (*out != NULL));
  return status;
}

/* With the report of ours, now as the old one, now as the new one. */
static void compare(const char *text, size_t size) {
  static const char *const formats[] = {NULL, "text", "html", "csv"};
  const cop11_call call = {.struct_size = sizeof call,
                           .format = formats[size % 4]};
  const char *ours = cop11_text_data(report);
  size_t our_size = cop11_text_size(report);
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *out = NULL;
  cop11_status status =
      size % 3 == 0
          ? cop11_diff(engine, text, size, ours, our_size, &call, &out, &err)
          : cop11_diff(engine, ours, our_size, text, size, &call, &out, &err);

  check_end(status, &err);
  EXPECT((status == COP11_OK) == (out != NULL));
  cop11_text_free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = exact_copy(data, size);
  struct host whole = {0}, ended = {0};
  cop11_text *out = NULL, *none = NULL;
  clock_t began = clock();

  if (!engine)
    prepare();
  (void)render(text, size, &whole, &out);
  ended.cancel_at = 1 + (int)(size / 4) % whole.asked;
  if (size % 3 == 0 && render(text, size, &ended, &none) != COP11_E_CANCELLED)
    EXPECT(ended.asked < ended.cancel_at); /* a warm state asks less */
  compare(text, size);
  cop11_text_free(none);
  cop11_text_free(out);
  free(text);
  check_time(began);
  return 0;
}

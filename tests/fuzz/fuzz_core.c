/* fuzz_core.c: any bytes as a dossier for the core in C (libFuzzer).
 *
 * Reading, settling, evaluating and explaining by the program of the built-in
 * rules touch nothing that is not theirs.  Of some, which take many times as long: C
 * sees an error exactly where Lua does, and a call that lacks steps or memory ends
 * without an answer or with the same one. */
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "explain.h"
#include "json_mutate.h"
#include "read.h"
#include "records.h"
#include "settle.h"
#include "support.h"
#include "json/write.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

enum {
  AS_OF = 16039, /* 2013-11-30 */
  STEPS = 200 << 20,
  MEMORY = 64 << 20
};

static const cop11_call usual = {.struct_size = sizeof usual,
                                 .as_of = "2013-11-30"};
static const struct program *program;
static cop11_engine *engine;
static cop11_text *facts_text; /* what names and values are drawn from */
static struct json_document facts;

static void prepare(void) {
  static struct json_buffer tape = {.alloc = heap_alloc};
  cop11_options options = fuzz_options(NULL, 0);

  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
  program = engine_program(engine);
  EXPECT(program);
  EXPECT(cop11_describe(engine, "facts", NULL, &facts_text, NULL) == COP11_OK);
  facts.tape = &tape;
  EXPECT(json_text_read(&facts, cop11_text_data(facts_text),
                        cop11_text_size(facts_text)));
}

/* ---- one dossier through the core ------------------------------------------ */

struct answer {
  const struct json_document *document;
  bool ended, has_errors, for_lua, no_as_of;
  uint64_t sum; /* of all outcomes, ranges and reasons, in their order */
};

static void add(struct answer *answer, const void *data, size_t size) {
  const uint8_t *bytes = data;

  for (size_t i = 0; i < size; i++)
    answer->sum = (answer->sum ^ bytes[i]) * UINT64_C(1099511628211);
}

static void add_results(struct answer *answer,
                        const struct evaluation *evaluation) {
  for (uint32_t i = 0; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    EXPECT(result->outcome >= 1 && result->outcome <= 7);
    add(answer, &result->outcome, 1);
    add(answer, &result->range, 1);
    add(answer, result->reason.data, result->reason.size);
  }
}

static void assess(struct call *call, void *data) {
  struct answer *answer = data;
  struct reading *reading = read_dossier(call, answer->document, false);
  struct context context;

  answer->has_errors = reading->has_errors;
  answer->for_lua = reading->for_lua;
  answer->no_as_of = reading->no_as_of;
  if (reading->has_errors || reading->for_lua || reading->no_as_of)
    return;
  reading->answers = records_gather(reading);
  context = evaluate_context(reading, evaluate_parameters(call));
  context.explain = explain_result;
  settle_reading(&context);
  add_results(answer, evaluate_run(&context));
}

static struct answer answer_of(const struct json_document *document,
                               uint64_t steps, size_t memory) {
  struct answer answer = {.document = document};
  struct budget budget;
  struct call call = {.program = program,
                      .budget = &budget,
                      .arena.max = memory,
                      .options.as_of = AS_OF};

  budget_start(&budget, steps, &usual, NULL);
  answer.ended = call_run(&call, assess, &answer);
  while (arena_free(&call.arena))
    continue;
  return answer;
}

/* ---- beside Lua, and with less --------------------------------------------- */

static void check_beside_lua(const char *text, size_t size,
                             const struct answer *answer) {
  cop11_text *problems = NULL;

  if (answer->for_lua ||
      cop11_validate(engine, text, size, &usual, &problems, NULL) != COP11_OK)
    return;
  EXPECT(text_holds(problems, "\"valid\":true") == !answer->has_errors);
  cop11_text_free(problems);
}

static void check_with_less(const struct json_document *document,
                            const struct answer *whole, size_t part) {
  struct answer less = answer_of(document, part * 1000, MEMORY);

  EXPECT(!less.ended || less.sum == whole->sum);
  less = answer_of(document, STEPS, part * 4096);
  EXPECT(!less.ended || less.sum == whole->sum);
}

/* Of so many inputs one is compared. */
enum {
  BESIDE_LUA = 32,
  WITH_LESS = 8
};

static void try_document(const struct json_document *document, const char *text,
                         size_t size) {
  struct answer answer = answer_of(document, STEPS, MEMORY);
  uint32_t turn = hash_of(text, size);

  EXPECT(answer.ended);
  if (turn % BESIDE_LUA == 0)
    check_beside_lua(text, size, &answer);
  if (turn % WITH_LESS == 1)
    check_with_less(document, &answer, size % 200);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data, size);

  if (!engine)
    prepare();
  if (json_text_read(&document, text, size))
    try_document(&document, text, size);
  free(tape.data);
  free(text);
  return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data, size);
  size_t result = 0;

  if (!engine)
    prepare();
  if (json_text_read(&document, text, size))
    result = json_mutate(data, &document, &facts, max_size, NULL, &seed);
  free(tape.data);
  free(text);
  return result > 0 ? result : size;
}

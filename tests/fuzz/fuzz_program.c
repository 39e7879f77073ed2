/* fuzz_program.c: a program with some of its words changed, and a dossier or a question
 * for it (libFuzzer).  Begins in the top folder of the sources.
 *
 * The input: which part of the core's work is done, how many changes there are, the
 * changes, and the text: a dossier, or the question of core/cases.h.  A change that the
 * checks of program_open refuse is taken back, so that what runs is a program that was
 * accepted and that no compiler wrote.  Whatever is in it, nothing is touched that is not
 * the call's, and the call ends.  A program without any change writes JSON. */
#include <stdlib.h>
#include <string.h>

#include "core.h"
#include "engine.h"
#include "fields.h"
#include "json_mutate.h"
#include "support.h"

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum {
  AS_OF = 16039, /* 2013-11-30 */
  STEPS = 1 << 20,
  MEMORY = 16 << 20,
  HEAD = 2,
  CHANGES = 8,
  CHANGE = 6 /* section, row (2), word, value (2) */
};

static const cop11_call usual = {.struct_size = sizeof usual};
static const struct program *whole;
static cop11_text *facts_text; /* what names and values are drawn from */
static struct json_document facts;
static char *block; /* the program that is changed */

/* The rules of tests/core/charges have one of each kind. */
static void prepare(void) {
  static struct json_buffer tape = {.alloc = heap_alloc};
  cop11_engine *engine = NULL;
  cop11_pack *pack = NULL;
  cop11_options options;

  EXPECT(cop11_pack_new("charges", &pack, NULL) == COP11_OK);
  EXPECT(cop11_pack_add_folder(pack, "tests/core/charges", NULL, NULL) ==
         COP11_OK);
  options = fuzz_options(pack, 0);
  EXPECT(cop11_engine_open(&options, NULL, &engine, NULL) == COP11_OK);
  whole = engine_program(engine);
  EXPECT(whole);
  EXPECT(cop11_describe(engine, "facts", NULL, &facts_text, NULL) == COP11_OK);
  facts.tape = &tape;
  EXPECT(json_text_read(&facts, cop11_text_data(facts_text),
                        cop11_text_size(facts_text)));
  block = malloc(whole->size);
  EXPECT(block);
  cop11_pack_free(pack);
}

/* ---- changes ----------------------------------------------------------------- */

static uint32_t two_bytes(const uint8_t *data) {
  return data[0] | (uint32_t)data[1] << 8;
}

/* Where the change goes: a word of a row, or any word of the block. */
static uint32_t *place_of(const uint8_t *change) {
  const struct program there = {block, whole->size};
  uint32_t section = change[0] % (SECTION_END + 1), row = two_bytes(change + 1);

  if (section > SECTION_BYTE && section < SECTION_END &&
      program_count(&there, section) > 0) {
    uint32_t words = program_sections[section].words;
    row = row % program_count(&there, section) + 1;
    return (uint32_t *)program_row(&there, section, row) + change[3] % words;
  }
  return (uint32_t *)block +
         (row * 256 + change[3]) % (whole->size / sizeof(uint32_t));
}

/* Most words are numbers of rows, small ones; others are anything. */
static uint32_t value_of(const uint8_t *change) {
  uint32_t value = two_bytes(change + 4);

  return value < 0xF000 ? value % 0x400 : value * 0x10001;
}

/* Whether the program was accepted with it. */
static bool make_change(const uint8_t *change) {
  struct program_problem problem;
  struct program program;
  uint32_t *place = place_of(change), before = *place;

  *place = value_of(change);
  if (program_open(&program, block, whole->size, &problem))
    return *place != before;
  EXPECT(problem.message[0] != '\0');
  *place = before;
  return false;
}

/* ---- running it -------------------------------------------------------------- */

/* A plain function that is not there: met, or failed. */
static uint8_t compute(void *data, uint32_t node,
                       const struct cell *const *cells, size_t count,
                       struct broken *broken) {
  (void)data;
  (void)cells;
  if ((node + count) % 3 > 0)
    return (uint8_t)(1 << node % 2);
  *broken = (struct broken){.message = SLICE("broken"), .file = SLICE("a.lua")};
  return 0;
}

static void run(uint8_t part, const char *text, size_t size, bool is_changed) {
  const struct program program = {block, whole->size};
  const struct computer computer = {compute, NULL};
  struct json_buffer out = {.alloc = heap_alloc}, tape = out;
  struct json_document document = {.tape = &tape};
  struct budget budget;
  struct core_job job = {
      .part = (enum core_part)(part % (CORE_CASES + 1)),
      .check = SLICE("1.1"),
      .program = &program,
      .text = text,
      .size = size,
      .max_depth = 32,
      .options = {.as_of = AS_OF, .show_sensitive = part >= 128},
      .version = SLICE("1"),
      .budget = &budget,
      .max_memory = MEMORY,
      .computer = &computer,
      .out = &out};

  if (job.part == CORE_CASES)
    job.more = (struct slice){text, size};
  if (job.part == CORE_CHECKS)
    job.more = SLICE("{\"checks\":[1,2,3],\"notes\":[]}");
  budget_start(&budget, STEPS, &usual, NULL);
  if (core_report(&job) == CORE_REPORT && !is_changed)
    EXPECT(json_text_read(&document, out.data, out.size));
  free(tape.data);
  free(out.data);
}

/* The bytes before the text. */
static size_t head_of(const uint8_t *data, size_t size) {
  size_t head = size < HEAD ? size : HEAD;

  if (size >= HEAD)
    head += (size_t)(data[1] % (CHANGES + 1)) * CHANGE;
  return head < size ? head : size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  size_t head = head_of(data, size);
  char *text = exact_copy(data + head, size - head);
  bool is_changed = false;
  clock_t began = clock();

  if (!whole)
    prepare();
  memcpy(block, whole->block, whole->size);
  for (size_t at = HEAD; at + CHANGE <= head; at += CHANGE)
    is_changed |= make_change(data + at);
  if (size >= HEAD)
    run(data[0], text, size - head, is_changed);
  free(text);
  check_time(began);
  return 0;
}

/* ---- making inputs ------------------------------------------------------------- */

/* The text stays JSON. */
static size_t change_text(uint8_t *data, size_t head, size_t size,
                          size_t max_size, uint32_t *seed) {
  struct json_buffer tape = {.alloc = heap_alloc};
  struct json_document document = {.tape = &tape};
  char *text = exact_copy(data + head, size - head);
  size_t result = 0;

  if (json_text_read(&document, text, size - head))
    result = json_mutate(data + head, &document, &facts, max_size - head, NULL,
                         seed);
  free(tape.data);
  free(text);
  return result > 0 ? head + result : size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed) {
  size_t head = head_of(data, size);

  if (!whole)
    prepare();
  if (seed % 2 && head > 0) {
    LLVMFuzzerMutate(data, head, head);
    return size;
  }
  return change_text(data, head, size, max_size, &seed);
}

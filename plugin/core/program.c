/* program.c: checking a block as a whole; see program.h. */
#include "program.h"

#include <stdio.h>

#include "check.h"
#include "fields.h"
#include "utf8.h"

enum {
  ALIGNMENT = 8
};

static bool refuse(struct check *check, const char *what) {
  snprintf(check->problem->message, sizeof check->problem->message, "%s", what);
  return false;
}

bool check_fails(struct check *check, enum program_section section,
                 uint32_t row, const char *field, const char *what) {
  snprintf(check->problem->message, sizeof check->problem->message,
           "%s %lu: %s %s", program_sections[section].name, (unsigned long)row,
           field, what);
  return false;
}

bool check_each(struct check *check, enum program_section section,
                bool (*look)(struct check *check, uint32_t row)) {
  for (uint32_t row = 1; row <= program_count(check->program, section); row++)
    if (!look(check, row))
      return false;
  return true;
}

static bool is_little_endian(void) {
  const uint16_t one = 1;

  return *(const unsigned char *)&one == 1;
}

static bool check_header(struct check *check) {
  const struct program *program = check->program;
  const struct program_header *header = (const void *)program->block;

  if (!is_little_endian())
    return refuse(check, "programs run where the low byte of a word is first");
  if ((uintptr_t)program->block % ALIGNMENT != 0)
    return refuse(check, "a program begins at a multiple of 8");
  if (program->size < sizeof *header || program->size > PROGRAM_SIZE_MAX ||
      memcmp(header->magic, PROGRAM_MAGIC, sizeof header->magic) != 0)
    return refuse(check, "this is no program");
  if (header->version != PROGRAM_VERSION)
    return refuse(check, "this program was compiled by another version");
  if (header->size != program->size)
    return refuse(check,
                  "the program is cut short, or has something behind it");
  return true;
}

static uint32_t row_bytes(uint32_t id) {
  return id == SECTION_BYTE
             ? 1
             : program_sections[id].words * (uint32_t)sizeof(uint32_t);
}

static bool is_zero(const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++)
    if (bytes[i] != 0)
      return false;
  return true;
}

/* The first multiple of 8 that is not below `offset`. */
static uint64_t aligned(uint64_t offset) {
  return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Section `id` begins where the one before ended; *end becomes its own end. */
static bool check_place(struct check *check, uint32_t id, uint64_t *end) {
  const struct program *program = check->program;
  const struct program_rows *rows = program_rows_of(program, id);
  uint64_t begin = aligned(*end);

  if (rows->words != program_sections[id].words)
    return check_fails(check, id, 0, "row", "has another size");
  if (rows->offset != begin ||
      begin + (uint64_t)rows->count * row_bytes(id) > program->size)
    return check_fails(check, id, 0, "section", "is not where it should be");
  if (!is_zero(program->block + *end, (size_t)(begin - *end)))
    return check_fails(check, id, 0, "padding", "is not zero");
  *end = begin + (uint64_t)rows->count * row_bytes(id);
  return true;
}

static bool check_places(struct check *check) {
  uint64_t end = sizeof(struct program_header);

  for (uint32_t id = 1; id < SECTION_END; id++)
    if (!check_place(check, id, &end))
      return false;
  return end == check->program->size
             ? true
             : refuse(check, "there is something behind the last section");
}

/* Texts lie one behind the other, each with its NUL: so all of them are UTF-8
 * where their bytes together are. */
static bool check_texts(struct check *check) {
  const struct program *program = check->program;
  uint32_t bytes = program_count(program, SECTION_BYTE), at = 0;
  const char *all =
      program->block + program_rows_of(program, SECTION_BYTE)->offset;

  for (uint32_t i = 1; i <= program_count(program, SECTION_TEXT); i++) {
    const struct program_text *text = program_text_at(program, i);
    if (text->offset != at || text->size >= bytes - at)
      return check_fails(check, SECTION_TEXT, i, "offset", "is out of place");
    if (all[at + text->size] != 0 || memchr(all + at, 0, text->size))
      return check_fails(check, SECTION_TEXT, i, "size",
                         "is not that of a text");
    at += text->size + 1;
  }
  if (utf8_prefix(all, bytes) != bytes)
    return refuse(check, "the texts are not UTF-8");
  return at == bytes ? true : refuse(check, "there are bytes of no text");
}

static bool check_numbers(struct check *check) {
  const struct program *program = check->program;

  for (uint32_t i = 1; i <= program_count(program, SECTION_NUMBER); i++) {
    double value = program_number_at(program, i);
    if (!(value - value == 0))
      return check_fails(check, SECTION_NUMBER, i, "number", "is not finite");
  }
  return true;
}

bool check_sections(struct check *check) {
  return check_header(check) && check_places(check) && check_texts(check) &&
         check_numbers(check);
}

bool program_open(struct program *program, const void *block, size_t size,
                  struct program_problem *problem) {
  struct program found = {block, size};
  struct check check = {&found, problem, 0};

  problem->message[0] = 0;
  if (!check_sections(&check) || !check_fields(&check) ||
      !check_nodes(&check) || !check_facts(&check) || !check_rules(&check))
    return false;
  *program = found;
  return true;
}

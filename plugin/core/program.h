/* program.h: the rules as the core runs them: one immutable block.
 *
 *   header     "COP11PRG", version, size; of each section where it begins, how
 *              many rows it has, and the words of a row
 *   sections   layout.h, each at a multiple of 8, zeros between them
 *
 * Words are little-endian.  A block is checked once, completely; after that every
 * number in it may be followed, and nobody writes to it. */
#ifndef CORE_PROGRAM_H
#define CORE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "layout.h"

#define PROGRAM_MAGIC "COP11PRG"

enum {
  PROGRAM_DEPTH_MAX = 256, /* nodes on the longest way down */
  PROGRAM_WEIGHT_MAX =
      1 << 20, /* nodes of one condition, each time it is met */
  PROGRAM_SIZE_MAX = 1 << 26
};

enum program_section {
  SECTION_NONE,
#define PROGRAM_SECTION_ID(ID, name) SECTION_##ID,
  PROGRAM_SECTIONS(PROGRAM_SECTION_ID)
#undef PROGRAM_SECTION_ID
  SECTION_END
};

enum program_enum {
  ENUM_NONE,
#define PROGRAM_ENUM_ID(ID, names) ENUM_##ID,
  PROGRAM_ENUMS(PROGRAM_ENUM_ID)
#undef PROGRAM_ENUM_ID
  ENUM_END
};

/* The rows: struct program_fact and so on, a word for each field. */
#define PROGRAM_WORD(kind, name, of) uint32_t name;
#define PROGRAM_STRUCT(ID, name)                                               \
  struct program_##name {                                                      \
    PROGRAM_##ID(PROGRAM_WORD)                                                 \
  };
PROGRAM_RECORDS(PROGRAM_STRUCT)
#undef PROGRAM_STRUCT
#undef PROGRAM_WORD

struct program_rows {
  uint32_t offset; /* of the block */
  uint32_t count;
  uint32_t words; /* of one row; 0 of bytes, which have none */
};

struct program_header {
  char magic[8];
  uint32_t version;
  uint32_t size;
  struct program_rows rows[SECTION_END - 1];
};

/* A block that was checked. */
struct program {
  const char *block;
  size_t size;
};

struct program_problem {
  char message[160]; /* what is wrong and where, for the maker of the program */
};

/* Checks `block`, which lies at a multiple of 8 and stays there unchanged.  False
 * where anything in it is wrong: *problem says what. */
bool program_open(struct program *program, const void *block, size_t size,
                  struct program_problem *problem);

/* ---- reading ------------------------------------------------------------- */

static inline const struct program_rows *
program_rows_of(const struct program *program, enum program_section section) {
  const struct program_header *header = (const void *)program->block;

  return &header->rows[section - 1];
}

static inline uint32_t program_count(const struct program *program,
                                     enum program_section section) {
  return program_rows_of(program, section)->count;
}

/* The words of row `row`, from 1. */
static inline const uint32_t *program_row(const struct program *program,
                                          enum program_section section,
                                          uint32_t row) {
  const struct program_rows *rows = program_rows_of(program, section);
  const uint32_t *words = (const void *)(program->block + rows->offset);

  return words + (size_t)(row - 1) * rows->words;
}

/* program_fact_at(program, row) and so on; NULL for 0. */
#define PROGRAM_AT(ID, name)                                                   \
  static inline const struct program_##name *program_##name##_at(              \
      const struct program *program, uint32_t row) {                           \
    return row == 0 ? NULL                                                     \
                    : (const void *)program_row(program, SECTION_##ID, row);   \
  }
PROGRAM_RECORDS(PROGRAM_AT)
#undef PROGRAM_AT

/* Some rows, or values of an enum. */
struct program_list {
  const uint32_t *rows;
  uint32_t count;
};

static inline struct program_list program_list_at(const struct program *program,
                                                  uint32_t list) {
  struct program_list found = {NULL, 0};

  if (list != 0) {
    const uint32_t *words = program_row(program, SECTION_WORD, list);
    found.count = words[0];
    found.rows = words + 1;
  }
  return found;
}

static inline double program_number_at(const struct program *program,
                                       uint32_t number) {
  double value;

  memcpy(&value, program_row(program, SECTION_NUMBER, number), sizeof value);
  return value;
}

/* The bytes of a text, with a NUL behind them; NULL for 0. */
static inline const char *program_text_bytes(const struct program *program,
                                             uint32_t text) {
  const struct program_text *row = program_text_at(program, text);

  return row ? program->block + program_rows_of(program, SECTION_BYTE)->offset +
                   row->offset
             : NULL;
}

#endif

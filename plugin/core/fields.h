/* fields.h: the table of layout.h as data, for what walks every field. */
#ifndef CORE_FIELDS_H
#define CORE_FIELDS_H

#include "program.h"
#include "slice.h"

enum field_kind {
  FIELD_INT,
  FIELD_FLAG,
  FIELD_ENUM,
  FIELD_MAYBE,
  FIELD_ENUMS,
  FIELD_REF,
  FIELD_NEED,
  FIELD_LIST,
  FIELD_BELOW,
  FIELD_BELOWS
};

struct field {
  const char *name;
  uint16_t kind;
  uint16_t of; /* a section, or an enum */
};

struct section {
  const char *name;
  uint32_t words;             /* of one row */
  const struct field *fields; /* as many; NULL of bytes, numbers and words */
};

/* By number. */
extern const struct section program_sections[SECTION_END];

/* The names of an enum's values from 1 on, with a space between them. */
extern const char *const program_enums[ENUM_END];
extern const char *const program_enum_names[ENUM_END];

/* The name of one value of an enum; no data of 0. */
struct slice program_enum_name(enum program_enum of, uint32_t value);
extern const char *const program_field_kinds[];

/* How many values an enum has. */
uint32_t program_enum_size(uint32_t id);

#endif

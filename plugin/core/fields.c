/* fields.c: see fields.h. */
#include "fields.h"

/* `of` names a section, but for kinds of enums; FLAG and INT have 0. */
#define OF_INT(of) 0
#define OF_FLAG(of) 0
#define OF_ENUM(of) ENUM_##of
#define OF_MAYBE(of) ENUM_##of
#define OF_ENUMS(of) ENUM_##of
#define OF_REF(of) SECTION_##of
#define OF_NEED(of) SECTION_##of
#define OF_LIST(of) SECTION_##of
#define OF_BELOW(of) SECTION_##of
#define OF_BELOWS(of) SECTION_##of

#define FIELD(kind, name, of) {#name, FIELD_##kind, OF_##kind(of)},
#define FIELDS(ID, name)                                                       \
  static const struct field name##_fields[] = {PROGRAM_##ID(FIELD)};
PROGRAM_RECORDS(FIELDS)

#define SECTION(ID, name)                                                      \
  [SECTION_##ID] = {#name, sizeof(struct program_##name) / sizeof(uint32_t),   \
                    name##_fields},

const struct section program_sections[SECTION_END] = {
    [SECTION_BYTE] = {"byte", 0, NULL},
    [SECTION_NUMBER] = {"number", sizeof(double) / sizeof(uint32_t), NULL},
    [SECTION_WORD] = {"word", 1, NULL},
    PROGRAM_RECORDS(SECTION)};

#define NAMES(ID, names) [ENUM_##ID] = (names),
const char *const program_enums[ENUM_END] = {PROGRAM_ENUMS(NAMES)};

#define NAME(ID, names) [ENUM_##ID] = #ID,
const char *const program_enum_names[ENUM_END] = {PROGRAM_ENUMS(NAME)};

const char *const program_field_kinds[] = {"INT",   "FLAG",  "ENUM", "MAYBE",
                                           "ENUMS", "REF",   "NEED", "LIST",
                                           "BELOW", "BELOWS"};

uint32_t program_enum_size(uint32_t id) {
  uint32_t count = 1;

  for (const char *at = program_enums[id]; *at; at++)
    count += *at == ' ';
  return count;
}

struct slice program_enum_name(enum program_enum of, uint32_t value) {
  const char *name = value > 0 ? program_enums[of] : NULL;

  while (name && --value > 0) {
    name = strchr(name, ' ');
    name = name ? name + 1 : NULL;
  }
  return (struct slice){name, name ? strcspn(name, " ") : 0};
}

/* check_fields.c: each word of each row by the kind of its field. */
#include "check.h"
#include "fields.h"

enum {
  WORK_MAX = 1 << 24
};

struct place {
  uint32_t section;
  uint32_t row;
  const struct field *field;
};

static bool fails(struct check *check, const struct place *at,
                  const char *what) {
  return check_fails(check, at->section, at->row, at->field->name, what);
}

/* Whether `value` is one of those that a list of this field may hold. */
static bool is_member(const struct check *check, const struct place *at,
                      uint32_t value) {
  switch (at->field->kind) {
  case FIELD_ENUMS:
    return value != 0 && value <= program_enum_size(at->field->of);
  case FIELD_BELOWS:
    return value != 0 && value < at->row;
  default:
    return value != 0 && value <= program_count(check->program, at->field->of);
  }
}

/* One list may be named by many rows: what that costs is bounded. */
static bool check_list(struct check *check, const struct place *at,
                       uint32_t list) {
  uint32_t words = program_count(check->program, SECTION_WORD);

  if (list == 0)
    return true;
  if (list > words)
    return fails(check, at, "names no list");
  struct program_list found = program_list_at(check->program, list);
  if (found.count > words - list)
    return fails(check, at, "names a list without an end");
  check->work += found.count;
  if (check->work > WORK_MAX)
    return fails(check, at, "names too much");
  for (uint32_t i = 0; i < found.count; i++)
    if (!is_member(check, at, found.rows[i]))
      return fails(check, at, "names what is not there");
  return true;
}

/* Whether a single value fits its field. */
static bool fits(const struct check *check, const struct place *at,
                 uint32_t value) {
  const struct field *field = at->field;

  switch (field->kind) {
  case FIELD_FLAG:
    return value <= 1;
  case FIELD_ENUM:
    return value != 0 && value <= program_enum_size(field->of);
  case FIELD_MAYBE:
    return value <= program_enum_size(field->of);
  case FIELD_REF:
    return value <= program_count(check->program, field->of);
  case FIELD_NEED:
    return value != 0 && value <= program_count(check->program, field->of);
  case FIELD_BELOW:
    return value < at->row;
  default:
    return true;
  }
}

static bool check_word(struct check *check, const struct place *at,
                       uint32_t value) {
  switch (at->field->kind) {
  case FIELD_LIST:
  case FIELD_BELOWS:
  case FIELD_ENUMS:
    return check_list(check, at, value);
  default:
    return fits(check, at, value) ? true
                                  : fails(check, at, "names what is not there");
  }
}

static bool check_row(struct check *check, uint32_t id, uint32_t row) {
  const struct section *section = &program_sections[id];
  const uint32_t *words = program_row(check->program, id, row);

  for (uint32_t i = 0; i < section->words; i++) {
    struct place at = {id, row, &section->fields[i]};
    if (!check_word(check, &at, words[i]))
      return false;
  }
  return true;
}

bool check_fields(struct check *check) {
  for (uint32_t id = SECTION_TEXT; id < SECTION_END; id++)
    for (uint32_t row = 1; row <= program_count(check->program, id); row++)
      if (!check_row(check, id, row))
        return false;
  return true;
}

/* check_fields.c: each word of each row by the kind of its field, a column at a
 * time. */
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

/* The greatest value that a list of this field may hold. */
static uint32_t most_of(const struct check *check, const struct place *at) {
  switch (at->field->kind) {
  case FIELD_ENUMS:
    return program_enum_size(at->field->of);
  case FIELD_BELOWS:
    return at->row - 1;
  default:
    return program_count(check->program, at->field->of);
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
  for (uint32_t i = 0, most = most_of(check, at); i < found.count; i++)
    if (found.rows[i] == 0 || found.rows[i] > most)
      return fails(check, at, "names what is not there");
  return true;
}

/* The least and the greatest value of a field that is no list; BELOW has a limit of
 * its own in each row. */
struct limits {
  uint32_t least, most;
};

static struct limits limits_of(const struct check *check,
                               const struct field *field) {
  switch (field->kind) {
  case FIELD_FLAG:
    return (struct limits){0, 1};
  case FIELD_ENUM:
    return (struct limits){1, program_enum_size(field->of)};
  case FIELD_MAYBE:
    return (struct limits){0, program_enum_size(field->of)};
  case FIELD_NEED:
    return (struct limits){1, program_count(check->program, field->of)};
  default: /* REF, BELOW */
    return (struct limits){0, program_count(check->program, field->of)};
  }
}

/* One field of all rows: `words` is that of the first, and there are `step` words
 * from one to the next. */
struct column {
  const uint32_t *words;
  uint32_t step, count;
};

static bool check_values(struct check *check, struct place *at,
                         const struct column *column) {
  struct limits limits = limits_of(check, at->field);
  bool below = at->field->kind == FIELD_BELOW;

  for (uint32_t i = 0; i < column->count; i++) {
    uint32_t value = column->words[(size_t)i * column->step];
    if (value < limits.least || value > limits.most || (below && value > i)) {
      at->row = i + 1;
      return fails(check, at, "names what is not there");
    }
  }
  return true;
}

static bool check_lists(struct check *check, struct place *at,
                        const struct column *column) {
  for (uint32_t i = 0; i < column->count; i++) {
    at->row = i + 1;
    if (!check_list(check, at, column->words[(size_t)i * column->step]))
      return false;
  }
  return true;
}

static bool check_column(struct check *check, struct place *at,
                         const struct column *column) {
  switch (at->field->kind) {
  case FIELD_INT:
    return true;
  case FIELD_LIST:
  case FIELD_BELOWS:
  case FIELD_ENUMS:
    return check_lists(check, at, column);
  default:
    return check_values(check, at, column);
  }
}

static bool check_section(struct check *check, uint32_t id) {
  const struct section *section = &program_sections[id];
  uint32_t count = program_count(check->program, id);

  for (uint32_t i = 0; count > 0 && i < section->words; i++) {
    struct place at = {id, 0, &section->fields[i]};
    struct column column = {program_row(check->program, id, 1) + i,
                            section->words, count};
    if (!check_column(check, &at, &column))
      return false;
  }
  return true;
}

bool check_fields(struct check *check) {
  for (uint32_t id = SECTION_TEXT; id < SECTION_END; id++)
    if (!check_section(check, id))
      return false;
  return true;
}

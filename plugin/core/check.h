/* check.h: the parts of checking a block; program_open runs them in this order,
 * and each leans on those before it. */
#ifndef CORE_CHECK_H
#define CORE_CHECK_H

#include "program.h"

struct check {
  const struct program *program;
  struct program_problem *problem;
  uint64_t work; /* rows looked at through lists, which may name them often */
};

/* Says what is wrong in row `row` of a section; false, to be returned. */
bool check_fails(struct check *check, enum program_section section,
                 uint32_t row, const char *field, const char *what);

/* Header, sections, padding, texts. */
bool check_sections(struct check *check);

/* Each field by its kind. */
bool check_fields(struct check *check);

/* What rows say together: conditions, slots, values. */
bool check_nodes(struct check *check);
bool check_facts(struct check *check);
bool check_rules(struct check *check);

/* Whether look(check, row) holds of each row of a section. */
bool check_each(struct check *check, enum program_section section,
                bool (*look)(struct check *check, uint32_t row));

#endif

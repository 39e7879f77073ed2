/* Tests of plugin/core/: whatever a block holds, it is refused or harmless. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "blocks.h"
#include "fields.h"

static bool opens(const void *block, size_t size, const char **why) {
  static struct program_problem problem;
  struct program program;
  bool ok = program_open(&program, block, size, &problem);

  *why = problem.message;
  return ok;
}

/* Follows every number in the block, as the core may: a sanitizer sees more. */
static uint64_t follow_list(const struct program *program, uint32_t section,
                            uint32_t at) {
  struct program_list list = program_list_at(program, at);
  uint64_t sum = list.count;

  for (uint32_t i = 0; i < list.count; i++)
    sum += *program_row(program, section, list.rows[i]);
  return sum;
}

static uint64_t follow(const struct program *program, const struct field *field,
                       uint32_t value) {
  switch (field->kind) {
  case FIELD_LIST:
  case FIELD_BELOWS:
    return follow_list(program, field->of, value);
  case FIELD_ENUMS:
    return program_list_at(program, value).count;
  case FIELD_REF:
  case FIELD_NEED:
  case FIELD_BELOW:
    return value ? *program_row(program, field->of, value) : 0;
  default:
    return value;
  }
}

static uint64_t follow_all(const struct program *program) {
  uint64_t sum = 0;

  for (uint32_t id = SECTION_TEXT; id < SECTION_END; id++)
    for (uint32_t row = 1; row <= program_count(program, id); row++)
      for (uint32_t i = 0; i < program_sections[id].words; i++)
        sum += follow(program, &program_sections[id].fields[i],
                      program_row(program, id, row)[i]);
  return sum;
}

/* How deep the ways down from a node are; a cycle would never return. */
static uint32_t depth_of(const struct program *program, uint32_t row) {
  const struct program_node *node = program_node_at(program, row);
  uint32_t deepest = 0;

  if (!node)
    return 0;
  struct program_list below = program_list_at(program, node->children);
  for (uint32_t i = 0; i < below.count + 3; i++) {
    uint32_t next = i < below.count        ? below.rows[i]
                    : i == below.count     ? node->where
                    : i == below.count + 1 ? node->gate
                                           : node->na_when;
    uint32_t depth = depth_of(program, next);
    deepest = depth > deepest ? depth : deepest;
  }
  return deepest + 1;
}

static void use(const struct program *program) {
  follow_all(program);
  for (uint32_t i = 1; i <= program_count(program, SECTION_NODE); i++)
    assert_int_equal(depth_of(program, i), program_node_at(program, i)->depth);
}

static void program_open__takes_a_whole_program(void **state) {
  size_t size;
  char *block = block_new(&size);
  struct program program;
  struct program_problem problem;

  if (!program_open(&program, block, size, &problem))
    fail_msg("%s", problem.message);
  assert_int_equal(program_count(&program, SECTION_NODE), 14);
  assert_string_equal(program_text_bytes(&program, 3), "literal");
  assert_int_equal(program_list_at(&program, 4).count, 4);
  assert_int_equal(program_fact_at(&program, 5)->type, TYPE_DATE);
  assert_null(program_fact_at(&program, 0));
  assert_true(program_number_at(&program, 2) > 11.5);
  use(&program);
  free(block);
}

/* Exactly its bytes, so that a sanitizer sees a read behind them. */
static void open_copy(const char *block, size_t size) {
  char *copy = malloc(size ? size : 1);
  struct program program;
  struct program_problem problem;

  memcpy(copy, block, size);
  if (program_open(&program, copy, size, &problem))
    use(&program);
  else
    assert_true(problem.message[0] != 0);
  free(copy);
}

static void program_open__survives_any_word_of_any_value(void **state) {
  size_t size;
  char *block = block_new(&size);

  for (size_t at = 0; at + 4 <= size; at += 4) {
    uint32_t *word = (void *)(block + at), was = *word;
    const uint32_t values[] = {0,       was + 1,  was - 1,    was ^ 0x80000000,
                               was * 3, was + 14, 0x7fffffff, 0xffffffff};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
      *word = values[i];
      open_copy(block, size);
    }
    *word = was;
  }
  free(block);
}

static unsigned next_random(unsigned *seed) {
  *seed = *seed * 1103515245u + 12345u;
  return *seed >> 8;
}

static void program_open__survives_many_changes_at_once(void **state) {
  unsigned seed = 1;

  for (int round = 0; round < 20000; round++) {
    size_t size;
    char *block = block_new(&size);
    size_t body = sizeof(struct program_header);
    for (unsigned i = next_random(&seed) % 6; i > 0; i--) {
      size_t at = body + next_random(&seed) % (size - body) / 4 * 4;
      *(uint32_t *)(void *)(block + at) = next_random(&seed) % 40;
    }
    open_copy(block, size);
    free(block);
  }
}

static void program_open__refuses_what_is_cut_short(void **state) {
  size_t size;
  char *block = block_new(&size);
  const char *why;

  for (size_t cut = 0; cut < size; cut++) {
    open_copy(block, cut);
    assert_false(opens(block, cut, &why));
  }
  free(block);
}

/* One word that makes a whole program wrong, and what is said of it. */
static const struct slip {
  const char *section;
  uint32_t row;
  const char *field;
  uint32_t value;
  const char *says;
} slips[] = {
    {"node", 4, "children", 22, "node 4: weight is wrong"},
    {"node", 4, "where", 4, "node 4: where names what is not there"},
    {"node", 4, "weight", 2, "node 4: weight is wrong"},
    {"node", 4, "depth", 9, "node 4: depth is wrong"},
    {"node", 4, "kind", 99, "node 4: kind names what is not there"},
    {"node", 4, "text", 0, "node 4: text names what is not there"},
    {"node", 1, "op", 0, "node 1: op is missing"},
    {"node", 1, "fact", 2, "node 1: fact is of another type"},
    {"node", 1, "fact", 0, "node 1: fact is of another type"},
    {"node", 1, "fact", 5, "node 1: fact is not there"},
    {"node", 1, "number", 1, "node 1: right side is not of values"},
    {"node", 2, "number", 0, "node 2: right side is not one"},
    {"node", 2, "today", 1, "node 2: right side is not one"},
    {"node", 3, "inside", 0, "node 3: fact is not there"},
    {"node", 3, "unit", 0, "node 3: unit is missing"},
    {"node", 5, "list", 0, "node 5: children speak of another list"},
    {"node", 6, "list", 2, "node 6: children speak of another list"},
    {"node", 8, "gate", 0, "node 8: weight is wrong"},
    {"node", 9, "fact", 1, "node 9: fact is no parameter to choose by"},
    {"node", 10, "facts", 0, "node 10: facts are missing"},
    {"node", 10, "op", OP_EXACTLY, "node 10: facts are no numbers"},
    {"node", 10, "op", OP_COVERS, "node 10: op compares no numbers"},
    {"node", 11, "ask", 0, "node 11: id is missing"},
    {"node", 14, "operand", 1, "node 14: operand is of another type"},
    {"check", 1, "expect", 3, "check 1: condition is of a list"},
    {"check", 1, "expect", 0, "check 1: expect is missing"},
    {"check", 1, "stricter_than", 1,
     "check 1: stricter_than names what is not "
     "there"},
    {"fact", 2, "slot", 0, "fact 2: slot is another fact's"},
    {"fact", 2, "from", 6, "fact 2: from gives no value"},
    {"fact", 2, "of", 1, "fact 2: of is no count"},
    {"fact", 3, "values", 0, "fact 3: values are missing"},
    {"fact", 3, "titles", 9, "fact 3: titles are too few"},
    {"fact", 1, "future", 2, "fact 1: future names what is not there"},
    {"fact", 5, "list", 0, "node 3: fact is not there"},
    {"items", 1, "slot", 5, "items 1: slot is another list's"},
    {"items", 1, "inner", 3, "node 5: children speak of another list"},
    {"items", 1, "facts", 4, "items 1: facts are another's"},
    {"frame", 2, "scope", 2, "frame 2: scope is there twice"},
    {"branch", 2, "depth", 5, "branch 2: depth is wrong"},
    {"branch", 2, "below", 29, "branch 2: below names what is not there"},
    {"branch", 1, "key", 0, "branch 2: below is not sorted"},
    {"branch", 1, "fact", 4, "branch 1: fact is of another frame"},
    {"branch", 4, "fact", 5, "branch 4: fact is of another frame"},
    {"branch", 4, "fact", 6, "branch 4: fact is of another frame"},
    {"frame", 2, "branch", 4, "branch 4: fact is of another frame"},
    {"frame", 1, "branch", 0, "frame 1: branch is missing"},
    {"frame", 3, "scope", 4, "frame 0: scope is missing"},
    {"items", 1, "branch", 6, "branch 4: fact is of another frame"},
    {"items", 2, "branch", 2, "branch 1: fact is of another frame"},
    {"items", 2, "branch", 0, "items 2: branch is missing"},
    {"items", 2, "facts", 15, "items 2: facts are of no items"},
    {"rating", 2, "mask", 7, "rating 2: mask is out of order"},
    {"rating", 2, "range", 16, "rating 2: mask is out of order"},
    {"setting", 1, "fact", 1, "setting 1: value is none of the parameter"},
    {"setting", 1, "words", 17, "setting 1: value is none of the parameter"},
    {"disagreement", 1, "facts", 15, "disagreement 1: facts are of no frame"},
    {"disagreement", 1, "facts", 13, "disagreement 1: facts are of no frame"},
    {"change", 1, "gate", 0, "change 1: change is not whole"},
    {"change", 1, "gate", 3, "change 1: condition is of a list"},
    {"change", 1, "last", 0, "change 1: change is not whole"},
    {"change", 2, "fact", 1, "change 2: change is not whole"},
    {"items", 1, "scope", 5, "items 1: scope has no lists"},
    {"text", 2, "offset", 1, "text 2: offset is out of place"},
    {"text", 4, "size", 8, "text 4: size is not that of a text"},
    {"node", 4, "children", 2, "node 4: children names what is not there"},
    {"pack", 1, "sections", 40, "pack 1: sections names no list"},
    {"pack", 1, "sections", 8, "pack 1: sections names what is not there"},
};

static void program_open__says_what_is_wrong(void **state) {
  for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
    const struct slip *slip = &slips[i];
    const char *why;
    size_t size;
    char *block = block_new(&size);
    *block_field(block, slip->section, slip->row, slip->field) = slip->value;
    assert_false(opens(block, size, &why));
    assert_string_equal(why, slip->says);
    free(block);
  }
}

static void program_open__wants_texts_in_utf8(void **state) {
  static const char *const wrong[] = {"\xff", "\xc3", "\xed\xa0\x80"};

  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    size_t size;
    char *block = block_new(&size);
    const struct program_header *header = (const void *)block;
    /* Over "literal", its last bytes before the NUL. */
    char *end = block + header->rows[SECTION_BYTE - 1].offset + 11;
    const char *why;
    memcpy(end - strlen(wrong[i]), wrong[i], strlen(wrong[i]));
    assert_false(opens(block, size, &why));
    assert_string_equal(why, "the texts are not UTF-8");
    free(block);
  }
}

static void program_open__wants_a_place_at_a_multiple_of_8(void **state) {
  size_t size;
  char *block = block_new(&size);
  char *moved = malloc(size + 8);
  const char *why;

  memcpy(moved + 4, block, size);
  assert_false(opens(moved + 4, size, &why));
  assert_string_equal(why, "a program begins at a multiple of 8");
  free(moved);
  free(block);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(program_open__takes_a_whole_program),
      cmocka_unit_test(program_open__survives_any_word_of_any_value),
      cmocka_unit_test(program_open__survives_many_changes_at_once),
      cmocka_unit_test(program_open__refuses_what_is_cut_short),
      cmocka_unit_test(program_open__says_what_is_wrong),
      cmocka_unit_test(program_open__wants_texts_in_utf8),
      cmocka_unit_test(program_open__wants_a_place_at_a_multiple_of_8),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* blocks.c: see blocks.h. */
#include "blocks.h"

#include <stdlib.h>

#include "fields.h"

enum {
  CAPACITY = 1 << 16
};

/* Rows are written as structs: what a field is not given is 0. */
struct maker {
  char *block;
  uint32_t size;
};

static void put(struct maker *maker, uint32_t section, const void *rows,
                uint32_t count, size_t bytes) {
  struct program_header *header = (void *)maker->block;

  maker->size = (maker->size + 7) / 8 * 8;
  header->rows[section - 1] = (struct program_rows){
      maker->size, count, program_sections[section].words};
  memcpy(maker->block + maker->size, rows, bytes);
  maker->size += (uint32_t)bytes;
}

#define PUT(ID, rows)                                                          \
  put(&maker, SECTION_##ID, rows, sizeof(rows) / sizeof((rows)[0]),            \
      sizeof(rows))

/* Lists by name: where they begin in `words`, from 1. */
enum {
  LIST_VALUES = 1, /* literal successor */
  LIST_FACTS = 4,  /* the facility's: 1, 2, 3, 4 */
  LIST_ITEMS = 9,  /* list 1 */
  LIST_MEMBER = 11,
  LIST_PARAMETER = 13, /* fact 6 */
  LIST_OF_ITEMS = 15,  /* fact 5 */
  LIST_NODE_1 = 17,
  LIST_NODES_1_2 = 19,
  LIST_NODE_3 = 22,
  LIST_READINGS = 24,
  LIST_BRANCH_1 = 27,
  LIST_BRANCH_4 = 29,
  LIST_LITERAL = 31,
  LIST_BRANCHES_4_5 = 33
};

static const uint32_t words[] = {2, 3, 4, 4, 1, 2, 3, 4, 1, 1, 1, 2,
                                 1, 6, 1, 5, 1, 1, 2, 1, 2, 1, 3, 2,
                                 1, 2, 1, 1, 1, 4, 1, 3, 2, 4, 5};

/* Texts: 1 "a", 2 "b", 3 "literal", 4 "successor". */
static const char bytes[] = "a\0b\0literal\0successor";

static const struct program_text texts[] = {{0, 1}, {2, 1}, {4, 7}, {12, 9}};
static const double numbers[] = {0.5, 12};
static const struct program_group groups[] = {{1, 2}};
static const struct program_layer layers[] = {{.name = 1, .digest = 2}};
static const struct program_pack packs[] = {{.title = 1}};

static const struct program_frame frames[] = {
    {SCOPE_FACILITY, LIST_FACTS, LIST_ITEMS, 6},
    {SCOPE_MEMBER, 0, LIST_MEMBER, 3},
    {SCOPE_ASSESSMENT, 0, 0, 3},
    {SCOPE_PARAMETER, LIST_PARAMETER, 0, 0}};

static const struct program_fact facts[] = {
    {.path = 1, .scope = SCOPE_FACILITY, .type = TYPE_YES_NO, .slot = 0},
    {.path = 1,
     .scope = SCOPE_FACILITY,
     .type = TYPE_COUNT,
     .slot = 1,
     .from = 7,
     .least = 1,
     .most = 2,
     .of = 2},
    {.path = 1,
     .scope = SCOPE_FACILITY,
     .type = TYPE_CHOICES,
     .slot = 2,
     .values = LIST_VALUES,
     .titles = LIST_VALUES},
    {.path = 1, .scope = SCOPE_FACILITY, .type = TYPE_DATE, .slot = 3},
    {.path = 2, .scope = SCOPE_ITEM, .type = TYPE_DATE, .list = 1},
    {.path = 2,
     .scope = SCOPE_PARAMETER,
     .type = TYPE_CHOICE,
     .values = LIST_VALUES}};

static const struct program_items items[] = {
    {.path = 1,
     .scope = SCOPE_FACILITY,
     .inner = SCOPE_ITEM,
     .facts = LIST_OF_ITEMS,
     .branch = 2},
    {.path = 1, .scope = SCOPE_MEMBER, .inner = SCOPE_FACILITY, .branch = 6}};

static const struct program_branch branches[] = {
    {.key = 2, .fact = 5, .depth = 1},
    {.below = LIST_BRANCH_1, .depth = 2},
    {.depth = 1},
    {.key = 1, .fact = 1, .depth = 1},
    {.key = 2, .below = LIST_BRANCH_4, .depth = 2},
    {.below = LIST_BRANCHES_4_5, .depth = 3}};

#define LEAF .kind = KIND_LEAF, .text = 1
#define NODE(of, list) .kind = KIND_##of, .text = 1, .children = list
static const struct program_node nodes[] = {
    {LEAF, .depth = 1, .weight = 1, .op = OP_IS, .fact = 1,
     .values = LIST_VALUES, .reading = 3},
    {LEAF, .depth = 1, .weight = 1, .op = OP_AT_LEAST, .fact = 2, .number = 2,
     .reading = 4},
    {LEAF, .depth = 1, .weight = 1, .op = OP_BEFORE, .fact = 5, .inside = 1,
     .today = 1, .shift = 3, .unit = 1},
    {NODE(ALL, LIST_NODES_1_2), .depth = 2, .weight = 3, .otherwise = 1},
    {NODE(EVERY, LIST_NODE_3), .list = 1, .where = 3, .depth = 2, .weight = 3},
    {NODE(LATEST, LIST_NODE_3), .list = 1, .depth = 2, .weight = 2},
    {NODE(COUNT, LIST_NODE_3), .list = 1, .depth = 2, .weight = 2},
    {NODE(WHEN, LIST_NODE_1), .gate = 2, .depth = 2, .weight = 3},
    {NODE(READING, LIST_READINGS), .fact = 6, .depth = 2, .weight = 3},
    {NODE(COMPUTE, 0), .facts = LIST_FACTS, .depth = 1, .weight = 1},
    {NODE(AUDITOR, 0), .id = 1, .ask = 2, .depth = 1, .weight = 1},
    {NODE(LISTED, 0), .inside = 1, .depth = 1, .weight = 1},
    {LEAF, .op = OP_INCLUDES, .fact = 3, .values = LIST_VALUES, .na_when = 1,
     .depth = 2, .weight = 2},
    {LEAF, .depth = 1, .weight = 1, .op = OP_COVERS, .fact = 2, .operand = 2}};
#undef LEAF
#undef NODE

static const struct program_setting settings[] = {
    {.fact = 6, .words = LIST_LITERAL}};
static const struct program_piece pieces[] = {{.kind = PIECE_WORDS, .text = 1}};
static const struct program_sentence sentences[] = {{LIST_NODE_1}};
static const struct program_point points[] = {
    {.id = 1, .strength = 1, .checks = LIST_NODE_1}};
static const struct program_broken brokens[] = {{.message = 1}};
static const struct program_provision provisions[] = {
    {.id = 1, .scope = SCOPE_FACILITY, .checks = LIST_NODE_1}};
static const struct program_check checks[] = {
    {.id = 1, .provision = 1, .scope = SCOPE_FACILITY, .expect = 4},
    {.id = 2,
     .provision = 1,
     .scope = SCOPE_FACILITY,
     .expect = 5,
     .stricter_than = 1}};
static const struct program_prompt prompts[] = {
    {.id = 1, .text = 1, .when = 8}};
static const struct program_disagreement disagreements[] = {
    {.id = 1, .scope = SCOPE_FACILITY, .when = 9, .facts = LIST_FACTS}};
static const struct program_hint hints[] = {{.id = 1, .when = 10}};
static const struct program_change changes[] = {
    {.kind = CHANGE_NARROWS,
     .layer = 1,
     .check = 1,
     .gate = 1,
     .because = 1,
     .by = 1,
     .last = 1,
     .says = 1},
    {.kind = CHANGE_CHANGES_PARAMETER,
     .layer = 1,
     .fact = 6,
     .setting = 1,
     .says = 1}};

static void put_ratings(struct maker *maker) {
  struct program_rating rows[6 * 32];

  for (uint32_t i = 0; i < 6 * 32; i++)
    rows[i] = (struct program_rating){i / 32 + 1, i % 32, 1, 2};
  put(maker, SECTION_RATING, rows, 6 * 32, sizeof rows);
}

char *block_new(size_t *size) {
  struct maker maker = {calloc(1, CAPACITY), sizeof(struct program_header)};
  struct program_header *header = (void *)maker.block;

  PUT(BYTE, bytes);
  PUT(NUMBER, numbers);
  PUT(WORD, words);
  PUT(TEXT, texts);
  PUT(PACK, packs);
  PUT(LAYER, layers);
  PUT(GROUP, groups);
  PUT(FRAME, frames);
  PUT(FACT, facts);
  PUT(ITEMS, items);
  PUT(BRANCH, branches);
  PUT(SETTING, settings);
  PUT(PIECE, pieces);
  PUT(SENTENCE, sentences);
  PUT(NODE, nodes);
  PUT(POINT, points);
  PUT(BROKEN, brokens);
  PUT(PROVISION, provisions);
  PUT(CHECK, checks);
  PUT(PROMPT, prompts);
  PUT(DISAGREEMENT, disagreements);
  PUT(HINT, hints);
  PUT(CHANGE, changes);
  put_ratings(&maker);
  memcpy(header->magic, PROGRAM_MAGIC, sizeof header->magic);
  header->version = PROGRAM_VERSION;
  header->size = maker.size;
  *size = maker.size;
  return maker.block;
}

static uint32_t section_of(const char *name) {
  uint32_t id = 1;

  while (strcmp(program_sections[id].name, name) != 0)
    id++;
  return id;
}

uint32_t *block_field(char *block, const char *section, uint32_t row,
                      const char *field) {
  uint32_t id = section_of(section), at = 0;
  const struct program_header *header = (const void *)block;
  uint32_t *first = (void *)(block + header->rows[id - 1].offset);

  while (strcmp(program_sections[id].fields[at].name, field) != 0)
    at++;
  return first + (row - 1) * program_sections[id].words + at;
}

uint32_t block_node(const char *block, enum program_kind kind) {
  struct program program = {block, 0};
  uint32_t row = 1;

  while (program_node_at(&program, row)->kind != kind)
    row++;
  return row;
}

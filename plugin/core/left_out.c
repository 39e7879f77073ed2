/* left_out.c: of a part and its whole that were both counted from one list: which
 * items the whole holds and the part does not ("88 not on duty, 34 of them not
 * trained").  Where the whole is itself part of a larger count, the head-counts alone
 * say how many it leaves out; see find.h. */
#include <math.h>
#include <stdio.h>

#include "find.h"
#include "shortfall.h"

/* The counts behind a condition: those of its part and of its whole. */
struct counts {
  const struct program_node *part, *whole;
  uint32_t part_row, whole_row;
};

static uint32_t from_of(const struct program *program, uint32_t fact) {
  return fact ? program_fact_at(program, fact)->from : 0;
}

static bool find_counts(const struct program *program, uint32_t row,
                        struct counts *counts) {
  const struct program_node *node = program_node_at(program, row);

  if (node->kind != KIND_LEAF || node->op != OP_COVERS)
    return false;
  counts->part_row = from_of(program, node->fact);
  counts->whole_row = from_of(program, node->operand);
  counts->part = program_node_at(program, counts->part_row);
  counts->whole = program_node_at(program, counts->whole_row);
  return counts->part && counts->whole &&
         counts->part->list == counts->whole->list;
}

static uint8_t expected(struct context *context,
                        const struct program_node *node) {
  return node_extents(
      context, program_list_at(context->call->program, node->children).rows[0]);
}

/* What an item is to the whole; false where the whole is not about it. */
static bool look_at(struct context *context, const struct counts *counts,
                    uint8_t *counted, bool *lacks) {
  if (!mask_holds(expected(context, counts->whole)))
    return false;
  *counted = counts->whole->where ? node_extents(context, counts->whole->where)
                                  : MASK_MET;
  *lacks = (expected(context, counts->part) & ~MASK_SHORT) == 0;
  return true;
}

/* Calls see(data, counted, lacks) for each item that the whole is about, the item
 * in hand. */
static void each(struct context *context, const struct counts *counts,
                 void (*see)(void *data, uint8_t counted, bool lacks),
                 void *data) {
  const struct program *program = context->call->program;
  const struct list *list = list_of(context, counts->part->list);
  struct frame **place = context_place(context, counts->part->list);
  struct frame *outer = *place;
  uint32_t count = list ? list->count : 0;

  call_charge(context->call,
              count * (node_item_cost(program, counts->whole_row) +
                       node_item_cost(program, counts->part_row)));
  for (uint32_t i = 0; i < count; i++) {
    uint8_t counted;
    bool lacks;
    *place = list->items[i];
    if (look_at(context, counts, &counted, &lacks))
      see(data, counted, lacks);
  }
  *place = outer;
}

/* ---- the whole without the part ------------------------------------------------ */

struct leaving_out {
  struct context *context;
  struct found *found;
  struct frame *const *place;
};

static void see_item(void *data, uint8_t counted, bool lacks) {
  const struct leaving_out *out = data;

  if (lacks && mask_holds(counted))
    out->found->items[out->found->item_count++] = *out->place;
}

void left_out_items(struct context *context, uint32_t row,
                    struct found *found) {
  struct leaving_out out = {context, found, NULL};
  struct counts counts;
  const struct list *list;

  if (!find_counts(context->call->program, row, &counts))
    return;
  list = list_of(context, counts.part->list);
  found->has_items = true;
  found->lacks = true;
  if (!list || list->count == 0)
    return;
  found->items = CALL_NEW_MANY(context->call, list->count, struct frame *);
  out.place = context_place(context, counts.part->list);
  each(context, &counts, see_item, &out);
}

/* ---- what the count passed over -------------------------------------------------- */

enum {
  ANSWER_NO = 1,  /* the place of "no" among the titles of yes/no */
  MOST_WORDS = 65 /* for each value of a fact, and for none of them */
};

/* What was passed over, by the words for why. */
struct passed {
  struct context *context;
  uint32_t fact;                 /* whose answers say why */
  const char *words[MOST_WORDS]; /* in the order of the items */
  uint32_t number[MOST_WORDS];
  uint32_t count, total, lacking;
};

static const char *title_of_no(const struct program *program,
                               const struct program_fact *fact) {
  struct program_list values = program_list_at(program, fact->values);

  if (fact->type == TYPE_YES_NO)
    return fact_title(program, fact, ANSWER_NO);
  for (uint32_t i = 0; i < values.count; i++)
    if (strcmp(program_text_bytes(program, values.rows[i]), "no") == 0)
      return fact_title(program, fact, i);
  return NULL;
}

/* The first fact under a node that has words for people: for the answer no, or for
 * any; 0: none. */
static uint32_t worded(const struct program *program, uint32_t row, bool no) {
  const struct program_node *node = program_node_at(program, row);
  struct program_list children = program_list_at(program, node->children);
  const struct program_fact *fact = program_fact_at(program, node->fact);

  if (fact && fact->titles && (!no || title_of_no(program, fact)))
    return node->fact;
  for (uint32_t i = 0; i < children.count; i++) {
    uint32_t found = worded(program, children.rows[i], no);
    if (found)
      return found;
  }
  return 0;
}

/* How people call the answer in this item: "on leave".  Where several are possible,
 * none of them is said. */
static const char *word_in(struct context *context, uint32_t row) {
  const struct program *program = context->call->program;
  const struct program_fact *fact = program_fact_at(program, row);
  const struct cell *cell = cell_of(context, row);
  const char *title = NULL;

  if (cell->shape != SHAPE_VALUE)
    return "left out";
  if (fact->type == TYPE_YES_NO)
    title = cell->set & 1 ? NULL : fact_title(program, fact, ANSWER_NO);
  else if (fact->type == TYPE_CHOICE)
    for (uint32_t i = 0; i < 64 && !title; i++)
      title = cell->set >> i & 1 ? fact_title(program, fact, i) : NULL;
  return title ? title : "left out";
}

static void see_passed(void *data, uint8_t counted, bool lacks) {
  struct passed *passed = data;
  const char *word;
  uint32_t at = 0;

  if (counted & ~MASK_SHORT)
    return;
  word = word_in(passed->context, passed->fact);
  while (at < passed->count && strcmp(passed->words[at], word) != 0)
    at++;
  if (at == passed->count)
    passed->words[passed->count++] = word;
  passed->number[at]++;
  passed->total++;
  passed->lacking += lacks;
}

/* ---- in words --------------------------------------------------------------------- */

/* A word with its number, once. */
static void put_number(struct passed *passed, uint32_t at, uint32_t *put,
                       struct writing *out) {
  char number[16];

  if (passed->number[at] == 0)
    return;
  snprintf(number, sizeof number, "%lu ", (unsigned long)passed->number[at]);
  writing_put_text(out, (*put)++ > 0 ? ", " : "; ");
  writing_put_text(out, number);
  writing_put_text(out, passed->words[at]);
  passed->number[at] = 0;
}

/* The words in the order of the fact's values, and those of none behind. */
static uint32_t put_numbers(struct passed *passed, struct writing *out) {
  const struct program *program = passed->context->call->program;
  const struct program_fact *fact = program_fact_at(program, passed->fact);
  uint32_t titles = program_list_at(program, fact->titles).count, put = 0;

  for (uint32_t i = 0; i < titles; i++) {
    const char *title = fact_title(program, fact, i);
    for (uint32_t k = 0; title && k < passed->count; k++)
      if (strcmp(passed->words[k], title) == 0)
        put_number(passed, k, &put, out);
  }
  for (uint32_t k = 0; k < passed->count; k++)
    put_number(passed, k, &put, out);
  return put;
}

/* "34 of them not trained", "not trained" of the only one. */
static void put_lacking(const struct passed *passed,
                        const struct counts *counts, bool bracket,
                        struct writing *out) {
  const struct program *program = passed->context->call->program;
  uint32_t fact = worded(
      program, program_list_at(program, counts->part->children).rows[0], true);
  char number[32];

  if (passed->lacking == 0 || !fact)
    return;
  writing_put_text(out, bracket ? " (" : ", ");
  if (passed->total > 1) {
    snprintf(number, sizeof number, "%lu of them ",
             (unsigned long)passed->lacking);
    writing_put_text(out, number);
  }
  writing_put_text(out, title_of_no(program, program_fact_at(program, fact)));
  writing_put_text(out, bracket ? ")" : "");
}

/* How many of the items it names: those that the count passed over. */
static uint32_t put_of_list(struct context *context, uint32_t row,
                            struct writing *out) {
  const struct program *program = context->call->program;
  struct passed passed = {.context = context};
  struct counts counts;
  uint32_t put;

  if (!find_counts(program, row, &counts) || !counts.whole->where)
    return 0;
  passed.fact = worded(program, counts.whole->where, false);
  if (!passed.fact)
    return 0;
  each(context, &counts, see_passed, &passed);
  put = put_numbers(&passed, out);
  if (put > 0)
    put_lacking(&passed, &counts, put > 1, out);
  return passed.total;
}

/* ---- by head-counts alone ----------------------------------------------------------- */

/* The fewest and the most that a count may be. */
static void bounds(const struct context *context, uint32_t row, double *fewest,
                   double *most) {
  const struct cell *cell = row ? cell_of(context, row) : NULL;

  *fewest = 0;
  *most = INFINITY;
  if (!cell_is_known(cell))
    return;
  if (cell->shape == SHAPE_VALUE)
    *fewest = *most = cell->lo;
  if (cell->shape != SHAPE_VALUE && cell->has_lo)
    *fewest = cell->lo;
  if (cell->shape != SHAPE_VALUE && cell->has_hi)
    *most = cell->hi;
}

/* "; 88 not on duty, of whom no more is known", where more are left out than are
 * `listed`. */
static void put_of_counts(struct context *context, uint32_t row,
                          uint32_t listed, struct writing *out) {
  const struct program *program = context->call->program;
  const struct program_node *node = program_node_at(program, row);
  const struct program_fact *fact;
  double least, most, fewest, greatest;
  char number[48];

  if (node->kind != KIND_LEAF || node->op != OP_COVERS)
    return;
  fact = program_fact_at(program, node->operand);
  if (!fact || !fact->left_out)
    return;
  bounds(context, fact->of, &least, &most);
  bounds(context, node->operand, &fewest, &greatest);
  if (least - greatest <= listed)
    return;
  snprintf(number, sizeof number, "; %s%.0f ",
           least - greatest < most - fewest ? "at least " : "",
           least - greatest);
  writing_put_text(out, number);
  writing_put_text(out, program_text_bytes(program, fact->left_out));
  writing_put_text(out, listed > 0 ? " in all" : ", of whom no more is known");
}

void left_out_put(struct context *context, uint32_t row, struct writing *out) {
  put_of_counts(context, row, put_of_list(context, row, out), out);
}

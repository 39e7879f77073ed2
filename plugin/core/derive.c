/* derive.c: what follows from lists before any check is run: totals, latest days,
 * and whether all or any are so; see settle.h. */
#include <math.h>

#include "derive_cell.h"
#include "explain.h"

/* ---- facts that follow from lists ----------------------------------------- */

/* Where a choice has three values, from best to worst, `every` gives the first
 * where all meet it, the last where none does, and else the one between. */
static struct cell *graded(struct context *context, uint32_t from) {
  uint8_t mask = node_root(context, from);
  uint64_t set = 0;
  double sure, may;

  if (mask & MASK_NA)
    return NULL;
  node_count(context, from, &sure, &may);
  if (mask & MASK_MET)
    set |= 1;
  if (mask & MASK_LAPSE && may > 0)
    set |= 2;
  if (mask & MASK_SHORT && sure == 0)
    set |= 4;
  if (set == 1 || set == 2 || set == 4)
    return derived_choice(context->call, set);
  return set == 7 ? NULL : derived_few(context->call, set);
}

static struct cell *latest(struct context *context,
                           const struct program_fact *fact) {
  double lo, hi;

  node_latest(context, fact->from, &lo, &hi);
  if (hi == -INFINITY && !fact->may_be_never)
    return NULL;
  return derived_bounds(context->call, TYPE_DATE, lo, hi, -INFINITY,
                        context->reading->as_of);
}

static struct cell *total(struct context *context,
                          const struct program_fact *fact) {
  double lo, hi;

  node_count(context, fact->from, &lo, &hi);
  return derived_bounds(context->call, TYPE_COUNT, lo, hi, 0, INFINITY);
}

/* Yes, or no, where a condition is settled. */
static struct cell *answer(struct call *call, uint8_t mask) {
  if (mask == MASK_MET)
    return derived_choice(call, 1);
  return (mask & ~MASK_SHORT) == 0 ? derived_choice(call, 2) : NULL;
}

static struct cell *derived_of(struct context *context,
                               const struct program_fact *fact) {
  switch (fact->type) {
  case TYPE_COUNT:
    return total(context, fact);
  case TYPE_DATE:
    return latest(context, fact);
  case TYPE_CHOICE:
    return graded(context, fact->from);
  default:
    return answer(context->call, node_root(context, fact->from));
  }
}

/* ---- how well it is supported ---------------------------------------------- */

static uint8_t weaker(uint8_t basis, uint8_t other) {
  return !basis || (other && other < basis) ? other : basis;
}

static uint8_t basis_of_item(const struct program *program,
                             struct program_list reads,
                             const struct frame *item) {
  uint8_t basis = BASIS_NONE;

  for (uint32_t i = 0; i < reads.count; i++) {
    const struct program_fact *fact = program_fact_at(program, reads.rows[i]);
    const struct cell *cell =
        fact->list == item->of && fact->scope == SCOPE_ITEM
            ? item->cells[fact->slot]
            : NULL;
    if (cell_is_known(cell))
      basis = weaker(basis, cell->basis ? cell->basis : BASIS_STATED);
  }
  return basis;
}

/* The basis of what decided a settled condition; BASIS_NONE: no fact did. */
static uint8_t basis_of_decided(struct context *context, uint32_t node) {
  struct found_list found = {NULL, 0, 0};

  decided_by(context, node, &found);
  return (uint8_t)decided_basis(context, found.all, found.count);
}

/* The weakest support among what the items say and that they are all: that of a
 * total.  An answer that is settled has that of the items which decided it. */
static uint8_t basis_of(struct context *context,
                        const struct program_fact *fact,
                        const struct list *content) {
  const struct program *program = context->call->program;
  struct program_list reads = program_list_at(program, fact->reads);
  uint8_t basis = (uint8_t)list_basis(content);

  if (fact->type == TYPE_YES_NO) {
    uint8_t own = basis_of_decided(context, fact->from);
    if (own)
      return own;
  }
  for (uint32_t i = 0; content && i < content->count; i++)
    basis = weaker(basis, basis_of_item(program, reads, content->items[i]));
  return basis;
}

/* ---- what a list withholds -------------------------------------------------- */

static const struct cell *withheld_by(struct context *context,
                                      const struct found *found) {
  const struct program *program = context->call->program;
  uint32_t row = program_node_at(program, found->node)->fact;
  const struct program_fact *fact = program_fact_at(program, row);
  const struct cell *cell;

  if (!fact || fact->scope != SCOPE_ITEM)
    return NULL;
  cell = cell_in(context, found->facility, found->item, row);
  return cell->state == CELL_WITHHELD ? cell : NULL;
}

/* What the items of a list withhold, and nothing else leaves open, is withheld: a
 * refusal is not a gap.  The reason is told unless it may name people. */
static struct cell *withheld(struct context *context, uint32_t from,
                             const struct list *content) {
  const struct program *program = context->call->program;
  struct found_list open = {NULL, 0, 0};
  struct slice why = {NULL, 0};
  struct cell *cell;

  if (!content || content->extra_hi > 0)
    return NULL;
  explain_open(context, from, false, &open);
  for (uint32_t i = 0; i < open.count; i++) {
    const struct cell *one = withheld_by(context, &open.all[i]);
    uint32_t row = program_node_at(program, open.all[i].node)->fact;
    if (!one)
      return NULL;
    if (!why.data && !program_fact_at(program, row)->hides_why)
      why = cell_detail(one)->why;
  }
  if (open.count == 0)
    return NULL;
  cell = CALL_NEW(context->call, struct cell);
  cell->state = CELL_WITHHELD;
  cell->derived = true;
  cell_more(context->call, cell)->why = why;
  cell->detail->list = content->pointer;
  return cell;
}

/* ---- in a frame ------------------------------------------------------------- */

static void keep_difference(struct call *call, struct differences *differing,
                            uint32_t fact, struct cell *derived) {
  differing->all = reading_grow(call, differing->all, sizeof *differing->all,
                                differing->count, &differing->room);
  differing->all[differing->count++] = (struct difference){fact, derived};
}

/* A fact whose list gives it an answer. */
static void join(struct context *context, uint32_t row, struct cell *derived,
                 struct undo *undo, struct differences *differing) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  struct cell *stated = context->facility->cells[fact->slot];
  struct cell *cell = derived_merged(call, fact->type, stated, derived);

  if (!cell)
    keep_difference(call, differing, row, derived);
  else if (cell != stated)
    undo_put_cell(call, undo, context->facility, fact->slot, cell);
}

static void complete_one(struct context *context, uint32_t row,
                         struct undo *undo, struct differences *differing) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  const struct list *content =
      list_of(context, program_node_at(call->program, fact->from)->list);
  struct cell *cell = derived_of(context, fact);

  if (cell) {
    cell->basis = basis_of(context, fact, content);
    if (content)
      cell_more(call, cell)->list = content->pointer;
    join(context, row, cell, undo, differing);
    return;
  }
  if (context->facility->cells[fact->slot])
    return;
  cell = withheld(context, fact->from, content);
  if (cell)
    undo_put_cell(call, undo, context->facility, fact->slot, cell);
}

void derive_complete(struct context *context, struct undo *undo,
                     struct differences *differing) {
  const struct program *program = context->call->program;
  struct program_list facts = facility_facts(program);

  for (uint32_t i = 0; i < facts.count; i++)
    if (program_fact_at(program, facts.rows[i])->from)
      complete_one(context, facts.rows[i], undo, differing);
}

void derive_follow(struct context *context) {
  const struct program *program = context->call->program;
  struct program_list facts = facility_facts(program);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t follows = program_fact_at(program, facts.rows[i])->follows;
    struct cell **place = &context->facility->cells[i];
    struct cell *cell = NULL;
    if (follows && (!*place || (*place)->state == CELL_UNKNOWN))
      cell = answer(context->call, node_root(context, follows));
    if (!cell)
      continue;
    cell->basis = basis_of_decided(context, follows);
    *place = cell;
  }
}

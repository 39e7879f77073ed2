/* decided.c: what decided a settled condition, and how well it is supported; see
 * explain.h.
 *
 * Where each of several conditions would have sufficed alone, the best supported of
 * them decided; where all were needed, each did.  All that is found is put at the end
 * of one list; what turns out to have no part is taken off it. */
#include "find.h"

static const struct program *program_of(const struct context *context) {
  return context->call->program;
}

static bool is_met(uint8_t mask) {
  return mask == MASK_MET;
}

static bool fails(uint8_t mask) {
  return !(mask & MASK_MET);
}

static bool is_short(uint8_t mask) {
  return fails(mask) && mask != MASK_NA;
}

/* ---- support ---------------------------------------------------------------- */

static uint8_t weaker(uint8_t basis, uint8_t other) {
  return !basis || (other && other < basis) ? other : basis;
}

/* What is not known supports nothing. */
static uint8_t support_of(const struct cell *cell) {
  if (cell->state != CELL_KNOWN && cell->state != CELL_NOT_APPLICABLE)
    return BASIS_NONE;
  return cell->basis ? cell->basis : BASIS_STATED;
}

static uint8_t with_fact(struct context *context, const struct found *found,
                         uint32_t row, uint8_t basis) {
  const struct program_fact *fact = program_fact_at(program_of(context), row);

  if (!fact || fact->scope == SCOPE_PARAMETER)
    return basis;
  return weaker(
      basis, support_of(cell_in(context, found->facility, found->item, row)));
}

/* A comparison rests on both of its sides. */
static uint8_t with_found(struct context *context, const struct found *found,
                          uint8_t basis) {
  const struct program_node *node =
      program_node_at(program_of(context), found->node);
  struct program_list facts = program_list_at(program_of(context), node->facts);

  basis = weaker(basis, found->complete);
  basis = with_fact(context, found, node->fact, basis);
  basis = with_fact(context, found, node->operand, basis);
  for (uint32_t i = 0; i < facts.count; i++)
    basis = with_fact(context, found, facts.rows[i], basis);
  return node->kind == KIND_AUDITOR ? weaker(basis, BASIS_VERIFIED) : basis;
}

enum basis decided_basis(struct context *context, const struct found *found,
                         uint32_t count) {
  uint8_t basis = BASIS_NONE;

  for (uint32_t i = 0; i < count; i++)
    basis = with_found(context, &found[i], basis);
  return basis;
}

/* ---- the best of several ----------------------------------------------------- */

/* Part of a list of found conditions. */
struct span {
  uint32_t from, count;
  bool given;
};

static enum basis basis_of_span(struct context *context,
                                const struct found_list *out,
                                struct span span) {
  return decided_basis(context, out->all + span.from, span.count);
}

/* The better supported of two, the first where they are equal. */
static struct span better(struct context *context, const struct found_list *out,
                          struct span best, struct span other) {
  enum basis a, b;

  if (!best.given)
    return other;
  a = basis_of_span(context, out, best);
  b = basis_of_span(context, out, other);
  return a && b && b > a ? other : best;
}

/* Leaves of what was found from `from` on that span alone. */
static void keep(struct found_list *out, uint32_t from, struct span span) {
  if (span.count > 0 && span.from != from)
    memmove(out->all + from, out->all + span.from,
            span.count * sizeof *out->all);
  out->count = from + span.count;
}

/* ---- what decided ------------------------------------------------------------ */

struct deciding {
  struct context *context;
  struct found_list *out;
  uint32_t depth; /* nodes on the way down to here */
};

static void by(const struct deciding *deciding, uint32_t row, uint32_t branch);

static void take(const struct deciding *deciding, uint32_t row,
                 uint32_t branch) {
  struct context *context = deciding->context;
  struct found *found = found_add(context->call, deciding->out);

  found->node = row;
  found->branch = branch;
  found->item = context->item;
  found->facility = context->facility;
}

static struct program_list children_of(const struct deciding *deciding,
                                       const struct program_node *node) {
  return program_list_at(program_of(deciding->context), node->children);
}

static void all_of(const struct deciding *deciding,
                   const struct program_node *node, uint32_t branch) {
  struct program_list children = children_of(deciding, node);

  for (uint32_t i = 0; i < children.count; i++)
    by(deciding, children.rows[i], branch);
}

static struct span by_one(const struct deciding *deciding, uint32_t row,
                          uint32_t branch) {
  uint32_t from = deciding->out->count;

  by(deciding, row, branch);
  return (struct span){from, deciding->out->count - from, true};
}

static void best_of(const struct deciding *deciding,
                    const struct program_node *node, uint32_t branch,
                    bool (*suffices)(uint8_t mask)) {
  struct program_list children = children_of(deciding, node);
  uint32_t from = deciding->out->count;
  struct span best = {from, 0, false};

  for (uint32_t i = 0; i < children.count; i++)
    if (suffices(node_extents(deciding->context, children.rows[i])))
      best = better(deciding->context, deciding->out, best,
                    by_one(deciding, children.rows[i], branch));
  if (best.given)
    keep(deciding->out, from, best);
  else
    all_of(deciding, node, branch);
}

static void by_reading(const struct deciding *deciding,
                       const struct program_node *node, uint32_t branch) {
  const struct cell *chosen = cell_of(deciding->context, node->fact);
  struct program_list children = children_of(deciding, node);

  for (uint32_t i = 0; i < children.count; i++)
    if (chosen->shape == SHAPE_VALUE && (chosen->set >> i & 1)) {
      by(deciding, children.rows[i], branch);
      return;
    }
  all_of(deciding, node, branch);
}

/* What made one item what it is: out of the count, or met or short in it.  The mask
 * is NA for one that is out. */
static struct span by_item(const struct deciding *deciding,
                           const struct program_node *node, uint32_t branch,
                           uint8_t *mask) {
  struct context *context = deciding->context;
  uint32_t child = children_of(deciding, node).rows[0];
  bool out = node->where && fails(node_extents(context, node->where));

  *mask = out ? MASK_NA : node_extents(context, child);
  return by_one(deciding, out ? node->where : child, branch);
}

/* One item suffices to settle what a list is asked for, or all are needed and that
 * there are no others. */
static void over_list(const struct deciding *deciding, uint32_t row,
                      uint32_t branch, bool (*suffices)(uint8_t mask)) {
  struct context *context = deciding->context;
  const struct program_node *node = program_node_at(program_of(context), row);
  const struct list *list = list_of(context, node->list);
  struct frame **place = context_place(context, node->list), *outer = *place;
  uint32_t from = deciding->out->count, count = list ? list->count : 0;
  struct span best = {from, 0, false};

  call_charge(context->call,
              2 * count * node_item_cost(program_of(context), row));
  for (uint32_t i = 0; i < count; i++) {
    uint8_t mask;
    struct span one;
    *place = list->items[i];
    one = by_item(deciding, node, branch, &mask);
    if (suffices(mask))
      best = better(context, deciding->out, best, one);
  }
  *place = outer;
  if (best.given) {
    keep(deciding->out, from, best);
    return;
  }
  if (deciding->out->count == from)
    take(deciding, row, branch);
  deciding->out->all[from].complete =
      weaker(deciding->out->all[from].complete, (uint8_t)list_basis(list));
}

/* The condition of a fact is no node below, and might lead back to the fact. */
static bool has_room(const struct deciding *deciding, uint32_t condition) {
  return deciding->depth +
             program_node_at(program_of(deciding->context), condition)->depth <=
         PROGRAM_DEPTH_MAX;
}

/* A fact marked not applicable is so by its condition too. */
static void by_leaf(const struct deciding *deciding, uint32_t row,
                    uint32_t branch) {
  struct context *context = deciding->context;
  const struct program_node *node = program_node_at(program_of(context), row);
  uint32_t condition =
      program_fact_at(program_of(context), node->fact)->na_when;

  take(deciding, row, branch);
  if (condition && has_room(deciding, condition) &&
      node_extents(context, row) == MASK_NA &&
      is_met(node_root(context, condition)))
    by(deciding, condition, branch);
}

static void by_joined(const struct deciding *deciding, uint32_t row,
                      const struct program_node *node, uint32_t branch) {
  if (node->kind != KIND_ALL)
    best_of(deciding, node, branch, is_met);
  else if (is_short(node_extents(deciding->context, row)))
    best_of(deciding, node, branch, is_short);
  else
    all_of(deciding, node, branch);
}

static void by_when(const struct deciding *deciding,
                    const struct program_node *node, uint32_t branch) {
  if (fails(node_extents(deciding->context, node->gate)))
    by(deciding, node->gate, branch);
  else
    all_of(deciding, node, branch);
}

static void by(const struct deciding *outer, uint32_t row, uint32_t branch) {
  struct deciding deciding = {outer->context, outer->out, outer->depth + 1};
  const struct program_node *node =
      program_node_at(program_of(deciding.context), row);

  call_charge(deciding.context->call, node->weight);
  if (node->otherwise)
    branch = row;
  switch (node->kind) {
  case KIND_ALL:
  case KIND_ANY:
  case KIND_NONE: /* met where none of the children is: then all were needed */
    by_joined(&deciding, row, node, branch);
    break;
  case KIND_WHEN:
    by_when(&deciding, node, branch);
    break;
  case KIND_READING:
    by_reading(&deciding, node, branch);
    break;
  case KIND_EVERY:
    over_list(&deciding, row, branch, is_short);
    break;
  case KIND_SOME:
  case KIND_NO:
    over_list(&deciding, row, branch, is_met);
    break;
  case KIND_LEAF:
    by_leaf(&deciding, row, branch);
    break;
  default:
    take(&deciding, row, branch);
  }
}

void decided_by(struct context *context, uint32_t node,
                struct found_list *out) {
  struct deciding deciding = {context, out, 0};

  by(&deciding, node, 0);
}

/* ---- of an outcome ------------------------------------------------------------ */

/* The weakest and the best support of what is read. */
struct range {
  uint8_t low, high;
};

static void take_in(struct range *range, uint8_t basis) {
  range->low = weaker(range->low, basis);
  if (basis > range->high)
    range->high = basis;
}

static void take_in_items(struct context *context,
                          const struct program_fact *fact,
                          struct range *range) {
  const struct list *list = list_of(context, fact->list);

  for (uint32_t i = 0; list && i < list->count; i++) {
    const struct cell *cell = list->items[i]->cells[fact->slot];
    if (cell)
      take_in(range, support_of(cell));
  }
}

static struct range range_of_reads(struct context *context, uint32_t reads,
                                   uint32_t reads_lists) {
  struct program_list lists = program_list_at(program_of(context), reads_lists);
  struct program_list facts = program_list_at(program_of(context), reads);
  struct range range = {BASIS_NONE, BASIS_NONE};

  for (uint32_t i = 0; i < lists.count; i++)
    take_in(&range, (uint8_t)list_basis(list_of(context, lists.rows[i])));
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact =
        program_fact_at(program_of(context), facts.rows[i]);
    if (fact->scope == SCOPE_FACILITY && !context->facility)
      /* of each facility, by the Member: read one by one */
      return (struct range){BASIS_STATED, BASIS_VERIFIED};
    if (fact->scope == SCOPE_ITEM)
      take_in_items(context, fact, &range);
    else if (fact->scope != SCOPE_PARAMETER)
      take_in(&range, support_of(cell_of(context, facts.rows[i])));
  }
  return range;
}

/* Where all that is read is equally supported nobody need ask what decided. */
enum basis decided_basis_of(struct context *context, uint32_t node,
                            uint32_t reads, uint32_t reads_lists) {
  struct range range = range_of_reads(context, reads, reads_lists);
  struct found_list found = {NULL, 0, 0};
  enum basis basis = range.low;

  if (range.low != range.high) {
    decided_by(context, node, &found);
    basis = decided_basis(context, found.all, found.count);
  }
  return basis ? basis : BASIS_STATED;
}

/* node.c: conditions, and what they read; see evaluate.h.  A call goes down no deeper
 * than PROGRAM_DEPTH_MAX. */
#include "judgement.h"
#include "leaf.h"
#include "list.h"

/* ---- what is read -------------------------------------------------------- */

static const struct cell absent = {.state = CELL_ABSENT};

const struct cell *cell_in(const struct context *context,
                           const struct frame *facility,
                           const struct frame *item, uint32_t row) {
  const struct program_fact *fact =
      program_fact_at(context->call->program, row);
  const struct frame *frame = facility;

  if (fact->scope == SCOPE_ITEM)
    frame = item && item->of == fact->list ? item : NULL;
  else if (fact->scope == SCOPE_MEMBER)
    frame = context->reading->member;
  else if (fact->scope == SCOPE_ASSESSMENT)
    frame = context->reading->assessment;
  else if (fact->scope == SCOPE_PARAMETER)
    frame = context->parameters;
  return frame && frame->cells[fact->slot] ? frame->cells[fact->slot] : &absent;
}

const struct cell *cell_of(const struct context *context, uint32_t fact) {
  return cell_in(context, context->facility, context->item, fact);
}

const struct list *list_of(const struct context *context, uint32_t row) {
  const struct program_items *list =
      program_items_at(context->call->program, row);
  const struct frame *frame =
      list->scope == SCOPE_MEMBER       ? context->reading->member
      : list->scope == SCOPE_ASSESSMENT ? context->reading->assessment
                                        : context->facility;

  return frame ? frame->lists[list->slot] : NULL;
}

struct frame **context_place(struct context *context, uint32_t row) {
  return program_items_at(context->call->program, row)->inner == SCOPE_FACILITY
             ? &context->facility
             : &context->item;
}

/* ---- the kinds ----------------------------------------------------------- */

static uint8_t joined(struct context *context, const struct program_node *node,
                      const uint8_t join[MASK_SETS][MASK_SETS]) {
  struct program_list children =
      program_list_at(context->call->program, node->children);
  uint8_t mask = MASK_NA;

  for (uint32_t i = 0; i < children.count; i++)
    mask = join[mask][node_extents(context, children.rows[i])];
  return mask;
}

/* Not applicable where the gate is known not to hold, and possibly so where that is
 * not known. */
static uint8_t when(struct context *context, const struct program_node *node) {
  uint8_t open = node_extents(context, node->gate), mask = 0;

  if (mask_may_hold(open))
    mask = joined(context, node, mask_worst);
  return mask_may_fail(open) ? mask | MASK_NA : mask;
}

/* A question that only the auditor may decide: unknown until a record says. */
static uint8_t auditor(struct context *context,
                       const struct program_node *node) {
  const char *id = program_text_bytes(context->call->program, node->id);
  const struct claims *claims;
  struct slice answer = context_judgement(context, slice_of(id), &claims);

  if (!answer.data)
    return MASK_MET | MASK_LAPSE;
  return slice_is(answer, SLICE("yes")) ? MASK_MET : MASK_LAPSE;
}

/* One condition for each value of a parameter, in their order; all of them while it
 * is not set. */
static uint8_t reading(struct context *context,
                       const struct program_node *node) {
  const struct cell *chosen = cell_of(context, node->fact);
  struct program_list children =
      program_list_at(context->call->program, node->children);
  uint8_t mask = 0;

  for (uint32_t i = 0; i < children.count; i++)
    if (chosen->shape != SHAPE_VALUE || (chosen->set >> i & 1))
      mask |= node_extents(context, children.rows[i]);
  return mask;
}

/* The first against the sum of the others. */
static uint8_t summed(enum program_op op, const struct cell *const *cells,
                      size_t count) {
  double first = cells[0]->lo, sum = 0;
  bool met;

  for (size_t i = 1; i < count; i++)
    sum += cells[i]->lo;
  switch (op) {
  case OP_AT_LEAST:
    met = first >= sum;
    break;
  case OP_AT_MOST:
    met = first <= sum;
    break;
  case OP_MORE_THAN:
    met = first > sum;
    break;
  case OP_LESS_THAN:
    met = first < sum;
    break;
  default: /* OP_EXACTLY */
    met = first == sum;
  }
  return met ? MASK_MET : MASK_LAPSE;
}

/* Nothing is computed but where every fact that it names is known exactly. */
static uint8_t compute(struct context *context, uint32_t row,
                       const struct program_node *node) {
  struct program_list facts =
      program_list_at(context->call->program, node->facts);
  const struct cell **cells = (const struct cell **)CALL_NEW_MANY(
      context->call, facts.count, struct cell *);

  for (uint32_t i = 0; i < facts.count; i++) {
    cells[i] = cell_of(context, facts.rows[i]);
    if (cells[i]->shape != SHAPE_VALUE)
      return MASK_UNKNOWN | MASK_NA;
  }
  return node->op ? summed((enum program_op)node->op, cells, facts.count)
                  : context_compute(context, row, cells, facts.count);
}

static uint8_t phrase(const struct leaf *leaf) {
  switch (leaf->node->op) {
  case OP_IS:
  case OP_IS_NOT:
    return leaf_choice(leaf);
  case OP_INCLUDES:
  case OP_INCLUDES_ANY:
  case OP_INCLUDES_NONE:
    return leaf_set(leaf);
  case OP_COVERS:
    return leaf_covers(leaf);
  case OP_WITHIN:
    return leaf_within(leaf);
  case OP_ON_OR_AFTER:
  case OP_ON_OR_BEFORE:
  case OP_AFTER:
  case OP_BEFORE:
    return leaf_date(leaf);
  default:
    return leaf_number(leaf);
  }
}

/* A fact that may be "not applicable" turns out to be so where its condition is
 * known to hold, and possibly while that is not known false. */
static uint8_t sentence(struct context *context,
                        const struct program_node *node) {
  struct leaf leaf = {context, context->call->program, node,
                      program_fact_at(context->call->program, node->fact),
                      cell_of(context, node->fact)};
  uint8_t gate;

  if (!node->na_when || leaf.cell->state == CELL_KNOWN)
    return phrase(&leaf);
  gate = node_extents(context, node->na_when);
  if (leaf.cell->state == CELL_NOT_APPLICABLE && gate == MASK_MET)
    return MASK_NA;
  return (uint8_t)(phrase(&leaf) | (gate & MASK_MET ? MASK_NA : 0));
}

static uint8_t by_kind(struct context *context, uint32_t row,
                       const struct program_node *node) {
  switch (node->kind) {
  case KIND_ALL:
    return joined(context, node, mask_worst);
  case KIND_ANY:
    return joined(context, node, mask_best);
  case KIND_NONE:
    return mask_negate(joined(context, node, mask_best));
  case KIND_WHEN:
    return when(context, node);
  case KIND_AUDITOR:
    return auditor(context, node);
  case KIND_READING:
    return reading(context, node);
  case KIND_COMPUTE:
    return compute(context, row, node);
  case KIND_LEAF:
    return sentence(context, node);
  case KIND_LISTED:
    return MASK_MET;
  default:
    return list_extents(context, node);
  }
}

uint8_t node_extents(struct context *context, uint32_t row) {
  const struct program_node *node =
      program_node_at(context->call->program, row);
  uint8_t mask = by_kind(context, row, node);

  return node->softens ? mask_soften(mask) : mask;
}

uint8_t node_root(struct context *context, uint32_t row) {
  call_charge(context->call,
              program_node_at(context->call->program, row)->weight);
  return node_extents(context, row);
}

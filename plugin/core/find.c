/* find.c: the conditions that make another short, or leave it open; see
 * explain.h. */
#include "find.h"

#include "seen.h"

enum wanted {
  WANT_SHORT,
  WANT_OPEN,
  WANT_MET
};

/* One way down; `branch` is the nearest node around that says what its failing
 * means. */
struct finding_down {
  struct context *context;
  enum wanted wanted;
  uint32_t branch;
  struct found_list *out;
};

static const struct program *program_of(const struct finding_down *down) {
  return down->context->call->program;
}

static bool is_short(uint8_t mask) {
  return (mask & ~MASK_SHORT) == 0;
}

static bool is_open(uint8_t mask) {
  return !mask_is_single(mask) && !is_short(mask);
}

static bool is_wanted(enum wanted wanted, uint8_t mask) {
  switch (wanted) {
  case WANT_SHORT:
    return is_short(mask);
  case WANT_OPEN:
    return is_open(mask);
  default:
    return mask == MASK_MET;
  }
}

struct found *found_add(struct call *call, struct found_list *list) {
  list->all = reading_grow(call, list->all, sizeof *list->all, list->count,
                           &list->room);
  list->all[list->count] = (struct found){0};
  return &list->all[list->count++];
}

static void take(const struct finding_down *down, uint32_t row) {
  struct found *found = found_add(down->context->call, down->out);

  found->node = row;
  found->branch = down->branch;
  found->item = down->context->item;
  found->facility = down->context->facility;
  left_out_items(down->context, row, found);
}

static void find(const struct finding_down *outer, uint32_t row);

/* A question for the auditor, or a fact that the auditor may decide, speaks of
 * circumstances that come before it: it is not asked while these are open. */
static bool waits(const struct program *program, uint32_t row) {
  const struct program_node *node = program_node_at(program, row);
  const struct program_fact *fact = program_fact_at(program, node->fact);

  return node->kind == KIND_AUDITOR || (fact && fact->auditor_may_decide);
}

static void each_child(const struct finding_down *down,
                       const struct program_node *node, bool open_before) {
  struct program_list children =
      program_list_at(program_of(down), node->children);

  call_charge(down->context->call, node->weight);
  for (uint32_t i = 0; i < children.count; i++) {
    uint8_t mask = node_extents(down->context, children.rows[i]);
    bool too_early = open_before && down->wanted == WANT_OPEN &&
                     waits(program_of(down), children.rows[i]);
    if (is_wanted(down->wanted, mask) && !too_early)
      find(down, children.rows[i]);
    open_before = open_before || is_open(mask);
  }
}

static void find_in_item(const struct finding_down *down,
                         const struct program_node *node) {
  uint32_t child = program_list_at(program_of(down), node->children).rows[0];
  uint8_t gate =
      node->where ? node_extents(down->context, node->where) : MASK_MET;

  if (mask_may_hold(gate) &&
      is_wanted(down->wanted, node_extents(down->context, child)))
    find(down, child);
  else if (down->wanted == WANT_OPEN && is_open(gate))
    find(down, node->where);
}

/* Where no item is found, the list itself is what decided. */
static void over_list(const struct finding_down *down, uint32_t row,
                      const struct program_node *node) {
  struct context *context = down->context;
  const struct list *list = list_of(context, node->list);
  struct frame **place = context_place(context, node->list), *outer = *place;
  uint32_t before = down->out->count, count = list ? list->count : 0;

  call_charge(context->call,
              count * node_item_cost(context->call->program, row));
  for (uint32_t i = 0; i < count; i++) {
    *place = list->items[i];
    find_in_item(down, node);
  }
  *place = outer;
  if (down->out->count == before)
    take(down, row);
}

/* Only the reading that rates decides; all of them do while none is chosen. */
static void find_reading(const struct finding_down *down,
                         const struct program_node *node) {
  const struct cell *chosen = cell_of(down->context, node->fact);
  struct program_list children =
      program_list_at(program_of(down), node->children);

  for (uint32_t i = 0; i < children.count; i++)
    if ((chosen->shape != SHAPE_VALUE || (chosen->set >> i & 1)) &&
        is_wanted(down->wanted, node_extents(down->context, children.rows[i])))
      find(down, children.rows[i]);
}

static void find_when(const struct finding_down *down,
                      const struct program_node *node) {
  bool open = is_open(node_extents(down->context, node->gate));

  if (down->wanted == WANT_OPEN && open)
    find(down, node->gate);
  each_child(down, node, open);
}

/* What is met where its parts are not is short by those that are met. */
static enum wanted turned(enum wanted wanted) {
  return wanted == WANT_SHORT ? WANT_MET : wanted;
}

static void find(const struct finding_down *outer, uint32_t row) {
  struct finding_down down = *outer;
  const struct program_node *node = program_node_at(program_of(&down), row);

  if (node->otherwise)
    down.branch = row;
  if (node->kind == KIND_NONE || node->kind == KIND_NO)
    down.wanted = turned(down.wanted);
  switch (node->kind) {
  case KIND_ALL:
  case KIND_ANY:
  case KIND_NONE:
    each_child(&down, node, false);
    break;
  case KIND_EVERY:
  case KIND_SOME:
  case KIND_NO:
    over_list(&down, row, node);
    break;
  case KIND_WHEN:
    find_when(&down, node);
    break;
  case KIND_READING:
    find_reading(&down, node);
    break;
  default:
    take(&down, row);
  }
}

/* ---- from the top ----------------------------------------------------------- */

void explain_short(struct context *context, uint32_t node,
                   struct found_list *out) {
  struct finding_down down = {context, WANT_SHORT, 0, out};

  find(&down, node);
}

void explain_met(struct context *context, uint32_t node,
                 struct found_list *out) {
  struct finding_down down = {context, WANT_MET, 0, out};

  find(&down, node);
}

/* What leaves a found condition open: the fact it speaks of or, when that is known,
 * what it is compared with. */
static uint32_t subject_of(const struct context *context,
                           const struct found *found) {
  const struct program_node *node =
      program_node_at(context->call->program, found->node);

  if (!node->fact || !node->operand)
    return node->fact;
  return cell_has_value(
             cell_in(context, found->facility, found->item, node->fact))
             ? node->operand
             : node->fact;
}

void explain_open(struct context *context, uint32_t node, bool is_gate,
                  struct found_list *out) {
  const struct program *program = context->call->program;
  struct found_list all = {NULL, 0, 0};
  struct finding_down down = {context, WANT_OPEN, 0, &all};
  uint32_t before = out->count;
  struct seen seen = {NULL, 0, 0};

  find(&down, node);
  for (uint32_t i = 0; i < all.count; i++) {
    struct found *found = &all.all[i];
    bool early = is_gate && out->count > before &&
                 program_node_at(program, found->node)->kind == KIND_AUDITOR;
    uint64_t key;
    found->subject = subject_of(context, found);
    key = found->subject ? (uint64_t)found->subject << 32 : found->node;
    if (!early && seen_add(context->call, &seen, key, found->item))
      *found_add(context->call, out) = *found;
  }
}

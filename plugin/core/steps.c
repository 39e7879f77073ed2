/* steps.c: see steps.h. */
#include "steps.h"

#include <stdio.h>

#include "explain.h"
#include "fields.h"
#include "house.h"
#include "out.h"
#include "result.h"

enum {
  STEP_COST = 20 /* beside that of the condition */
};

struct walk {
  struct context *context;
  const struct program *program;
  struct json_buffer *out;
};

static void walk_node(const struct walk *walk, uint32_t row, uint32_t depth);

static struct slice text_at(const struct walk *walk, uint32_t text) {
  return result_text(walk->context, text);
}

/* The answers of the language. */
static struct slice answer_of(uint8_t mask) {
  if (mask == MASK_MET)
    return SLICE("yes");
  if (mask == MASK_NA)
    return SLICE("not asked");
  return mask & ~MASK_SHORT ? SLICE("not known") : SLICE("no");
}

/* ---- facts ---------------------------------------------------------------- */

static void put_pair(const struct walk *walk, struct slice name,
                     struct slice value) {
  out_open(walk->out, '{');
  out_pair(walk->out, "name", name);
  out_pair(walk->out, "value", value);
  out_close(walk->out, '{');
}

static void put_fact(const struct walk *walk, uint32_t row) {
  struct call *call = walk->context->call;

  if (row)
    put_pair(walk, text_at(walk, program_fact_at(walk->program, row)->path),
             value_words(call, row, cell_of(walk->context, row),
                         call->options.show_sensitive));
}

/* How many items a list names, and whether there may be more. */
static struct slice items_said(const struct walk *walk, uint32_t row) {
  const struct list *list = list_of(walk->context, row);
  char text[64];

  if (!list)
    return SLICE("not known");
  snprintf(text, sizeof text, "%lu item%s, %s", (unsigned long)list->count,
           list->count == 1 ? "" : "s",
           list->extra_hi == 0 ? "all there are" : "and there may be more");
  return call_copy(walk->context->call, slice_of(text));
}

static void put_facts(const struct walk *walk,
                      const struct program_node *node) {
  struct program_list facts = program_list_at(walk->program, node->facts);

  out_open_at(walk->out, "facts", '[');
  put_fact(walk, node->fact);
  put_fact(walk, node->operand);
  for (uint32_t i = 0; i < facts.count; i++)
    put_fact(walk, facts.rows[i]);
  if (node->list)
    put_pair(walk,
             text_at(walk, program_items_at(walk->program, node->list)->path),
             items_said(walk, node->list));
  out_close(walk->out, '[');
}

/* ---- one step -------------------------------------------------------------- */

static void open_step(const struct walk *walk, uint32_t depth, uint8_t mask,
                      struct slice kind, struct slice text) {
  call_charge(walk->context->call, STEP_COST);
  out_open(walk->out, '{');
  out_pair(walk->out, "answer", answer_of(mask));
  out_key(walk->out, "depth");
  out_number(walk->out, depth);
  out_pair(walk->out, "kind", kind);
  out_pair(walk->out, "text", text);
}

static void put_step(const struct walk *walk, uint32_t depth, uint8_t mask,
                     struct slice kind, struct slice text) {
  open_step(walk, depth, mask, kind, text);
  out_close(walk->out, '{');
}

static void put_node(const struct walk *walk, uint32_t row, uint32_t depth) {
  const struct program_node *node = program_node_at(walk->program, row);
  const struct program_items *list =
      program_items_at(walk->program, node->list);

  open_step(walk, depth, node_root(walk->context, row),
            program_enum_name(ENUM_KIND, node->kind),
            text_at(walk, node->text));
  if (list)
    out_pair(walk->out, "list", text_at(walk, list->path));
  if (node->where)
    out_pair(walk->out, "where",
             text_at(walk, program_node_at(walk->program, node->where)->text));
  put_facts(walk, node);
  out_close(walk->out, '{');
}

/* ---- what is below ----------------------------------------------------------- */

static void walk_children(const struct walk *walk,
                          const struct program_node *node, uint32_t depth) {
  struct program_list children = program_list_at(walk->program, node->children);

  for (uint32_t i = 0; i < children.count; i++)
    walk_node(walk, children.rows[i], depth);
}

static struct slice item_name(const struct walk *walk,
                              const struct frame *item) {
  struct call *call = walk->context->call;
  struct slice label = item_label(call, item, call->options.show_sensitive);
  char number[16];

  if (label.data || item->id.data)
    return label.data ? label : item->id;
  snprintf(number, sizeof number, "#%lu", (unsigned long)item->index + 1);
  return call_copy(call, slice_of(number));
}

/* An item that `where` leaves out is not asked. */
static void walk_item(const struct walk *walk, const struct program_node *node,
                      const struct frame *item, uint32_t depth) {
  struct context *context = walk->context;
  uint32_t child = program_list_at(walk->program, node->children).rows[0];
  uint8_t gate = node->where ? node_root(context, node->where) : MASK_MET;
  uint8_t mask = mask_may_hold(gate) ? node_root(context, child) : 0;

  if (mask_may_fail(gate))
    mask |= MASK_NA;
  put_step(walk, depth, mask, SLICE("item"), item_name(walk, item));
  if (node->where)
    walk_node(walk, node->where, depth + 1);
  if (mask_may_hold(gate))
    walk_node(walk, child, depth + 1);
}

static void walk_items(const struct walk *walk, const struct program_node *node,
                       uint32_t depth) {
  const struct list *list = list_of(walk->context, node->list);
  struct frame **place = context_place(walk->context, node->list);
  struct frame *outer = *place;

  for (uint32_t i = 0; list && i < list->count; i++) {
    *place = list->items[i];
    walk_item(walk, node, list->items[i], depth);
  }
  *place = outer;
}

static void walk_choices(const struct walk *walk,
                         const struct program_node *node, uint32_t depth) {
  struct program_list children = program_list_at(walk->program, node->children);

  for (uint32_t i = 0; i < children.count; i++) {
    const struct program_node *child =
        program_node_at(walk->program, children.rows[i]);
    put_step(walk, depth, node_root(walk->context, children.rows[i]),
             SLICE("choice"), text_at(walk, child->reading));
    walk_node(walk, children.rows[i], depth + 1);
  }
}

static void walk_node(const struct walk *walk, uint32_t row, uint32_t depth) {
  const struct program_node *node = program_node_at(walk->program, row);

  put_node(walk, row, depth);
  switch (node->kind) {
  case KIND_WHEN:
    walk_node(walk, node->gate, depth + 1);
    walk_children(walk, node, depth + 1);
    break;
  case KIND_READING:
    walk_choices(walk, node, depth + 1);
    break;
  case KIND_EVERY:
  case KIND_SOME:
  case KIND_NO:
    walk_items(walk, node, depth + 1);
    break;
  default:
    walk_children(walk, node, depth + 1);
  }
}

/* ---- one place ------------------------------------------------------------------ */

static void put_part(const struct walk *walk, struct slice name,
                     uint32_t node) {
  if (!node)
    return;
  out_open(walk->out, '{');
  out_pair(walk->out, "part", name);
  out_open_at(walk->out, "steps", '[');
  walk_node(walk, node, 0);
  out_close(walk->out, '[');
  out_close(walk->out, '{');
}

static void put_parts(const struct walk *walk,
                      const struct program_check *check) {
  const struct program_provision *provision =
      program_provision_at(walk->program, check->provision);
  struct slice name = call_join(walk->context->call,
                                (struct slice[]){SLICE("provision "),
                                                 text_at(walk, provision->id),
                                                 SLICE(" applies")},
                                3);

  out_open_at(walk->out, "parts", '[');
  put_part(walk, name, provision->applies);
  put_part(walk, SLICE("applies"), check->applies);
  put_part(walk, SLICE("expect"), check->expect);
  out_close(walk->out, '[');
}

static void put_open(const struct walk *walk, const struct result *result) {
  uint32_t count = result->outcome == OUTCOME_OPEN ? result->found_count : 0;

  out_open_at(walk->out, "open", '[');
  for (uint32_t i = 0; i < count; i++)
    out_text(walk->out,
             explain_reason_open(walk->context, &result->found[i], 1));
  out_close(walk->out, '[');
}

static void put_place(const struct walk *walk, const struct result *result) {
  out_open(walk->out, '{');
  out_pair(walk->out, "broken",
           result->broken ? result->broken->message : (struct slice){NULL, 0});
  put_open(walk, result);
  out_pair(walk->out, "outcome",
           program_enum_name(ENUM_OUTCOME, result->outcome));
  if (!result->broken)
    put_parts(walk, program_check_at(walk->program, result->check));
  out_pair(walk->out, "place",
           result->facility ? result->facility->id : SLICE("the Member"));
  out_pair(walk->out, "reason", result->reason);
  out_close(walk->out, '{');
}

/* The same parameters are read as when the check was run. */
static void put_result(const struct walk *walk, const struct result *result) {
  struct context *context = walk->context;
  const struct frame *usual = context->parameters;
  const struct frame *own = house_parameters(context, result->check);

  context->facility = result->facility;
  context->parameters = own ? own : usual;
  put_place(walk, result);
  context->parameters = usual;
  context->facility = NULL;
}

void steps_write(struct context *context, const struct evaluation *evaluation,
                 struct slice check, struct json_buffer *out) {
  const struct walk walk = {context, context->call->program, out};

  out_open(out, '{');
  out_day(out, "as_of", (int32_t)context->reading->as_of);
  out_open_at(out, "places", '[');
  for (uint32_t i = 0; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    const struct program_check *row =
        program_check_at(walk.program, result->check);
    if (slice_is(text_at(&walk, row->id), check))
      put_result(&walk, result);
  }
  out_close(out, '[');
  out_close(out, '{');
}

/* cases.c: see cases.h. */
#include "cases.h"

#include "out.h"

enum {
  COST = 2,           /* of a combination, in steps */
  CASES_MAX = 1 << 16 /* more than anybody asks for */
};

/* A fact with its answers: cells, or NULL for what is left unknown. */
struct tried {
  uint32_t slot;
  struct frame *frame; /* NULL: no node reads it */
  struct cell **answers;
  uint32_t count;
};

struct given {
  uint8_t *masks;
  uint32_t number;
};

struct cases {
  struct context context;
  struct tried *tried;
  uint32_t tried_count;
  uint32_t *nodes, *without;
  uint32_t node_count, without_count;
  struct given *given; /* each set of masks once */
  uint32_t given_count, given_room;
};

static const struct program *program_of(const struct cases *cases) {
  return cases->context.call->program;
}

/* ---- what is asked ------------------------------------------------------------- */

/* The rows of a section in an array of numbers; what is no row is left out. */
static uint32_t *take_rows(struct call *call, struct at list, uint32_t section,
                           uint32_t *count) {
  uint32_t *rows = CALL_NEW_MANY(call, at_count(list), uint32_t);
  uint32_t most = program_count(call->program, section);

  *count = 0;
  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    if (at_number(one) >= 1 && at_number(one) <= most)
      rows[(*count)++] = (uint32_t)at_number(one);
  return rows;
}

/* Where the fact is said: of an item, that of the list the conditions speak of. */
static struct frame *frame_of(const struct cases *cases,
                              const struct program_fact *fact) {
  const struct context *context = &cases->context;

  switch (fact->scope) {
  case SCOPE_MEMBER:
    return context->reading->member;
  case SCOPE_ASSESSMENT:
    return context->reading->assessment;
  case SCOPE_FACILITY:
    return context->facility;
  case SCOPE_ITEM:
    return context->item && context->item->of == fact->list ? context->item
                                                            : NULL;
  default:
    return NULL;
  }
}

static struct cell *new_answer(struct call *call,
                               const struct program_fact *fact, double number) {
  struct cell *cell = CALL_NEW(call, struct cell);
  bool is_set = fact->type == TYPE_YES_NO || fact->type == TYPE_CHOICE ||
                fact->type == TYPE_CHOICES;

  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->lo = cell->hi = number;
  if (is_set && number >= 0 && number < 18446744073709551616.0)
    cell->set = (uint64_t)number;
  return cell;
}

static void take_fact(struct cases *cases, struct at asked) {
  struct call *call = cases->context.call;
  struct at answers = at_key(asked, "answers");
  double row = at_number(at_key(asked, "fact"));
  struct tried *tried = &cases->tried[cases->tried_count];
  const struct program_fact *fact;

  if (!(row >= 1 && row <= program_count(call->program, SECTION_FACT)) ||
      at_count(answers) == 0)
    return;
  fact = program_fact_at(call->program, (uint32_t)row);
  *tried =
      (struct tried){fact->slot, frame_of(cases, fact),
                     CALL_NEW_MANY(call, at_count(answers), struct cell *), 0};
  for (struct at one = at_first(answers); one.given;
       one = at_next(answers, one))
    tried->answers[tried->count++] =
        at_is_number(one) ? new_answer(call, fact, at_number(one)) : NULL;
  cases->tried_count++;
}

/* The list whose items the conditions speak of; 0: none. */
static uint32_t list_inside(const struct cases *cases) {
  for (uint32_t i = 0; i < cases->node_count; i++) {
    uint32_t inside =
        program_node_at(program_of(cases), cases->nodes[i])->inside;
    if (inside)
      return inside;
  }
  return 0;
}

static void take_all(struct cases *cases, struct at asked) {
  struct call *call = cases->context.call;
  struct at facts = at_key(asked, "facts");
  uint32_t inside;

  cases->nodes =
      take_rows(call, at_key(asked, "nodes"), SECTION_NODE, &cases->node_count);
  cases->without = take_rows(call, at_key(asked, "without"), SECTION_NODE,
                             &cases->without_count);
  inside = list_inside(cases);
  cases->context.facility =
      frame_new(call, frame_kind(call->program, SCOPE_FACILITY), 0, SLICE(""));
  if (inside)
    cases->context.item = frame_new(call, 0, inside, SLICE(""));
  cases->tried = CALL_NEW_MANY(call, at_count(facts), struct tried);
  for (struct at one = at_first(facts); one.given; one = at_next(facts, one))
    take_fact(cases, one);
}

/* ---- one combination ----------------------------------------------------------- */

/* Says of each fact what combination `number` has. */
static void say_all(const struct cases *cases, uint32_t number) {
  for (uint32_t i = 0; i < cases->tried_count; i++) {
    const struct tried *tried = &cases->tried[i];
    if (tried->frame)
      tried->frame->cells[tried->slot] = tried->answers[number % tried->count];
    number /= tried->count;
  }
}

/* 0 where a plain function failed. */
static uint8_t mask_of(struct cases *cases, uint32_t node) {
  uint8_t mask = node_root(&cases->context, node);
  bool failed = cases->context.failed != NULL;

  cases->context.failed = NULL;
  return failed ? 0 : mask;
}

static bool contradicts(struct cases *cases) {
  for (uint32_t i = 0; i < cases->without_count; i++)
    if (mask_of(cases, cases->without[i]) == MASK_MET)
      return true;
  return false;
}

static void keep(struct cases *cases, const uint8_t *masks, uint32_t number) {
  struct call *call = cases->context.call;
  struct given *given;

  for (uint32_t i = 0; i < cases->given_count; i++)
    if (memcmp(cases->given[i].masks, masks, cases->node_count) == 0)
      return;
  cases->given = reading_grow(call, cases->given, sizeof *cases->given,
                              cases->given_count, &cases->given_room);
  given = &cases->given[cases->given_count++];
  given->masks = CALL_NEW_MANY(call, cases->node_count, uint8_t);
  given->number = number;
  memcpy(given->masks, masks, cases->node_count);
}

static void try_one(struct cases *cases, uint8_t *masks, uint32_t number) {
  call_charge(cases->context.call, COST + cases->given_count);
  say_all(cases, number);
  if (contradicts(cases))
    return;
  for (uint32_t i = 0; i < cases->node_count; i++)
    masks[i] = mask_of(cases, cases->nodes[i]);
  keep(cases, masks, number);
}

/* ---- all of them --------------------------------------------------------------- */

static uint32_t count_cases(const struct cases *cases) {
  uint64_t count = 1;

  for (uint32_t i = 0; i < cases->tried_count && count < CASES_MAX; i++)
    count *= cases->tried[i].count;
  return count < CASES_MAX ? (uint32_t)count : CASES_MAX;
}

static void write_given(const struct cases *cases, struct json_buffer *out) {
  out_open(out, '{');
  out_open_at(out, "cases", '[');
  for (uint32_t i = 0; i < cases->given_count; i++) {
    out_open(out, '{');
    out_open_at(out, "masks", '[');
    for (uint32_t k = 0; k < cases->node_count; k++)
      out_number(out, cases->given[i].masks[k]);
    out_close(out, '[');
    out_count(out, "number", cases->given[i].number);
    out_close(out, '{');
  }
  out_close(out, '[');
  out_close(out, '{');
}

void cases_write(struct call *call, struct at asked,
                 const struct computer *computer, struct json_buffer *out) {
  struct reading *reading = reading_new(call, NULL);
  struct cases cases = {.tried = NULL};
  uint8_t *masks;
  uint32_t count;

  if (call->options.as_of != DAY_NONE)
    reading->as_of = call->options.as_of;
  cases.context = evaluate_context(reading, evaluate_parameters(call));
  cases.context.computer = computer;
  take_all(&cases, asked);
  masks = CALL_NEW_MANY(call, cases.node_count, uint8_t);
  count = count_cases(&cases);
  for (uint32_t number = 0; number < count; number++)
    try_one(&cases, masks, number);
  write_given(&cases, out);
}

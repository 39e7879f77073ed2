/* undump.c: see undump.h. */
#include "undump.h"

#include "undump_parts.h"

struct slice undump_text(const struct undump *in, struct at at,
                         const char *key) {
  return at_text(in->call, at_key(at, key));
}

/* ---- names --------------------------------------------------------------- */

/* Where `name` is among names with a space between them, from 1; 0: nowhere. */
uint32_t undump_name(const char *names, struct at name) {
  uint32_t number = 1;
  char one[64];

  for (const char *at = names; *at; number++) {
    size_t size = strcspn(at, " ");
    memcpy(one, at, size);
    one[size] = '\0';
    if (at_is(name, one))
      return number;
    at += size + (at[size] == ' ');
  }
  return 0;
}

uint32_t undump_fact(const struct undump *in, uint32_t facts, struct at path) {
  struct program_list list = program_list_at(program_of(in), facts);

  for (uint32_t i = 0; i < list.count; i++) {
    const struct program_fact *fact =
        program_fact_at(program_of(in), list.rows[i]);
    if (at_is(path, program_text_bytes(program_of(in), fact->path)))
      return list.rows[i];
  }
  return 0;
}

uint32_t undump_facts_of(const struct undump *in, const struct frame *frame) {
  return frame->kind ? program_frame_at(program_of(in), frame->kind)->facts
                     : program_items_at(program_of(in), frame->of)->facts;
}

struct frame *undump_frame_at(const struct undump *in, struct slice pointer) {
  for (uint32_t i = 0; i < in->count; i++)
    if (slice_is(in->frames[i]->pointer, pointer))
      return in->frames[i];
  return NULL;
}

/* ---- frames -------------------------------------------------------------- */

static void undump_frame(struct undump *in, struct at dump,
                         struct frame *frame);

static uint32_t list_called(const struct undump *in, const struct frame *frame,
                            struct at path) {
  if (!frame || !frame->kind)
    return 0;
  struct program_list lists = program_list_at(
      program_of(in), program_frame_at(program_of(in), frame->kind)->lists);

  for (uint32_t i = 0; i < lists.count; i++) {
    const struct program_items *list =
        program_items_at(program_of(in), lists.rows[i]);
    if (at_is(path, program_text_bytes(program_of(in), list->path)))
      return lists.rows[i];
  }
  return 0;
}

static void keep(struct undump *in, struct frame *frame) {
  in->frames = reading_grow(in->call, in->frames, sizeof *in->frames, in->count,
                            &in->room);
  in->frames[in->count++] = frame;
}

static struct frame **undump_items(struct undump *in, uint32_t of,
                                   struct at list, uint32_t *count) {
  const struct program_items *row = program_items_at(program_of(in), of);
  struct frame **items =
      CALL_NEW_MANY(in->call, at_count(list), struct frame *);
  uint32_t kind = row->inner == SCOPE_FACILITY
                      ? frame_kind(program_of(in), SCOPE_FACILITY)
                      : 0;
  uint32_t i = 0;

  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    items[i] = frame_new(in->call, kind, of, undump_text(in, one, "pointer"));
    items[i]->index = i;
    undump_frame(in, one, items[i++]);
  }
  *count = i;
  return items;
}

static void undump_list_claims(struct undump *in, struct at dump,
                               struct list *list) {
  struct at extra = at_key(dump, "extra");
  uint32_t count;
  struct frame **items =
      undump_items(in, list->of, at_key(dump, "items"), &count);

  list->claims =
      (const struct list **)CALL_NEW_MANY(in->call, 2, struct list *);
  for (struct at one = at_first(extra); one.given; one = at_next(extra, one)) {
    struct list *claim = list_new(in->call, list->of, list->pointer);
    claim->items_pointer = list->items_pointer;
    claim->items = items;
    claim->count = count;
    claim->stated_by = list->stated_by;
    claim->extra_lo = claim->extra_hi = undump_number(one);
    list->claims[list->claim_count++] = claim;
  }
}

static void undump_list(struct undump *in, struct at dump, struct list *list) {
  list->pointer = undump_text(in, dump, "pointer");
  list->items_pointer = undump_text(in, dump, "items_pointer");
  list->items = undump_items(in, list->of, at_key(dump, "items"), &list->count);
  list->extra_lo = undump_number(at_key(dump, "extra_lo"));
  list->extra_hi = undump_number(at_key(dump, "extra_hi"));
  list->stated_by = undump_text(in, dump, "stated_by");
  if (at_key(dump, "legs").given)
    list->legs = undump_legs(in, 0, at_key(dump, "legs"), &list->leg_count);
  list->basis = (uint8_t)undump_number(at_key(dump, "basis"));
  list->complete = at_flag(at_key(dump, "complete"));
  list->late = at_flag(at_key(dump, "late"));
  list->conflicting = at_flag(at_key(dump, "conflicting"));
  if (at_key(dump, "claims").given)
    undump_list_claims(in, at_key(dump, "claims"), list);
}

/* Facilities stay the list that the reading names. */
static struct list *list_in(const struct undump *in, struct frame *frame,
                            uint32_t row) {
  uint32_t slot = program_items_at(program_of(in), row)->slot;

  if (!frame->lists[slot])
    frame->lists[slot] = list_new(in->call, row, (struct slice){NULL, 0});
  return frame->lists[slot];
}

static void undump_frame(struct undump *in, struct at dump,
                         struct frame *frame) {
  struct at cells = at_key(dump, "cells"), lists = at_key(dump, "lists");

  keep(in, frame);
  if (at_key(dump, "said").given)
    frame->said = at_key(dump, "said").token;
  frame->id = undump_text(in, dump, "id");
  frame->assessed = at_flag(at_key(dump, "assessed"));
  frame->by_statement = at_flag(at_key(dump, "by_statement"));
  for (struct at one = at_first(cells); one.given; one = at_next(cells, one)) {
    uint32_t row = undump_fact(in, undump_facts_of(in, frame), one);
    if (row == 0)
      continue; /* the program has changed since */
    frame->cells[program_fact_at(program_of(in), row)->slot] =
        undump_cell_at(in, row, at_value(one));
  }
  for (struct at one = at_first(lists); one.given; one = at_next(lists, one)) {
    uint32_t row = list_called(in, frame, one);
    if (row != 0)
      undump_list(in, at_value(one), list_in(in, frame, row));
  }
}

void undump_parameters(struct call *call, struct at dump, struct frame *frame) {
  struct reading *reading = reading_new(call, dump.document);
  struct undump in = {.call = call, .reading = reading};

  undump_frame(&in, dump, frame);
}

/* ---- the whole ----------------------------------------------------------- */

static uint32_t fact_in(const struct undump *in, const struct frame *frame,
                        struct at path) {
  if (!frame)
    return 0;
  return undump_fact(in, undump_facts_of(in, frame), path);
}

static struct cell *cell_in_frame(const struct undump *in,
                                  const struct frame *frame, uint32_t fact) {
  return frame->cells[program_fact_at(program_of(in), fact)->slot];
}

static void undump_undecided(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct undecided open = {
        .frame = undump_frame_at(in, undump_text(in, one, "frame")),
        .pointer = undump_text(in, one, "pointer"),
        .why = undump_text(in, one, "why"),
        .settled = at_flag(at_key(one, "settled"))};
    open.fact = fact_in(in, open.frame, at_key(one, "fact"));
    if (open.fact)
      *READING_ADD(in->reading, undecided) = open;
  }
}

static void undump_unshown(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct unshown open = {
        .frame = undump_frame_at(in, undump_text(in, one, "frame")),
        .pointer = undump_text(in, one, "pointer")};
    struct at cell = at_key(one, "cell");
    open.fact = fact_in(in, open.frame, at_key(one, "fact"));
    if (!open.fact)
      continue;
    open.cell = cell.given ? undump_cell_at(in, open.fact, cell)
                           : cell_in_frame(in, open.frame, open.fact);
    *READING_ADD(in->reading, unshown) = open;
  }
}

static void undump_disputed(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct disputed open = {
        .frame = undump_frame_at(in, undump_text(in, one, "frame"))};
    struct at path = at_key(one, "path");
    open.fact = fact_in(in, open.frame, path);
    if (open.fact) {
      open.cell = cell_in_frame(in, open.frame, open.fact);
    } else {
      open.list = list_called(in, open.frame, path);
      open.content = open.list ? list_in(in, open.frame, open.list) : NULL;
    }
    if (open.cell || open.content)
      *READING_ADD(in->reading, disputed) = open;
  }
}

static void undump_problems(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct problem *problem = CALL_NEW(in->call, struct problem);
    struct at pointers = at_key(one, "pointers");
    problem->kind =
        at_is(at_key(one, "kind"), "note") ? PROBLEM_NOTE : PROBLEM_CONFLICT;
    problem->code = undump_text(in, one, "code");
    problem->pointer = undump_text(in, one, "pointer");
    problem->message = undump_text(in, one, "message");
    problem->cure = undump_text(in, one, "cure");
    if (pointers.given)
      problem->pointers = undump_texts(in, pointers, &problem->pointer_count);
    *READING_ADD(in->reading, problems) = problem;
  }
}

struct reading *undump_reading(struct call *call,
                               const struct json_document *document) {
  struct reading *reading = reading_new(call, document);
  struct undump in = {.call = call, .reading = reading};
  struct at top = at_top(document);

  reading->has_errors = at_flag(at_key(top, "errors"));
  if (reading->has_errors)
    return reading;
  reading->as_of = undump_number(at_key(top, "as_of"));
  reading->self_assessment = at_flag(at_key(top, "self_assessment"));
  undump_evidence(&in, at_key(top, "evidence"));
  undump_frame(&in, at_key(top, "assessment"), reading->assessment);
  undump_frame(&in, at_key(top, "member"), reading->member);
  undump_findings(&in, at_key(top, "findings"));
  undump_records(&in, at_key(top, "records"), at_key(top, "in_force"));
  undump_undecided(&in, at_key(top, "undecided"));
  undump_unshown(&in, at_key(top, "unshown"));
  undump_disputed(&in, at_key(top, "disputed"));
  undump_problems(&in, at_key(top, "problems"));
  return reading;
}

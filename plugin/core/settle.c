/* settle.c: see settle.h. */
#include "settle.h"

void cell_blank(struct cell *cell, enum cell_state state) {
  cell->state = (uint8_t)state;
  cell->shape = SHAPE_NONE;
  cell->share = SHARE_OF_NOTHING_SAID;
  cell->has_lo = cell->has_hi = cell->none_stated = false;
}

void cell_conflict(struct reading *reading, struct cell *cell,
                   struct slice pointer, const struct saying *says,
                   const struct slice *places, uint32_t count) {
  problem_conflict(reading, pointer, says, places, count);
  cell_blank(cell, CELL_CONFLICTING);
  cell_more(reading->call, cell)->deciding = saying_wrong(reading->call, says);
}

/* ---- changes that are taken back ------------------------------------------ */

static struct change *add(struct call *call, struct undo *undo,
                          struct frame *frame, uint32_t slot) {
  struct change *change;

  undo->all = reading_grow(call, undo->all, sizeof *undo->all, undo->count,
                           &undo->room);
  change = &undo->all[undo->count++];
  *change = (struct change){.frame = frame, .slot = slot};
  return change;
}

void undo_put_cell(struct call *call, struct undo *undo, struct frame *frame,
                   uint32_t slot, struct cell *cell) {
  add(call, undo, frame, slot)->cell = frame->cells[slot];
  frame->cells[slot] = cell;
}

void undo_put_list(struct call *call, struct undo *undo, struct frame *frame,
                   uint32_t slot, struct list *list) {
  struct change *change = add(call, undo, frame, slot);

  change->of_list = true;
  change->list = frame->lists[slot];
  frame->lists[slot] = list;
}

void undo_take_back(struct undo *undo) {
  while (undo->count > 0) {
    const struct change *change = &undo->all[--undo->count];
    if (change->of_list)
      change->frame->lists[change->slot] = change->list;
    else
      change->frame->cells[change->slot] = change->cell;
  }
}

/* ---- the whole ------------------------------------------------------------ */

struct program_list facility_facts(const struct program *program) {
  const struct program_frame *frame =
      program_frame_at(program, frame_kind(program, SCOPE_FACILITY));

  return program_list_at(program, frame ? frame->facts : 0);
}

struct slice fact_pointer(struct call *call, const struct frame *frame,
                          uint32_t fact) {
  const struct program_fact *row = program_fact_at(call->program, fact);

  return call_join(call,
                   (struct slice[]){frame->pointer,
                                    slice_of(program_text_bytes(call->program,
                                                                row->suffix))},
                   2);
}

void settle_reading(struct context *context) {
  struct list *facilities = context->reading->facilities;

  contradictions_settle(context);
  bare_open(context);
  na_claims_look(context);
  record_facts_settle(context);
  for (uint32_t i = 0; i < facilities->count; i++) {
    context->facility = facilities->items[i];
    derive_follow(context);
  }
  context->facility = NULL;
}

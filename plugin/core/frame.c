/* frame.c: see frame.h. */
#include "frame.h"

#include <math.h>

const struct detail *cell_detail(const struct cell *cell) {
  static const struct detail none;

  return cell && cell->detail ? cell->detail : &none;
}

struct cell *cell_copy(struct call *call, const struct cell *cell) {
  struct cell *copy = CALL_NEW(call, struct cell);

  *copy = *cell;
  if (cell->detail) {
    copy->detail = CALL_NEW(call, struct detail);
    *copy->detail = *cell->detail;
  }
  return copy;
}

struct detail *cell_more(struct call *call, struct cell *cell) {
  if (!cell->detail)
    cell->detail = CALL_NEW(call, struct detail);
  return cell->detail;
}

uint32_t frame_kind(const struct program *program, uint32_t scope) {
  uint32_t count = program_count(program, SECTION_FRAME);

  for (uint32_t row = 1; row <= count; row++)
    if (program_frame_at(program, row)->scope == scope)
      return row;
  return 0;
}

static uint32_t slots_of(const struct program *program, uint32_t list) {
  return program_list_at(program, list).count;
}

struct frame *frame_new(struct call *call, uint32_t kind, uint32_t of,
                        struct slice pointer) {
  const struct program *program = call->program;
  const struct program_frame *frame = program_frame_at(program, kind);
  const struct program_items *list = program_items_at(program, of);
  struct frame *made = CALL_NEW(call, struct frame);
  uint32_t facts = frame ? frame->facts : list ? list->facts : 0;

  made->kind = kind;
  made->of = of;
  made->pointer = pointer;
  made->cells = CALL_NEW_MANY(call, slots_of(program, facts), struct cell *);
  if (frame)
    made->lists =
        CALL_NEW_MANY(call, slots_of(program, frame->lists), struct list *);
  return made;
}

struct list *list_new(struct call *call, uint32_t of, struct slice pointer) {
  struct list *list = CALL_NEW(call, struct list);

  list->of = of;
  list->pointer = list->items_pointer = pointer;
  list->extra_hi = INFINITY;
  return list;
}

enum {
  FIRST_ROOM = 16
};

void *reading_grow(struct call *call, void *all, size_t size, uint32_t count,
                   uint32_t *room) {
  void *more;

  if (count < *room)
    return all;
  *room = *room ? *room * 2 : FIRST_ROOM;
  more = call_alloc_many(call, *room, size);
  if (count > 0)
    memcpy(more, all, count * size);
  return more;
}

/* The list of facilities: the one of the Member's whose items are facilities. */
static uint32_t facilities_row(const struct program *program) {
  uint32_t count = program_count(program, SECTION_ITEMS);

  for (uint32_t row = 1; row <= count; row++)
    if (program_items_at(program, row)->inner == SCOPE_FACILITY)
      return row;
  return 0;
}

struct reading *reading_new(struct call *call,
                            const struct json_document *document) {
  struct reading *reading = CALL_NEW(call, struct reading);
  const struct program *program = call->program;
  uint32_t row = facilities_row(program);

  reading->call = call;
  reading->document = document;
  reading->as_of = INFINITY;
  reading->assessment = frame_new(call, frame_kind(program, SCOPE_ASSESSMENT),
                                  0, SLICE("/assessment"));
  reading->member =
      frame_new(call, frame_kind(program, SCOPE_MEMBER), 0, SLICE("/member"));
  reading->facilities = list_new(call, row, SLICE("/facilities"));
  reading->member->lists[program_items_at(program, row)->slot] =
      reading->facilities;
  return reading;
}

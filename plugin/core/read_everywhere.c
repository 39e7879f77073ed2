/* read_everywhere.c: what a dossier says once for all of its facilities: the twin of
 * scripts/dossier/all_facilities.lua; see read_parts.h.  A facility's own answer wins,
 * even that it is not known; where it says something else, a note tells both
 * places. */
#include "read_parts.h"
#include "settle.h"

/* Nobody answered: null, or an empty list in place of a set. */
static bool is_blank(const struct cell *cell) {
  return !cell || cell->unanswered || cell->empty_list;
}

/* What marks one facility off from the others is refused, and given to none. */
static void refuse_own(struct reading *reading, struct frame *frame) {
  static const char *const own[] = {"facility.id", "facility.name"};

  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
    struct cell **cell = read_cell_called(reading, frame, own[i]);
    if (!cell || !*cell)
      continue;
    read_wrong(reading);
    *cell = NULL;
  }
}

static bool is_other(const struct program_fact *fact, const struct cell *own,
                     const struct cell *said) {
  if (!cell_has_value(own) || !cell_has_value(said))
    return false;
  switch (fact->type) {
  case TYPE_CHOICES:
    return false;
  case TYPE_YES_NO:
  case TYPE_CHOICE:
    return own->set != said->set;
  case TYPE_TEXT:
    return !slice_is(own->text, said->text);
  default:
    return own->none_stated != said->none_stated ||
           (!own->none_stated && own->lo != said->lo);
  }
}

static void note_difference(struct reading *reading, struct slice here,
                            struct slice there) {
  static const struct saying says = {MESSAGE_OWN_ANSWER_TAKEN, MESSAGE_NONE,
                                     NULL, 0};
  struct slice *places = CALL_NEW_MANY(reading->call, 2, struct slice);
  struct problem *note = problem_note(reading, here, &says);

  places[0] = here;
  places[1] = there;
  note->pointers = places;
  note->pointer_count = 2;
}

/* The facility's own copy, for what is found of it there holds nowhere else. */
static void take(struct reading *reading, uint32_t fact, struct frame *facility,
                 const struct cell *said, struct slice there) {
  struct cell *cell = cell_copy(reading->call, said);

  cell_more(reading->call, cell)->list = there;
  facility->cells[program_fact_at(reading->call->program, fact)->slot] = cell;
  read_keep_open(reading, fact, facility, cell);
}

static void give(struct reading *reading, uint32_t fact,
                 const struct frame *frame, struct frame *facility) {
  const struct program_fact *row =
      program_fact_at(reading->call->program, fact);
  const struct cell *said = frame->cells[row->slot];
  const struct cell *own = facility->cells[row->slot];
  struct slice there = fact_pointer(reading->call, frame, fact);

  call_charge(reading->call, READ_TAKEN_COST);
  if (is_blank(own))
    take(reading, fact, facility, said, there);
  else if (is_other(row, own, said))
    note_difference(reading, fact_pointer(reading->call, facility, fact),
                    there);
}

static void give_all(struct reading *reading, const struct frame *frame) {
  struct program_list facts = facility_facts(reading->call->program);

  for (uint32_t i = 0; i < facts.count; i++)
    for (uint32_t k = 0;
         !is_blank(frame->cells[i]) && k < reading->facilities->count; k++)
      give(reading, facts.rows[i], frame, reading->facilities->items[k]);
}

/* What is open of all is settled by each facility for itself. */
void read_everywhere(struct reading *reading, struct at object) {
  uint32_t kind = frame_kind(reading->call->program, SCOPE_FACILITY);
  struct frame *frame =
      frame_new(reading->call, kind, 0, SLICE("/all_facilities"));
  uint32_t undecided = reading->undecided.count;
  uint32_t unshown = reading->unshown.count;
  uint32_t disputed = reading->disputed.count;

  frame->all = true;
  read_object(reading, object, frame);
  reading->undecided.count = undecided;
  reading->unshown.count = unshown;
  reading->disputed.count = disputed;
  refuse_own(reading, frame);
  give_all(reading, frame);
}

/* read_group.c: the objects of a dossier beside the vocabulary's tree, and the facts in
 * them; see read_parts.h. */
#include <math.h>

#include "envelope.h"
#include "settle.h"
#include "value.h"

/* ---- facts ------------------------------------------------------------------ */

/* A text as it was written, or what else it is. */
static struct argument shown(struct reading *reading, const struct raw *raw) {
  enum {
    MOST_BYTES = 60
  };
  struct argument it = {.name = "it"};
  struct slice text = raw->text;

  if (text.size > MOST_BYTES)
    text.size = MOST_BYTES;
  if (reading->secret && raw->kind == RAW_TEXT)
    it.text = SLICE("(kept back)");
  else if (raw->kind == RAW_TEXT)
    it.text = call_join(reading->call,
                        (struct slice[]){SLICE("'"), text, SLICE("'")}, 3);
  else
    it.text = SLICE("an object or an empty list");
  return it;
}

static struct cell *dated_ahead(const struct spot *spot,
                                const struct cell *cell) {
  struct call *call = spot->reading->call;
  const struct argument it = shown(spot->reading, cell->raw);
  bool of_item = spot->fact->scope == SCOPE_ITEM;
  const struct saying says = {of_item ? MESSAGE_ENTRY_AHEAD
                                      : MESSAGE_DATED_AHEAD,
                              MESSAGE_NONE, &it, 1};
  struct cell *open = CALL_NEW(call, struct cell);

  problem_note(spot->reading, spot_pointer(spot, ""), &says);
  spot->frame->ahead = of_item;
  open->state = CELL_UNKNOWN;
  cell_more(call, open)->why = SLICE("dated after the as-of date");
  return open;
}

/* A past event cannot lie after today: such a date is not known. */
static struct cell *check_past(const struct spot *spot, struct cell *cell) {
  double as_of = spot->reading->as_of;

  if (spot->fact->type != TYPE_DATE || spot->fact->future ||
      cell->state != CELL_KNOWN)
    return cell;
  if ((cell_has_value(cell) || cell->has_lo) && cell->lo > as_of)
    return dated_ahead(spot, cell);
  if (!cell_has_value(cell) && !isinf(as_of)) {
    cell->shape = SHAPE_BOUNDS;
    cell->hi = cell->has_hi && cell->hi < as_of ? cell->hi : as_of;
    cell->has_hi = true;
  }
  return cell;
}

static void note_empty_list(const struct spot *spot) {
  const struct saying says = {MESSAGE_EMPTY_SET,
                              spot->fact->may_be_none
                                  ? MESSAGE_WRITE_NONE_OF_THESE
                                  : MESSAGE_NAME_A_VALUE,
                              NULL, 0};

  problem_note(spot->reading, spot_pointer(spot, ""), &says);
}

static void note_repeated(const struct spot *spot) {
  static const struct saying says = {MESSAGE_VALUE_REPEATED, MESSAGE_NONE, NULL,
                                     0};

  problem_note(spot->reading, spot_pointer(spot, ""), &says);
}

static struct cell *read_answer(const struct spot *spot, struct at value) {
  struct reading *reading = spot->reading;
  struct cell *cell = value_read(reading->call, spot->row, value);

  if (cell)
    return cell;
  if (at_kind(value) != JSON_OBJECT) {
    read_wrong(reading);
    return NULL;
  }
  cell = envelope_read(spot, value);
  if (cell)
    read_keep_open(reading, spot->row, spot->frame, cell);
  return cell;
}

static void read_fact(struct reading *reading, uint32_t row, struct at value,
                      struct frame *frame) {
  struct spot spot = {.reading = reading,
                      .row = row,
                      .fact = program_fact_at(reading->call->program, row),
                      .frame = frame,
                      .part = ""};
  bool before = reading->secret;
  struct cell *cell;

  reading->secret = before || (spot.fact->hides_why &&
                               !reading->call->options.show_sensitive);
  cell = read_answer(&spot, value);
  if (cell && cell->empty_list)
    note_empty_list(&spot);
  if (cell && cell->repeated)
    note_repeated(&spot);
  if (cell)
    frame->cells[spot.fact->slot] = check_past(&spot, cell);
  reading->secret = before;
}

/* ---- groups -------------------------------------------------------------------- */

static struct list *list_at(struct reading *reading, struct frame *frame,
                            uint32_t row, struct slice pointer) {
  uint32_t slot = program_items_at(reading->call->program, row)->slot;

  frame->lists[slot] = list_new(reading->call, row, pointer);
  return frame->lists[slot];
}

static struct slice list_pointer(struct reading *reading,
                                 const struct frame *frame, uint32_t row) {
  const struct program *program = reading->call->program;
  const char *suffix =
      program_text_bytes(program, program_items_at(program, row)->suffix);

  return call_join(reading->call,
                   (struct slice[]){frame->pointer, slice_of(suffix)}, 2);
}

static void read_branch(struct reading *reading, uint32_t row, struct at value,
                        struct frame *frame) {
  const struct program_branch *branch =
      program_branch_at(reading->call->program, row);

  if (branch->fact)
    read_fact(reading, branch->fact, value, frame);
  else if (branch->list && (frame->all || !frame->lists))
    read_wrong(reading); /* a list belongs to one facility */
  else if (branch->list)
    read_list(reading, value, frame,
              list_at(reading, frame, branch->list,
                      list_pointer(reading, frame, branch->list)));
  else if (read_is_object(value))
    read_group(reading, row, value, frame);
  else if (!at_is_null(value))
    read_wrong(reading);
}

/* Keys and branches are both in the order of their bytes.  The check of a program
 * bounds how deep branches lie. */
void read_group(struct reading *reading, uint32_t row, struct at object,
                struct frame *frame) {
  const struct program *program = reading->call->program;
  struct program_list below =
      program_list_at(program, program_branch_at(program, row)->below);
  struct at key = at_first_key(object);
  uint32_t at = 0;

  while (key.given) {
    int order = -1;
    if (at < below.count)
      order = at_compare(
          key, program_text_bytes(
                   program, program_branch_at(program, below.rows[at])->key));
    if (order > 0) {
      at++;
      continue;
    }
    if (order == 0)
      read_branch(reading, below.rows[at], at_value(key), frame);
    else if (!read_is_own(key))
      read_wrong(reading);
    key = at_next_key(key);
  }
}

void read_object(struct reading *reading, struct at object,
                 struct frame *frame) {
  uint32_t branch =
      program_frame_at(reading->call->program, frame->kind)->branch;

  if (!object.given || at_is_null(object))
    return;
  if (at_kind(object) == JSON_OBJECT)
    read_group(reading, branch, object, frame);
  else
    read_wrong(reading);
}

struct cell **read_cell_called(const struct reading *reading,
                               struct frame *frame, const char *path) {
  const struct program *program = reading->call->program;
  struct program_list facts =
      program_list_at(program, program_frame_at(program, frame->kind)->facts);

  for (uint32_t i = 0; i < facts.count; i++)
    if (strcmp(program_text_bytes(
                   program, program_fact_at(program, facts.rows[i])->path),
               path) == 0)
      return &frame->cells[i];
  return NULL;
}

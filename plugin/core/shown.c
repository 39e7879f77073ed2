/* shown.c: the facts and lists that a report shows, each once, under a key that does not
 * change when lists are ordered anew; what they say is
 * written by write_facts.c. */
#include "item_names.h"
#include "report_parts.h"

/* ---- keys -------------------------------------------------------------------- */

static bool has_mark(struct slice id) {
  return id.size > 0 && (memchr(id.data, '~', id.size) != NULL ||
                         memchr(id.data, '/', id.size) != NULL);
}

static struct slice key_of_facility(struct call *call, struct slice id) {
  return has_mark(id) ? key_escape(call, id) : id;
}

struct slice key_at(struct call *call, struct slice facility,
                    struct slice name) {
  if (!facility.data)
    return name;
  return call_join(
      call, (struct slice[]){key_of_facility(call, facility), SLICE("/"), name},
      3);
}

static struct slice key_in(struct report *report, const struct frame *frame,
                           uint32_t path) {
  return key_at(report->call, frame->id, report_text(report, path));
}

/* ---- places -------------------------------------------------------------------- */

struct frame *shown_frame(const struct report *report, uint32_t scope,
                          struct frame *facility) {
  switch (scope) {
  case SCOPE_FACILITY:
    return facility ? facility : report->context->facility;
  case SCOPE_MEMBER:
    return report->reading->member;
  case SCOPE_ASSESSMENT:
    return report->reading->assessment;
  default:
    return NULL;
  }
}

static struct list *list_in(const struct report *report, uint32_t row,
                            const struct frame *frame) {
  const struct program_items *items = program_items_at(report->program, row);
  const struct program_frame *kind =
      program_frame_at(report->program, frame ? frame->kind : 0);

  return kind && kind->scope == items->scope ? frame->lists[items->slot] : NULL;
}

/* ---- items ---------------------------------------------------------------------- */

/* Gives the items of a list, which is that of `item`, their keys. */
static void name_items(struct report *report, struct list *list,
                       const struct frame *frame) {
  const struct slice *names = item_names(report->reading, list);
  uint32_t path = program_items_at(report->program, list->of)->path;
  struct slice head = key_in(report, frame, path);

  for (uint32_t i = 0; i < list->count; i++)
    list->items[i]->key =
        call_join(report->call,
                  (struct slice[]){head, SLICE("["), names[i], SLICE("]")}, 4);
}

struct slice shown_item(struct report *report, struct frame *item,
                        struct frame *facility) {
  if (item->id.data)
    return key_of_facility(report->call, item->id);
  if (!item->key.data) {
    uint32_t scope = program_items_at(report->program, item->of)->scope;
    struct frame *frame = shown_frame(report, scope, facility);
    if (frame && item->among)
      name_items(report, item->among, frame);
  }
  return item->key;
}

/* ---- facts ----------------------------------------------------------------------- */

static struct shown *new_shown(struct report *report, struct slice key,
                               struct frame *frame) {
  struct shown *shown = CALL_NEW(report->call, struct shown);

  shown->key = key;
  shown->frame = frame;
  *READING_ADD(report, shown) = shown;
  return shown;
}

static struct slice key_of_fact(struct report *report,
                                const struct program_fact *fact,
                                struct frame *frame, struct frame *facility) {
  if (fact->scope != SCOPE_ITEM)
    return key_in(report, frame, fact->path);
  return call_join(report->call,
                   (struct slice[]){shown_item(report, frame, facility),
                                    SLICE("."),
                                    report_text(report, fact->path)},
                   3);
}

static uint32_t facts_of(const struct report *report,
                         const struct frame *frame) {
  const struct program_frame *kind =
      program_frame_at(report->program, frame->kind);
  const struct program_items *of = program_items_at(report->program, frame->of);

  return program_list_at(report->program, kind ? kind->facts : of->facts).count;
}

struct leg_list {
  struct leg **all;
  uint32_t count, room;
  struct seen seen;
};

static void add_legs(struct call *call, struct leg_list *out,
                     struct leg *const *legs, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (!seen_add(call, &out->seen, legs[i]->contrary, legs[i]->item))
      continue;
    out->all = reading_grow(call, out->all, sizeof(struct leg *), out->count,
                            &out->room);
    out->all[out->count++] = legs[i];
  }
}

/* The evidence of the list behind a fact that follows from one, and of what was read
 * of its items, for and against, each once. */
static void find_legs_behind(struct report *report, struct shown *shown,
                             const struct program_fact *fact) {
  const struct program *program = report->program;
  const struct program_node *from = program_node_at(program, fact->from);
  const struct list *list =
      from && from->list ? list_in(report, from->list, shown->frame) : NULL;
  struct program_list reads = program_list_at(program, fact->reads);
  struct leg_list out = {.all = NULL};

  if (!list)
    return;
  add_legs(report->call, &out, list->legs, list->leg_count);
  for (uint32_t i = 0; i < list->count; i++)
    for (uint32_t k = 0; k < reads.count; k++) {
      const struct program_fact *read = program_fact_at(program, reads.rows[k]);
      const struct detail *detail;
      if (read->list != list->of)
        continue;
      detail = cell_detail(list->items[i]->cells[read->slot]);
      add_legs(report->call, &out, detail->legs, detail->leg_count);
    }
  shown->legs = out.all;
  shown->leg_count = out.count;
}

static void find_legs(struct report *report, struct shown *shown,
                      const struct program_fact *fact,
                      const struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  shown->legs = detail->legs;
  shown->leg_count = detail->leg_count;
  if (!shown->legs && cell_is_known(cell) && cell->derived)
    find_legs_behind(report, shown, fact);
}

struct shown *shown_fact(struct report *report, uint32_t row,
                         struct frame *frame, struct frame *facility) {
  const struct program_fact *fact = program_fact_at(report->program, row);
  struct shown *shown;

  if (!frame)
    return NULL;
  if (!frame->shown)
    frame->shown =
        CALL_NEW_MANY(report->call, facts_of(report, frame), struct shown *);
  if (frame->shown[fact->slot])
    return frame->shown[fact->slot];
  shown = new_shown(report, key_of_fact(report, fact, frame, facility), frame);
  shown->fact = row;
  find_legs(report, shown, fact, frame->cells[fact->slot]);
  return frame->shown[fact->slot] = shown;
}

struct shown *shown_content(struct report *report, uint32_t row,
                            struct frame *facility) {
  const struct program_items *items = program_items_at(report->program, row);
  struct frame *frame = shown_frame(report, items->scope, facility);
  const struct list *list = list_in(report, row, frame);
  struct shown *shown;

  if (!frame || !frame->lists)
    return NULL;
  if (!frame->shown_lists)
    frame->shown_lists = CALL_NEW_MANY(
        report->call,
        program_list_at(report->program,
                        program_frame_at(report->program, frame->kind)->lists)
            .count,
        struct shown *);
  if (frame->shown_lists[items->slot])
    return frame->shown_lists[items->slot];
  shown = new_shown(report, key_in(report, frame, items->path), frame);
  shown->list = row;
  shown->legs = list ? list->legs : NULL;
  shown->leg_count = list ? list->leg_count : 0;
  return frame->shown_lists[items->slot] = shown;
}

/* ---- lists of keys ------------------------------------------------------------------ */

void shown_begin(struct report *report) {
  report->stamp++;
}

void shown_add(struct report *report, struct shown_list *list,
               struct shown *shown) {
  if (!shown || shown->stamp == report->stamp)
    return;
  shown->stamp = report->stamp;
  list->all = reading_grow(report->call, list->all, sizeof(struct shown *),
                           list->count, &list->room);
  list->all[list->count++] = shown;
}

/* write_evidence.c: the dossier's evidence, and what rests on it: a part of
 * scripts/report/registers.lua. */
#include <stdlib.h>

#include "report_parts.h"

/* A result at a place that rests on a piece of evidence. */
struct use {
  struct slice place,
      who; /* a facility's id, ""; a check's id, or a provision's */
  struct use *next, *last; /* `last`: of the first */
};

/* ---- who uses what ------------------------------------------------------------------ */

static void add_use(struct report *report, struct evidence *item,
                    struct slice place, struct slice who) {
  struct use *use = CALL_NEW(report->call, struct use);

  *use = (struct use){place, who, NULL, use};
  if (!item->uses) {
    item->uses = use;
  } else {
    item->uses->last->next = use;
    item->uses->last = use;
  }
}

static void add_uses(struct report *report, const struct row *row,
                     const struct shown *shown, struct seen *seen) {
  const struct program_check *check = report_check(report, row->result->check);
  struct slice place = facility_id(row->result->facility);
  struct slice who = report_text(report, check->id);

  if (row->shared)
    who = report_text(
        report, program_provision_at(report->program, check->provision)->id);
  for (uint32_t i = 0; shown && i < shown->leg_count; i++)
    if (seen_add(report->call, seen, 0, shown->legs[i]->item))
      add_use(report, shown->legs[i]->item, place.data ? place : SLICE(""),
              who);
}

/* What stands for a path of a check at a place: the place's own fact, or the Member's. */
static const struct shown *shown_fact_at(const struct report *report,
                                         uint32_t row, struct frame *facility) {
  const struct program_fact *fact = program_fact_at(report->program, row);
  const struct frame *frame = shown_frame(report, fact->scope, facility);

  return frame && frame->shown ? frame->shown[fact->slot] : NULL;
}

static const struct shown *shown_list_at(const struct report *report,
                                         uint32_t row, struct frame *facility) {
  const struct program_items *list = program_items_at(report->program, row);
  const struct frame *frame = shown_frame(report, list->scope, facility);

  return frame && frame->shown_lists ? frame->shown_lists[list->slot] : NULL;
}

/* Of a row that does not say what it rests on, that is all that its check expects. */
static void add_uses_of_check(struct report *report, const struct row *row,
                              struct seen *seen) {
  const struct program_check *check = report_check(report, row->result->check);
  struct program_list facts =
      program_list_at(report->program, check->expect_plan);
  struct program_list lists =
      program_list_at(report->program, check->expect_lists);

  for (uint32_t i = 0; i < facts.count; i++)
    add_uses(report, row,
             shown_fact_at(report, facts.rows[i], row->result->facility), seen);
  for (uint32_t i = 0; i < lists.count; i++)
    add_uses(report, row,
             shown_list_at(report, lists.rows[i], row->result->facility), seen);
}

static void find_uses(struct report *report) {
  for (uint32_t i = 0; i < report->rows.count; i++) {
    const struct row *row = &report->rows.all[i];
    struct seen seen = {NULL, 0, 0};
    for (uint32_t k = 0; k < row->rests_on.count; k++)
      if (row->says_rests_on)
        add_uses(report, row, row->rests_on.all[k], &seen);
    if (!row->says_rests_on && !row->shared)
      add_uses_of_check(report, row, &seen);
  }
}

/* ---- written --------------------------------------------------------------------------- */

struct place {
  struct slice id;
  const struct use *first;
};

static int by_place(const void *a, const void *b) {
  return slice_compare(((const struct place *)a)->id,
                       ((const struct place *)b)->id);
}

/* The uses at one place follow one another. */
static uint32_t places_of(struct report *report, const struct evidence *item,
                          struct place **places) {
  uint32_t count = 0;

  for (const struct use *use = item->uses; use; use = use->next)
    count++;
  *places = CALL_NEW_MANY(report->call, count, struct place);
  count = 0;
  for (const struct use *use = item->uses; use; use = use->next)
    if (count == 0 || !slice_is((*places)[count - 1].id, use->place))
      (*places)[count++] = (struct place){use->place, use};
  if (count > 1)
    qsort(*places, count, sizeof **places, by_place);
  return count;
}

static void write_used_by(struct report *report, const struct evidence *item) {
  struct place *places;
  uint32_t count = places_of(report, item, &places);

  out_open_at(report->out, "used_by", '{');
  for (uint32_t i = 0; i < count; i++) {
    out_key_text(report->out, places[i].id);
    out_open(report->out, '[');
    for (const struct use *use = places[i].first;
         use && slice_is(use->place, places[i].id); use = use->next)
      out_text(report->out, use->who);
    out_close(report->out, '[');
  }
  out_close(report->out, '{');
}

static void write_item(struct report *report, const struct evidence *item) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "collected_by", item->collected_by);
  out_day(out, "date", item->date);
  out_pair(out, "hash", item->hash);
  out_pair(out, "kind", program_enum_name(ENUM_EVIDENCE, item->kind));
  out_pair(out, "media_type", item->media_type);
  out_pair(out, "note", item->note);
  out_pair(out, "ref", item->ref);
  out_pair(out, "title", item->title);
  write_used_by(report, item);
  out_day(out, "valid_until", item->valid_until);
  for (uint32_t i = 0; i < item->entry.own_count; i++) {
    out_key_text(out, item->entry.own[i].key);
    out_carried(
        out, report->call,
        (struct at){report->reading->document, item->entry.own[i].token, true});
  }
  out_close(out, '{');
}

void write_evidence(struct report *report) {
  const struct reading *reading = report->reading;

  find_uses(report);
  out_open_at(report->out, "evidence", '{');
  for (uint32_t i = 0; i < reading->evidence.count; i++) {
    const struct evidence *item = reading->evidence_by_id[i];
    out_key_text(report->out, item->entry.id);
    write_item(report, item);
  }
  out_close(report->out, '{');
}

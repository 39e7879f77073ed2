/* dump.c: see dump.h. */
#include "dump.h"

#include <stdlib.h>

#include "dump_parts.h"
#include "json/write.h"

/* ---- frames -------------------------------------------------------------- */

static void dump_frame(const struct dump *dump, const struct frame *frame);

static void dump_items(const struct dump *dump, struct frame *const *items,
                       uint32_t count) {
  dump_key(dump, "items");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++)
    dump_frame(dump, items[i]);
  dump_close(dump, '[');
}

static void dump_claims(const struct dump *dump, const struct list *list) {
  if (!list->claims)
    return;
  dump_key(dump, "claims");
  dump_open(dump, '{');
  dump_items(dump, list->claims[0]->items, list->claims[0]->count);
  dump_key(dump, "extra");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < list->claim_count; i++)
    dump_number(dump, list->claims[i]->extra_lo);
  dump_close(dump, '[');
  dump_close(dump, '{');
}

/* By the ids of all provisions. */
static void dump_outside(const struct dump *dump, const bool *outside) {
  uint32_t count = program_count(dump->program, SECTION_PROVISION);

  if (!outside)
    return;
  dump_key(dump, "outside");
  dump_open(dump, '{');
  for (uint32_t i = 0; i < count; i++) {
    dump_text(dump,
              dump_row(dump, program_provision_at(dump->program, i + 1)->id));
    json_buffer_put_char(dump->out, ':');
    dump_bool(dump, outside[i]);
  }
  dump_close(dump, '{');
}

static void dump_list(const struct dump *dump, const struct list *list) {
  dump_open(dump, '{');
  dump_pair(dump, "pointer", list->pointer);
  dump_pair(dump, "items_pointer", list->items_pointer);
  dump_items(dump, list->items, list->count);
  dump_claims(dump, list);
  dump_key(dump, "extra_lo");
  dump_number(dump, list->extra_lo);
  dump_key(dump, "extra_hi");
  dump_number(dump, list->extra_hi);
  dump_pair(dump, "stated_by", list->stated_by);
  dump_legs(dump, 0, list->legs, list->leg_count);
  dump_count(dump, "basis", list->basis);
  dump_flag(dump, "complete", list->complete);
  dump_flag(dump, "late", list->late);
  dump_flag(dump, "conflicting", list->conflicting);
  dump_outside(dump, list->outside);
  dump_close(dump, '{');
}

static void dump_key_of(const struct dump *dump, uint32_t path) {
  dump_text(dump, dump_row(dump, path));
  json_buffer_put_char(dump->out, ':');
}

static void dump_cells(const struct dump *dump, const struct frame *frame) {
  const struct program_frame *kind =
      program_frame_at(dump->program, frame->kind);
  struct program_list facts = program_list_at(
      dump->program,
      kind ? kind->facts : program_items_at(dump->program, frame->of)->facts);

  for (uint32_t i = 0; i < facts.count; i++) {
    if (!frame->cells[i])
      continue;
    dump_key_of(dump, program_fact_at(dump->program, facts.rows[i])->path);
    dump_cell(dump->out, dump->program, facts.rows[i], frame->cells[i]);
  }
}

static void dump_lists(const struct dump *dump, const struct frame *frame) {
  const struct program_frame *kind =
      program_frame_at(dump->program, frame->kind);
  struct program_list lists =
      program_list_at(dump->program, kind ? kind->lists : 0);

  for (uint32_t i = 0; i < lists.count; i++) {
    if (!frame->lists[i])
      continue;
    dump_key_of(dump, program_items_at(dump->program, lists.rows[i])->path);
    dump_list(dump, frame->lists[i]);
  }
}

static void dump_said(const struct dump *dump, const struct frame *frame) {
  if (frame->said == 0)
    return;
  dump_key(dump, "said");
  json_canonical_at(dump->out, dump->document, frame->said);
}

static void dump_frame(const struct dump *dump, const struct frame *frame) {
  dump_open(dump, '{');
  dump_pair(dump, "pointer", frame->pointer);
  dump_pair(dump, "id", frame->id);
  dump_said(dump, frame);
  dump_flag(dump, "assessed", frame->assessed);
  dump_flag(dump, "by_statement", frame->by_statement);
  dump_key(dump, "cells");
  dump_open(dump, '{');
  dump_cells(dump, frame);
  dump_close(dump, '{');
  dump_key(dump, "lists");
  dump_open(dump, '{');
  dump_lists(dump, frame);
  dump_close(dump, '{');
  dump_close(dump, '{');
}

/* ---- the whole ----------------------------------------------------------- */

static void dump_problem(const struct dump *dump,
                         const struct problem *problem) {
  if (problem->kind == PROBLEM_ERROR)
    return;
  dump_open(dump, '{');
  dump_pair(dump, "kind",
            problem->kind == PROBLEM_NOTE ? SLICE("note") : SLICE("conflict"));
  dump_pair(dump, "code", problem->code);
  dump_pair(dump, "pointer", problem->pointer);
  dump_pair(dump, "message", problem->message);
  dump_pair(dump, "cure", problem->cure);
  dump_texts(dump, "pointers", problem->pointers, problem->pointer_count);
  dump_close(dump, '{');
}

static int compare_places(const struct problem *a, const struct problem *b) {
  for (uint32_t i = 0; i < a->pointer_count && i < b->pointer_count; i++) {
    int order = slice_compare(a->pointers[i], b->pointers[i]);
    if (order)
      return order;
  }
  return (a->pointer_count > b->pointer_count) -
         (a->pointer_count < b->pointer_count);
}

static int compare_problems(const void *a, const void *b) {
  const struct problem *one = *(struct problem *const *)a;
  const struct problem *other = *(struct problem *const *)b;
  int order = slice_compare(one->pointer, other->pointer);

  if (order == 0)
    order = slice_compare(one->message, other->message);
  return order ? order : compare_places(one, other);
}

static void sort_problems(const struct reading *reading) {
  if (reading->problems.count > 0)
    qsort(reading->problems.all, reading->problems.count,
          sizeof *reading->problems.all, compare_problems);
}

static struct slice fact_path(const struct dump *dump, uint32_t fact) {
  return dump_row(dump, program_fact_at(dump->program, fact)->path);
}

static void dump_undecided(const struct dump *dump,
                           const struct undecided *open) {
  dump_open(dump, '{');
  dump_pair(dump, "fact", fact_path(dump, open->fact));
  dump_pair(dump, "frame", open->frame->pointer);
  dump_pair(dump, "pointer", open->pointer);
  dump_pair(dump, "why", open->why);
  dump_flag(dump, "settled", open->settled);
  dump_close(dump, '{');
}

static void dump_unshown(const struct dump *dump, const struct unshown *open) {
  uint32_t slot = program_fact_at(dump->program, open->fact)->slot;

  dump_open(dump, '{');
  dump_pair(dump, "fact", fact_path(dump, open->fact));
  dump_pair(dump, "frame", open->frame->pointer);
  dump_pair(dump, "pointer", open->pointer);
  if (open->frame->cells[slot] != open->cell) {
    dump_key(dump, "cell");
    dump_cell(dump->out, dump->program, open->fact, open->cell);
  }
  dump_close(dump, '{');
}

static struct slice path_of(const struct dump *dump,
                            const struct disputed *open) {
  const struct program_items *list =
      program_items_at(dump->program, open->list);

  return list ? dump_row(dump, list->path) : fact_path(dump, open->fact);
}

/* What is disputed, and what it is called. */
struct called {
  const struct disputed *open;
  struct slice frame, path;
};

static int compare_called(const void *a, const void *b) {
  const struct called *one = a, *other = b;
  int order = slice_compare(one->frame, other->frame);

  return order ? order : slice_compare(one->path, other->path);
}

/* In the order of frames and names, for Lua has none. */
static void dump_all_disputed(const struct dump *dump,
                              const struct reading *reading) {
  uint32_t count = reading->disputed.count;
  struct called *all = CALL_NEW_MANY(reading->call, count, struct called);

  for (uint32_t i = 0; i < count; i++) {
    const struct disputed *open = &reading->disputed.all[i];
    all[i] = (struct called){open, open->frame->pointer, path_of(dump, open)};
  }
  if (count > 0)
    qsort(all, count, sizeof *all, compare_called);
  dump_key(dump, "disputed");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++) {
    dump_open(dump, '{');
    dump_pair(dump, "frame", all[i].frame);
    dump_pair(dump, "path", all[i].path);
    dump_close(dump, '{');
  }
  dump_close(dump, '[');
}

#define DUMP_ALL(dump, reading, list, each)                                    \
  do {                                                                         \
    dump_key(dump, #list);                                                     \
    dump_open(dump, '[');                                                      \
    for (uint32_t i = 0; i < (reading)->list.count; i++)                       \
      each;                                                                    \
    dump_close(dump, '[');                                                     \
  } while (0)

void dump_reading(struct json_buffer *out, const struct reading *reading) {
  struct dump dump = {out, reading->call->program, reading->document};

  dump_open(&dump, '{');
  dump_flag(&dump, "errors", reading->has_errors);
  if (!reading->has_errors) {
    dump_key(&dump, "as_of");
    dump_number(&dump, reading->as_of);
    dump_flag(&dump, "self_assessment", reading->self_assessment);
    dump_key(&dump, "assessment");
    dump_frame(&dump, reading->assessment);
    dump_key(&dump, "member");
    dump_frame(&dump, reading->member);
    dump_registers(&dump, reading);
    sort_problems(reading);
    DUMP_ALL(&dump, reading, problems,
             dump_problem(&dump, reading->problems.all[i]));
    DUMP_ALL(&dump, reading, undecided,
             dump_undecided(&dump, &reading->undecided.all[i]));
    DUMP_ALL(&dump, reading, unshown,
             dump_unshown(&dump, &reading->unshown.all[i]));
    dump_all_disputed(&dump, reading);
  }
  dump_close(&dump, '{');
}

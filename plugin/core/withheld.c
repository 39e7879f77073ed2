/* withheld.c: what the Member withholds, wherever it stands; what no open check asks for
 * is asked of the auditor. */
#include <stdlib.h>

#include "report_parts.h"
#include "seen.h"
#include "writing.h"

struct held {
  uint32_t fact;
  struct frame *frame, *facility;
  const struct shown *shown;
};

struct gathering {
  struct report *report;
  struct call *call;
  READING_LIST(struct held) found;
};

/* What follows from a list is told at the items. */
static bool is_withheld(const struct cell *cell) {
  return cell && !cell->derived &&
         (cell->state == CELL_WITHHELD || cell->withheld);
}

static void look_in(struct gathering *gathering, struct frame *frame,
                    uint32_t list, struct frame *facility) {
  struct report *report = gathering->report;
  struct program_list facts = program_list_at(report->program, list);

  call_charge(report->call, facts.count);
  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t row = facts.rows[i];
    uint32_t slot = program_fact_at(report->program, row)->slot;
    if (is_withheld(frame->cells[slot]))
      *READING_ADD(gathering, found) = (struct held){
          row, frame, facility, shown_fact(report, row, frame, facility)};
  }
}

static void look_at_place(struct gathering *gathering, struct frame *frame,
                          struct frame *facility) {
  const struct program *program = gathering->report->program;
  const struct program_frame *kind = program_frame_at(program, frame->kind);
  struct program_list lists = program_list_at(program, kind->lists);

  look_in(gathering, frame, kind->facts, facility);
  for (uint32_t i = 0; frame->lists && i < lists.count; i++) {
    const struct program_items *items =
        program_items_at(program, lists.rows[i]);
    const struct list *list = frame->lists[items->slot];
    for (uint32_t k = 0; list && k < list->count; k++)
      look_in(gathering, list->items[k], items->facts, facility);
  }
}

static int by_key(const void *a, const void *b) {
  return slice_compare(((const struct held *)a)->shown->key,
                       ((const struct held *)b)->shown->key);
}

/* What the questions of the report ask for already: facts at frames. */
static void gather_asked(const struct report *report, struct seen *asked) {
  const struct reading *reading = report->reading;

  for (uint32_t i = 0; i < report->questions.count; i++)
    (void)seen_add(report->call, asked, report->questions.all[i]->fact,
                   report->questions.all[i]->frame);
  for (uint32_t i = 0; i < reading->undecided.count; i++)
    if (!reading->undecided.all[i].settled)
      (void)seen_add(report->call, asked, reading->undecided.all[i].fact,
                     reading->undecided.all[i].frame);
}

static struct slice question_about(struct report *report,
                                   const struct held *one) {
  const struct program_fact *fact = program_fact_at(report->program, one->fact);
  struct slice why = cell_detail(one->frame->cells[fact->slot])->why;
  struct writing text = {.call = report->call};

  prompt_put_question(report, one->frame, fact, &text);
  writing_put_text(&text, "The Member withholds the answer");
  if (why.data && fact->hides_why && !report->call->options.show_sensitive) {
    writing_put_text(&text,
                     "; the reason that it gives may name people, and is not "
                     "printed here");
  } else if (why.data) {
    writing_put_text(&text, " (\"");
    writing_put(&text, why);
    writing_put_text(&text, "\")");
  }
  writing_put_text(&text, ".  What do you hear and see of it?");
  return writing_done(&text);
}

static void ask_about(struct report *report, struct seen *asked,
                      const struct held *one) {
  const struct program_fact *fact = program_fact_at(report->program, one->fact);
  struct prompt *prompt;

  if (one->frame->cells[fact->slot]->state != CELL_WITHHELD ||
      !seen_add(report->call, asked, one->fact, one->frame))
    return;
  prompt = prompt_add(report, NULL);
  prompt->prompt = report_fill(
      report->call, "fact:%%",
      (struct slice[]){one->frame->pointer, report_text(report, fact->suffix)});
  prompt->id =
      report_fill(report->call, "fact:%", (struct slice[]){one->shown->key});
  prompt->facility = facility_id(one->facility);
  prompt->text = question_about(report, one);
}

void prompts_of_withheld(struct report *report) {
  struct gathering gathering = {.report = report, .call = report->call};
  const struct list *facilities = report->reading->facilities;
  struct seen asked = {NULL, 0, 0};

  gather_asked(report, &asked);
  look_at_place(&gathering, report->reading->member, NULL);
  for (uint32_t i = 0; i < facilities->count; i++)
    look_at_place(&gathering, facilities->items[i], facilities->items[i]);
  if (gathering.found.count > 1)
    qsort(gathering.found.all, gathering.found.count,
          sizeof *gathering.found.all, by_key);
  for (uint32_t i = 0; i < gathering.found.count; i++)
    ask_about(report, &asked, &gathering.found.all[i]);
}

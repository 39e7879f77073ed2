/* answered.c: what the dossier answers of the Member and its facilities, whether a check
 * read it or not: a report shows it all.  What items answer, registers tell
 * (write_items.c). */
#include "report_parts.h"

/* What names a place is told where the place is. */
static bool is_name(const char *path) {
  static const char *const names[] = {"facility.id", "facility.name",
                                      "facility.country", "member.id",
                                      "member.name"};

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strcmp(path, names[i]) == 0)
      return true;
  return false;
}

/* What follows from other answers is told by these. */
static bool is_answered(const struct cell *cell) {
  return cell && !cell->derived &&
         (cell->state != CELL_UNKNOWN || cell_detail(cell)->why.data ||
          cell_detail(cell)->note.data);
}

static void add_answers_of(struct report *report, struct frame *frame,
                           struct frame *facility) {
  const struct program *program = report->program;
  struct program_list facts =
      program_list_at(program, program_frame_at(program, frame->kind)->facts);

  call_charge(report->call, facts.count);
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact = program_fact_at(program, facts.rows[i]);
    if (is_answered(frame->cells[fact->slot]) &&
        !is_name(program_text_bytes(program, fact->path)))
      (void)shown_fact(report, facts.rows[i], frame, facility);
  }
}

void answered_collect(struct report *report) {
  const struct list *facilities = report->reading->facilities;

  add_answers_of(report, report->reading->member, NULL);
  for (uint32_t i = 0; i < facilities->count; i++)
    add_answers_of(report, facilities->items[i], facilities->items[i]);
}

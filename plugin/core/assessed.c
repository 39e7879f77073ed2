/* assessed.c: which facilities were assessed, and what stands for what is known of
 * them; see evaluate.h. */
#include "evaluate.h"

bool assessed_is_looked_at(const struct program *program,
                           const struct evaluation *evaluation,
                           uint32_t first) {
  bool open = false;

  for (uint32_t i = first; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    if (program_check_at(program, result->check)->layer > 0)
      continue; /* only a layer asks for it */
    if (result->count == COUNT_SETTLED)
      return true;
    open = open || result->count != COUNT_NOT_APPLICABLE;
  }
  return !open;
}

static bool is_one_of(const char *path, const char *const *paths,
                      size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(path, paths[i]) == 0)
      return true;
  return false;
}

/* Facts that every dossier has, and nobody has to show. */
static bool is_identity(const char *path) {
  static const char *const identity[] = {"facility.id", "facility.name",
                                         "facility.country", "facility.kind"};

  return is_one_of(path, identity, sizeof identity / sizeof identity[0]);
}

static bool stands_for_itself(const struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  return detail->leg_count == 0 && !detail->record.data &&
         !detail->auditor_by.data;
}

static bool by_statement(const struct program *program,
                         const struct frame *frame);

static bool list_by_statement(const struct program *program,
                              const struct list *list) {
  if (list->leg_count > 0)
    return false;
  for (uint32_t i = 0; i < list->count; i++)
    if (!by_statement(program, list->items[i]))
      return false;
  return true;
}

/* Whether nothing but the dossier's word stands for anything in a frame.  Items
 * have no lists. */
static bool by_statement(const struct program *program,
                         const struct frame *frame) {
  const struct program_frame *kind = program_frame_at(program, frame->kind);
  struct program_list facts = program_list_at(
      program,
      kind ? kind->facts : program_items_at(program, frame->of)->facts);
  struct program_list lists = program_list_at(program, kind ? kind->lists : 0);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t path = program_fact_at(program, facts.rows[i])->path;
    if (frame->cells[i] && !is_identity(program_text_bytes(program, path)) &&
        !stands_for_itself(frame->cells[i]))
      return false;
  }
  for (uint32_t i = 0; i < lists.count; i++)
    if (frame->lists[i] && !list_by_statement(program, frame->lists[i]))
      return false;
  return true;
}

/* What is said of why the facility was not assessed; NULL: nothing. */
static const struct cell *reason_of(const struct program *program,
                                    const struct frame *facility) {
  struct program_list facts = program_list_at(
      program, program_frame_at(program, facility->kind)->facts);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t path = program_fact_at(program, facts.rows[i])->path;
    if (strcmp(program_text_bytes(program, path),
               "facility.not_assessed_why") == 0)
      return facility->cells[i];
  }
  return NULL;
}

void assessed_mark(struct reading *reading, struct frame *facility) {
  struct call *call = reading->call;
  static const struct saying says = {MESSAGE_ASSESSED_ALL_THE_SAME,
                                     MESSAGE_NONE, NULL, 0};

  if (facility->assessed && cell_has_value(reason_of(call->program, facility)))
    problem_note(reading,
                 call_join(call,
                           (struct slice[]){facility->pointer,
                                            SLICE("/not_assessed_why")},
                           2),
                 &says);
  facility->by_statement =
      facility->assessed && by_statement(call->program, facility);
}

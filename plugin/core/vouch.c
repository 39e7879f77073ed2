/* vouch.c: what the word of an auditor's record makes a fact rest on; see
 * settle.h. */
#include <stdlib.h>
#include <string.h>

#include "fields.h"
#include "legs.h"
#include "settle.h"

/* ---- what the evidence beneath shows ----------------------------------------- */

enum basis vouch_basis(const struct program_fact *fact,
                       const struct detail *old, const struct cell *cell) {
  bool is_given = old->is_given && cell_has_value(old->claims[0]) &&
                  !legs_exclude(fact, old->claims[0], cell);

  legs_mark_contrary(fact, old, cell, is_given);
  return legs_basis_for(fact, old, cell, is_given);
}

/* ---- the word of a record ------------------------------------------------------ */

bool vouch(struct context *context, const struct record *record,
           struct cell *cell, enum basis basis) {
  const struct program_fact *fact =
      program_fact_at(context->call->program, record->about);

  cell->basis = (uint8_t)(fact->shown_by_some ? basis : BASIS_VERIFIED);
  if (cell->basis == BASIS_VERIFIED)
    return true;
  if (!cell_detail(cell)->unshown_by && !cell->unverified) {
    cell->unverified = true;
    *READING_ADD(context->reading, unshown) =
        (struct unshown){.fact = record->about,
                         .frame = record->frame,
                         .pointer = record->fact_pointer,
                         .by = record->by,
                         .cell = cell};
  }
  return false;
}

/* ---- what is said where it verifies nothing -------------------------------------- */

void vouch_without_effect(struct context *context, struct record *record) {
  const struct program *program = context->call->program;
  struct program_list kinds = program_list_at(
      program, program_fact_at(program, record->about)->shown_by);
  struct argument *names =
      CALL_NEW_MANY(context->call, kinds.count, struct argument);
  const struct argument shown = {.name = "kinds",
                                 .list = names,
                                 .count = kinds.count,
                                 .separator = " or "};
  const struct saying why = {MESSAGE_ATTESTED_UNSHOWN, MESSAGE_NONE, &shown, 1};
  const struct argument inner = {.name = "inner", .saying = &why};
  const struct saying says = {MESSAGE_RECORD_STALE, MESSAGE_NONE, &inner, 1};

  for (uint32_t i = 0; i < kinds.count; i++)
    names[i] = (struct argument){
        .text = program_enum_name(ENUM_EVIDENCE, kinds.rows[i])};
  record->without_effect = saying_text(context->call, &why);
  problem_note(context->reading, record->entry.pointer, &says);
}

/* ---- the order of what is open ---------------------------------------------------- */

static int by_pointer(const void *a, const void *b) {
  const struct unshown *one = a, *other = b;
  int order = slice_compare(one->pointer, other->pointer);

  return order ? order
               : slice_compare(one->frame->pointer, other->frame->pointer);
}

void vouch_sort(struct reading *reading) {
  if (reading->unshown.count > 0)
    qsort(reading->unshown.all, reading->unshown.count,
          sizeof *reading->unshown.all, by_pointer);
}

/* settle.h: what follows from a reading before any check is run. */
#ifndef CORE_SETTLE_H
#define CORE_SETTLE_H

#include "evaluate.h"
#include "writing.h"

/* Completes the reading of the context with what follows from it, in the one
 * order that holds. */
void settle_reading(struct context *context);

/* ---- cells that contradict ------------------------------------------------ */

/* Takes the value away: the cell reads as unknown over all that it may be. */
void cell_blank(struct cell *cell, enum cell_state state);

/* Tells a contradiction at all its places, and makes `cell` conflicting. */
void cell_conflict(struct reading *reading, struct cell *cell,
                   struct slice pointer, const struct saying *says,
                   const struct slice *places, uint32_t count);

/* ---- changes that are taken back ------------------------------------------ */

struct change {
  struct frame *frame;
  uint32_t slot;
  bool of_list;
  struct cell *cell; /* what stood there */
  struct list *list;
};

struct undo {
  struct change *all;
  uint32_t count, room;
};

void undo_put_cell(struct call *call, struct undo *undo, struct frame *frame,
                   uint32_t slot, struct cell *cell);
void undo_put_list(struct call *call, struct undo *undo, struct frame *frame,
                   uint32_t slot, struct list *list);
void undo_take_back(struct undo *undo);

/* ---- the parts ------------------------------------------------------------ */

/* A fact that is stated, and that a list gives another answer of. */
struct difference {
  uint32_t fact;
  struct cell *derived;
};

struct differences {
  struct difference *all;
  uint32_t count, room;
};

/* Completes the facility in hand with what follows from its lists; what stood there
 * is kept in `undo`. */
void derive_complete(struct context *context, struct undo *undo,
                     struct differences *differing);

/* Gives an answer to facts that have none and follow from others. */
void derive_follow(struct context *context);

/* Narrows the parts and wholes of `frame` by each other.  With `undo`: only facts
 * that are given, and so that it can be taken back. */
void parts_narrow(struct context *context, struct frame *frame,
                  struct undo *undo);

/* What is wrong between the part `fact` and its whole; NULL: nothing. */
const struct saying *parts_problem(struct context *context,
                                   const struct frame *frame, uint32_t fact);

/* Finds and marks what contradicts itself. */
void contradictions_settle(struct context *context);

/* Opens the answers that lack the reason they need. */
void bare_open(struct context *context);

/* "is no", or "leaves out a, b and c": what an answer takes away. */
void bare_put(struct writing *out, const struct program *program,
              const struct program_fact *fact, const struct cell *cell);

/* Notes claims that something is not applicable without force. */
void na_claims_look(struct context *context);

/* Lets the auditor's records settle and verify facts. */
void record_facts_settle(struct context *context);

/* The basis that the evidence of `old` gives the known `cell`, which a judgement put
 * in its place. */
enum basis vouch_basis(const struct program_fact *fact,
                       const struct detail *old, const struct cell *cell);

/* Gives the cell its basis by the word of the record, or leaves it at `basis` where
 * only some kinds of evidence show the fact.  Returns whether it is verified. */
bool vouch(struct context *context, const struct record *record,
           struct cell *cell, enum basis basis);

/* Says that an attestation verifies nothing, with a note. */
void vouch_without_effect(struct context *context, struct record *record);

/* Puts what evidence does not show into the order of pointers. */
void vouch_sort(struct reading *reading);

/* ---- the facts of facilities ----------------------------------------------- */

/* Those of the frame of a facility, in their order. */
struct program_list facility_facts(const struct program *program);

/* The pointer of a fact in a frame. */
struct slice fact_pointer(struct call *call, const struct frame *frame,
                          uint32_t fact);

#endif

/* legs.h: where a fact is read, and the legs of evidence beneath it: the twin of
 * scripts/dossier/legs.lua. */
#ifndef CORE_LEGS_H
#define CORE_LEGS_H

#include "read_parts.h"

/* Where a fact is read. */
struct spot {
  struct reading *reading;
  uint32_t row;
  const struct program_fact *fact; /* of the row */
  struct frame *frame;
  const char *part; /* "", or "/auditor" for what the auditor found */
};

/* The pointer of the fact, of its part, and what follows, such as "/value". */
struct slice spot_pointer(const struct spot *spot, const char *tail);

/* ---- legs.c ------------------------------------------------------------------ */

/* Reads the list of a fact's evidence into its new cell. */
void legs_read(const struct spot *spot, struct at list, struct cell *cell);

/* Reads the evidence that a list names for itself: that these are all there are. */
void legs_of_list(struct reading *reading, struct list *list,
                  struct at written);

/* ---- legs_weigh.c ---------------------------------------------------------------- */

/* Sees how well its legs support the new cell. */
void legs_support(const struct spot *spot, struct cell *cell);

/* Sees what the legs of the new cell add up to. */
void legs_weigh(const struct spot *spot, struct cell *cell);

/* Whether what is known of `cell`, perhaps in part, rules the value of `other` out. */
bool legs_exclude(const struct program_fact *fact, const struct cell *cell,
                  const struct cell *other);

bool legs_all_late(struct leg *const *legs, uint32_t count);
enum basis legs_basis(struct leg *const *legs, uint32_t count);

/* The basis that the legs of `old` give the known `cell`.  A leg that says no value
 * speaks for the one that the dossier gives, which may be another: `is_given`. */
enum basis legs_basis_for(const struct program_fact *fact,
                          const struct detail *old, const struct cell *cell,
                          bool is_given);

/* Marks what speaks against the known `cell` among the legs of another answer to it. */
void legs_mark_contrary(const struct program_fact *fact,
                        const struct detail *old, const struct cell *cell,
                        bool is_given);

/* Evidence without a title or a date cannot be looked up, and shows nothing. */
bool legs_is_named(const struct evidence *item);
bool legs_is_late(const struct reading *reading, const struct evidence *item);

/* ---- legs_words.c ------------------------------------------------------------------ */

/* The value of a cell for a person, as the argument `name` of a saying. */
struct argument legs_shown(struct call *call, const struct program_fact *fact,
                           const struct raw *raw, const char *name);

/* "given: yes; D-2: no": what each side says, as the argument "sides", whatever the
 * order they are in; nothing of what is sensitive. */
struct argument legs_sides(const struct spot *spot, const struct cell *cell);

#endif

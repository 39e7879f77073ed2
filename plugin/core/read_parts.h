/* read_parts.h: the parts of reading a dossier, for each other; see read.h. */
#ifndef CORE_READ_PARTS_H
#define CORE_READ_PARTS_H

#include "frame.h"
#include "tape.h"

/* What one costs; the same as in scripts/main.lua and scripts/dossier/. */
enum {
  READ_BYTES = 64, /* of the text, for one step */
  READ_ITEM_COST = 100,
  READ_ENTRY_COST = 100,
  READ_TAKEN_COST = 5, /* a fact of a facility that /all_facilities may give */
  READ_ID_BYTE_COST = 4
};

/* Something is wrong here: the call goes to Lua, which says what. */
static inline void read_wrong(struct reading *reading) {
  problem_error(reading, (struct slice){NULL, 0});
}

/* ---- read_keys.c: the values of an object ---------------------------------- */

/* The value at each of `names`, which are in the order of their bytes; any other key
 * is wrong, but for a host's own, "x-...". */
void read_keys(struct reading *reading, struct at object,
               const char *const *names, size_t count, struct at *values);

bool read_is_own(struct at key); /* "x-..." */

/* An object; an empty list counts as one where Lua cannot tell the two apart. */
bool read_is_object(struct at at);
bool read_is_list(struct at at);

/* A text that says something at `at`.  No data where there is none; anything else is
 * wrong, but for null where it is `optional`. */
struct slice read_text(struct reading *reading, struct at at);
struct slice read_optional_text(struct reading *reading, struct at at);

/* Where `word` is among the words, from 1; anything else is wrong, and 0. */
uint32_t read_word(struct reading *reading, struct at word,
                   const char *const *words, size_t count);

/* One single day; DAY_NONE and wrong where it is none. */
int32_t read_day(struct reading *reading, struct at at);

/* ---- ids: read_ids.c --------------------------------------------------------- */

/* Looks at the ids of one register, each of which names one thing. */
void read_check_ids(struct reading *reading, const struct slice *ids,
                    uint32_t count);

/* ---- facts and groups: read_group.c -------------------------------------------- */

/* Reads the object of a branch into a frame. */
void read_group(struct reading *reading, uint32_t branch, struct at object,
                struct frame *frame);

/* Reads an object at the top into the frame of its scope, where there is one. */
void read_object(struct reading *reading, struct at object,
                 struct frame *frame);

/* The cell of the fact with that path in a frame; NULL: none, or nothing is said. */
struct cell **read_cell_called(const struct reading *reading,
                               struct frame *frame, const char *path);

/* ---- lists: read_list.c --------------------------------------------------------- */

/* Reads a list into `list`, which is in `frame`. */
void read_list(struct reading *reading, struct at value, struct frame *frame,
               struct list *list);

/* ---- registers: read_evidence.c, read_entries.c ------------------------------------ */

void read_evidence(struct reading *reading, struct at list);
void read_records(struct reading *reading, struct at list);
void read_findings(struct reading *reading, struct at list);

/* The piece of evidence that an id names; NULL and wrong where there is none. */
struct evidence *read_evidence_named(struct reading *reading, struct at id);

/* In a self-assessment nothing is an auditor's.  Before anything rests on
 * evidence. */
void read_check_self_assessment(struct reading *reading);

/* Evidence from after the as-of day supports nothing: a note. */
void read_check_evidence_days(struct reading *reading);

/* Tells that a self-assessment cannot hold what is found at `pointer`. */
void read_not_in_self(struct reading *reading, struct slice pointer,
                      const struct saying *what);

/* ---- all facilities: read_everywhere.c ------------------------------------------------ */

/* Reads what is said of all facilities, and gives it to those that say nothing. */
void read_everywhere(struct reading *reading, struct at object);

/* ---- what is open: read_open.c -------------------------------------------------------- */

/* Keeps what leaves a new cell of a fact open. */
void read_keep_open(struct reading *reading, uint32_t fact, struct frame *frame,
                    struct cell *cell);

/* Puts what is open in the order of pointers. */
void read_sort_open(struct reading *reading);

#endif

/* read_open.c: facts that leave something open, in the order of their pointers; see
 * read_parts.h. */
#include <stdlib.h>

#include "read_parts.h"
#include "settle.h"

void read_keep_open(struct reading *reading, uint32_t fact, struct frame *frame,
                    struct cell *cell) {
  const struct detail *detail = cell_detail(cell);
  struct slice pointer = {NULL, 0};

  if (detail->deciding.data || detail->unshown_by || cell->unverified)
    pointer = fact_pointer(reading->call, frame, fact);
  if (detail->deciding.data)
    *READING_ADD(reading, undecided) =
        (struct undecided){.fact = fact,
                           .frame = frame,
                           .pointer = pointer,
                           .why = detail->deciding};
  if (detail->unshown_by || cell->unverified)
    *READING_ADD(reading, unshown) = (struct unshown){
        .fact = fact, .frame = frame, .pointer = pointer, .cell = cell};
  if (detail->claims)
    *READING_ADD(reading, disputed) =
        (struct disputed){.frame = frame, .fact = fact, .cell = cell};
}

static int by_pointer_undecided(const void *a, const void *b) {
  return slice_compare(((const struct undecided *)a)->pointer,
                       ((const struct undecided *)b)->pointer);
}

static int by_pointer_unshown(const void *a, const void *b) {
  return slice_compare(((const struct unshown *)a)->pointer,
                       ((const struct unshown *)b)->pointer);
}

void read_sort_open(struct reading *reading) {
  if (reading->undecided.count > 0)
    qsort(reading->undecided.all, reading->undecided.count,
          sizeof *reading->undecided.all, by_pointer_undecided);
  if (reading->unshown.count > 0)
    qsort(reading->unshown.all, reading->unshown.count,
          sizeof *reading->unshown.all, by_pointer_unshown);
}

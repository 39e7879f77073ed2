/* derive_cell.h: the cells of facts that follow from others, for derive.c. */
#ifndef CORE_DERIVE_CELL_H
#define CORE_DERIVE_CELL_H

#include "settle.h"

/* The bounds lo..hi; NULL where they say no more than
 * least..most. */
struct cell *derived_bounds(struct call *call, uint32_t type, double lo,
                            double hi, double least, double most);

/* One value of a choice, of yes/no or of a few. */
struct cell *derived_choice(struct call *call, uint64_t set);
struct cell *derived_few(struct call *call, uint64_t set);

/* Joins what is stated with what the list gives; NULL when they disagree. */
struct cell *derived_merged(struct call *call, uint32_t type,
                            struct cell *stated, struct cell *derived);

#endif

/* undump.h: a reading out of what tests/parity/dump.lua wrote, so that a part of the
 * core is tested before those that come earlier. */
#ifndef UNDUMP_H
#define UNDUMP_H

#include "frame.h"
#include "tape.h"

/* The reading of a dump; records that it puts in force among its own. */
struct reading *undump_reading(struct call *call,
                               const struct json_document *document);

/* A frame of parameters, over those that the pack sets. */
void undump_parameters(struct call *call, struct at dump, struct frame *frame);

/* One cell of a fact. */
struct cell *undump_cell(struct reading *reading, uint32_t fact,
                         struct at dump);

#endif

/* dump_parts.h: the parts of a dump, for each other. */
#ifndef DUMP_PARTS_H
#define DUMP_PARTS_H

#include "dump.h"

void dump_legs(const struct dump *dump, uint32_t fact, struct leg *const *legs,
               uint32_t count);
void dump_registers(const struct dump *dump, const struct reading *reading);

#endif

/* list.h: conditions on the items of a list. */
#ifndef CORE_LIST_H
#define CORE_LIST_H

#include "evaluate.h"

/* Of every, some, no; count and latest have no extents of their own. */
uint8_t list_extents(struct context *context, const struct program_node *node);

#endif

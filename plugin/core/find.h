/* find.h: lists of found conditions, for the parts of explain.h. */
#ifndef CORE_FIND_H
#define CORE_FIND_H

#include "explain.h"

/* A place at the end of the list. */
struct found *found_add(struct call *call, struct found_list *list);

/* Gives `found` the items that the whole of a condition holds and its part does not,
 * where it compares two counts of one list (left_out.c). */
void left_out_items(struct context *context, uint32_t node,
                    struct found *found);

#endif

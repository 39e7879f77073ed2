/* house.h: the house rating: what checks come to with the changes of the layers in
 * force on the day. */
#ifndef CORE_HOUSE_H
#define CORE_HOUSE_H

#include "evaluate.h"

/* What the layers change on the as-of day; NULL where that is nothing. */
const struct house *house_plan(struct reading *reading);

/* The parameters that a layer's own check reads; NULL: the usual ones. */
const struct frame *house_parameters(const struct context *context,
                                     uint32_t check);

/* What the result of a check of the baseline comes to in the house rating; NULL
 * where that is the same. */
struct house_result *house_judge(struct context *context,
                                 const struct result *result);

/* The change by which the layers give a parameter another value on the day; 0: none. */
uint32_t house_change_of(const struct context *context, uint32_t parameter);

#endif

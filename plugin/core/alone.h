/* alone.h: some checks alone, for tests of rules: what each comes to, without the
 * report. */
#ifndef CORE_ALONE_H
#define CORE_ALONE_H

#include "evaluate.h"
#include "json/buffer.h"

/* Writes a JSON object whose `results` are an array with an object for each number in
 * the array `checks`, which are rows of CHECK: what the check comes to at the first
 * facility or at the Member.
 *
 *   outcome, reason   as in a report
 *   range             the mask of its ratings
 *   found             rows of NODE: the conditions that decide
 *
 * The object is empty where there is no such check, or no facility. */
void alone_write(struct context *context, struct at checks,
                 struct json_buffer *out);

#endif

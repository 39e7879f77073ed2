/* json/indent.h: canonical JSON as people read it. */
#ifndef JSON_INDENT_H
#define JSON_INDENT_H

#include <stdbool.h>

#include "sandbox/budget.h"
#include "json/buffer.h"

/* Writes canonical `text` of our own, a member and an element a line, as host.json.pretty
 * writes the same value.  False when the call must end.  Check out->failed, too. */
bool json_indent(struct json_buffer *out, const char *text, size_t size,
                 struct budget *budget);

#endif

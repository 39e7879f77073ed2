/* rule_edit.h: one change at a time to a rule file, which Lua can most often read
 * as before. */
#ifndef FUZZ_RULE_EDIT_H
#define FUZZ_RULE_EDIT_H

#include <stddef.h>
#include <stdint.h>

/* Changes `data` in place and returns its new size. */
size_t rule_edit(uint8_t *data, size_t size, size_t max_size,
                 unsigned int seed);

#endif

/* json_mutate.h: one change at a time to a JSON document that stays JSON: a value
 * replaced, left out or added, one key for another. */
#ifndef FUZZ_JSON_MUTATE_H
#define FUZZ_JSON_MUTATE_H

#include "json/read.h"

bool json_text_read(struct json_document *document, const char *text,
                    size_t size);

/* Writes `document`, changed once, to `data`; names and values come from `names`
 * and from the document itself.  Returns its size; 0 when the result is too large,
 * has a key twice, or is not good (NULL: all are). */
size_t json_mutate(uint8_t *data, const struct json_document *document,
                   const struct json_document *names, size_t max_size,
                   bool (*is_good)(const char *text, size_t size),
                   uint32_t *seed);

#endif

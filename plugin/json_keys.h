/* json_keys.h: the keys of one object, put in order.  Sorting finds duplicates
 * on the way, and the canonical form needs the order anyway. */
#ifndef JSON_KEYS_H
#define JSON_KEYS_H

#include "json_read.h"

/* Sorts the list of key tokens that starts at `first` and goes on through
 * `link` (0 ends it) by their decoded bytes, and returns the new first.  When
 * two keys are equal, *duplicate becomes the one later in the text (otherwise
 * it stays), and the order is not finished.  Asks document->pause. */
uint32_t json_keys_sort(const struct json_document *document, uint32_t first,
                        uint32_t *duplicate);

#endif

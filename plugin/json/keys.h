/* json/keys.h: the keys of one object, put in order.  Sorting finds duplicates
 * on the way, and the canonical form needs the order anyway. */
#ifndef JSON_KEYS_H
#define JSON_KEYS_H

#include "json/read.h"

/* Two equal keys, in the order of the text. */
struct json_twins {
  uint32_t first, second;
};

/* Sorts the list of key tokens that starts at `first` and goes on through
 * `link` (0 ends it) by their decoded bytes, and returns the new first.  When
 * two keys are equal, *twins names them (otherwise both are 0), and the order is not
 * finished.  Asks document->pause. */
uint32_t json_keys_sort(const struct json_document *document, uint32_t first,
                        struct json_twins *twins);

#endif

/* json/write.h: the canonical form of a document that was read.
 *
 * No white space; keys in the order of their bytes; strings as json_quote
 * writes them; numbers as json_number_print does.  Two texts that say the same
 * have the same canonical form, and it is its own canonical form.
 */
#ifndef JSON_WRITE_H
#define JSON_WRITE_H

#include "json/read.h"

/* Appends the canonical form to `out`; out->failed tells of missing memory. */
void json_canonical(struct json_buffer *out,
                    const struct json_document *document);

/* The same of one value in it: the token where it begins. */
void json_canonical_at(struct json_buffer *out,
                       const struct json_document *document, uint32_t token);

#endif

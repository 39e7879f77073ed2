/* json_empty.h: where a document has empty objects and arrays, which lua-cjson
 * cannot tell apart once they are Lua tables. */
#ifndef JSON_EMPTY_H
#define JSON_EMPTY_H

#include "json_read.h"

/* A walk over the tape.  Start it with the document and all else zero. */
struct json_empty_walk {
  const struct json_document *document;
  uint32_t next;  /* token to look at */
  uint32_t depth; /* containers around it */
  struct {
    uint32_t container;
    uint32_t place; /* object: the key token; array: children seen so far */
  } levels[JSON_DEPTH_MAX];
};

/* Finds the next empty container in the order of the text: sets *kind and
 * appends its JSON Pointer (RFC 6901) to `pointer`.  False when there is none
 * left. */
bool json_empty_next(struct json_empty_walk *walk, struct json_buffer *pointer,
                     enum json_kind *kind);

/* Appends "/" and one step of a JSON Pointer. */
void json_pointer_key(struct json_buffer *pointer,
                      const struct json_slice *key);
void json_pointer_index(struct json_buffer *pointer, int64_t index);

#endif

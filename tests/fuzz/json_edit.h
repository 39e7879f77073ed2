/* json_edit.h: a JSON document written out with one change in it. */
#ifndef FUZZ_JSON_EDIT_H
#define FUZZ_JSON_EDIT_H

#include "json/read.h"

enum json_edit_kind {
  EDIT_REPLACE, /* a value by `with`, or a key by the string `with` */
  EDIT_DELETE,  /* a value, with its key */
  EDIT_ADD      /* `with` to a container, under `key` where it is an object */
};

struct json_edit {
  enum json_edit_kind kind;
  uint32_t target; /* a token of the tape */
  struct json_slice with;
  struct json_slice key; /* a string of JSON without its quotes */
};

/* Appends the changed document to `out`.  It is JSON as long as `with` is, but
 * for a key that it may now hold twice. */
void json_edit_write(struct json_buffer *out,
                     const struct json_document *document,
                     const struct json_edit *edit);

/* Appends one value of the document. */
void json_token_write(struct json_buffer *out,
                      const struct json_document *document, uint32_t token);

#endif

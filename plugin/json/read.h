/* json/read.h: strict JSON text to a tape of tokens.
 *
 * Accepted is RFC 8259 without what two programs could read differently:
 * refused are a byte order mark, bytes that are not UTF-8, duplicate keys, half
 * surrogate pairs, \u0000 and text after the end.  Numbers have any size and any
 * number of digits.
 */
#ifndef JSON_READ_H
#define JSON_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sandbox/pause.h"
#include "json/buffer.h"
#include "json/string.h"

enum json_kind {
  JSON_OBJECT,
  JSON_ARRAY,
  JSON_KEY,
  JSON_STRING,
  JSON_NUMBER,
  JSON_WORD /* true, false, null */
};

/* One token of the tape.  Tokens are in the order of the text; the value of a
 * key is the token after it, the children of a container follow it up to
 * `link`. */
struct json_token {
  uint32_t offset; /* of the text; of a string without its quote */
  uint32_t size;   /* bytes; of a container the number of its children */
  uint32_t link;   /* container: the token after its last one;
                    * key: the next key of its object in byte order, or 0 */
  uint16_t kind;
  uint16_t escaped; /* key, string: holds a backslash;
                     * number: canonical text may differ */
};
/* The first key of an object in byte order is kept where its offset was. */
#define JSON_FIRST_KEY(token) ((token)->offset)

/* Nesting that can be asked for at most; the top level counts 1. */
enum {
  JSON_DEPTH_MAX = 64
};

/* Texts are limited so that 32 bits count tokens and lua-cjson's int bytes. */
#define JSON_SIZE_MAX ((size_t)1 << 30)

enum json_flags {
  JSON_TOP_OBJECT = 1 /* refuse other values at the top */
};

/* A text read.  The caller sets `tape`, which may have memory from an earlier
 * read, and keeps it and `text` alive, and `pause` or zeros. */
struct json_document {
  const char *text;
  size_t size;
  struct json_buffer *tape;
  struct pause pause;
  uint32_t count;   /* tokens */
  uint32_t empties; /* containers without children */
};

/* Why a text was refused: one sentence for people. */
struct json_problem {
  int32_t line;   /* 1-based, 0 when there is no place */
  int32_t column; /* 1-based, in bytes */
  char message[240];
  bool too_deep; /* nested deeper than asked for, and all right so far */
};

enum json_result {
  JSON_FINE,
  JSON_REFUSED,
  JSON_NO_MEMORY
};

/* Reads `text`.  max_depth is 1 to JSON_DEPTH_MAX.  *problem is filled when the
 * result is JSON_REFUSED. */
enum json_result json_read(struct json_document *document, const char *text,
                           size_t size, uint32_t max_depth, unsigned flags,
                           struct json_problem *problem);

static inline struct json_token *
json_tokens(const struct json_document *document) {
  return (struct json_token *)(void *)document->tape->data;
}

/* The bytes of a key or string. */
static inline struct json_slice
json_token_slice(const char *text, const struct json_token *token) {
  struct json_slice slice = {text + token->offset, token->size,
                             token->escaped != 0};
  return slice;
}

#endif

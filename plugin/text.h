/* text.h: a cop11_text, the bytes a call returns: one block, immutable. */
#ifndef TEXT_H
#define TEXT_H

#include "cop11.h"
#include "handle.h"
#include "json/buffer.h"

struct cop11_text {
  uint32_t tag;   /* HANDLE_TEXT */
  uint32_t range; /* of the rating it reports; 0: it reports none */
  uint32_t basis;
  size_t size;
  char bytes[]; /* `size` of them and a NUL */
};

/* A text with room for so many bytes, which the caller fills.  COP11_E_MEMORY leaves
 * *out alone. */
cop11_status text_new(size_t size, cop11_text **out);

/* NULL, and what is no text, does nothing. */
void text_free(cop11_text *text);

/* ---- a text that grows in its own place ----------------------------------- */

/* A buffer on malloc's memory, of which text_adopt can make a text; json_buffer's
 * `size` counts from the text's first byte. */
void text_begin(struct json_buffer *buffer);

/* Makes a text of what `buffer` holds, without a copy of the bytes; the buffer is
 * empty then.  COP11_E_MEMORY, also where writing to it failed: *out is left
 * alone, and the memory is freed. */
cop11_status text_adopt(struct json_buffer *buffer, cop11_text **out);

/* Frees what `buffer` holds; it is empty then. */
void text_abandon(struct json_buffer *buffer);

/* What cop11_text_copy promises. */
size_t text_copy(const cop11_text *text, char *buffer, size_t capacity);

#endif

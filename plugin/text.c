/* text.c: texts returned to the host; see text.h. */
#include "text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What stands before the bytes, and the NUL behind `size` of them. */
static void text_head(cop11_text *text, size_t size) {
  text->tag = HANDLE_TEXT;
  text->range = 0;
  text->basis = 0;
  text->size = size;
  text->bytes[size] = '\0';
}

cop11_status text_new(size_t size, cop11_text **out) {
  cop11_text *text;

  if (size >= SIZE_MAX - sizeof *text)
    return COP11_E_MEMORY;
  text = malloc(sizeof *text + size + 1);
  if (!text)
    return COP11_E_MEMORY;
  text_head(text, size);
  *out = text;
  return COP11_OK;
}

void text_free(cop11_text *text) {
  if (!handle_is(text, HANDLE_TEXT))
    return;
  handle_end(&text->tag);
  free(text);
}

_Static_assert(offsetof(cop11_text, bytes) == sizeof(cop11_text),
               "bytes begin where a text's head ends");

/* The bytes lie in a text from the beginning: what comes before them is filled
 * when all are there. */
static void *grow_text(void *alloc_data, void *block, size_t size) {
  cop11_text *text =
      block ? (cop11_text *)(void *)((char *)block - sizeof(cop11_text)) : NULL;

  (void)alloc_data;
  if (size >= SIZE_MAX - sizeof *text)
    return NULL;
  text = realloc(text, sizeof *text + size + 1);
  return text ? text->bytes : NULL;
}

void text_begin(struct json_buffer *buffer) {
  *buffer = (struct json_buffer){.alloc = grow_text};
}

void text_abandon(struct json_buffer *buffer) {
  if (buffer->data)
    free(buffer->data - sizeof(cop11_text));
  text_begin(buffer);
}

cop11_status text_adopt(struct json_buffer *buffer, cop11_text **out) {
  cop11_text *text;

  if (buffer->failed) {
    text_abandon(buffer);
    return COP11_E_MEMORY;
  }
  if (!buffer->data)
    return text_new(0, out);
  text = (cop11_text *)(void *)(buffer->data - sizeof *text);
  text_head(text, buffer->size);
  text_begin(buffer);
  *out = text;
  return COP11_OK;
}

size_t text_copy(const cop11_text *text, char *buffer, size_t capacity) {
  size_t size = handle_is(text, HANDLE_TEXT) ? text->size : 0;
  size_t copied = size < capacity ? size : capacity;

  if (!buffer)
    return size;
  if (copied > 0)
    memcpy(buffer, text->bytes, copied);
  if (copied < capacity)
    buffer[copied] = '\0';
  return size;
}

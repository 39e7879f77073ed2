/* text.c: texts returned to the host; see text.h. */
#include "text.h"

#include <stdlib.h>
#include <string.h>

cop11_status text_new(const char *bytes, size_t size, cop11_text **out) {
  cop11_text *text;

  if (size >= SIZE_MAX - sizeof *text)
    return COP11_E_MEMORY;
  text = malloc(sizeof *text + size + 1);
  if (!text)
    return COP11_E_MEMORY;
  text->size = size;
  text->range = 0;
  text->basis = 0;
  if (size > 0)
    memcpy(text->bytes, bytes, size);
  text->bytes[size] = '\0';
  *out = text;
  return COP11_OK;
}

size_t text_copy(const cop11_text *text, char *buffer, size_t capacity) {
  size_t size = text ? text->size : 0;
  size_t copied = size < capacity ? size : capacity;

  if (!buffer)
    return size;
  if (copied > 0)
    memcpy(buffer, text->bytes, copied);
  if (copied < capacity)
    buffer[copied] = '\0';
  return size;
}

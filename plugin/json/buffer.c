/* json/buffer.c: bytes that grow; see json/buffer.h. */
#include "json/buffer.h"

#include <stdint.h>

enum {
  FIRST_CAPACITY = 256
};

bool json_buffer_grow(struct json_buffer *buffer, size_t extra) {
  size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
  if (buffer->failed || extra > SIZE_MAX / 4 - buffer->size)
    goto fail;
  while (capacity - buffer->size < extra)
    capacity *= 2;
  char *data = buffer->alloc(buffer->alloc_data, buffer->data, capacity);
  if (!data)
    goto fail;
  buffer->data = data;
  buffer->capacity = capacity;
  return true;

fail:
  buffer->failed = true;
  return false;
}

/* json/buffer.h: bytes that grow.
 *
 * The memory comes from a callback, so that a Lua state, malloc or a test that
 * fails on purpose can own it; a buffer never frees anything itself.  Failure
 * is sticky: writers keep writing into nothing and ask once at the end.
 */
#ifndef JSON_BUFFER_H
#define JSON_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Gives `block` (NULL: none yet) at least `size` bytes and returns where it now
 * is, as realloc does; NULL when there is no memory.  It may also leave by
 * lua_error: no function below holds anything that would leak. */
typedef void *(*json_alloc_fn)(void *alloc_data, void *block, size_t size);

struct json_buffer {
  char *data;
  size_t size;     /* bytes in use */
  size_t capacity; /* bytes there are */
  json_alloc_fn alloc;
  void *alloc_data;
  bool failed; /* memory ran out: the content is incomplete */
};

/* Makes room for `extra` more bytes, at least doubling. */
bool json_buffer_grow(struct json_buffer *buffer, size_t extra);

/* Where the next `extra` bytes (at least 1) may be written, or NULL without
 * memory. */
static inline char *json_buffer_room(struct json_buffer *buffer, size_t extra) {
  if (buffer->capacity - buffer->size < extra &&
      !json_buffer_grow(buffer, extra))
    return NULL;
  return buffer->data + buffer->size;
}

static inline void json_buffer_put(struct json_buffer *buffer,
                                   const void *bytes, size_t size) {
  char *room = size > 0 ? json_buffer_room(buffer, size) : NULL;
  if (!room)
    return;
  memcpy(room, bytes, size);
  buffer->size += size;
}

static inline void json_buffer_put_char(struct json_buffer *buffer, char byte) {
  char *room = json_buffer_room(buffer, 1);
  if (!room)
    return;
  *room = byte;
  buffer->size++;
}

#endif

/* call_buffer.c: see call_buffer.h. */
#include "call_buffer.h"

static void *give_room(void *data, void *block, size_t size) {
  struct call_buffer *buffer = data;
  char *room = call_alloc(buffer->call, size);

  if (block)
    memcpy(room, block, buffer->out.size);
  return room;
}

void call_buffer_begin(struct call_buffer *buffer, struct call *call) {
  *buffer = (struct call_buffer){.call = call};
  buffer->out.alloc = give_room;
  buffer->out.alloc_data = buffer;
}

/* call_buffer.h: bytes that grow in the memory of a call. */
#ifndef CORE_CALL_BUFFER_H
#define CORE_CALL_BUFFER_H

#include "call.h"
#include "json/buffer.h"

struct call_buffer {
  struct json_buffer out;
  struct call *call;
};

/* An empty one, which stays where it is. */
void call_buffer_begin(struct call_buffer *buffer, struct call *call);

static inline struct slice call_buffer_text(const struct call_buffer *buffer) {
  return (struct slice){buffer->out.data, buffer->out.size};
}

#endif

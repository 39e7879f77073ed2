/* unpack.c: LZ4 blocks; see unpack.h.
 *
 * A block is a row of sequences: bytes as they are, then a piece of what was
 * written before.  The last one ends after its bytes.  This format because
 * reading it is little work and little code.
 */
#include "unpack.h"

#include <string.h>

enum {
  SHORTEST = 4,     /* bytes of the shortest piece repeated */
  LONG = 15,        /* a length in half a byte that goes on */
  GOES_ON = 255,    /* a byte of a length that goes on */
  OFFSET_BYTES = 2, /* how far back, the lower byte first */
};

struct block {
  const unsigned char *from, *from_end;
  char *begin, *to, *to_end;
};

static size_t unread(const struct block *block) {
  return (size_t)(block->from_end - block->from);
}

static size_t room(const struct block *block) {
  return (size_t)(block->to_end - block->to);
}

/* Adds to a length the bytes it goes on with. */
static bool read_length(struct block *block, size_t *length) {
  unsigned char more = GOES_ON;

  if (*length != LONG)
    return true;
  while (more == GOES_ON) {
    if (unread(block) == 0 || *length > room(block))
      return false;
    more = *block->from++;
    *length += more;
  }
  return true;
}

static bool copy_bytes(struct block *block, size_t length) {
  if (!read_length(block, &length) || length > unread(block) ||
      length > room(block))
    return false;
  memcpy(block->to, block->from, length);
  block->from += length;
  block->to += length;
  return true;
}

/* A piece may reach into itself: then it repeats. */
static bool copy_piece(struct block *block, size_t length) {
  size_t back;

  if (unread(block) < OFFSET_BYTES)
    return false;
  back = block->from[0] | (size_t)block->from[1] << 8;
  block->from += OFFSET_BYTES;
  if (!read_length(block, &length))
    return false;
  length += SHORTEST;
  if (back == 0 || back > (size_t)(block->to - block->begin) ||
      length > room(block))
    return false;
  for (; length > 0; length--, block->to++)
    *block->to = *(block->to - back);
  return true;
}

bool unpack_block(const unsigned char *from, size_t from_size, char *to,
                  size_t size) {
  struct block block = {from, from + from_size, to, to, to + size};

  while (unread(&block) > 0) {
    unsigned char lengths = *block.from++;
    if (!copy_bytes(&block, lengths >> 4))
      return false;
    if (unread(&block) == 0)
      break;
    if (!copy_piece(&block, lengths & LONG))
      return false;
  }
  return room(&block) == 0;
}

bool unpack_file(const struct builtin_file *file, char *text) {
  text[file->size] = '\0';
  if (file->packed_size != file->size)
    return unpack_block(file->packed, file->packed_size, text, file->size);
  if (file->size > 0) /* an empty file has no bytes to point to */
    memcpy(text, file->packed, file->size);
  return true;
}

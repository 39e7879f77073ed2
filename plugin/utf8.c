/* utf8.c: telling UTF-8 from other bytes; see utf8.h. */
#include "utf8.h"

#include <stdbool.h>

static bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/* The size a first byte promises; 0 for a byte that never comes first. */
static size_t promised_size(unsigned char first) {
  if (first < 0x80)
    return 1;
  if (first >= 0xC2 && first <= 0xDF)
    return 2;
  if (first >= 0xE0 && first <= 0xEF)
    return 3;
  if (first >= 0xF0 && first <= 0xF4)
    return 4;
  return 0;
}

/* Whether the second byte makes an overlong form, a surrogate or a code point
 * beyond the last one; the first byte alone leaves that open. */
static bool is_refused_second(unsigned char first, unsigned char second) {
  switch (first) {
  case 0xE0:
    return second < 0xA0;
  case 0xED:
    return second > 0x9F;
  case 0xF0:
    return second < 0x90;
  case 0xF4:
    return second > 0x8F;
  default:
    return false;
  }
}

size_t utf8_sequence(const char *bytes, size_t size) {
  const unsigned char *at = (const unsigned char *)bytes;
  size_t length = size > 0 ? promised_size(at[0]) : 0;

  if (length > size)
    return 0;
  for (size_t i = 1; i < length; i++) {
    if (!is_continuation(at[i]))
      return 0;
  }
  if (length > 1 && is_refused_second(at[0], at[1]))
    return 0;
  return length;
}

size_t utf8_prefix(const char *bytes, size_t size) {
  size_t done = 0;

  while (done < size) {
    size_t length = utf8_sequence(bytes + done, size - done);
    if (length == 0)
      break;
    done += length;
  }
  return done;
}

size_t utf8_cut(const char *bytes, size_t size, size_t limit) {
  size_t cut = limit;

  if (size <= limit)
    return size;
  while (cut > 0 && limit - cut < 3 &&
         is_continuation((unsigned char)bytes[cut]))
    cut--;
  return cut;
}

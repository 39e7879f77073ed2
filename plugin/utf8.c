/* utf8.c: telling UTF-8 from other bytes; see utf8.h. */
#include "utf8.h"

#include <stdint.h>
#include <string.h>

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

/* Eight bytes of which each is a character. */
static bool is_ascii8(const char *bytes) {
  uint64_t word;

  memcpy(&word, bytes, sizeof word);
  return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t utf8_prefix(const char *bytes, size_t size) {
  size_t done = 0;

  while (done < size) {
    if (size - done >= 8 && is_ascii8(bytes + done)) {
      done += 8;
      continue;
    }
    size_t length = utf8_sequence(bytes + done, size - done);
    if (length == 0)
      break;
    done += length;
  }
  return done;
}

/* The code point of a well-formed sequence. */
static uint32_t code_of(const char *bytes, size_t length) {
  uint32_t code = (unsigned char)bytes[0];

  if (length > 1)
    code &= 0x7Fu >> length;
  for (size_t i = 1; i < length; i++)
    code = code << 6 | ((unsigned char)bytes[i] & 0x3Fu);
  return code;
}

bool utf8_is_shown(const char *bytes, size_t length) {
  static const struct {
    uint32_t first, last;
  } hidden[] = {{0x00, 0x1F},      {0x7F, 0x9F},     {0xAD, 0xAD},
                {0x61C, 0x61C},    {0x200B, 0x200F}, {0x2028, 0x202E},
                {0x2060, 0x206F},  {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
                {0xE0000, 0xE0FFF}};
  uint32_t code = code_of(bytes, length);

  for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
    if (code >= hidden[i].first && code <= hidden[i].last)
      return false;
  }
  return true;
}

void utf8_make_shown(char *text) {
  size_t size = strlen(text), to = 0;

  for (size_t from = 0; from < size;) {
    size_t length = utf8_sequence(text + from, size - from);
    bool shown = length > 0 && utf8_is_shown(text + from, length);
    if (shown)
      memmove(text + to, text + from, length);
    else
      text[to] = '?';
    to += shown ? length : 1;
    from += length > 0 ? length : 1;
  }
  text[to] = '\0';
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

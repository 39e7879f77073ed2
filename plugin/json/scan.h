/* json/scan.h: eight bytes at a time.  Most bytes of a dossier are letters in
 * strings; this finds the first one that needs a look. */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include <stdint.h>
#include <string.h>

#define JSON_EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Not zero when one of the eight bytes at `text` is a quote, a backslash, a
 * control character or not ASCII.  Where bytes are stored lowest first, the
 * lowest bit set belongs to the first such byte. */
static inline uint64_t json_scan_special(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  uint64_t quote = word ^ JSON_EVERY_BYTE('"');
  uint64_t slash = word ^ JSON_EVERY_BYTE('\\');
  uint64_t low = word - JSON_EVERY_BYTE(0x20);
  quote = (quote - JSON_EVERY_BYTE(1)) & ~quote;
  slash = (slash - JSON_EVERY_BYTE(1)) & ~slash;
  return (quote | slash | (low & ~word) | word) & JSON_EVERY_BYTE(0x80);
}

/* The same, and copies the eight bytes to `out`. */
static inline uint64_t json_copy_word(char *out, const char *text) {
  uint64_t special = json_scan_special(text);
  memcpy(out, text, 8);
  return special;
}

/* Whether one byte is such a byte. */
static inline int json_is_special(char byte) {
  unsigned char c = (unsigned char)byte;
  return c == '"' || c == '\\' || c < 0x20 || c >= 0x80;
}

/* The first special byte at or after `text`, or `end`. */
static inline const char *json_scan_plain(const char *text, const char *end) {
  while (end - text >= 8) {
    uint64_t special = json_scan_special(text);
    if (special) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
      return text + (__builtin_ctzll(special) >> 3);
#else
      break;
#endif
    }
    text += 8;
  }
  while (text < end && !json_is_special(*text))
    text++;
  return text;
}

#endif

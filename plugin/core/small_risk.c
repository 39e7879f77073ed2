/* small_risk.c: whether a reason says that a risk is small: "low risk", "the risks are
 * very low", whatever their case. */
#include "small_risk.h"

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_gap(char byte) {
  return !is_letter(byte) && !(byte >= '0' && byte <= '9');
}

/* The text behind a word, whatever its case; NULL where it is another. */
static const char *after_word(const char *at, const char *end,
                              const char *word) {
  for (; *word; word++, at++)
    if (at == end || (*at | 0x20) != *word || !is_letter(*at))
      return NULL;
  return at;
}

/* The text behind one character or more of a kind; NULL where there is none. */
static const char *after_run(const char *at, const char *end,
                             bool (*is)(char byte)) {
  const char *from = at;

  while (at && at < end && is(*at))
    at++;
  return at == from ? NULL : at;
}

/* "low risk", "little risk" at this place. */
static bool says_small(const char *at, const char *end) {
  static const char *const words[] = {"little", "small", "minimal",
                                      "negligible"};
  const char *next = after_run(after_word(at, end, "low"), end, is_gap);

  if (next && after_word(next, end, "risk"))
    return true;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    next = after_run(after_word(at, end, words[i]), end, is_space);
    if (next && after_word(next, end, "risk"))
      return true;
  }
  return false;
}

/* "risk is low", "risks are very low" at this place. */
static bool says_is_low(const char *at, const char *end) {
  const char *next = after_word(at, end, "risk");

  if (next && next < end && (*next | 0x20) == 's')
    next++;
  for (int words = 0; next && words < 2; words++) {
    next = after_run(next, end, is_space);
    next = after_run(next, end, is_letter);
    if (next) {
      const char *last = after_run(next, end, is_space);
      if (last && after_word(last, end, "low"))
        return true;
    }
  }
  return false;
}

bool says_small_risk(struct slice text) {
  const char *end = text.data + text.size;

  for (const char *at = text.data; at < end; at++)
    if (says_small(at, end) || says_is_low(at, end))
      return true;
  return false;
}

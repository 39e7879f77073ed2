/* rule_edit.c: see rule_edit.h.
 *
 * A file is cut into tokens: strings, words, numbers, groups in braces, single
 * characters.  One is left out, doubled, or replaced by another of the file or by
 * one of the language. */
#include "rule_edit.h"

#include <stdbool.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum {
  MOST_TOKENS = 4096
};

struct token {
  size_t at, size;
};

static const char *const pieces[] = {
    "check \"1.9\" { title = \"T\", points = { \"R1\" }, "
    "expect = { \"doors.locked is yes\", otherwise = \"No.\" }, "
    "ask = \"A?\", remedy = \"R.\" }\n",
    "fact \"a.b\" { type = \"choices\", values = { \"x\", \"y\" }, "
    "ask = \"Q?\" }\n",
    "examples \"1.9\" { { name = \"n\", dossier = { }, "
    "outcome = \"conformance\" } }\n",
    "every \"people\" { \"trained is yes\" }",
    "any { \"guards.count is at least 2\", \"doors.locked is no\" }",
    "when \"guards.count is known\"",
    "\"guards.kinds includes all of day, night\"",
    "\"{guards.count} of {people}\"",
    "\"yes/no\"",
    "\"date\"",
    "\"text\"",
    "\"count\"",
    "\"choice\"",
    "\"should\"",
    "\"R1\"",
    "applies = ",
    "sensitive = true",
    "otherwise = \"No.\"",
    "parameter \"p\" { value = 3, source = \"s\" }\n",
    "auditor \"Is it so?\"",
    "function(f) return f.guards.count > 2 end",
    "nil",
    "1e308",
    "-1",
    "{}",
};

static uint32_t pick(uint32_t *seed, size_t bound) {
  *seed = *seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)*seed * bound) >> 32);
}

static bool is_word(uint8_t c) {
  return c == '_' || c == '.' || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t string_size(const uint8_t *data, size_t size) {
  size_t at = 1;

  while (at < size && data[at] != '"')
    at += data[at] == '\\' ? 2 : 1;
  return at < size ? at + 1 : size;
}

/* To the brace that closes it. */
static size_t group_size(const uint8_t *data, size_t size) {
  size_t depth = 0;

  for (size_t at = 0; at < size; at++) {
    if (data[at] == '"')
      at += string_size(data + at, size - at) - 1;
    else if (data[at] == '{')
      depth++;
    else if (data[at] == '}' && --depth == 0)
      return at + 1;
  }
  return size;
}

static size_t token_size(const uint8_t *data, size_t size, bool group) {
  size_t at = 0;

  if (data[0] == '"')
    return string_size(data, size);
  if (data[0] == '{' && group)
    return group_size(data, size);
  while (at < size && is_word(data[at]))
    at++;
  return at > 0 ? at : 1;
}

/* Now and then a group is one token. */
static size_t cut(const uint8_t *data, size_t size, struct token *tokens,
                  uint32_t *seed) {
  size_t count = 0;

  for (size_t at = 0; at < size && count < MOST_TOKENS;) {
    size_t length = token_size(data + at, size - at, pick(seed, 4) == 0);
    if (data[at] > ' ')
      tokens[count++] = (struct token){at, length};
    at += length;
  }
  return count;
}

/* Puts `with` in the place of `size` bytes; the old size where it does not fit. */
static size_t replace(uint8_t *data, size_t whole, size_t max_size,
                      struct token old, const void *with, size_t size) {
  size_t rest = whole - old.at - old.size;

  if (whole - old.size + size > max_size)
    return whole;
  memmove(data + old.at + size, data + old.at + old.size, rest);
  memcpy(data + old.at, with, size);
  return whole - old.size + size;
}

size_t rule_edit(uint8_t *data, size_t size, size_t max_size,
                 unsigned int seed) {
  static struct token tokens[MOST_TOKENS];
  static uint8_t other[1 << 16];
  size_t count = cut(data, size, tokens, &seed);
  struct token old, from;
  const char *piece;

  if (count == 0 || pick(&seed, 10) == 0)
    return LLVMFuzzerMutate(data, size, max_size);
  old = tokens[pick(&seed, count)];
  from = tokens[pick(&seed, count)];
  piece = pieces[pick(&seed, sizeof pieces / sizeof pieces[0])];
  switch (pick(&seed, 4)) {
  case 0:
    return replace(data, size, max_size, old, "", 0);
  case 1:
    old.size = 0;
    return replace(data, size, max_size, old, piece, strlen(piece));
  case 2:
    return replace(data, size, max_size, old, piece, strlen(piece));
  default:
    if (from.size > sizeof other)
      return size;
    memcpy(other, data + from.at, from.size);
    return replace(data, size, max_size, old, other, from.size);
  }
}

/* json/indent.c: see json/indent.h. */
#include "json/indent.h"

#include "json/scan.h"

/* What begins at `at` and needs no line of its own: a string, or one byte. */
static const char *end_of_word(const char *at, const char *end) {
  if (*at++ != '"')
    return at;
  for (;;) {
    at = json_scan_plain(at, end);
    if (at == end)
      return end;
    if (*at == '"')
      return at + 1;
    at += *at == '\\' && end - at > 1 ? 2 : 1;
  }
}

static void new_line(struct json_buffer *out, int depth) {
  json_buffer_put_char(out, '\n');
  for (int i = 0; i < depth; i++)
    json_buffer_put(out, "  ", 2);
}

static bool is_closing(char byte) {
  return byte == '}' || byte == ']';
}

/* Writes what begins at `at`; returns what is behind it. */
static const char *put_word(struct json_buffer *out, const char *at,
                            const char *end, int *depth) {
  bool opens = *at == '{' || *at == '[', is_empty;
  const char *next = end_of_word(at, end);

  is_empty = opens && next < end && is_closing(*next);
  if (is_closing(*at))
    new_line(out, --*depth);
  json_buffer_put(out, at, (size_t)(next - at));
  if (is_empty)
    json_buffer_put_char(out, *next++);
  else if (opens)
    new_line(out, ++*depth);
  else if (*at == ',')
    new_line(out, *depth);
  else if (*at == ':')
    json_buffer_put_char(out, ' ');
  return next;
}

bool json_indent(struct json_buffer *out, const char *text, size_t size,
                 struct budget *budget) {
  const char *at = text, *end = text + size;
  int depth = 0;

  while (at < end) {
    at = put_word(out, at, end, &depth);
    if (!budget_pass(budget, 1))
      return false;
  }
  json_buffer_put_char(out, '\n');
  return true;
}

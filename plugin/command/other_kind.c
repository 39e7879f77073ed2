/* other_kind.c: see other_kind.h. */
#include "other_kind.h"

#include <stdbool.h>
#include <string.h>

static bool begins(const char *text, size_t size, const char *with) {
  return size >= strlen(with) && memcmp(text, with, strlen(with)) == 0;
}

/* How often one of `marks` is in the first line. */
static size_t count_in_line(const char *text, size_t size, const char *marks) {
  size_t count = 0;

  for (size_t i = 0; i < size && text[i] != '\n'; i++)
    count += text[i] && strchr(marks, text[i]);
  return count;
}

/* Two bytes a letter, with a mark at its beginning or without. */
static bool is_utf16(const char *text, size_t size) {
  return size >= 2 &&
         (memcmp(text, "\xFF\xFE", 2) == 0 ||
          memcmp(text, "\xFE\xFF", 2) == 0 || !text[0] != !text[1]);
}

const char *other_kind(const char *text, size_t size) {
  if (is_utf16(text, size))
    return "text in UTF-16: save it as UTF-8";
  while (size > 0 && strchr(" \t\r\n", *text))
    text++, size--;
  if (begins(text, size, "PK\x03\x04"))
    return "a packed file, such as a spreadsheet or a document";
  if (begins(text, size, "%PDF"))
    return "a PDF";
  if (begins(text, size, "<"))
    return "XML or HTML";
  if (begins(text, size, "```"))
    return "JSON inside Markdown: take the lines with ``` out";
  if (begins(text, size, "#") || begins(text, size, "|"))
    return "Markdown";
  if (begins(text, size, "---") || count_in_line(text, size, ":") == 1)
    return "YAML";
  return count_in_line(text, size, ",;\t") > 0 ? "CSV" : NULL;
}

/* message.c: printing on standard error; see message.h.
 *
 * Names of files and texts of dossiers end up here, and neither is ours: they
 * must not be able to drive the terminal they are shown on.
 */
#include "message.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The size of the UTF-8 sequence at `text`, 0 where there is none. */
static size_t sequence_size(const unsigned char *text) {
  size_t size = text[0] < 0x80                       ? 1
                : text[0] >= 0xC2 && text[0] <= 0xDF ? 2
                : text[0] >= 0xE0 && text[0] <= 0xEF ? 3
                : text[0] >= 0xF0 && text[0] <= 0xF4 ? 4
                                                     : 0;
  for (size_t i = 1; i < size; i++) {
    if ((text[i] & 0xC0) != 0x80) /* the closing NUL too */
      return 0;
  }
  return size;
}

/* Controls, and marks that turn the direction of writing. */
static bool is_harmless(const unsigned char *text, size_t size) {
  if (size == 1)
    return text[0] >= 0x20 && text[0] != 0x7F;
  if (size == 2)
    return !(text[0] == 0xC2 && text[1] < 0xA0);
  if (size == 3 && text[0] == 0xE2 && text[1] == 0x80)
    return text[2] < 0xA8 || text[2] > 0xAE;
  if (size == 3 && text[0] == 0xE2 && text[1] == 0x81)
    return text[2] < 0xA0 || text[2] > 0xAF;
  return size > 0;
}

void message_make_harmless(char *text) {
  unsigned char *at = (unsigned char *)text;

  while (*at) {
    size_t size = sequence_size(at);
    if (is_harmless(at, size)) {
      at += size;
      continue;
    }
    for (size = size ? size : 1; size > 0; size--)
      *at++ = '?';
  }
}

/* There is nobody to tell when standard error fails. */
static void write_error(const char *text, size_t size) {
  while (size > 0) {
    ssize_t count = write(STDERR_FILENO, text, size);
    if (count <= 0)
      return;
    text += count;
    size -= (size_t)count;
  }
}

int message_put(const char *format, ...) {
  static const char name[] = "cop11: ";
  char line[8192];
  size_t size;
  va_list arguments;

  memcpy(line, name, sizeof name);
  va_start(arguments, format);
  if (vsnprintf(line + sizeof name - 1, sizeof line - sizeof name, format,
                arguments) < 0)
    line[sizeof name - 1] = '\0';
  va_end(arguments);
  message_make_harmless(line);
  size = strlen(line);
  line[size] = '\n';
  write_error(line, size + 1);
  return STATUS_CANNOT;
}

int message_error(const char *name, const cop11_error *error) {
  const char *between = error->where[0] ? ": " : "";

  if (error->line > 0 && error->column > 0)
    return message_put("%s:%d:%d: %s%s%s", name, (int)error->line,
                       (int)error->column, error->where, between,
                       error->message);
  if (error->line > 0)
    return message_put("%s:%d: %s%s%s", name, (int)error->line, error->where,
                       between, error->message);
  return message_put("%s: %s%s%s", name, error->where, between, error->message);
}

int message_folder(const char *folder, const cop11_error *error) {
  if (strncmp(error->message, folder, strlen(folder)) == 0)
    return message_put("%s", error->message);
  return message_put("%s: %s", folder, error->message);
}

/* message.c: printing on standard error; see message.h.
 *
 * Names of files and texts of dossiers end up here, and neither is ours: they
 * must not be able to drive the terminal they are shown on.
 */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"

/* What the library calls its options, and what a user of the command can do. */
static const struct {
  const char *library, *command;
} names[] = {
    {"max_steps in cop11_options", "--max-steps"},
    {" max_steps (", " --max-steps ("},
    {" time_limit_ms (", " --time-limit ("},
    {"Allow more time in cop11_call", "Allow more time"},
    {", or raise max_depth in cop11_options (64 at most)", ""},
    {", or raise max_memory in cop11_options", ""},
};

/* `capacity` holds what `line` grows by. */
static void use_own_name(char *line, size_t capacity, const char *library,
                         const char *command) {
  size_t size = strlen(library), own = strlen(command);

  for (char *at = strstr(line, library); at; at = strstr(at + own, library)) {
    if (strlen(line) + own >= capacity)
      return;
    memmove(at + own, at + size, strlen(at + size) + 1);
    memcpy(at, command, own);
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
  static const char start[] = "cop11: ";
  char line[8192];
  size_t size;
  va_list arguments;

  memcpy(line, start, sizeof start);
  va_start(arguments, format);
  if (vsnprintf(line + sizeof start - 1, sizeof line - sizeof start, format,
                arguments) < 0)
    line[sizeof start - 1] = '\0';
  va_end(arguments);
  utf8_make_shown(line);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    use_own_name(line, sizeof line - 1, names[i].library, names[i].command);
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

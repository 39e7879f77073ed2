/* output.c: writing to standard output or to a file; see output.h. */
#include "output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "replace.h"
#include "terminal.h"

bool output_bytes(int file, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t count = write(file, bytes, size);
    if (count < 0 && errno != EINTR)
      return false;
    if (count > 0) {
      bytes += count;
      size -= (size_t)count;
    }
  }
  return true;
}

static bool write_plain(int file, const char *text, size_t size) {
  return output_bytes(file, text, size) &&
         (size == 0 || text[size - 1] == '\n' || output_bytes(file, "\n", 1));
}

static bool write_line(int file, const char *line, size_t size) {
  const char *style = terminal_style(line, size);

  if (!style)
    return output_bytes(file, line, size);
  return output_bytes(file, style, strlen(style)) &&
         output_bytes(file, line, size) &&
         output_bytes(file, TERMINAL_PLAIN, strlen(TERMINAL_PLAIN));
}

static bool write_coloured(int file, const char *text, size_t size) {
  while (size > 0) {
    const char *end = memchr(text, '\n', size);
    size_t length = end ? (size_t)(end - text) : size;
    if (!write_line(file, text, length) || !output_bytes(file, "\n", 1))
      return false;
    length += end ? 1 : 0;
    text += length;
    size -= length;
  }
  return true;
}

/* Closing tells of errors that writing did not, on a network disk say.  A reader
 * that closed the pipe has read what it wanted. */
static bool close_output(bool written) {
  if ((written && close(STDOUT_FILENO) == 0) || errno == EPIPE)
    return true;
  (void)message_put("standard output cannot be written: %s", strerror(errno));
  return false;
}

static bool to_file(const char *path, const char *bytes, size_t size,
                    bool (*put)(int file, const char *bytes, size_t size)) {
  struct replace replace;

  if (!replace_start(path, &replace))
    return false;
  if (!put(replace.file, bytes, size))
    return replace_cancel(&replace, errno);
  return replace_finish(&replace);
}

static bool is_standard(const char *path) {
  return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0;
}

bool output_write(const char *path, const char *text, size_t size,
                  bool coloured) {
  if (!is_standard(path))
    return to_file(path, text, size, write_plain);
  return close_output(coloured && terminal_has_colours(STDOUT_FILENO)
                          ? write_coloured(STDOUT_FILENO, text, size)
                          : write_plain(STDOUT_FILENO, text, size));
}

bool output_data(const char *path, const char *data, size_t size) {
  if (!is_standard(path))
    return to_file(path, data, size, output_bytes);
  if (!isatty(STDOUT_FILENO))
    return close_output(output_bytes(STDOUT_FILENO, data, size));
  (void)message_put("this is no text for a terminal; name a file with -o");
  return false;
}

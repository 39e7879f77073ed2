/* error.c: filling a cop11_error; see error.h.
 *
 * Texts are built in a buffer of our own and copied at the end, because a host
 * may well pass err->message of the last call as a parameter of the next.
 */
#include "error.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

bool error_usable(const cop11_error *err) {
  return !err || err->struct_size >= sizeof *err;
}

/* Copies a NUL-ended text of any size into `capacity` bytes. */
static void copy_cut(char *to, size_t capacity, const char *from) {
  size_t size = strlen(from);
  size_t kept = utf8_cut(from, size, capacity - 1);

  memcpy(to, from, kept);
  to[kept] = '\0';
  utf8_make_shown(to);
}

static void fill(cop11_error *err, cop11_status status, const char *where,
                 int line, int column, const char *message) {
  cop11_error filled = {.struct_size = err->struct_size,
                        .status = status,
                        .line = line,
                        .column = column};

  copy_cut(filled.where, sizeof filled.where, where);
  copy_cut(filled.message, sizeof filled.message, message);
  *err = filled;
}

void error_clear(cop11_error *err) {
  if (err && error_usable(err))
    fill(err, COP11_OK, "", 0, 0, "");
}

cop11_status error_set(cop11_error *err, cop11_status status, const char *where,
                       int line, int column, const char *format, ...) {
  char message[sizeof err->message + 8]; /* longer, so that a cut is seen */
  va_list arguments;

  if (!err || !error_usable(err))
    return status;
  va_start(arguments, format);
  if (vsnprintf(message, sizeof message, format, arguments) < 0)
    message[0] = '\0';
  va_end(arguments);
  fill(err, status, where ? where : "", line, column, message);
  return status;
}

void error_copy(cop11_error *to, const cop11_error *from) {
  uint32_t struct_size;

  if (!to || !error_usable(to))
    return;
  struct_size = to->struct_size;
  *to = *from;
  to->struct_size = struct_size;
}

cop11_status error_no_memory(cop11_error *err) {
  return error_set(err, COP11_E_MEMORY, NULL, 0, 0,
                   "The system gave no memory. Free some and call again.");
}

cop11_status error_max_memory(cop11_error *err, const char *where, int line,
                              size_t limit) {
  return error_set(err, COP11_E_MEMORY, where, line, 0,
                   "The call needs more memory than max_memory (%zu bytes) "
                   "allows. Pass less at once, or raise max_memory in "
                   "cop11_options.",
                   limit);
}

cop11_status error_report_too_long(cop11_error *err, size_t size,
                                   uint64_t max_report) {
  return error_set(err, COP11_E_LIMIT, NULL, 0, 0,
                   "The report has %zu bytes, but max_report allows %" PRIu64
                   ". Raise max_report in cop11_options.",
                   size, max_report);
}

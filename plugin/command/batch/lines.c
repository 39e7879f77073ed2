/* lines.c: reading line by line, whatever a line holds; see lines.h. */
#include "batch/lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/stop.h"

enum {
  CHUNK = 256 * 1024
};

bool lines_open(struct lines *lines, int file) {
  *lines = (struct lines){.file = file, .chunk = malloc(CHUNK)};
  return lines->chunk != NULL;
}

/* More of the file; false at its end.  What cannot be read ends it too, and is
 * told by the line. */
static bool fill(struct lines *lines, struct unit *unit) {
  ssize_t count;

  do {
    if (!stop_wait_for(lines->file))
      return false;
    count = read(lines->file, lines->chunk, CHUNK);
  } while (count < 0 && (errno == EINTR || errno == EAGAIN));
  if (count < 0)
    (void)unit_refuse(unit, strerror(errno));
  lines->at = 0;
  lines->size = count > 0 ? (size_t)count : 0;
  return count > 0;
}

/* Adds what a chunk holds of a line.  Of one that is too long nothing more is
 * kept. */
static void keep(struct unit *unit, const char *bytes, size_t size) {
  if (unit_is_bad(unit))
    return;
  if (unit->size + size > UNIT_MOST)
    (void)unit_refuse(unit, "the line is larger than 16 MiB, the most a "
                            "dossier may have");
  else
    (void)unit_add(unit, bytes, size);
}

static bool is_blank(const struct unit *unit) {
  for (size_t i = 0; i < unit->size; i++)
    if (!strchr(" \t\r", unit->data[i]) || unit->data[i] == '\0')
      return false;
  return true;
}

/* One line, without its end; false where there is none. */
static bool read_line(struct lines *lines, struct unit *unit) {
  bool begun = false;

  for (;;) {
    const char *from = lines->chunk + lines->at, *end;
    size_t left = lines->size - lines->at;

    if (left == 0) {
      if (fill(lines, unit))
        continue;
      return begun || unit_is_bad(unit);
    }
    begun = true;
    end = memchr(from, '\n', left);
    keep(unit, from, end ? (size_t)(end - from) : left);
    lines->at += end ? (size_t)(end - from) + 1 : left;
    if (end)
      return true;
  }
}

bool lines_next(struct lines *lines, struct unit *unit) {
  do {
    unit->size = 0;
    lines->number++;
    if (!read_line(lines, unit) || stop_is_ending())
      return false;
  } while (!unit_is_bad(unit) && is_blank(unit));
  unit->line = lines->number;
  return true;
}

void lines_close(struct lines *lines) {
  if (lines->chunk)
    close(lines->file);
  free(lines->chunk);
  *lines = (struct lines){.file = -1};
}

/* unit.c: reading one dossier of a batch; see unit.h. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack/beneath.h"

enum {
  CHUNK = 64 * 1024
};

bool unit_refuse(struct unit *unit, const char *reason) {
  unit->error.status = COP11_E_IO;
  snprintf(unit->error.message, sizeof unit->error.message, "%s", reason);
  return false;
}

bool unit_is_bad(const struct unit *unit) {
  return unit->error.message[0] != '\0';
}

bool unit_add(struct unit *unit, const char *bytes, size_t size) {
  if (size == 0) /* an offset into no memory at all is undefined */
    return true;
  if (unit->size + size > unit->capacity) {
    size_t wanted = (unit->size + size) * 2;
    char *grown = realloc(unit->data, wanted);

    if (!grown)
      return unit_refuse(unit, "there is not enough memory to read it");
    unit->data = grown;
    unit->capacity = wanted;
  }
  memcpy(unit->data + unit->size, bytes, size);
  unit->size += size;
  return true;
}

/* Whether nobody wrote to the file since it was looked at. */
static bool is_unchanged(int file, const struct stat *before) {
  struct stat now;

  return fstat(file, &now) == 0 && now.st_size == before->st_size &&
         now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static bool read_all(struct unit *unit, int file) {
  char chunk[CHUNK];
  ssize_t count;

  do {
    count = read(file, chunk, sizeof chunk);
    if (count < 0 && errno != EINTR)
      return unit_refuse(unit, strerror(errno));
    if (count > 0 && !unit_add(unit, chunk, (size_t)count))
      return false;
    if (unit->size > UNIT_MOST)
      return unit_refuse(unit, "it is larger than 16 MiB, the most a dossier "
                               "may have");
  } while (count != 0);
  return unit->size > 0 ||
         unit_refuse(unit, "it is empty; a dossier is a JSON object that says "
                           "\"format\": \"cop11.dossier/1\"");
}

bool unit_read_from(struct unit *unit, int file) {
  struct stat before;

  if (fstat(file, &before) != 0)
    return unit_refuse(unit, strerror(errno));
  if (S_ISDIR(before.st_mode))
    return unit_refuse(unit, "it is a folder");
  if (!read_all(unit, file))
    return false;
  return !S_ISREG(before.st_mode) || is_unchanged(file, &before) ||
         unit_refuse(unit, "it was written to while it was read; run the "
                           "command again");
}

static int open_unit(const struct unit *unit) {
  struct stat info;

  return unit->root < 0 ? open(unit->below, O_RDONLY | O_CLOEXEC)
                        : beneath_open(unit->root, unit->below, &info);
}

bool unit_read(struct unit *unit) {
  int file;
  bool done;

  if (unit_is_bad(unit) || !unit->below)
    return !unit_is_bad(unit);
  file = open_unit(unit);
  if (file < 0)
    return unit_refuse(unit, errno == ENOENT ? "there is no such file any more"
                             : errno == BENEATH_NOT_A_FILE
                                 ? "it is no regular file"
                                 : strerror(errno));
  done = unit_read_from(unit, file);
  close(file);
  return done;
}

void unit_free(struct unit *unit) {
  free(unit->name);
  free(unit->data);
  *unit = (struct unit){0};
}

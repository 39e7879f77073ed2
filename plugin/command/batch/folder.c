/* folder.c: see folder.h.  A report is written beside the others under a name of
 * its worker and then renamed, so that none is ever there in part; below the
 * folder no link is followed out of it.  Reports are not forced onto the disk one
 * by one: the journal tells their sizes, and one that is short is made again. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "batch/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/journal.h"
#include "message.h"
#include "output.h"
#include "pack/beneath.h"

/* ---- opening ------------------------------------------------------------------- */

static bool refuse(const char *name, const char *reason) {
  (void)message_put("%s: %s", name, reason);
  return false;
}

/* Whether the path `inner` is `outer` or lies in it. */
static bool is_within(const char *inner, const char *outer) {
  size_t size = strlen(outer);

  if (strcmp(outer, "/") == 0)
    return true;
  return strncmp(inner, outer, size) == 0 &&
         (inner[size] == '\0' || inner[size] == '/');
}

static bool lies_apart(const char *name, const char *real,
                       const struct sources *sources) {
  for (size_t i = 0; i < sources->source_count; i++) {
    const struct source *source = &sources->sources[i];

    if (!source->real)
      continue;
    if (source->root >= 0 && is_within(real, source->real)) {
      (void)message_put("%s: it lies in %s, whose dossiers are read; name a "
                        "folder outside it with -o",
                        name, source->given);
      return false;
    }
    if (is_within(source->real, real)) {
      (void)message_put("%s: %s lies in it and is read; name another folder "
                        "with -o",
                        name, source->given);
      return false;
    }
  }
  return true;
}

/* Where nothing lies but what begins with a dot, as programs put into every
 * folder, or a worker left. */
static bool is_empty(int root) {
  int copy = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *folder = copy < 0 ? NULL : fdopendir(copy);
  const struct dirent *entry;
  bool empty = folder != NULL;

  while (empty && (entry = readdir(folder)))
    empty = entry->d_name[0] == '.';
  if (folder)
    closedir(folder);
  return empty;
}

static bool is_ours(const struct folder *folder) {
  return faccessat(folder->root, JOURNAL_NAME, F_OK, 0) == 0 ||
         is_empty(folder->root) ||
         refuse(folder->name, "it holds files that no batch wrote; name a "
                              "folder that is empty, or not there yet");
}

bool folder_open(struct folder *folder, const char *name, const char *format,
                 const struct sources *sources) {
  char *real = NULL;
  bool made = mkdir(name, 0777) == 0;
  bool done = false;

  *folder = (struct folder){.name = name, .root = -1};
  folder->ending = strcmp(format, "json") == 0   ? ".json"
                   : strcmp(format, "html") == 0 ? ".html"
                   : strcmp(format, "csv") == 0  ? ".csv"
                                                 : ".txt";
  if (!made && errno != EEXIST)
    return refuse(name, strerror(errno));
  real = realpath(name, NULL);
  folder->root = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (!real || folder->root < 0)
    (void)refuse(name, errno == ENOTDIR ? "it is a file; name a folder"
                                        : strerror(errno));
  else
    done = lies_apart(name, real, sources) && is_ours(folder);
  if (!done && made)
    rmdir(name);
  free(real);
  return done;
}

void folder_close(struct folder *folder) {
  if (folder->root >= 0)
    close(folder->root);
  folder->root = -1;
}

/* ---- reports ------------------------------------------------------------------- */

char *folder_report(const struct folder *folder, const char *name) {
  size_t size = strlen(name), own = strlen(folder->ending);
  bool has = size > own && strcmp(name + size - own, folder->ending) == 0;
  char *path = malloc(size + own + sizeof "reports/");

  if (path)
    sprintf(path, "reports/%s%s", name, has ? "" : folder->ending);
  return path;
}

static bool fail(const struct folder *folder, const char *report,
                 cop11_error *error) {
  int code = errno;

  error->status = COP11_E_IO;
  snprintf(error->message, sizeof error->message,
           "the report %s/%s cannot be written: %s", folder->name, report,
           strerror(code));
  return false;
}

/* Opens the folder of a report, which is made where it is not there. */
static int open_place(int root, const char *report, const char **last) {
  char path[BENEATH_PATH_SIZE];
  struct stat info;
  int place;

  *last = strrchr(report, '/') + 1;
  if ((size_t)(*last - report) > sizeof path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  memcpy(path, report, (size_t)(*last - report));
  path[*last - report - 1] = '\0';
  place = beneath_open(root, path, &info);
  if (place >= 0 || errno != ENOENT)
    return place;
  for (char *slash = path; slash; slash = strchr(slash + 1, '/')) {
    char part[BENEATH_PATH_SIZE];

    if (slash == path)
      continue;
    snprintf(part, sizeof part, "%.*s", (int)(slash - path), path);
    if (mkdirat(root, part, 0777) != 0 && errno != EEXIST)
      return -1;
  }
  if (mkdirat(root, path, 0777) != 0 && errno != EEXIST)
    return -1;
  return beneath_open(root, path, &info);
}

static bool write_aside(int root, const char *aside, const cop11_text *text) {
  int file = openat(
      root, aside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  bool done;

  if (file < 0)
    return false;
  done = output_bytes(file, cop11_text_data(text), cop11_text_size(text));
  return close(file) == 0 && done;
}

bool folder_put(const struct folder *folder, int worker, const char *report,
                const cop11_text *text, cop11_error *error) {
  char aside[32];
  const char *last;
  int place = open_place(folder->root, report, &last);
  bool done;

  if (place < 0)
    return fail(folder, report, error);
  snprintf(aside, sizeof aside, ".report-%d.part", worker);
  done = write_aside(folder->root, aside, text) &&
         renameat(folder->root, aside, place, last) == 0;
  if (!done) {
    (void)fail(folder, report, error);
    unlinkat(folder->root, aside, 0);
  }
  close(place);
  return done;
}

bool folder_has(const struct folder *folder, const char *report, size_t size) {
  struct stat info;

  return fstatat(folder->root, report, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISREG(info.st_mode) && (uintmax_t)info.st_size == size;
}

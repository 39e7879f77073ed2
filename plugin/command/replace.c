/* replace.c: a new file in a file's place; see replace.h. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

enum {
  ATTEMPTS = 100
};

static bool refuse(const struct replace *replace, const char *reason) {
  (void)message_put("%s: %s", replace->name, reason);
  return false;
}

/* ---- the target ---------------------------------------------------------- */

static bool copy_path(const char *path, char *out) {
  size_t size = strlen(path);

  if (size >= PATH_MAX)
    return false;
  memcpy(out, path, size + 1);
  return true;
}

/* Follows links, so that a link to a file stays one. */
static bool find_existing(struct replace *replace, const struct stat *info) {
  if (S_ISDIR(info->st_mode))
    return refuse(replace, "it is a folder; name a file in it");
  if (!S_ISREG(info->st_mode))
    return refuse(replace, "it is not a regular file and is left alone; write "
                           "to standard output and redirect that");
  if (!realpath(replace->name, replace->target))
    return refuse(replace, strerror(errno));
  if (access(replace->target, W_OK) != 0)
    return refuse(replace, "it may not be written; change its permissions, or "
                           "name another file");
  return true;
}

/* Fills `target`, and `mode` with the permissions the new file is to have. */
static bool find_target(struct replace *replace, mode_t *mode) {
  struct stat info;

  *mode = 0;
  if (stat(replace->name, &info) == 0) {
    *mode = info.st_mode & 0777;
    return find_existing(replace, &info);
  }
  if (errno != ENOENT)
    return refuse(replace, strerror(errno));
  if (lstat(replace->name, &info) == 0)
    return refuse(replace, "it is a link to nothing; remove it, or name "
                           "another file");
  if (!copy_path(replace->name, replace->target))
    return refuse(replace, strerror(ENAMETOOLONG));
  return true;
}

/* ---- the new file -------------------------------------------------------- */

/* ".NAME.PID-N.part" in the target's folder. */
static bool name_beside(struct replace *replace, int attempt) {
  const char *slash = strrchr(replace->target, '/');
  size_t folder = slash ? (size_t)(slash - replace->target) + 1 : 0;
  int size = snprintf(replace->beside, sizeof replace->beside,
                      "%.*s.%.200s.%ld-%d.part", (int)folder, replace->target,
                      replace->target + folder, (long)getpid(), attempt);

  return size > 0 && (size_t)size < sizeof replace->beside;
}

static bool open_beside(struct replace *replace) {
  for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!name_beside(replace, attempt))
      return refuse(replace, strerror(ENAMETOOLONG));
    replace->file =
        open(replace->beside,
             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (replace->file >= 0)
      return true;
    if (errno != EEXIST)
      break;
  }
  (void)message_put("%s: no file can be made beside it: %s", replace->name,
                    strerror(errno));
  return false;
}

static void hold_signals(struct replace *replace) {
  static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  sigset_t signals;

  sigemptyset(&signals);
  for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
    sigaddset(&signals, ending[i]);
  sigprocmask(SIG_BLOCK, &signals, &replace->held);
}

static void release_signals(const struct replace *replace) {
  sigprocmask(SIG_SETMASK, &replace->held, NULL);
}

bool replace_start(const char *path, struct replace *replace) {
  mode_t mode;

  *replace = (struct replace){.name = path, .file = -1};
  if (!find_target(replace, &mode))
    return false;
  hold_signals(replace);
  if (!open_beside(replace)) {
    release_signals(replace);
    return false;
  }
  if (mode != 0 && fchmod(replace->file, mode) != 0)
    return replace_cancel(replace, errno);
  return true;
}

bool replace_cancel(struct replace *replace, int code) {
  if (replace->file >= 0)
    close(replace->file);
  unlink(replace->beside);
  release_signals(replace);
  (void)message_put("%s: it cannot be written: %s", replace->name,
                    strerror(code));
  return false;
}

bool replace_finish(struct replace *replace) {
  int file = replace->file;

  if (fsync(file) != 0 && errno != EINVAL) /* which says: not for this disk */
    return replace_cancel(replace, errno);
  replace->file = -1;
  if (close(file) != 0 || rename(replace->beside, replace->target) != 0)
    return replace_cancel(replace, errno);
  release_signals(replace);
  return true;
}

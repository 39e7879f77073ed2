/* beneath.c: opening files below a folder; see beneath.h.
 *
 * In two steps: first the path is written out without links by reading them;
 * then it is opened part by part with O_NOFOLLOW.  A link put in place between
 * the two makes the second step fail, never follow it.
 */
#include "beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define MAX_LINKS 8

struct route {
  char done[BENEATH_PATH_SIZE];   /* from the root, without links */
  char ahead[BENEATH_PATH_SIZE];  /* still to walk */
  char target[BENEATH_PATH_SIZE]; /* of the link at hand */
  int links;
};

static int fail(int code) {
  errno = code;
  return -1;
}

/* Puts `head` and `tail` with a slash between into `out`, which may be `tail`.
 */
static int join(const char *head, const char *tail, char *out) {
  size_t head_size = strlen(head), tail_size = strlen(tail);

  if (head_size + 1 + tail_size >= BENEATH_PATH_SIZE)
    return fail(ENAMETOOLONG);
  memmove(out + head_size + 1, tail, tail_size + 1);
  memcpy(out, head, head_size);
  out[head_size] = '/';
  return 0;
}

/* ---- step one: a path without links ------------------------------------- */

/* Takes the last part off route->done. */
static int go_up(struct route *route) {
  char *slash = strrchr(route->done, '/');

  if (route->done[0] == '\0')
    return fail(EXDEV);
  *(slash ? slash : route->done) = '\0';
  return 0;
}

/* Adds a part to route->done. */
static int go_down(struct route *route, const char *part, size_t size) {
  size_t used = strlen(route->done);

  if (used + 1 + size >= BENEATH_PATH_SIZE)
    return fail(ENAMETOOLONG);
  if (used > 0)
    route->done[used++] = '/';
  memcpy(route->done + used, part, size);
  route->done[used + size] = '\0';
  return 0;
}

/* Where route->done is a link, walks its target in its place. */
static int follow(int root, struct route *route) {
  ssize_t size =
      readlinkat(root, route->done, route->target, sizeof route->target - 1);

  if (size < 0)
    return errno == EINVAL ? 0 : -1; /* EINVAL: not a link */
  route->target[size] = '\0';
  if (++route->links > MAX_LINKS)
    return fail(ELOOP);
  if (route->target[0] == '/')
    return fail(EXDEV);
  if (join(route->target, route->ahead, route->ahead) != 0)
    return -1;
  return go_up(route);
}

static int walk_part(int root, struct route *route) {
  char part[BENEATH_PATH_SIZE];
  size_t size = strcspn(route->ahead, "/");
  size_t rest = size + strspn(route->ahead + size, "/");

  memcpy(part, route->ahead, size);
  memmove(route->ahead, route->ahead + rest, strlen(route->ahead + rest) + 1);
  if (size == 0 || (size == 1 && part[0] == '.'))
    return 0;
  if (size == 2 && part[0] == '.' && part[1] == '.')
    return go_up(route);
  if (go_down(route, part, size) != 0)
    return -1;
  return follow(root, route);
}

static int find_route(int root, const char *path, struct route *route) {
  size_t size = strlen(path);

  if (size >= sizeof route->ahead)
    return fail(ENAMETOOLONG);
  memcpy(route->ahead, path, size + 1);
  route->done[0] = '\0';
  route->links = 0;
  while (route->ahead[0] != '\0') {
    if (walk_part(root, route) != 0)
      return -1;
  }
  return 0;
}

/* ---- step two: opening it ------------------------------------------------ */

static bool is_file_or_folder(const struct stat *info) {
  return S_ISREG(info->st_mode) || S_ISDIR(info->st_mode);
}

/* The type is looked at before and after: before, because opening a device may
 * have effects; after, because the first look may be out of date. */
static int open_last(int folder, const char *name, struct stat *info) {
  int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  int file;

  if (fstatat(folder, name, info, AT_SYMLINK_NOFOLLOW) != 0)
    return -1;
  if (!is_file_or_folder(info))
    return fail(BENEATH_NOT_A_FILE);
  file = openat(folder, name, flags);
  if (file < 0)
    return -1;
  if (fstat(file, info) == 0 && is_file_or_folder(info))
    return file;
  close(file);
  return fail(BENEATH_NOT_A_FILE);
}

static int open_folder(int folder, const char *name) {
  return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Opens a path without links; cuts it up in place. */
static int open_route(int root, char *path, struct stat *info) {
  int folder = open_folder(root, ".");
  int file;

  for (;;) {
    char *slash = strchr(path, '/');
    int next;
    if (folder < 0)
      return -1;
    if (!slash)
      break;
    *slash = '\0';
    next = open_folder(folder, path);
    close(folder);
    folder = next;
    path = slash + 1;
  }
  file = open_last(folder, path[0] ? path : ".", info);
  close(folder);
  return file;
}

int beneath_open(int root, const char *path, struct stat *info) {
  struct route route;

  if (find_route(root, path, &route) != 0)
    return -1;
  return open_route(root, route.done, info);
}

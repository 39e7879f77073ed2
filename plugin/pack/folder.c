/* pack/folder.c: reading a folder of rule files; see pack/folder.h.
 *
 * The folder may hold anything: only regular files are read, links only while
 * they stay inside, and every count has an end.
 */
#include "pack/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "beneath.h"
#include "error.h"
#include "pack.h"

enum {
  MAX_DEPTH = 8,
  MAX_FOLDERS = 1000, /* links can make few folders look like many */
  ENTRY_BYTES = 4096  /* looking at an entry takes as long as reading these */
};

struct walk {
  int root;
  cop11_pack *found;
  size_t folders;
  char *buffer; /* PACK_SIGNATURE_SIZE + 1 bytes */
  struct budget *budget;
  cop11_error *err;
};

static cop11_status visit_folder(struct walk *walk, int folder,
                                 const char *path, int depth);

/* ---- saying what is wrong ------------------------------------------------ */

static const char *reason_of(int code) {
  switch (code) {
  case ENOENT:
    return "does not exist, or is a link to nothing";
  case EACCES:
  case EPERM:
    return "may not be read by this user; change its permissions";
  case ENOTDIR:
    return "is not a folder; name the folder that holds the rule files";
  case EXDEV:
    return "is a link that leaves the folder; put a copy of the file there";
  case ELOOP:
    return "is a link to a link to a link, more than is followed; put a copy "
           "of the file there";
  case BENEATH_NOT_A_FILE:
    return "is a pipe, socket or device; only regular files are read";
  case EMFILE:
  case ENFILE:
    return "cannot be opened: too many files are open; close some";
  case ENAMETOOLONG:
    return "has too long a path; choose shorter names";
  default:
    return NULL;
  }
}

/* Our own words, because those of strerror change with the locale.  The folder
 * itself has the path "". */
static cop11_status refuse(cop11_error *err, const char *path, int code) {
  const char *reason = reason_of(code);
  const char *name = path[0] ? path : "The folder of rules";

  if (code == ENOMEM)
    return error_no_memory(err);
  if (reason)
    return error_set(err, COP11_E_IO, path, 0, 0, "%s %s.", name, reason);
  return error_set(err, COP11_E_IO, path, 0, 0,
                   "%s cannot be read (errno %d); check the disk and its "
                   "permissions.",
                   name, code);
}

/* ---- files --------------------------------------------------------------- */

static bool ends_in(const char *name, const char *end) {
  size_t size = strlen(name), of_end = strlen(end);

  return size >= of_end && memcmp(name + size - of_end, end, of_end) == 0;
}

static bool is_signature(const char *path) {
  return strcmp(path, PACK_SIGNATURE_PATH) == 0;
}

/* Reads at most `capacity` bytes; -1 with errno. */
static ssize_t read_all(int file, char *buffer, size_t capacity) {
  size_t done = 0;

  while (done < capacity) {
    ssize_t count = read(file, buffer + done, capacity - done);
    if (count == 0)
      break;
    if (count < 0 && errno != EINTR)
      return -1;
    if (count > 0)
      done += (size_t)count;
  }
  return (ssize_t)done;
}

/* One byte more than may be is read, so that a larger file shows itself. */
static cop11_status visit_file(struct walk *walk, int file, const char *path) {
  ssize_t size = read_all(file, walk->buffer, PACK_SIGNATURE_SIZE + 1);
  cop11_status status;

  if (size < 0)
    return refuse(walk->err, path, errno);
  status = budget_pass_bytes(walk->budget, (size_t)size, walk->err);
  if (status != COP11_OK)
    return status;
  if (is_signature(path))
    return pack_set_signature(walk->found, walk->buffer, (size_t)size,
                              walk->err);
  status = pack_add(walk->found, path, walk->buffer, (size_t)size, walk->err);
  /* The host passed a folder, not this path: the folder is what is wrong. */
  if (status == COP11_E_ARGUMENT && walk->err)
    walk->err->status = COP11_E_PACK;
  return status == COP11_E_ARGUMENT ? COP11_E_PACK : status;
}

/* ---- folders ------------------------------------------------------------- */

/* Opens what `path` names and reads it as what it turns out to be. */
static cop11_status visit(struct walk *walk, const char *path, int depth) {
  struct stat info;
  int file = beneath_open(walk->root, path, &info);
  cop11_status status;

  if (file < 0)
    return refuse(walk->err, path, errno);
  if (S_ISDIR(info.st_mode))
    return visit_folder(walk, file, path, depth);
  status = visit_file(walk, file, path);
  close(file);
  return status;
}

/* Whether an entry matters: a rule file by its name, the signature at the top,
 * or a folder, also by way of a link.  Any other file is not ours to complain
 * about. */
static bool is_wanted(int folder, const char *parent, const char *name) {
  struct stat info;

  if (name[0] == '.')
    return false;
  if (ends_in(name, ".lua") || (!parent[0] && is_signature(name)))
    return true;
  return fstatat(folder, name, &info, 0) == 0 && S_ISDIR(info.st_mode);
}

/* Notes a file that a text editor may have called so: its author thinks that it
 * is read.  What cannot be the path of a rule file is none. */
static void pass_over(struct walk *walk, const char *parent, const char *name) {
  struct passed_over *noted = &walk->found->passed_over;
  char path[PACK_PATH_SIZE + 1];
  int size =
      snprintf(path, sizeof path, "%s%s%s", parent, parent[0] ? "/" : "", name);

  if (name[0] == '.' || !ends_in(name, ".lua.txt") || size < 0 ||
      (size_t)size >= sizeof path)
    return;
  path[size - 4] = '\0';
  if (pack_check_path(path, NULL) != COP11_OK)
    return;
  path[size - 4] = '.';
  if (noted->count++ == 0 || strcmp(path, noted->path) < 0)
    memcpy(noted->path, path, (size_t)size + 1);
}

static cop11_status visit_entry(struct walk *walk, const char *parent,
                                const char *name, int depth) {
  char path[BENEATH_PATH_SIZE];
  int size =
      snprintf(path, sizeof path, "%s%s%s", parent, parent[0] ? "/" : "", name);

  if (size < 0 || (size_t)size >= sizeof path)
    return refuse(walk->err, name, ENAMETOOLONG);
  return visit(walk, path, depth);
}

static cop11_status visit_entries(struct walk *walk, DIR *entries,
                                  const char *path, int depth) {
  cop11_status status = COP11_OK;

  while (status == COP11_OK) {
    struct dirent *entry;
    errno = 0;
    entry = readdir(entries);
    if (!entry)
      return errno == 0 ? COP11_OK : refuse(walk->err, path, errno);
    status = budget_pass_bytes(walk->budget, ENTRY_BYTES, walk->err);
    if (status != COP11_OK)
      break;
    if (is_wanted(dirfd(entries), path, entry->d_name))
      status = visit_entry(walk, path, entry->d_name, depth);
    else
      pass_over(walk, path, entry->d_name);
  }
  return status;
}

/* Takes over the descriptor `folder`. */
static cop11_status visit_folder(struct walk *walk, int folder,
                                 const char *path, int depth) {
  DIR *entries = fdopendir(folder);
  cop11_status status;

  if (!entries) {
    int code = errno;
    close(folder);
    return refuse(walk->err, path, code);
  }
  if (depth > MAX_DEPTH || ++walk->folders > MAX_FOLDERS)
    status = error_set(walk->err, COP11_E_PACK, path, 0, 0,
                       "%s: at most %d folders are read, at most %d inside "
                       "one another. Is a link making a circle?",
                       path, MAX_FOLDERS, MAX_DEPTH);
  else
    status = visit_entries(walk, entries, path, depth + 1);
  closedir(entries);
  return status;
}

static cop11_status visit_root(struct walk *walk, const char *folder) {
  const struct passed_over *noted = &walk->found->passed_over;
  cop11_status status = visit(walk, "", 0);

  if (status != COP11_OK)
    return status;
  if (walk->found->count == 0 && noted->count > 0)
    return error_set(walk->err, COP11_E_PACK, folder, 0, 0,
                     "%s holds no .lua file: %s is not read; rename it to "
                     "%.*s.",
                     folder, noted->path, (int)strlen(noted->path) - 4,
                     noted->path);
  if (walk->found->count == 0)
    return error_set(walk->err, COP11_E_PACK, folder, 0, 0,
                     "%s holds no .lua file. Is it the right folder?", folder);
  return COP11_OK;
}

cop11_status pack_add_folder(cop11_pack *pack, const char *folder,
                             struct budget *budget, cop11_error *err) {
  struct walk walk = {.root = -1, .budget = budget, .err = err};
  cop11_status status = pack_new(pack->name, &walk.found, err);

  if (status != COP11_OK)
    goto out;
  walk.buffer = malloc(PACK_SIGNATURE_SIZE + 1);
  if (!walk.buffer) {
    status = error_no_memory(err);
    goto out;
  }
  if (!folder[0]) {
    status = error_set(err, COP11_E_IO, NULL, 0, 0,
                       "The name of the folder is empty; name the folder that "
                       "holds the rule files.");
    goto out;
  }
  walk.root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (walk.root < 0) {
    status = refuse(err, folder, errno);
    goto out;
  }
  status = visit_root(&walk, folder);
  if (status == COP11_OK)
    status = pack_merge(pack, walk.found, err);
out:
  if (walk.root >= 0)
    close(walk.root);
  free(walk.buffer);
  pack_free(walk.found);
  return status;
}

/* sources.c: see sources.h.  Links in a folder are not followed: what they lead to
 * may lie anywhere, or be counted twice; each is told as a bad dossier. */
#define _XOPEN_SOURCE 700 /* nftw, realpath */
#include "batch/sources.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/stop.h"
#include "message.h"
#include "pack/beneath.h"
#include "utf8.h"

enum {
  OPEN_FOLDERS = 16 /* that nftw may hold open at once */
};

static bool no_memory(void) {
  (void)message_put("there is not enough memory to list the dossiers");
  return false;
}

/* ---- items ------------------------------------------------------------------- */

static bool ends_in(const char *name, const char *ending) {
  size_t size = strlen(name), own = strlen(ending);

  return size > own && strcasecmp(name + size - own, ending) == 0;
}

static bool has_lines(const char *name) {
  return ends_in(name, ".ndjson") || ends_in(name, ".jsonl");
}

static char *join(const char *folder, const char *name) {
  size_t size = strlen(folder) + strlen(name) + 2;
  char *path = malloc(size);

  if (path)
    snprintf(path, size, "%s%s%s", folder, *name ? "/" : "", name);
  return path;
}

static bool make_room(struct sources *sources) {
  size_t wanted = sources->capacity ? sources->capacity * 2 : 64;
  struct item *grown;

  if (sources->count < sources->capacity)
    return true;
  grown = realloc(sources->items, wanted * sizeof *grown);
  if (!grown)
    return false;
  sources->items = grown;
  sources->capacity = wanted;
  return true;
}

/* `below` is the path in the folder, or "" for the source itself. */
static bool add(struct sources *sources, const struct source *source,
                const char *below, const char *refused) {
  struct item item = {.root = source->root, .refused = refused};

  if (!make_room(sources))
    return false;
  item.name = join(source->top, below);
  item.path = join(source->given, below);
  if (!item.name || !item.path) {
    free(item.name);
    free(item.path);
    return false;
  }
  item.below = item.path + (*below ? strlen(source->given) + 1 : 0);
  item.has_lines = !source->real || has_lines(item.name);
  if (!refused &&
      utf8_prefix(item.name, strlen(item.name)) != strlen(item.name))
    item.refused = "its name is no UTF-8; rename it";
  if (item.refused)
    utf8_make_shown(item.name);
  sources->items[sources->count++] = item;
  return true;
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const struct item *)a)->name, ((const struct item *)b)->name);
}

/* ---- folders ------------------------------------------------------------------ */

/* nftw hands nothing on to its callback. */
static struct sources *walked;
static const struct source *walked_source;

static const char *link_refused(const char *path, bool is_wanted) {
  struct stat info;

  return is_wanted || (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
             ? "it is a link, and links in a folder are not followed; name "
               "what it leads to"
             : NULL;
}

/* Why what is at `path` is no dossier though it may be meant as one; "" for
 * what is one, NULL for what is none. */
static const char *judge(const char *path, const struct stat *info, int kind) {
  bool is_wanted = ends_in(path, ".json") || has_lines(path);

  switch (kind) {
  case FTW_DNR:
    return "the folder cannot be read; change its permissions";
  case FTW_NS:
    return "it cannot be looked at";
  case FTW_SL:
    return link_refused(path, is_wanted);
  case FTW_F:
    return !is_wanted               ? NULL
           : S_ISREG(info->st_mode) ? ""
                                    : "it is no regular file";
  default:
    return NULL;
  }
}

/* What begins with a dot is hidden, as a rule by some program. */
static int visit(const char *path, const struct stat *info, int kind,
                 struct FTW *place) {
  const char *below = path + strlen(walked_source->real);
  const char *refused = judge(path, info, kind);

  (void)place;
  if (!refused || strstr(below, "/."))
    return 0;
  below += *below == '/';
  return !add(walked, walked_source, below, *refused ? refused : NULL);
}

static bool walk(struct sources *sources, struct source *source) {
  size_t before = sources->count;
  int ended;

  source->root = open(source->real, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  walked = sources;
  walked_source = source;
  ended =
      source->root < 0 ? -1 : nftw(source->real, visit, OPEN_FOLDERS, FTW_PHYS);
  if (ended > 0)
    return no_memory();
  if (ended < 0) {
    (void)message_put("%s: %s", source->given, strerror(errno));
    return false;
  }
  if (sources->count > before)
    return true;
  (void)message_put("%s: there is no dossier in this folder: no file below it "
                    "is called *.json, *.ndjson or *.jsonl",
                    source->given);
  return false;
}

/* ---- what is named ------------------------------------------------------------- */

/* The last part of a path; of "." and ".." that of the folder they are. */
static char *last_part(const char *given, const char *real) {
  char *path = strdup(given), *part;
  size_t size = path ? strlen(path) : 0;

  while (size > 1 && path[size - 1] == '/')
    path[--size] = '\0';
  part = path ? strrchr(path, '/') : NULL;
  part = part ? part + 1 : path;
  if (part && (strcmp(part, ".") == 0 || strcmp(part, "..") == 0 || !*part)) {
    const char *slash = strrchr(real, '/');

    part = (char *)(slash && slash[1] ? slash + 1 : "root");
  }
  part = part ? strdup(part) : NULL;
  free(path);
  return part;
}

static bool find(struct sources *sources, struct source *source,
                 const char *given) {
  struct stat info;

  *source = (struct source){.given = given, .root = -1};
  if (strcmp(given, "-") == 0) {
    source->top = strdup("standard-input");
    return (source->top && add(sources, source, "", NULL)) || no_memory();
  }
  if (stat(given, &info) != 0 || !(source->real = realpath(given, NULL))) {
    (void)message_put("%s: %s", given,
                      errno == ENOENT ? "there is no such file or folder"
                                      : strerror(errno));
    return false;
  }
  source->top = last_part(given, source->real);
  if (!source->top)
    return no_memory();
  if (S_ISDIR(info.st_mode))
    return walk(sources, source);
  return add(sources, source, "", NULL) || no_memory();
}

/* Two of one name would be one report. */
static bool are_apart(const struct sources *sources) {
  for (size_t i = 0; i < sources->source_count; i++) {
    for (size_t j = 0; j < i; j++) {
      const struct source *a = &sources->sources[j], *b = &sources->sources[i];

      if (strcmp(a->top, b->top) != 0)
        continue;
      (void)message_put("%s and %s would have reports of one name, '%s'; name "
                        "the folder that holds both, or do them apart",
                        a->given, b->given, b->top);
      return false;
    }
  }
  return true;
}

bool sources_open(struct sources *sources, const struct arguments *arguments) {
  size_t count = arguments->operand_count;

  *sources = (struct sources){.counted = true};
  pthread_mutex_init(&sources->lock, NULL);
  sources->sources = calloc(count, sizeof *sources->sources);
  if (!sources->sources)
    return no_memory();
  for (size_t i = 0; i < count; i++) {
    sources->source_count = i + 1;
    if (!find(sources, &sources->sources[i], arguments->operands[i]))
      return false;
  }
  if (!are_apart(sources))
    return false;
  qsort(sources->items, sources->count, sizeof *sources->items, by_name);
  for (size_t i = 0; i < sources->count; i++)
    sources->counted = sources->counted && !sources->items[i].has_lines;
  return true;
}

/* ---- handing out ---------------------------------------------------------------- */

/* A pipe that nobody writes to yet is waited for where a stop is seen. */
static int open_lines(const struct item *item) {
  struct stat info;

  if (strcmp(item->path, "-") == 0)
    return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  return item->root < 0 ? open(item->below, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
                        : beneath_open(item->root, item->below, &info);
}

static void name_line(struct unit *unit, const char *file, size_t line) {
  size_t size = strlen(file) + 32;

  unit->name = malloc(size);
  if (unit->name)
    snprintf(unit->name, size, "%s/%08zu", file, line);
}

/* Lets go of what the unit was before. */
static void renew(struct unit *unit) {
  free(unit->name);
  unit->name = NULL;
  unit->size = unit->line = 0;
  unit->below = NULL;
  unit->error = (cop11_error){.struct_size = sizeof unit->error};
}

static bool take_line(struct sources *sources, struct unit *unit) {
  const struct item *item = &sources->items[sources->next - 1];

  if (!lines_next(&sources->lines, unit)) {
    lines_close(&sources->lines);
    sources->reads_lines = false;
    return false;
  }
  unit->path = item->path;
  unit->below = NULL;
  name_line(unit, item->name, unit->line);
  return true;
}

/* The next file, true: one dossier; or lines, false: the first of them is next. */
static bool take_file(struct sources *sources, struct unit *unit) {
  const struct item *item = &sources->items[sources->next++];
  int file;

  unit->path = item->path;
  unit->root = item->root;
  unit->below = item->below;
  if (item->refused)
    (void)unit_refuse(unit, item->refused);
  else if (item->has_lines) {
    file = open_lines(item);
    if (file >= 0 && lines_open(&sources->lines, file)) {
      sources->reads_lines = true;
      return false;
    }
    (void)unit_refuse(unit, strerror(errno));
  }
  unit->name = strdup(item->name);
  return true;
}

bool sources_take(struct sources *sources, struct unit *unit) {
  bool taken = false;

  renew(unit);
  pthread_mutex_lock(&sources->lock);
  while (!taken && !stop_is_ending() &&
         (sources->reads_lines || sources->next < sources->count))
    taken = sources->reads_lines ? take_line(sources, unit)
                                 : take_file(sources, unit);
  if (taken)
    unit->order = sources->handed++;
  if (taken && !unit->name) {
    taken = no_memory();
    stop_ask();
  }
  pthread_mutex_unlock(&sources->lock);
  return taken;
}

void sources_free(struct sources *sources) {
  for (size_t i = 0; i < sources->count; i++) {
    free(sources->items[i].name);
    free(sources->items[i].path);
  }
  for (size_t i = 0; i < sources->source_count; i++) {
    free(sources->sources[i].real);
    free(sources->sources[i].top);
    if (sources->sources[i].root >= 0)
      close(sources->sources[i].root);
  }
  lines_close(&sources->lines);
  free(sources->items);
  free(sources->sources);
  pthread_mutex_destroy(&sources->lock);
}

/* journal.c: see journal.h.  Lines are only ever added, each by one write; a last
 * one that was torn is cut off. */
#define _GNU_SOURCE /* flock, memmem */
#include "batch/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "message.h"
#include "output.h"
#include "peek.h"

enum {
  NAME_MOST = 8192, /* of a dossier; longer paths cannot be opened */
  START = sizeof JOURNAL_START - 1
};

static bool refuse(const struct journal *journal, const char *reason) {
  (void)message_put("%s/" JOURNAL_NAME ": %s", journal->folder->name, reason);
  return false;
}

/* ---- entries ------------------------------------------------------------------- */

static bool keep(struct journal *journal, struct entry entry) {
  if (journal->count == journal->capacity) {
    size_t wanted = journal->capacity ? journal->capacity * 2 : 256;
    struct entry *grown = realloc(journal->entries, wanted * sizeof *grown);

    if (!grown)
      return false;
    journal->entries = grown;
    journal->capacity = wanted;
  }
  journal->entries[journal->count++] = entry;
  return true;
}

static int by_name(const void *a, const void *b) {
  const struct entry *x = a, *y = b;
  int order = strcmp(x->name, y->name);

  return order != 0 ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

/* Of two lines on one dossier the later holds. */
static void keep_latest(struct journal *journal) {
  size_t kept = 0;

  if (journal->count > 0)
    qsort(journal->entries, journal->count, sizeof *journal->entries, by_name);
  for (size_t i = 0; i < journal->count; i++) {
    struct entry *entry = &journal->entries[i];

    if (kept > 0 && strcmp(journal->entries[kept - 1].name, entry->name) == 0)
      free(journal->entries[--kept].name);
    journal->entries[kept++] = *entry;
  }
  journal->count = journal->known = kept;
}

/* ---- reading ------------------------------------------------------------------- */

/* A name with controls does not come back as it was: that one is done again. */
static bool holds_control(struct peek whole) {
  struct peek name = peek_member(whole, "file");

  return memmem(name.at, peek_size(name), "\\u", 2) != NULL;
}

static bool read_entry(struct journal *journal, const char *line, size_t size) {
  struct peek whole = peek_text(line, size);
  struct entry entry = {.offset = journal->end, .size = size};
  char name[NAME_MOST];

  if (line[0] != '{' || line[size - 1] != '}')
    return false;
  peek_string(peek_member(whole, "file"), name, sizeof name);
  peek_string(peek_member(whole, "sha256"), entry.digest, sizeof entry.digest);
  entry.report_size = (size_t)peek_number(peek_member(whole, "report_size"));
  if (!peek_member(whole, "rating").at || holds_control(whole))
    entry.digest[0] = '\0';
  entry.name = name[0] ? strdup(name) : NULL;
  return entry.name && keep(journal, entry);
}

/* Every whole line after the first; false at one that is none. */
static bool read_entries(struct journal *journal, FILE *file) {
  char *line = NULL;
  size_t capacity = 0;
  ssize_t size;
  bool good = true;

  while (good && (size = getline(&line, &capacity, file)) > 0 &&
         line[size - 1] == '\n') {
    line[size - 1] = '\0';
    good = size > 1 && read_entry(journal, line, (size_t)size - 1);
    journal->end += size;
  }
  free(line);
  return good;
}

/* Which setting differs: a name that the user knows. */
static bool refuse_settings(const struct journal *journal, const char *old,
                            const char *new) {
  static const struct {
    const char *key, *name;
  } settings[] = {{"engine", "with another version of cop11"},
                  {"pack", "by other rules"},
                  {"as_of", "with another --as-of"},
                  {"evaluated_at", "with another --evaluated-at"},
                  {"report_format", "with another --format"},
                  {"show_sensitive", "with another --show-sensitive"}};
  const char *how = "by another command";

  for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
    struct peek a = peek_member(peek_text(old, strlen(old)), settings[i].key);
    struct peek b = peek_member(peek_text(new, strlen(new)), settings[i].key);
    size_t size = peek_size(a);

    if (size != peek_size(b) || (size > 0 && memcmp(a.at, b.at, size) != 0)) {
      how = settings[i].name;
      break;
    }
  }
  (void)message_put("%s: the reports in it were made %s; name another folder "
                    "with -o, or remove this one",
                    journal->folder->name, how);
  return false;
}

/* The first line tells what all were made with. */
static bool read_settings(struct journal *journal, FILE *file,
                          const char *settings) {
  char *line = NULL;
  size_t capacity = 0;
  ssize_t size = getline(&line, &capacity, file);
  bool same = true;

  if (size > 0 &&
      strncmp(line, JOURNAL_START, size < START ? (size_t)size : START) != 0) {
    same = refuse(journal, "it is no journal of a batch; name another folder "
                           "with -o");
  } else if (size > 0 && line[size - 1] == '\n') {
    line[size - 1] = '\0';
    journal->end = size;
    if (strcmp(line, settings) != 0)
      same = refuse_settings(journal, line, settings);
  }
  free(line);
  return same;
}

static bool begin(struct journal *journal, const char *settings) {
  size_t size = strlen(settings);

  journal->end = (int64_t)size + 1;
  return (output_bytes(journal->file, settings, size) &&
          output_bytes(journal->file, "\n", 1)) ||
         refuse(journal, strerror(errno));
}

static bool read_all(struct journal *journal, const char *settings) {
  int copy = dup(journal->file);
  FILE *file = copy < 0 ? NULL : fdopen(copy, "r");
  bool done = file && read_settings(journal, file, settings);

  if (done && journal->end > 0 && !read_entries(journal, file))
    done = refuse(journal, "it was changed by something else; name another "
                           "folder with -o, or remove this one");
  if (file)
    fclose(file);
  if (!done)
    return false;
  keep_latest(journal);
  if (ftruncate(journal->file, journal->end) != 0)
    return refuse(journal, strerror(errno));
  return journal->end > 0 || begin(journal, settings);
}

bool journal_open(struct journal *journal, const struct folder *folder,
                  const char *settings) {
  *journal = (struct journal){.folder = folder};
  pthread_mutex_init(&journal->lock, NULL);
  journal->file =
      openat(folder->root, JOURNAL_NAME,
             O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (journal->file < 0)
    return refuse(journal, strerror(errno));
  if (flock(journal->file, LOCK_EX | LOCK_NB) != 0)
    return refuse(journal, "another cop11 batch is writing to this folder; "
                           "wait for its end, or name another");
  return read_all(journal, settings);
}

/* ---- while it runs --------------------------------------------------------------- */

static int against_name(const void *name, const void *entry) {
  return strcmp(name, ((const struct entry *)entry)->name);
}

/* Entries may move while others are added, so all is done under the lock. */
bool journal_has(struct journal *journal, const char *name, const char *digest,
                 const char *report) {
  struct entry *entry;
  bool found;

  if (journal->known == 0)
    return false;
  pthread_mutex_lock(&journal->lock);
  entry = bsearch(name, journal->entries, journal->known,
                  sizeof *journal->entries, against_name);
  found = entry && strcmp(entry->digest, digest) == 0 &&
          folder_has(journal->folder, report, entry->report_size);
  if (found)
    entry->counts = true;
  pthread_mutex_unlock(&journal->lock);
  return found;
}

bool journal_add(struct journal *journal, const char *name, const char *line,
                 size_t size) {
  struct entry entry = {.name = strdup(name), .size = size - 1, .counts = true};
  bool done;

  pthread_mutex_lock(&journal->lock);
  entry.offset = journal->end;
  done = entry.name && output_bytes(journal->file, line, size);
  if (done)
    journal->end += (int64_t)size;
  else
    (void)refuse(journal, strerror(errno));
  done = done && keep(journal, entry);
  pthread_mutex_unlock(&journal->lock);
  if (!done)
    free(entry.name);
  return done;
}

/* ---- afterwards ------------------------------------------------------------------ */

void journal_sort(struct journal *journal) {
  size_t kept = 0;

  for (size_t i = 0; i < journal->count; i++) {
    if (journal->entries[i].counts)
      journal->entries[kept++] = journal->entries[i];
    else
      free(journal->entries[i].name);
  }
  journal->count = kept;
  journal->known = 0;
  if (kept > 0)
    qsort(journal->entries, kept, sizeof *journal->entries, by_name);
}

char *journal_line(const struct journal *journal, const struct entry *entry) {
  char *line = malloc(entry->size + 1);
  size_t done = 0;

  while (line && done < entry->size) {
    ssize_t count = pread(journal->file, line + done, entry->size - done,
                          (off_t)(entry->offset + (int64_t)done));
    if (count <= 0 && errno != EINTR) {
      free(line);
      return NULL;
    }
    done += count > 0 ? (size_t)count : 0;
  }
  if (line)
    line[entry->size] = '\0';
  return line;
}

void journal_close(struct journal *journal) {
  for (size_t i = 0; i < journal->count; i++)
    free(journal->entries[i].name);
  free(journal->entries);
  if (journal->file >= 0)
    close(journal->file);
  pthread_mutex_destroy(&journal->lock);
}

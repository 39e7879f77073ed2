/* attack_file.c: reading the files of this folder; see attack_file.h. */
#include "attack_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that grows.  The tests of a machine without memory are elsewhere. */
struct growing {
  char *text;
  size_t size, capacity;
};

static void add(struct growing *to, const char *text, size_t size) {
  while (to->size + size + 1 > to->capacity) {
    to->capacity = to->capacity ? 2 * to->capacity : 4096;
    to->text = realloc(to->text, to->capacity);
    if (!to->text)
      abort();
  }
  memcpy(to->text + to->size, text, size);
  to->size += size;
  to->text[to->size] = '\0';
}

static struct growing read_whole(const char *folder, const char *path) {
  struct growing whole = {0};
  char name[4096], piece[4096];
  size_t size;
  FILE *file;

  add(&whole, "", 0);
  (void)snprintf(name, sizeof name, "%s/%s", folder, path);
  file = fopen(name, "rb");
  if (!file)
    return whole;
  while ((size = fread(piece, 1, sizeof piece, file)) > 0)
    add(&whole, piece, size);
  (void)fclose(file);
  return whole;
}

char *attack_text(const char *folder, const char *path) {
  return read_whole(folder, path).text;
}

/* ---- what the first lines say --------------------------------------------- */

/* The lines "-- ends: ..." or "# ends: ...". */
static void read_ends(struct attack_file *file, const char *text) {
  static const char mark[] = "ends: ";
  const char *at = strstr(text, mark);

  for (; at && file->end_count < MAX_ENDS; at = strstr(at + 1, mark)) {
    struct attack_end *end = &file->ends[file->end_count];
    end->words[0] = '\0';
    if (sscanf(at + sizeof mark - 1, "%15s %23s%*[ ]%127[^\n]", end->call,
               end->status, end->words) >= 2)
      file->end_count++;
  }
}

/* ---- recipes ---------------------------------------------------------------- */

/* Adds `line`, with each '#' the number of this turn. */
static void add_turn(struct growing *to, const char *line, size_t size,
                     unsigned long turn) {
  char number[24];
  int digits = snprintf(number, sizeof number, "%lu", turn);

  for (size_t i = 0; i < size; i++) {
    if (line[i] == '#')
      add(to, number, (size_t)digits);
    else
      add(to, line + i, 1);
  }
}

/* "COUNT text": the text COUNT times.  Lines that begin with '#' are remarks. */
static void add_line(struct growing *to, const char *line, size_t size) {
  char *text;
  unsigned long count;

  if (size == 0 || line[0] == '#')
    return;
  count = strtoul(line, &text, 10);
  text++;
  for (unsigned long turn = 1; turn <= count; turn++)
    add_turn(to, text, size - (size_t)(text - line), turn);
}

static struct growing make(const char *recipe) {
  struct growing made = {0};

  add(&made, "", 0);
  while (*recipe) {
    size_t size = strcspn(recipe, "\n");
    add_line(&made, recipe, size);
    recipe += size + (recipe[size] == '\n');
  }
  return made;
}

/* ---- files ------------------------------------------------------------------- */

bool attack_file_read(const char *folder, const char *path,
                      struct attack_file *file) {
  struct growing whole = read_whole(folder, path);

  memset(file, 0, sizeof *file);
  read_ends(file, whole.text);
  file->is_dossier = strncmp(path, "dossiers/", 9) == 0;
  if (file->is_dossier) {
    struct growing made = make(whole.text);
    free(whole.text);
    whole = made;
  }
  file->text = whole.text;
  file->size = whole.size;
  return file->end_count > 0;
}

void attack_file_free(struct attack_file *file) {
  free(file->text);
}

static int is_attack(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

struct attack_names attack_names(const char *folder, const char *room) {
  struct attack_names names = {0};
  char path[4096];
  struct dirent **entries;
  int count;

  (void)snprintf(path, sizeof path, "%s/%s", folder, room);
  count = scandir(path, &entries, is_attack, alphasort);
  if (count < 0)
    return names;
  names.paths = malloc((size_t)count * sizeof(char *));
  for (int i = 0; i < count && names.paths; i++) {
    (void)snprintf(path, sizeof path, "%s/%s", room, entries[i]->d_name);
    names.paths[names.count++] = strdup(path);
    free(entries[i]);
  }
  free(entries);
  return names;
}

void attack_names_free(struct attack_names *names) {
  for (int i = 0; i < names->count; i++)
    free(names->paths[i]);
  free(names->paths);
}

/* dossiers.c: see dossiers.h. */
#include "dossiers.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct blob read_dossier(const char *path) {
  static char buffer[1 << 20];
  FILE *f = fopen(path, "rb");
  struct blob blob = {NULL, 0};
  char *copy;

  if (f)
    blob.size = fread(buffer, 1, sizeof buffer, f);
  copy = malloc(blob.size + 1);
  if (!f || !copy) {
    fprintf(stderr, "bench: cannot read %s\n", path);
    exit(2);
  }
  fclose(f);
  for (size_t i = 0; i < blob.size; i++)
    copy[i] = buffer[i];
  blob.data = copy;
  return blob;
}

#define HEAD                                                                   \
  "{\"format\":\"cop11.dossier/1\",\"assessment\":{\"date\":\"2013-11-30\"},"  \
  "\"facilities\":{\"complete\":true,\"items\":["
#define TAIL "]}}"
#define FACILITY                                                               \
  "%s{\"id\":\"f%d\",\"security\":{\"inhouse_used\":true},\"conduct\":{"       \
  "\"policy_written\":true,\"covers_human_rights\":true,"                      \
  "\"covers_boundaries\":%s,\"monitoring\":true},\"arms\":{\"used\":false}}"
#define PERSON                                                                 \
  "%s{\"name\":\"P%d\",\"armed\":true,\"weapons_trained\":%s,"                 \
  "\"licence\":{\"held\":true,\"expires\":\"2014-05-31\"}}"

/* `count` copies of `item` between `head` and `tail`. */
static struct blob repeat(const char *head, const char *item, const char *tail,
                          int count) {
  char *data = NULL;
  size_t size = 0;
  FILE *f = open_memstream(&data, &size);

  fputs(head, f);
  for (int i = 0; i < count; i++)
    fprintf(f, item, i ? "," : "", i, i % 7 ? "true" : "false");
  fputs(tail, f);
  fclose(f);
  return (struct blob){data, size};
}

struct blob facilities(int count) {
  return repeat(HEAD, FACILITY, TAIL, count);
}

struct blob people(int count) {
  return repeat(HEAD "{\"id\":\"pit\",\"security\":{\"inhouse_used\":true},"
                     "\"people\":{\"complete\":true,\"items\":[",
                PERSON, "]}}" TAIL, count);
}

/* terminal.c: which lines of a text form are coloured, and how. */
#define _GNU_SOURCE /* memmem */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BOLD "\033[1m"
#define RED "\033[1;31m"
#define GREEN "\033[1;32m"
#define YELLOW "\033[1;33m"
#define BLUE "\033[1;34m"
#define MAGENTA "\033[1;35m"

struct style {
  const char *start; /* of a line */
  const char *escape;
};

/* The first that fits is taken. */
static const struct style styles[] = {
    {"Indicative rating CONFORMANCE", GREEN},
    {"Indicative rating MINOR", YELLOW},
    {"Indicative rating MAJOR", RED},
    {"Indicative rating NOT DETERMINED", MAGENTA},
    {"Indicative ", BOLD},
    {"Facility ", BOLD},
    {"Facilities ", BOLD},
    {"All ", BOLD},
    {"The Member", BOLD},
    {"  MAJOR  ", RED},
    {"  MINOR  ", YELLOW},
    {"  OBSERVATION  ", BLUE},
    {"  ERROR  ", RED},
    {"  CONFLICT  ", YELLOW},
    {"  NOTE  ", BLUE},
    {"  ASK  ", MAGENTA},
    {"  OPEN  ", MAGENTA},
    {"  DECIDE  ", MAGENTA},
    {"  CONSIDER  ", BLUE},
    {"  FAILED  ", RED},
    {"  NOT SHOWN  ", YELLOW},
    {"  MODIFIED  ", RED},
    {"  WEAKER  ", YELLOW},
};

bool terminal_has_colours(int file) {
  const char *no_colour = getenv("NO_COLOR");

  return !(no_colour && *no_colour) && terminal_can_move(file);
}

bool terminal_can_move(int file) {
  const char *kind = getenv("TERM");

  return kind && *kind && strcmp(kind, "dumb") != 0 && isatty(file) == 1;
}

/* A heading is a line at the left edge without a small letter. */
static bool is_heading(const char *line, size_t size) {
  if (size < 4 || line[0] < 'A' || line[0] > 'Z')
    return false;
  for (size_t i = 0; i < size; i++) {
    if (line[i] != ' ' && (line[i] < 'A' || line[i] > 'Z'))
      return false;
  }
  return true;
}

static bool holds(const char *line, size_t size, const char *word) {
  return memmem(line, size, word, strlen(word)) != NULL;
}

/* FILE:LINE:COLUMN: error: ..., and the caret below. */
static const char *style_of_place(const char *line, size_t size) {
  size_t blanks = 0;

  if (size > 0 && line[0] != ' ' && holds(line, size, ": error: "))
    return RED;
  if (size > 0 && line[0] != ' ' && holds(line, size, ": warning: "))
    return YELLOW;
  while (blanks < size && line[blanks] == ' ')
    blanks++;
  return blanks >= 4 && blanks + 1 == size && line[blanks] == '^' ? GREEN
                                                                  : NULL;
}

const char *terminal_style(const char *line, size_t size) {
  const char *of_place = style_of_place(line, size);

  for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
    size_t length = strlen(styles[i].start);
    if (size >= length && memcmp(line, styles[i].start, length) == 0)
      return styles[i].escape;
  }
  if (of_place)
    return of_place;
  return is_heading(line, size) ? BOLD : NULL;
}

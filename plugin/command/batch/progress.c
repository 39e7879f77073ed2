/* progress.c: one line that is written over, ten times a second at most; see
 * progress.h. */
#include "batch/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "output.h"
#include "terminal.h"

enum {
  WIDTH = 24 /* of the bar */
};

static double now(void) {
  struct timespec time;

  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void write_line(const char *line) {
  (void)output_bytes(STDERR_FILENO, line, strlen(line));
}

void progress_begin(struct progress *progress, size_t total) {
  *progress = (struct progress){.total = total, .began = now()};
  progress->shown = terminal_can_move(STDERR_FILENO);
}

static void bar(char *out, size_t done, size_t total) {
  size_t filled = total > 0 ? done * WIDTH / total : 0;

  memset(out, '.', WIDTH);
  memset(out, '#', filled > WIDTH ? WIDTH : filled);
  out[WIDTH] = '\0';
}

void progress_tell(struct progress *progress, size_t done, size_t earlier) {
  double at = now(), passed = at - progress->began;
  double rate = passed > 0 ? (double)(done - earlier) / passed : 0;
  char line[160], drawn[WIDTH + 1];
  long left;

  if (!progress->shown || at - progress->told < 0.1)
    return;
  progress->told = at;
  if (progress->total == 0) {
    snprintf(line, sizeof line, "\r%zu dossiers  %.0f/s\033[K", done, rate);
  } else {
    left = rate > 0 ? (long)((double)(progress->total - done) / rate) : 0;
    bar(drawn, done, progress->total);
    snprintf(line, sizeof line,
             "\r[%s] %zu of %zu  %.0f/s  %ld:%02ld left\033[K", drawn, done,
             progress->total, rate, left / 60, left % 60);
  }
  write_line(line);
}

void progress_end(struct progress *progress) {
  if (progress->shown)
    write_line("\r\033[K");
}

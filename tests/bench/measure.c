/* measure.c: see measure.h. */
#include "measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
  RUNS_MOST = 64
};

extern char **environ;

int rounds = 15;

/* ---- time ---------------------------------------------------------------- */

static double read_us(clockid_t clock) {
  struct timespec t;

  clock_gettime(clock, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

double now_us(void) {
  return read_us(CLOCK_PROCESS_CPUTIME_ID);
}

double clock_us(void) {
  return read_us(CLOCK_MONOTONIC);
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, by_value);
  return values[count / 2];
}

double resident_mb(void) {
  long pages = 0, all = 0;
  FILE *f = fopen("/proc/self/statm", "r");

  if (!f || fscanf(f, "%ld %ld", &all, &pages) != 2)
    pages = 0;
  if (f)
    fclose(f);
  return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

/* ---- rows ---------------------------------------------------------------- */

void row(const char *what, const char *goal, double value, const char *unit) {
  printf("| %s | %s | %.3g %s |\n", what, goal, value, unit);
  fflush(stdout);
}

void row_of_range(const char *what, const char *goal, double least, double most,
                  const char *unit) {
  printf("| %s | %s | %.3g to %.3g %s |\n", what, goal, least, most, unit);
  fflush(stdout);
}

/* ---- evaluations ----------------------------------------------------------- */

static void must(cop11_status status, const cop11_error *err) {
  if (status == COP11_OK)
    return;
  fprintf(stderr, "bench: %s: %s %s\n", cop11_status_name(status), err->where,
          err->message);
  exit(2);
}

cop11_engine *open_engine(const cop11_options *options) {
  cop11_engine *engine;
  cop11_error err = {.struct_size = sizeof err};

  must(cop11_engine_open(options, NULL, &engine, &err), &err);
  return engine;
}

cop11_text *evaluate(cop11_engine *engine, struct blob dossier,
                     const char *format) {
  cop11_call call = {.struct_size = sizeof call, .format = format};
  cop11_text *report;
  cop11_error err = {.struct_size = sizeof err};

  must(cop11_evaluate(engine, dossier.data, dossier.size, &call, &report, &err),
       &err);
  return report;
}

double evaluation_us(cop11_engine *engine, struct blob dossier, int times) {
  double start = now_us();

  for (int i = 0; i < times; i++)
    cop11_text_free(evaluate(engine, dossier, NULL));
  return (now_us() - start) / times;
}

/* ---- commands -------------------------------------------------------------- */

/* Runs it with its report going nowhere; an exit status of 1 tells of findings, of
 * 3 that something is open. */
static struct cost run_once(char *const argv[]) {
  posix_spawn_file_actions_t actions;
  struct rusage use;
  double start = clock_us();
  int status;
  pid_t child;

  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  if (posix_spawnp(&child, argv[0], &actions, NULL, argv, environ) != 0 ||
      wait4(child, &status, 0, &use) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) == 2 || WEXITSTATUS(status) > 3) {
    fprintf(stderr, "bench: %s failed\n", argv[0]);
    exit(2);
  }
  posix_spawn_file_actions_destroy(&actions);
  return (struct cost){
      .ms = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3 +
            (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3,
      .clock_ms = (clock_us() - start) / 1e3,
      .mb = (double)use.ru_maxrss / 1e3};
}

struct cost run(char *const argv[], int times) {
  double ms[RUNS_MOST], clock_ms[RUNS_MOST], mb[RUNS_MOST];

  for (int i = 0; i < times; i++) {
    struct cost cost = run_once(argv);

    ms[i] = cost.ms;
    clock_ms[i] = cost.clock_ms;
    mb[i] = cost.mb;
  }
  return (struct cost){median(ms, times), median(clock_ms, times),
                       median(mb, times)};
}

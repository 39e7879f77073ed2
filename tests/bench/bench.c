/* bench.c: the project's figures, each measured in one run of this program and
 * set against its goal.  usage: bench DOSSIER LIBRARY COMMAND
 *
 * Times are medians of the processor's time, so that what else runs on the
 * machine changes them little; two threads alone are set against a clock.
 * Ratios are taken in the same run, so that they hold when the machine's speed
 * drifts.  Nothing here is a test: no figure fails a build.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "baseline.h"
#include "cop11.h"
#include "dossiers.h"

extern char **environ;

enum {
  ROUNDS = 15
};

static double read_us(clockid_t clock) {
  struct timespec t;

  clock_gettime(clock, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double now_us(void) {
  return read_us(CLOCK_PROCESS_CPUTIME_ID);
}

/* The processor's time of all children that ended. */
static double children_us(void) {
  struct rusage use;
  struct timeval user, system;

  getrusage(RUSAGE_CHILDREN, &use);
  user = use.ru_utime;
  system = use.ru_stime;
  return (double)(user.tv_sec + system.tv_sec) * 1e6 +
         (double)(user.tv_usec + system.tv_usec);
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, by_value);
  return values[count / 2];
}

static void must(cop11_status status, const cop11_error *err) {
  if (status == COP11_OK)
    return;
  fprintf(stderr, "bench: %s: %s %s\n", cop11_status_name(status), err->where,
          err->message);
  exit(2);
}

static cop11_engine *open_engine(void) {
  cop11_engine *engine;
  cop11_error err = {.struct_size = sizeof err};

  must(cop11_engine_open(NULL, NULL, &engine, &err), &err);
  return engine;
}

static cop11_text *evaluate(cop11_engine *engine, struct blob dossier) {
  cop11_text *report;
  cop11_error err = {.struct_size = sizeof err};

  must(cop11_evaluate(engine, dossier.data, dossier.size, NULL, &report, &err),
       &err);
  return report;
}

/* Microseconds of one evaluation, over `times` of them. */
static double evaluation_us(cop11_engine *engine, struct blob dossier,
                            int times) {
  double start = now_us();

  for (int i = 0; i < times; i++)
    cop11_text_free(evaluate(engine, dossier));
  return (now_us() - start) / times;
}

static void row(const char *what, double value, const char *unit,
                const char *goal) {
  printf("%-58s %10.2f %-3s  goal %s\n", what, value, unit, goal);
}

/* ---- one evaluation against lua-cjson alone --------------------------- */

static void compare_with_cjson(cop11_engine *engine, struct blob dossier) {
  double ours[ROUNDS], theirs[ROUNDS], ratios[ROUNDS];
  cop11_text *report = evaluate(engine, dossier);
  struct blob text = {cop11_text_data(report), cop11_text_size(report)};
  struct baseline *baseline = baseline_open(dossier, text);

  for (int i = 0; i < ROUNDS; i++) {
    ours[i] = evaluation_us(engine, dossier, 20);
    theirs[i] = baseline_us(baseline, 20, now_us);
    ratios[i] = ours[i] / theirs[i];
  }
  printf("dossier %zu bytes, report %zu bytes\n", dossier.size, text.size);
  row("warm evaluation", median(ours, ROUNDS), "us", "-");
  row("lua-cjson: decode that dossier, encode that report",
      median(theirs, ROUNDS), "us", "-");
  row("ratio", median(ratios, ROUNDS), "x", "1.5");
  baseline_close(baseline);
  cop11_text_free(report);
}

/* ---- opening ---------------------------------------------------------- */

static void time_opening(void) {
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++) {
    double start = now_us();
    cop11_engine *engine = open_engine();

    times[i] = (now_us() - start) / 1e3;
    cop11_engine_close(engine);
  }
  row("opening an engine on the built-in pack", median(times, ROUNDS), "ms",
      "4");
}

/* Runs the command with its report going nowhere; an exit status of 1 tells of
 * findings in the dossier. */
static void run_command(const char *command, const char *dossier) {
  char *argv[] = {(char *)command, "assess", "--format=json", (char *)dossier,
                  NULL};
  posix_spawn_file_actions_t actions;
  int status;
  pid_t child;

  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  if (posix_spawn(&child, command, &actions, NULL, argv, environ) != 0 ||
      waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) > 1) {
    fprintf(stderr, "bench: %s failed\n", command);
    exit(2);
  }
  posix_spawn_file_actions_destroy(&actions);
}

static void time_process(const char *command, const char *dossier) {
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++) {
    double start = children_us();

    run_command(command, dossier);
    times[i] = (children_us() - start) / 1e3;
  }
  row("whole process, exec to first report", median(times, ROUNDS), "ms", "8");
}

/* ---- memory and size -------------------------------------------------- */

static double resident_mb(void) {
  long pages = 0, all = 0;
  FILE *f = fopen("/proc/self/statm", "r");

  if (!f || fscanf(f, "%ld %ld", &all, &pages) != 2)
    pages = 0;
  if (f)
    fclose(f);
  return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

/* In a child, so that nothing measured before is in the heap. */
static void measure_memory(struct blob dossier) {
  fflush(stdout);
  if (fork() == 0) {
    double before = resident_mb();
    cop11_engine *engine = open_engine();

    cop11_text_free(evaluate(engine, dossier));
    row("resident memory of an engine with one evaluation",
        resident_mb() - before, "MB", "4");
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
}

static void measure_size(const char *library) {
  char stripped[] = "/tmp/bench-XXXXXX";
  int fd = mkstemp(stripped);
  char *argv[] = {"strip", "-o", stripped, (char *)library, NULL};
  struct stat info = {0};
  pid_t child;

  if (fd < 0 || posix_spawnp(&child, "strip", NULL, NULL, argv, environ) != 0)
    return;
  waitpid(child, NULL, 0);
  if (stat(stripped, &info) == 0)
    row("stripped library", (double)info.st_size / 1e6, "MB", "1.5");
  close(fd);
  unlink(stripped);
}

/* ---- threads ---------------------------------------------------------- */

struct job {
  cop11_engine *engine;
  struct blob dossier;
};

static void *run_job(void *data) {
  struct job *job = data;

  evaluation_us(job->engine, job->dossier, 20);
  return NULL;
}

/* What shares nothing, to see what the machine gives two threads. */
static void *count_up(void *data) {
  volatile uint64_t count = 0;

  (void)data;
  while (count < 50000000)
    count++;
  return NULL;
}

static double threads_us(void *(*run)(void *), struct job *job, int count) {
  pthread_t threads[2];
  double start = read_us(CLOCK_MONOTONIC);

  for (int i = 0; i < count; i++)
    pthread_create(&threads[i], NULL, run, job);
  for (int i = 0; i < count; i++)
    pthread_join(threads[i], NULL);
  return read_us(CLOCK_MONOTONIC) - start;
}

static double gain_of_two(void *(*run)(void *), struct job *job) {
  double ratios[ROUNDS];

  threads_us(run, job, 2);
  for (int i = 0; i < ROUNDS; i++) {
    double one = threads_us(run, job, 1);

    ratios[i] = 2 * one / threads_us(run, job, 2);
  }
  return median(ratios, ROUNDS);
}

static void compare_threads(cop11_engine *engine, struct blob dossier) {
  struct job job = {engine, dossier};

  row("evaluations a second, two threads on one engine",
      gain_of_two(run_job, &job), "x", "1.8");
  row("the same for two threads that only count", gain_of_two(count_up, NULL),
      "x", "-");
}

/* ---- growth ----------------------------------------------------------- */

/* Time per item at up to `most` items, against that at 10; linear growth stays
 * near or below 1. */
static void grow(cop11_engine *engine, const char *what,
                 struct blob (*make)(int count), int most) {
  struct blob ten = make(10);
  double base = evaluation_us(engine, ten, 50) / 10;

  free((void *)ten.data);
  for (int count = 100; count <= most; count *= 10) {
    struct blob many = make(count);
    double each = evaluation_us(engine, many, 2000 / count + 1) / count;
    char label[80];

    snprintf(label, sizeof label, "time a %s, %d of them against 10", what,
             count);
    row(label, each / base, "x", "about 1 or less");
    free((void *)many.data);
  }
}

static double report_size(cop11_engine *engine, struct blob dossier) {
  cop11_text *report = evaluate(engine, dossier);
  double size = (double)cop11_text_size(report);

  cop11_text_free(report);
  return size;
}

/* How large reports are: beside their dossier, and what a facility adds. */
static void measure_reports(cop11_engine *engine, const char *path) {
  struct blob large = read_dossier(path);
  struct blob few = facilities(10), many = facilities(110);

  row("report on the large gold mine, against its dossier",
      report_size(engine, large) / (double)large.size, "x", "5");
  row("report for each facility more",
      (report_size(engine, many) - report_size(engine, few)) / 100 / 1000, "KB",
      "40");
  free((void *)large.data);
  free((void *)few.data);
  free((void *)many.data);
}

int main(int argc, char **argv) {
  struct blob dossier;
  cop11_engine *engine;

  if (argc != 5) {
    fprintf(stderr, "usage: bench DOSSIER LIBRARY COMMAND LARGE_DOSSIER\n");
    return 2;
  }
  dossier = read_dossier(argv[1]);
  measure_memory(dossier);
  measure_size(argv[2]);
  time_opening();
  time_process(argv[3], argv[1]);
  engine = open_engine();
  evaluation_us(engine, dossier, 20);
  compare_with_cjson(engine, dossier);
  compare_threads(engine, dossier);
  measure_reports(engine, argv[4]);
  /* Each facility has its own results: 10,000 of them need more memory than
   * max_memory allows by default. */
  grow(engine, "facility", facilities, 1000);
  grow(engine, "person", people, 10000);
  cop11_engine_close(engine);
  free((void *)dossier.data);
  return 0;
}

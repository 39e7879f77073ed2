/* threads.c: see threads.h. */
#include "threads.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "measure.h"

enum {
  THREADS_MOST = 80,
  FIRST_CALLS = 25
};

struct job {
  cop11_engine *engine;
  struct blob dossier;
  int times;
  pthread_barrier_t
      *all; /* where threads wait for each other; NULL: they do not */
  double first_us, second_us;
};

static double thread_us(void) {
  struct timespec t;

  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Microseconds of a call that begins when all threads are there. */
static double call_us(struct job *job) {
  double start;

  if (job->all)
    pthread_barrier_wait(job->all);
  start = thread_us();
  cop11_text_free(evaluate(job->engine, job->dossier, NULL));
  return thread_us() - start;
}

static void *run_job(void *data) {
  struct job *job = data;

  for (int i = 0; i < job->times; i++)
    (void)call_us(job);
  return NULL;
}

static void *run_twice(void *data) {
  struct job *job = data;

  job->first_us = call_us(job);
  job->second_us = call_us(job);
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

static void run_threads(void *(*body)(void *), struct job *job, int count) {
  pthread_t threads[THREADS_MOST];

  for (int i = 0; i < count; i++)
    pthread_create(&threads[i], NULL, body, job);
  for (int i = 0; i < count; i++)
    pthread_join(threads[i], NULL);
}

/* ---- memory --------------------------------------------------------------- */

static void measure_memory(const char *path) {
  struct blob dossier = read_dossier(path);
  double before = resident_mb(), one, many;
  struct job job = {
      .engine = open_engine(NULL), .dossier = dossier, .times = 2};
  pthread_barrier_t all;

  run_threads(run_job, &job, 1);
  one = resident_mb();
  row("memory of an engine and one call", "2 MB", one - before, "MB");
  job.all = &all;
  pthread_barrier_init(&all, NULL, THREADS_MOST);
  run_threads(run_job, &job, THREADS_MOST);
  many = resident_mb();
  pthread_barrier_destroy(&all);
  row("left after 80 threads at once, over one thread", "20 MB", many - one,
      "MB");
  row("each of those calls", "0.5 MB", (many - one) / (THREADS_MOST - 1), "MB");
}

void memory_measure(const char *dossier) {
  fflush(stdout);
  if (fork() == 0) {
    measure_memory(dossier);
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
}

/* ---- time ----------------------------------------------------------------- */

static double threads_us(void *(*body)(void *), struct job *job, int count) {
  double start = clock_us();

  run_threads(body, job, count);
  return clock_us() - start;
}

static double gain_of_two(void *(*body)(void *), struct job *job) {
  double ratios[64];

  for (int i = 0; i < rounds; i++) {
    double one = threads_us(body, job, 1);

    ratios[i] = 2 * one / threads_us(body, job, 2);
  }
  return median(ratios, rounds);
}

static void time_first_call(struct job *job) {
  double first[FIRST_CALLS], second[FIRST_CALLS];

  for (int i = 0; i < FIRST_CALLS; i++) {
    run_threads(run_twice, job, 1);
    first[i] = job->first_us;
    second[i] = job->second_us;
  }
  row("first call of a further thread, over its second", "0 ms",
      (median(first, FIRST_CALLS) - median(second, FIRST_CALLS)) / 1e3, "ms");
}

void threads_measure(cop11_engine *engine, struct blob dossier, bool is_short) {
  struct job job = {
      .engine = engine, .dossier = dossier, .times = is_short ? 2 : 100};

  time_first_call(&job);
  row("evaluations a second, two threads on one engine", "1.9x",
      gain_of_two(run_job, &job), "x");
  row("the same of two threads that only count", "",
      gain_of_two(count_up, NULL), "x");
}

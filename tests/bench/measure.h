/* measure.h: times, medians and rows of the benchmark. */
#ifndef MEASURE_H
#define MEASURE_H

#include "cop11.h"
#include "dossiers.h"

/* How often each thing is done; 1 where only the benchmark itself is tried. */
extern int rounds;

/* Microseconds of the processor's time of this process, and by the clock. */
double now_us(void);
double clock_us(void);

double median(double *values, int count);
double resident_mb(void);

/* One row of the table. */
void row(const char *what, const char *goal, double value, const char *unit);
/* The same of a spread. */
void row_of_range(const char *what, const char *goal, double least, double most,
                  const char *unit);

cop11_engine *open_engine(const cop11_options *options);
cop11_text *evaluate(cop11_engine *engine, struct blob dossier,
                     const char *format);
/* Microseconds of one evaluation, over `times` of them. */
double evaluation_us(cop11_engine *engine, struct blob dossier, int times);

/* What a command took: the median of `times` runs. */
struct cost {
  double ms;       /* the processor's time of all its threads */
  double clock_ms; /* by the clock */
  double mb;       /* resident at the most */
};
struct cost run(char *const argv[], int times);

#endif

/* days.h: calendar dates as day numbers (proleptic Gregorian, 1970-01-01 is 0):
 * the twin of scripts/base/dates.lua; no clock, locale or time zone has a say. */
#ifndef CORE_DAYS_H
#define CORE_DAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct civil {
  int32_t year;
  int32_t month; /* from 1 */
  int32_t day;   /* from 1 */
};

enum {
  DAY_SIZE = 20 /* room for the text of any day number and a NUL */
};

int32_t day_from_civil(struct civil civil);
struct civil day_to_civil(int32_t day);

/* First and last day that "2013-11-30", "2013-11" or "2013" may mean; false for
 * anything else, and outside the years 1900 to 2199. */
bool day_parse(struct slice text, int32_t *first, int32_t *last);

/* Writes "2013-11-30" and a NUL; returns its length. */
size_t day_format(int32_t day, char out[DAY_SIZE]);

/* The same day `months` later or earlier, the month's last day where that month is
 * shorter.  Beyond what a day number holds it is the nearest that does. */
int32_t day_add_months(int32_t day, int64_t months);

#endif

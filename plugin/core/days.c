/* days.c: see days.h. */
#include "days.h"

#include <stdio.h>

enum {
  DAYS_OF_ERA = 146097, /* 400 years */
  FIRST_DAY = 719468    /* from 0000-03-01 to 1970-01-01 */
};

/* Division and remainder as Lua's // and %: towards minus infinity. */
static int64_t floor_div(int64_t a, int64_t b) {
  return a / b - (a % b < 0);
}

static int64_t floor_mod(int64_t a, int64_t b) {
  return a - floor_div(a, b) * b;
}

static bool is_leap(int64_t year) {
  return floor_mod(year, 4) == 0 &&
         (floor_mod(year, 100) != 0 || floor_mod(year, 400) == 0);
}

static int32_t days_in(int64_t year, int32_t month) {
  static const int32_t days[] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};

  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static int32_t clamped(int64_t day) {
  return day > INT32_MAX       ? INT32_MAX
         : day < INT32_MIN + 1 ? INT32_MIN + 1
                               : (int32_t)day;
}

static int32_t from_civil(int64_t year, int32_t month, int32_t day) {
  int64_t y = month <= 2 ? year - 1 : year;
  int64_t era = floor_div(y, 400), of_era = y - era * 400;
  int64_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  int64_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;

  return clamped(era * DAYS_OF_ERA + day_of_era - FIRST_DAY);
}

int32_t day_from_civil(struct civil civil) {
  return from_civil(civil.year, civil.month, civil.day);
}

struct civil day_to_civil(int32_t day) {
  int64_t z = (int64_t)day + FIRST_DAY, era = floor_div(z, DAYS_OF_ERA);
  int64_t doe = z - era * DAYS_OF_ERA;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t index = (5 * doy + 2) / 153;
  int64_t month = index < 10 ? index + 3 : index - 9;

  return (struct civil){(int32_t)(yoe + era * 400 + (month <= 2)),
                        (int32_t)month,
                        (int32_t)(doy - (153 * index + 2) / 5 + 1)};
}

/* The number of `count` digits at `text`; -1 where there are other characters. */
static int32_t digits(const char *text, size_t count) {
  int32_t number = 0;

  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

enum {
  YEAR_SIZE = 4,  /* 2013 */
  MONTH_SIZE = 7, /* 2013-11 */
  WHOLE_SIZE = 10 /* 2013-11-30 */
};

static bool set_span(int32_t first, int32_t last, int32_t *from, int32_t *to) {
  *from = first;
  *to = last;
  return true;
}

bool day_parse(struct slice text, int32_t *first, int32_t *last) {
  int32_t year, month, day;

  if (text.size != YEAR_SIZE && text.size != MONTH_SIZE &&
      text.size != WHOLE_SIZE)
    return false;
  year = digits(text.data, 4);
  if (year < 1900 || year > 2199)
    return false;
  if (text.size == YEAR_SIZE)
    return set_span(from_civil(year, 1, 1), from_civil(year, 12, 31), first,
                    last);
  month = text.data[4] == '-' ? digits(text.data + 5, 2) : 0;
  if (month < 1 || month > 12)
    return false;
  if (text.size == MONTH_SIZE)
    return set_span(from_civil(year, month, 1),
                    from_civil(year, month, days_in(year, month)), first, last);
  day = text.data[7] == '-' ? digits(text.data + 8, 2) : 0;
  if (day < 1 || day > days_in(year, month))
    return false;
  *first = *last = from_civil(year, month, day);
  return true;
}

size_t day_format(int32_t day, char out[DAY_SIZE]) {
  struct civil civil = day_to_civil(day);

  return (size_t)snprintf(out, DAY_SIZE, "%04ld-%02d-%02d", (long)civil.year,
                          (int)(civil.month & 15), (int)(civil.day & 31));
}

/* More months than this reach beyond every day number. */
#define MONTHS_MOST INT64_C(1000000000)

int32_t day_add_months(int32_t day, int64_t months) {
  struct civil civil = day_to_civil(day);
  int64_t index, year;
  int32_t month;

  if (months > MONTHS_MOST || months < -MONTHS_MOST)
    return months > 0 ? INT32_MAX : INT32_MIN + 1;
  index = (int64_t)civil.year * 12 + civil.month - 1 + months;
  year = floor_div(index, 12);
  month = (int32_t)floor_mod(index, 12) + 1;
  if (civil.day > days_in(year, month))
    civil.day = days_in(year, month);
  return from_civil(year, month, civil.day);
}

/* verb_lapses.c: lapses, which rates a dossier on each day up to another, and tells
 * what differs from the day before: whatever ceases to hold with time does so in a
 * report.  Nothing here knows of licences, terms or intervals. */
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "json_put.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"

enum {
  DAY = sizeof "2013-11-30",
  MOST_DAYS = 3660 /* ten years: some minutes at most */
};

struct lapses {
  const struct arguments *arguments;
  cop11_engine *engine;
  struct input dossier;
  cop11_error error;
  FILE *out; /* the document, as it grows */
  char from[DAY], day[DAY];
  cop11_text *before, *now; /* the reports of two days that follow each other */
  size_t told;
};

/* ---- days ------------------------------------------------------------------- */

static int days_in(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap);
}

/* Two digits at `at`. */
static void put_number(char *at, int number) {
  at[0] = (char)('0' + number / 10 % 10);
  at[1] = (char)('0' + number % 10);
}

/* `day` is one that the library took as a date. */
static void next_day(char *day) {
  int year = atoi(day), month = atoi(day + 5), of_month = atoi(day + 8);

  if (++of_month > days_in(year, month)) {
    of_month = 1;
    if (++month > 12) {
      month = 1;
      year++;
    }
  }
  put_number(day, year / 100);
  put_number(day + 2, year % 100);
  put_number(day + 5, month);
  put_number(day + 8, of_month);
}

/* ---- reports ---------------------------------------------------------------- */

static struct peek part_of(const cop11_text *report, const char *key) {
  return peek_member(
      peek_text(cop11_text_data(report), cop11_text_size(report)), key);
}

static bool evaluate(struct lapses *lapses, const char *day) {
  cop11_call call = arguments_call(lapses->arguments);

  call.flags = lapses->arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  call.as_of = day;
  if (cop11_evaluate(lapses->engine, lapses->dossier.data, lapses->dossier.size,
                     &call, &lapses->now, &lapses->error) == COP11_OK)
    return true;
  (void)message_error(lapses->dossier.name, &lapses->error);
  return false;
}

static void keep_report(struct lapses *lapses) {
  cop11_text_free(lapses->before);
  lapses->before = lapses->now;
  lapses->now = NULL;
}

/* Whether two reports say the same: comparing them whole takes much longer, and on
 * most days nothing changes.  Keys are in their order; before "facilities" are the
 * day itself and what both have in common. */
static bool says_the_same(const struct lapses *lapses) {
  struct peek before = part_of(lapses->before, "facilities");
  struct peek now = part_of(lapses->now, "facilities");
  size_t size = now.at ? (size_t)(now.end - now.at) : 0;

  return before.at && now.at && (size_t)(before.end - before.at) == size &&
         memcmp(before.at, now.at, size) == 0;
}

/* ---- the document ----------------------------------------------------------- */

static bool put_changes(struct lapses *lapses) {
  const cop11_text *before = lapses->before, *now = lapses->now;
  cop11_call call = arguments_call(lapses->arguments);
  cop11_text *changes = NULL;
  bool done;

  done = cop11_diff(lapses->engine, cop11_text_data(before),
                    cop11_text_size(before), cop11_text_data(now),
                    cop11_text_size(now), &call, &changes,
                    &lapses->error) == COP11_OK;
  if (!done)
    (void)message_error(lapses->dossier.name, &lapses->error);
  else if (peek_is_true(peek_member(
               peek_text(cop11_text_data(changes), cop11_text_size(changes)),
               "differs"))) {
    fputs(lapses->told++ > 0 ? "," : "", lapses->out);
    (void)fwrite(cop11_text_data(changes), 1, cop11_text_size(changes),
                 lapses->out);
  }
  cop11_text_free(changes);
  return done;
}

static bool too_far(const struct lapses *lapses) {
  (void)message_put("--until %s is more than ten years after %s",
                    lapses->arguments->until, lapses->from);
  return false;
}

/* Each day after the first, up to and with the last. */
static bool put_days(struct lapses *lapses) {
  for (int count = 0; strcmp(lapses->day, lapses->arguments->until) < 0;
       count++) {
    if (count == MOST_DAYS)
      return too_far(lapses);
    next_day(lapses->day);
    if (!evaluate(lapses, lapses->day) ||
        (!says_the_same(lapses) && !put_changes(lapses)))
      return false;
    keep_report(lapses);
  }
  return true;
}

static bool put_document(struct lapses *lapses) {
  char notice[1024];

  fputs("{\"format\":\"cop11.lapses/1\",\"from\":", lapses->out);
  json_put_string(lapses->out, lapses->from);
  fputs(",\"until\":", lapses->out);
  json_put_string(lapses->out, lapses->arguments->until);
  fputs(",\"notice\":", lapses->out);
  json_put_string(lapses->out, peek_string(part_of(lapses->before, "notice"),
                                           notice, sizeof notice));
  fputs(",\"days\":[", lapses->out);
  if (!put_days(lapses))
    return false;
  fputs("]}", lapses->out);
  return true;
}

/* ---- the verb ---------------------------------------------------------------- */

static bool is_day(const char *text) {
  int month, of_month;

  if (strlen(text) != DAY - 1 || strspn(text, "0123456789") != 4 ||
      text[4] != '-' || strspn(text + 5, "0123456789") != 2 || text[7] != '-' ||
      strspn(text + 8, "0123456789") != 2)
    return false;
  month = atoi(text + 5);
  of_month = atoi(text + 8);
  return month >= 1 && month <= 12 && of_month >= 1 &&
         of_month <= days_in(atoi(text), month);
}

/* The first report, on the day of the dossier or of --as-of. */
static bool begin(struct lapses *lapses) {
  const char *until = lapses->arguments->until;

  if (!until || !is_day(until)) {
    (void)message_put("lapses looks from the dossier's day on to another: give "
                      "--until DATE, such as --until 2014-12-31");
    return false;
  }
  if (!evaluate(lapses, lapses->arguments->as_of))
    return false;
  keep_report(lapses);
  peek_string(part_of(lapses->before, "as_of"), lapses->from, DAY);
  memcpy(lapses->day, lapses->from, DAY);
  if (strcmp(until, lapses->from) > 0)
    return true;
  (void)message_put("--until %s is not after %s, the day of the dossier", until,
                    lapses->from);
  return false;
}

static int tell(struct lapses *lapses) {
  char *text = NULL;
  size_t size = 0;
  int status = STATUS_CANNOT;
  bool done;

  lapses->out = open_memstream(&text, &size);
  done = lapses->out && put_document(lapses);
  if (!lapses->out || fclose(lapses->out) != 0)
    (void)message_put("there is not enough memory to say what lapses");
  else if (done && show_bytes(lapses->engine, text, size, lapses->arguments))
    status = lapses->told > 0 ? STATUS_FINDINGS : STATUS_CLEAN;
  free(text);
  return status;
}

int verb_lapses(const struct arguments *arguments) {
  struct lapses lapses = {.arguments = arguments,
                          .error = {.struct_size = sizeof lapses.error}};
  int status = STATUS_CANNOT;

  if (input_read(arguments->operands[0], &input_dossier, &lapses.dossier))
    lapses.engine = rules_engine(arguments);
  if (lapses.engine && begin(&lapses))
    status = tell(&lapses);
  cop11_text_free(lapses.before);
  cop11_text_free(lapses.now);
  input_free(&lapses.dossier);
  cop11_engine_close(lapses.engine);
  return status;
}

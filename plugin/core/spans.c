/* spans.c: the answers to a question that asks for a whole number or a day, in a few spans
 * that each come to one rating.  A span is tried as a fact of which its bounds are known:
 * what holds of it holds of each answer inside: the twin of scripts/report/spans.lua. */
#include <math.h>

#include "report_parts.h"

enum {
  MOST_SPANS = 4
};

static const double greatest = 9007199254740991.0;

struct splitting {
  struct report *report;
  const struct question *question;
  const struct program_fact *fact;
  struct slice (*rated)(void *data, struct cell *cell);
  void *data;
  double low, high;
  struct determining *into;
};

/* ---- which answers there are ------------------------------------------------------------ */

/* The least that a cell says, or the greatest; NAN: it says none. */
static double bound(const struct cell *cell, bool high) {
  if (!cell_is_known(cell) || cell->none_stated)
    return NAN;
  if (cell->shape == SHAPE_VALUE)
    return high ? cell->hi : cell->lo;
  return high ? (cell->has_hi ? cell->hi : NAN)
              : (cell->has_lo ? cell->lo : NAN);
}

static const struct cell *cell_there(const struct splitting *splitting,
                                     uint32_t row) {
  const struct program_fact *fact =
      program_fact_at(splitting->report->program, row);

  return splitting->question->frame->cells[fact->slot];
}

static void raise_to(double *low, double least) {
  if (least > *low)
    *low = least;
}

static void lower_to(double *high, double most) {
  if (most < *high)
    *high = most;
}

/* A part is no greater than its whole, which is no smaller than each part. */
static void within_whole(struct splitting *splitting) {
  const struct program *program = splitting->report->program;
  uint32_t count = program_count(program, SECTION_FACT);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_fact *part = program_fact_at(program, i);
    if (part->of && part->of == splitting->question->fact &&
        part->scope == splitting->fact->scope &&
        part->list == splitting->fact->list)
      raise_to(&splitting->low, bound(cell_there(splitting, i), false));
  }
  if (splitting->fact->of &&
      program_fact_at(program, splitting->fact->of)->scope ==
          splitting->fact->scope)
    lower_to(&splitting->high,
             bound(cell_there(splitting, splitting->fact->of), true));
}

static double number_or(const struct splitting *splitting, uint32_t number,
                        double other) {
  return number ? program_number_at(splitting->report->program, number) : other;
}

static double last_day(void) {
  int32_t first, last;

  day_parse(SLICE("2199"), &first, &last);
  return last;
}

static double first_day(void) {
  int32_t first, last;

  day_parse(SLICE("1900"), &first, &last);
  return first;
}

/* The least and the greatest answer; false where the question asks for something else. */
static bool find_domain(struct splitting *splitting) {
  const struct program_fact *fact = splitting->fact;
  const struct cell *own = cell_there(splitting, splitting->question->fact);

  if (fact->type == TYPE_DATE) {
    splitting->low = first_day();
    splitting->high = last_day();
    if (!fact->future)
      lower_to(&splitting->high, splitting->report->reading->as_of);
  } else if (fact->type == TYPE_COUNT || fact->type == TYPE_MONTHS) {
    splitting->low = number_or(splitting, fact->least, 0);
    splitting->high = number_or(splitting, fact->most, greatest);
    within_whole(splitting);
  } else {
    return false;
  }
  raise_to(&splitting->low, bound(own, false));
  lower_to(&splitting->high, bound(own, true));
  return splitting->low == floor(splitting->low) &&
         splitting->high == floor(splitting->high) &&
         splitting->low <= splitting->high && !fact->sensitive;
}

/* ---- spans of one rating ------------------------------------------------------------------- */

static const struct raw *raw_of(const struct splitting *splitting,
                                double number) {
  struct raw *raw = CALL_NEW(splitting->report->call, struct raw);

  raw->kind = RAW_NUMBER;
  raw->number = number;
  if (splitting->fact->type != TYPE_DATE)
    return raw;
  raw->kind = RAW_TEXT;
  raw->text = report_day(splitting->report->call, (int32_t)number);
  return raw;
}

static struct cell *span_cell(const struct splitting *splitting, double first,
                              double last) {
  static const struct raw nothing;
  struct cell *cell = CALL_NEW(splitting->report->call, struct cell);

  cell->state = CELL_KNOWN;
  cell->shape = first < last ? SHAPE_BOUNDS : SHAPE_VALUE;
  cell->has_lo = cell->has_hi = first < last;
  cell->lo = first;
  cell->hi = last;
  cell->raw = first < last ? &nothing : raw_of(splitting, first);
  return cell;
}

static struct slice rated(const struct splitting *splitting, double first,
                          double last) {
  return splitting->rated(splitting->data, span_cell(splitting, first, last));
}

static bool comes_to(const struct splitting *splitting, double first,
                     double last, struct slice words) {
  struct slice found = rated(splitting, first, last);

  return found.data && slice_is(found, words);
}

/* The last answer from `first` on with which the whole span comes to `words`. */
static double last_of(const struct splitting *splitting, double first,
                      struct slice words) {
  double good = first, step = 1, bad;

  while (good + step < splitting->high &&
         comes_to(splitting, first, good + step, words)) {
    good += step;
    step *= 2;
  }
  bad = good + step; /* the one at `high` was tried before */
  lower_to(&bad, splitting->high);
  while (bad - good > 1) {
    double middle = good + floor((bad - good) / 2);
    if (comes_to(splitting, first, middle, words))
      good = middle;
    else
      bad = middle;
  }
  return good;
}

/* ---- in words ------------------------------------------------------------------------------------ */

static struct slice one(const struct splitting *splitting, double number) {
  return value_words(splitting->report->call, splitting->question->fact,
                     span_cell(splitting, number, number), false);
}

static struct slice in_words(const struct splitting *splitting, double first,
                             double last) {
  struct call *call = splitting->report->call;
  bool day = splitting->fact->type == TYPE_DATE;

  if (first == last)
    return one(splitting, first);
  if (first == splitting->low && last == splitting->high)
    return day ? SLICE("any day") : SLICE("any number");
  if (first == splitting->low)
    return report_fill(call, day ? "on or before %" : "at most %",
                       (struct slice[]){one(splitting, last)});
  if (last == splitting->high)
    return report_fill(call, day ? "on or after %" : "at least %",
                       (struct slice[]){one(splitting, first)});
  return report_fill(
      call, "% to %",
      (struct slice[]){one(splitting, first), one(splitting, last)});
}

static void add_answer(const struct splitting *splitting, struct slice answer,
                       struct slice rating) {
  struct determining *into = splitting->into;

  into->all = reading_grow(splitting->report->call, into->all,
                           sizeof *into->all, into->count, &into->room);
  into->all[into->count++] = (struct answer){answer, rating};
}

/* ---- all of them ------------------------------------------------------------------------------------ */

/* The word for no number and no day, where one is allowed; false where it leaves the
 * rating open. */
static bool try_word(const struct splitting *splitting) {
  const struct program_fact *fact = splitting->fact;
  bool months = fact->type == TYPE_MONTHS;
  struct slice word = months ? SLICE("none-stated") : SLICE("never");
  struct cell *cell;
  struct raw *raw;
  struct slice words;

  if (!(fact->may_be_none || fact->may_be_never) ||
      !(months || fact->type == TYPE_DATE))
    return true;
  cell = CALL_NEW(splitting->report->call, struct cell);
  raw = CALL_NEW(splitting->report->call, struct raw);
  *raw = (struct raw){.kind = RAW_TEXT, .text = word};
  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->none_stated = months;
  cell->lo = cell->hi = months ? 0 : -INFINITY;
  cell->raw = raw;
  words = splitting->rated(splitting->data, cell);
  if (words.data)
    add_answer(splitting, word, words);
  return words.data != NULL;
}

bool spans_answer(struct report *report, const struct question *question,
                  struct slice (*try)(void *data, struct cell *cell),
                  void *data, struct determining *into) {
  struct splitting splitting = {
      .report = report,
      .question = question,
      .fact = program_fact_at(report->program, question->fact),
      .rated = try,
      .data = data,
      .into = into};
  double first, last;

  if (!find_domain(&splitting) || !try_word(&splitting))
    return false;
  first = splitting.low;
  for (uint32_t spans = 0; first <= splitting.high; spans++) {
    struct slice words = {NULL, 0};
    if (spans < MOST_SPANS)
      words = rated(&splitting, first, first);
    if (!words.data)
      return false;
    last = comes_to(&splitting, first, splitting.high, words)
               ? splitting.high
               : last_of(&splitting, first, words);
    add_answer(&splitting, in_words(&splitting, first, last), words);
    first = last + 1;
  }
  return true;
}

/* spans.c: the answers to a question that asks for a number or a day, in a few spans that
 * each come to one rating.  A span is tried as a fact of which its bounds are known:
 * what holds of it holds of each answer inside. */
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
  double least, most; /* the least and the greatest answer */
  int64_t low, high;  /* their ranks */
  struct determining *into;
};

/* ---- numbers by their rank --------------------------------------------------------- */

static bool is_measured(const struct program_fact *fact) {
  return fact->type == TYPE_NUMBER || fact->type == TYPE_PERCENT;
}

/* Numbers that need not be whole are counted by their rank among all that there are, so
 * that one follows another; whole numbers and days are their own rank. */
static int64_t rank_of(const struct program_fact *fact, double number) {
  int64_t bits;

  if (!is_measured(fact))
    return (int64_t)number;
  memcpy(&bits, &number, sizeof bits);
  return bits >= 0 ? bits : INT64_MIN - bits;
}

static double number_at(const struct program_fact *fact, int64_t rank) {
  int64_t bits = rank >= 0 ? rank : INT64_MIN - rank;
  double number;

  if (!is_measured(fact))
    return (double)rank;
  memcpy(&number, &bits, sizeof number);
  return number;
}

static int64_t middle(int64_t low, int64_t high) {
  if (low < 0 && high > 0)
    return 0; /* their difference may be too great */
  return low + (high - low) / 2;
}

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
      raise_to(&splitting->least, bound(cell_there(splitting, i), false));
  }
  if (splitting->fact->of &&
      program_fact_at(program, splitting->fact->of)->scope ==
          splitting->fact->scope)
    lower_to(&splitting->most,
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
    splitting->least = first_day();
    splitting->most = last_day();
    if (!fact->future)
      lower_to(&splitting->most, splitting->report->reading->as_of);
  } else if (fact->type == TYPE_COUNT || fact->type == TYPE_MONTHS) {
    splitting->least = number_or(splitting, fact->least, 0);
    splitting->most = number_or(splitting, fact->most, greatest);
    within_whole(splitting);
  } else if (is_measured(fact)) {
    splitting->least = number_or(splitting, fact->least, -greatest);
    splitting->most = number_or(splitting, fact->most, greatest);
  } else {
    return false;
  }
  raise_to(&splitting->least, bound(own, false));
  lower_to(&splitting->most, bound(own, true));
  if (!is_measured(fact) && (splitting->least != floor(splitting->least) ||
                             splitting->most != floor(splitting->most)))
    return false;
  splitting->low = rank_of(fact, splitting->least);
  splitting->high = rank_of(fact, splitting->most);
  return splitting->low <= splitting->high;
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

static struct cell *span_cell(const struct splitting *splitting, int64_t from,
                              int64_t to) {
  static const struct raw nothing;
  struct cell *cell = CALL_NEW(splitting->report->call, struct cell);
  double first = number_at(splitting->fact, from);
  double last = number_at(splitting->fact, to);

  cell->state = CELL_KNOWN;
  cell->shape = first < last ? SHAPE_BOUNDS : SHAPE_VALUE;
  cell->has_lo = cell->has_hi = first < last;
  cell->lo = first;
  cell->hi = last;
  cell->raw = first < last ? &nothing : raw_of(splitting, first);
  return cell;
}

static struct slice rated(const struct splitting *splitting, int64_t first,
                          int64_t last) {
  return splitting->rated(splitting->data, span_cell(splitting, first, last));
}

static bool comes_to(const struct splitting *splitting, int64_t first,
                     int64_t last, struct slice words) {
  struct slice found = rated(splitting, first, last);

  return found.data && slice_is(found, words);
}

/* The last answer from `first` on with which the whole span comes to `words`; that up to
 * the greatest does not.  Most bounds of whole numbers are small: those are tried first,
 * each twice the one before. */
static int64_t last_of(const struct splitting *splitting, int64_t first,
                       struct slice words) {
  int64_t good = first, bad = splitting->high, step = 1;

  while (!is_measured(splitting->fact) && good + step < bad) {
    if (comes_to(splitting, first, good + step, words)) {
      good += step;
      step *= 2;
    } else {
      bad = good + step;
    }
  }
  while (good + 1 < bad) {
    int64_t between = middle(good, bad);
    if (comes_to(splitting, first, between, words))
      good = between;
    else
      bad = between;
  }
  return good;
}

/* ---- in words ------------------------------------------------------------------------ */

static struct slice one(const struct splitting *splitting, int64_t rank) {
  return value_words(splitting->report->call, splitting->question->fact,
                     span_cell(splitting, rank, rank), false);
}

/* Between two numbers that follow each other the shorter one is the bound: "less than 50"
 * and "at least 50", not "at most 49.99999999999999". */
static struct slice bound_in_words(const struct splitting *splitting,
                                   int64_t rank, int64_t beside,
                                   const char *within, const char *beyond) {
  struct slice number = one(splitting, rank), other = one(splitting, beside);

  return report_fill(
      splitting->report->call, other.size < number.size ? beyond : within,
      (struct slice[]){other.size < number.size ? other : number});
}

static struct slice from_words(const struct splitting *splitting,
                               int64_t first) {
  if (is_measured(splitting->fact))
    return bound_in_words(splitting, first, first - 1, "at least %",
                          "more than %");
  return report_fill(splitting->report->call,
                     splitting->fact->type == TYPE_DATE ? "on or after %"
                                                        : "at least %",
                     (struct slice[]){one(splitting, first)});
}

static struct slice up_to_words(const struct splitting *splitting,
                                int64_t last) {
  if (is_measured(splitting->fact))
    return bound_in_words(splitting, last, last + 1, "at most %",
                          "less than %");
  return report_fill(splitting->report->call,
                     splitting->fact->type == TYPE_DATE ? "on or before %"
                                                        : "at most %",
                     (struct slice[]){one(splitting, last)});
}

static struct slice in_words(const struct splitting *splitting, int64_t first,
                             int64_t last) {
  struct call *call = splitting->report->call;

  if (first == last)
    return one(splitting, first);
  if (first == splitting->low && last == splitting->high)
    return splitting->fact->type == TYPE_DATE ? SLICE("any day")
                                              : SLICE("any number");
  if (first == splitting->low)
    return up_to_words(splitting, last);
  if (last == splitting->high)
    return from_words(splitting, first);
  if (is_measured(splitting->fact))
    return report_fill(call, "% and %",
                       (struct slice[]){from_words(splitting, first),
                                        up_to_words(splitting, last)});
  return report_fill(
      call, "% to %",
      (struct slice[]){one(splitting, first), one(splitting, last)});
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
    answer_add(splitting->report, splitting->into, word, words);
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
  int64_t first, last;

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
    answer_add(report, into, in_words(&splitting, first, last), words);
    first = last + 1;
  }
  return true;
}

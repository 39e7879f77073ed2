/* words.c: values as a person reads them; see explain.h. */
#include <math.h>
#include <stdio.h>

#include "days.h"
#include "explain.h"
#include "writing.h"

enum {
  MOST_TEXT = 200 /* bytes of a text that stay whole */
};

/* What is put in words, and where to. */
struct wording {
  struct writing out;
  const struct program *program;
  const struct program_fact *fact;
  const struct cell *cell;
};

static void put(struct wording *words, const char *text) {
  writing_put_text(&words->out, text);
}

/* ---- numbers and days --------------------------------------------------------- */

static void put_day(struct wording *words, int32_t day) {
  char text[DAY_SIZE];

  day_format(day, text);
  put(words, text);
}

/* A day of which only the bounds are known: a whole month, a whole year, or all
 * between two days. */
static void put_span(struct wording *words, int32_t lo, int32_t hi) {
  static const char *const months[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  struct civil first = day_to_civil(lo);
  bool month = first.day == 1 && hi == day_add_months(lo, 1) - 1;
  bool year =
      first.day == 1 && first.month == 1 && hi == day_add_months(lo, 12) - 1;
  char text[32];

  if (month || year) {
    snprintf(text, sizeof text, "%s%s%ld", month ? months[first.month - 1] : "",
             month ? " " : "", (long)first.year);
    put(words, text);
    return;
  }
  put(words, "some day from ");
  put_day(words, lo);
  put(words, " to ");
  put_day(words, hi);
}

/* ---- choices ------------------------------------------------------------------- */

const char *fact_title(const struct program *program,
                       const struct program_fact *fact, uint32_t at) {
  struct program_list titles = program_list_at(program, fact->titles);
  const char *title = NULL;

  if (at < titles.count)
    title = program_text_bytes(program, titles.rows[at]);
  return title && *title ? title : NULL;
}

const char *value_title(const struct program *program,
                        const struct program_fact *fact, uint32_t at) {
  struct program_list values = program_list_at(program, fact->values);
  const char *title = fact_title(program, fact, at);

  if (title || at >= values.count)
    return title ? title : "";
  return program_text_bytes(program, values.rows[at]);
}

static const char *title_at(const struct wording *words, uint32_t at) {
  return value_title(words->program, words->fact, at);
}

/* "a, b and c": `last` stands before the last of several. */
static bool put_titles(struct wording *words, uint64_t set, const char *last) {
  bool first = true;

  for (uint32_t i = 0; set; i++, set >>= 1) {
    if (!(set & 1))
      continue;
    put(words, first ? "" : set >> 1 ? ", " : last);
    put(words, title_at(words, i));
    first = false;
  }
  return !first;
}

static void put_set(struct wording *words, uint64_t set) {
  if (words->fact->type == TYPE_YES_NO)
    put(words, set & 1 ? "yes" : "no");
  else if (!put_titles(words, set, " and "))
    put(words, "none");
}

static void put_one_of(struct wording *words, const struct raw *raw) {
  for (uint32_t i = 0; i < raw->one_of_count; i++) {
    put(words, i > 0 ? " or " : "");
    put(words, title_at(words, raw->one_of[i]));
  }
}

/* ---- texts ---------------------------------------------------------------------- */

/* A longer text is cut between its characters. */
static void put_cut(struct wording *words, struct slice text) {
  size_t cut = MOST_TEXT - 1;

  if (text.size <= MOST_TEXT) {
    writing_put(&words->out, text);
    return;
  }
  while (cut > 0 && (text.data[cut] & 0xC0) == 0x80)
    cut--;
  writing_put(&words->out, (struct slice){text.data, cut});
  put(words, "...");
}

/* A word of a fact that has titles for its values, such as "none" of choices. */
static void put_word(struct wording *words, struct slice word) {
  struct program_list values =
      program_list_at(words->program, words->fact->values);

  for (uint32_t i = 0; i < values.count; i++)
    if (slice_is(word, slice_of(program_text_bytes(words->program,
                                                   values.rows[i])))) {
      put(words, title_at(words, i));
      return;
    }
  writing_put(&words->out, word);
}

/* ---- parts of a value ------------------------------------------------------------- */

static void put_end(struct wording *words, const struct raw_end *end) {
  if (end->text.data)
    writing_put(&words->out, end->text);
  else
    writing_put_number(&words->out, end->number);
}

static void put_ends(struct wording *words, const struct raw *raw) {
  bool date = words->fact->type == TYPE_DATE;

  if (raw->at_least.given && !raw->at_most.given)
    put(words, "at least ");
  else if (raw->at_most.given && !raw->at_least.given)
    put(words, date ? "on or before " : "at most ");
  if (raw->at_least.given)
    put_end(words, &raw->at_least);
  if (raw->at_least.given && raw->at_most.given)
    put(words, " to ");
  if (raw->at_most.given)
    put_end(words, &raw->at_most);
}

static void put_raw_part(struct wording *words, const struct raw *raw) {
  static const char *const shares[] = {"", "all", "some", "none"};

  if (raw->kind == RAW_TEXT) {
    writing_put(&words->out, raw->text);
  } else if (raw->kind == RAW_SHARE) {
    put(words, shares[raw->share]);
  } else if (raw->kind == RAW_PERCENT) {
    writing_put_number(&words->out, raw->number);
    put(words, "%");
  } else if (raw->at_least.given || raw->at_most.given) {
    put_ends(words, raw);
  } else if (raw->kind == RAW_ONE_OF) {
    put_one_of(words, raw);
  } else {
    put_titles(words, raw->set, ", ");
    put(words, " and perhaps more");
  }
}

static void put_part(struct wording *words, const struct raw *raw) {
  const struct cell *cell = words->cell;

  if (words->fact->type == TYPE_DATE && cell->has_lo && cell->has_hi &&
      isfinite(cell->lo) && isfinite(cell->hi))
    put_span(words, (int32_t)cell->lo, (int32_t)cell->hi);
  else
    put_raw_part(words, raw);
}

static void put_value(struct wording *words, const struct raw *raw) {
  if (raw->kind == RAW_SET)
    put_set(words, raw->set);
  else if (raw->kind == RAW_NUMBER)
    writing_put_number(&words->out, raw->number);
  else if (words->cell->none_stated)
    put(words, "none stated");
  else if (words->fact->type == TYPE_TEXT)
    put_cut(words, raw->text);
  else
    put_word(words, raw->text);
}

/* A number of months names its unit, for a sentence cannot tell one from more. */
static void put_unit(struct wording *words) {
  const struct cell *cell = words->cell;

  if (words->fact->type == TYPE_MONTHS && !cell->none_stated)
    put(words,
        cell->shape == SHAPE_VALUE && cell->lo == 1 ? " month" : " months");
}

/* ---- the whole --------------------------------------------------------------------- */

static struct slice words_of_state(const struct cell *cell) {
  switch (cell ? cell->state : CELL_ABSENT) {
  case CELL_WITHHELD:
    return SLICE("withheld");
  case CELL_CONFLICTING:
    return SLICE("contradictory");
  case CELL_NOT_APPLICABLE:
    return SLICE("said not to apply");
  default:
    return SLICE("not known");
  }
}

struct slice value_words(struct call *call, uint32_t row,
                         const struct cell *cell, bool show_sensitive) {
  static const struct raw nothing;
  const struct program_fact *fact = program_fact_at(call->program, row);
  struct wording words = {{.call = call}, call->program, fact, cell};
  const struct raw *raw;

  if (!cell_is_known(cell))
    return words_of_state(cell);
  if (fact->sensitive && !show_sensitive)
    return SLICE("(kept back)");
  raw = cell->raw ? cell->raw : &nothing;
  if (cell->shape == SHAPE_VALUE)
    put_value(&words, raw);
  else
    put_part(&words, raw);
  put_unit(&words);
  return writing_done(&words.out);
}

static bool may_label(const struct program_fact *fact, const struct cell *cell,
                      bool show_sensitive) {
  return cell_is_known(cell) && cell_has_value(cell) &&
         (show_sensitive || !fact->sensitive);
}

struct slice item_label_by(struct call *call, const struct frame *item,
                           bool show_sensitive, uint32_t *by) {
  static const char *const labels[] = {"id", "name"};
  const struct program *program = call->program;
  const struct program_items *list = program_items_at(program, item->of);
  struct program_list facts = program_list_at(program, list ? list->facts : 0);

  for (size_t k = 0; k < sizeof labels / sizeof labels[0]; k++)
    for (uint32_t i = 0; i < facts.count; i++) {
      const struct program_fact *fact = program_fact_at(program, facts.rows[i]);
      if (strcmp(program_text_bytes(program, fact->path), labels[k]) == 0 &&
          may_label(fact, item->cells[i], show_sensitive)) {
        *by = facts.rows[i];
        return value_words(call, *by, item->cells[i], show_sensitive);
      }
    }
  *by = 0;
  return (struct slice){NULL, 0};
}

struct slice item_label(struct call *call, const struct frame *item,
                        bool show_sensitive) {
  uint32_t by;

  return item_label_by(call, item, show_sensitive, &by);
}

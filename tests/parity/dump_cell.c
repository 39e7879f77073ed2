/* dump_cell.c: cells of a dump; see dump.h. */
#include <math.h>

#include "dump.h"
#include "dump_parts.h"

static const char *const states[] = {
    "absent", "known", "unknown", "withheld", "conflicting", "not_applicable"};
static const char *const shares[] = {NULL, "all", "some", "none"};

/* A program that has changed since may have fewer values. */
static struct slice value_name(const struct dump *dump,
                               const struct program_fact *fact, uint32_t at) {
  struct program_list values = program_list_at(dump->program, fact->values);

  return at < values.count ? dump_row(dump, values.rows[at]) : SLICE("?");
}

static void dump_set(const struct dump *dump, const struct program_fact *fact,
                     uint64_t set) {
  uint32_t count = program_list_at(dump->program, fact->values).count;

  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++)
    if (set >> i & 1)
      dump_text(dump, value_name(dump, fact, i));
  dump_close(dump, '[');
}

/* The one value of a set: a word, or true or false. */
static void dump_one(const struct dump *dump, const struct program_fact *fact,
                     uint64_t set) {
  uint32_t at = 0;

  while (at < 63 && !(set >> at & 1))
    at++;
  if (fact->type != TYPE_YES_NO) {
    dump_text(dump, value_name(dump, fact, at));
    return;
  }
  dump_bool(dump, at == 0);
}

static void dump_value(const struct dump *dump, const struct program_fact *fact,
                       const struct cell *cell) {
  dump_key(dump, "value");
  if (cell->none_stated)
    dump_text(dump, SLICE("none-stated"));
  else if (fact->type == TYPE_TEXT)
    dump_text(dump, cell->text);
  else if (fact->type == TYPE_CHOICES)
    dump_set(dump, fact, cell->set);
  else if (fact->type == TYPE_YES_NO || fact->type == TYPE_CHOICE)
    dump_one(dump, fact, cell->set);
  else if (fact->type == TYPE_DATE && isinf(cell->lo))
    dump_text(dump, SLICE("never"));
  else
    dump_number(dump, cell->lo);
}

static void dump_part(const struct dump *dump, const struct program_fact *fact,
                      const struct cell *cell) {
  bool bounds = cell->shape == SHAPE_BOUNDS || cell->shape == SHAPE_SHARE;

  if (bounds && cell->has_lo) {
    dump_key(dump, "lo");
    dump_number(dump, cell->lo);
  }
  if (bounds && cell->has_hi) {
    dump_key(dump, "hi");
    dump_number(dump, cell->hi);
  }
  if (cell->shape == SHAPE_SHARE)
    dump_pair(dump, "share", slice_of(shares[cell->share]));
  if (cell->shape != SHAPE_POSSIBLE && cell->shape != SHAPE_HAS)
    return;
  dump_key(dump, cell->shape == SHAPE_HAS ? "has" : "possible");
  dump_set(dump, fact, cell->set);
}

/* ---- what a report prints ------------------------------------------------ */

static void dump_end(const struct dump *dump, const char *key,
                     const struct raw_end *end) {
  if (!end->given)
    return;
  dump_key(dump, key);
  if (end->text.data)
    dump_text(dump, end->text);
  else
    dump_number(dump, end->number);
}

static void dump_one_of(const struct dump *dump,
                        const struct program_fact *fact,
                        const struct raw *raw) {
  dump_key(dump, "one_of");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < raw->one_of_count; i++)
    dump_text(dump, value_name(dump, fact, raw->one_of[i]));
  dump_close(dump, '[');
}

static void dump_includes(const struct dump *dump,
                          const struct program_fact *fact,
                          const struct raw *raw) {
  dump_key(dump, "includes");
  if (raw->text.data)
    dump_text(dump, raw->text);
  else
    dump_set(dump, fact, raw->set);
}

static void dump_object(const struct dump *dump,
                        const struct program_fact *fact,
                        const struct raw *raw) {
  dump_open(dump, '{');
  if (raw->kind == RAW_INCLUDES)
    dump_includes(dump, fact, raw);
  else if (raw->kind == RAW_ONE_OF)
    dump_one_of(dump, fact, raw);
  else if (raw->kind == RAW_SHARE)
    dump_pair(dump, "share", slice_of(shares[raw->share]));
  dump_end(dump, "at_least", &raw->at_least);
  dump_end(dump, "at_most", &raw->at_most);
  if (raw->kind == RAW_PERCENT) {
    dump_key(dump, "percent");
    dump_number(dump, raw->number);
  }
  dump_close(dump, '{');
}

static void dump_raw(const struct dump *dump, const struct program_fact *fact,
                     const struct raw *raw) {
  if (!raw || raw->kind == RAW_NONE)
    return;
  dump_key(dump, "raw");
  if (raw->kind == RAW_NUMBER)
    dump_number(dump, raw->number);
  else if (raw->kind == RAW_TEXT)
    dump_text(dump, raw->text);
  else if (raw->kind != RAW_SET)
    dump_object(dump, fact, raw);
  else if (fact->type == TYPE_CHOICES)
    dump_set(dump, fact, raw->set);
  else
    dump_one(dump, fact, raw->set);
}

/* ---- the whole ----------------------------------------------------------- */

static void dump_whole(const struct dump *dump, uint32_t fact,
                       const struct cell *cell);

void dump_legs(const struct dump *dump, uint32_t fact, struct leg *const *legs,
               uint32_t count) {
  if (!legs)
    return;
  dump_key(dump, "legs");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++) {
    dump_open(dump, '{');
    dump_pair(dump, "id", legs[i]->id);
    dump_flag(dump, "against", legs[i]->against);
    dump_flag(dump, "late", legs[i]->late);
    dump_flag(dump, "early", legs[i]->early);
    dump_flag(dump, "shows", legs[i]->shows);
    if (legs[i]->says) {
      dump_key(dump, "says");
      dump_whole(dump, fact, legs[i]->says);
    }
    dump_close(dump, '{');
  }
  dump_close(dump, '[');
}

static void dump_claims(const struct dump *dump, uint32_t fact,
                        const struct detail *detail) {
  if (!detail->claims)
    return;
  dump_flag(dump, "given", detail->is_given);
  dump_key(dump, "claims");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < detail->claim_count; i++)
    dump_whole(dump, fact, detail->claims[i]);
  dump_close(dump, '[');
}

static void dump_texts_of(const struct dump *dump,
                          const struct detail *detail) {
  dump_pair(dump, "why", detail->why);
  dump_pair(dump, "note", detail->note);
  dump_pair(dump, "reason", detail->reason);
  dump_pair(dump, "stated_by", detail->stated_by);
  dump_pair(dump, "set_by", detail->set_by);
  dump_pair(dump, "record", detail->record);
  dump_pair(dump, "list", detail->list);
  dump_pair(dump, "deciding", detail->deciding);
  dump_texts(dump, "unshown_by", detail->unshown_by, detail->unshown_count);
  if (!detail->auditor_by.data)
    return;
  dump_key(dump, "auditor");
  dump_open(dump, '{');
  dump_pair(dump, "by", detail->auditor_by);
  dump_pair(dump, "date", detail->auditor_date);
  dump_close(dump, '{');
}

static void dump_member(const struct dump *dump,
                        const struct program_fact *fact,
                        const struct cell *member) {
  if (!member)
    return;
  dump_key(dump, "member");
  dump_open(dump, '{');
  dump_pair(dump, "state", slice_of(states[member->state]));
  dump_raw(dump, fact, member->raw);
  dump_close(dump, '{');
}

static void dump_percent(const struct dump *dump, const struct detail *detail) {
  if (detail->has_percent) {
    dump_key(dump, "percent");
    dump_number(dump, detail->percent);
  }
  if (detail->rounded_by != 0) {
    dump_key(dump, "rounded_by");
    dump_number(dump, detail->rounded_by);
  }
}

static void dump_detail(const struct dump *dump, uint32_t row,
                        const struct cell *cell) {
  const struct program_fact *fact = program_fact_at(dump->program, row);
  const struct detail *detail = cell_detail(cell);

  dump_legs(dump, row, detail->legs, detail->leg_count);
  dump_claims(dump, row, detail);
  dump_texts_of(dump, detail);
  dump_member(dump, fact, detail->member);
  dump_percent(dump, detail);
}

static void dump_whole(const struct dump *dump, uint32_t row,
                       const struct cell *cell) {
  const struct program_fact *fact = program_fact_at(dump->program, row);

  dump_open(dump, '{');
  dump_pair(dump, "state", slice_of(states[cell->state]));
  if (cell->shape == SHAPE_VALUE)
    dump_value(dump, fact, cell);
  else
    dump_part(dump, fact, cell);
  dump_raw(dump, fact, cell->raw);
  dump_count(dump, "basis", cell->basis);
  dump_flag(dump, "derived", cell->derived);
  dump_flag(dump, "claimed_na", cell->claimed_na);
  dump_flag(dump, "unanswered", cell->unanswered);
  dump_flag(dump, "empty_list", cell->empty_list);
  dump_flag(dump, "repeated", cell->repeated);
  dump_flag(dump, "withheld", cell->withheld);
  dump_flag(dump, "unverified", cell->unverified);
  dump_flag(dump, "judged", cell->judged);
  dump_detail(dump, row, cell);
  dump_close(dump, '{');
}

void dump_cell(struct json_buffer *out, const struct program *program,
               uint32_t fact, const struct cell *cell) {
  struct dump dump = {out, program, NULL};

  dump_whole(&dump, fact, cell);
}

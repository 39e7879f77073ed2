/* undump_cell.c: the cells of a dump; see undump.h. */
#include <math.h>

#include "undump_parts.h"

bool undump_is_number(struct at at) {
  return at_is_number(at) || at_is(at, "inf") || at_is(at, "-inf");
}

double undump_number(struct at at) {
  if (at_is(at, "inf"))
    return INFINITY;
  return at_is(at, "-inf") ? -INFINITY : at_number(at);
}

/* ---- values -------------------------------------------------------------- */

/* The place of a value among those of its fact; of yes/no, yes is the first. */
static uint32_t value_index(const struct undump *in,
                            const struct program_fact *fact, struct at value) {
  struct program_list values = program_list_at(program_of(in), fact->values);
  uint32_t i = 0;

  if (fact->type == TYPE_YES_NO)
    return at_flag(value) ? 0 : 1;
  while (i < values.count &&
         !at_is(value, program_text_bytes(program_of(in), values.rows[i])))
    i++;
  return i < values.count ? i : 0; /* the program has changed since */
}

static uint64_t set_of(const struct undump *in, const struct program_fact *fact,
                       struct at list) {
  uint64_t set = 0;

  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    set |= UINT64_C(1) << value_index(in, fact, one);
  return set;
}

static void set_number(struct cell *cell, double number) {
  cell->lo = cell->hi = number;
}

static void undump_value(const struct undump *in,
                         const struct program_fact *fact, struct at value,
                         struct cell *cell) {
  cell->shape = SHAPE_VALUE;
  cell->none_stated = at_is(value, "none-stated") && fact->type == TYPE_MONTHS;
  if (undump_is_number(value))
    set_number(cell, undump_number(value));
  else if (fact->type == TYPE_DATE)
    set_number(cell, -INFINITY);
  else if (fact->type == TYPE_TEXT)
    cell->text = at_text(in->call, value);
  else if (fact->type == TYPE_CHOICES)
    cell->set = set_of(in, fact, value);
  else if (!cell->none_stated)
    cell->set = UINT64_C(1) << value_index(in, fact, value);
}

static const struct {
  const char *name;
  uint8_t share;
} shares[] = {{"all", SHARE_ALL}, {"some", SHARE_SOME}, {"none", SHARE_NONE}};

static uint8_t share_called(struct at name) {
  for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
    if (at_is(name, shares[i].name))
      return shares[i].share;
  return SHARE_OF_NOTHING_SAID;
}

static void undump_bounds(struct at dump, struct cell *cell) {
  struct at lo = at_key(dump, "lo"), hi = at_key(dump, "hi");

  if (!lo.given && !hi.given)
    return;
  cell->shape = SHAPE_BOUNDS;
  cell->has_lo = lo.given;
  cell->has_hi = hi.given;
  cell->lo = undump_number(lo);
  cell->hi = undump_number(hi);
}

static void undump_part(const struct undump *in,
                        const struct program_fact *fact, struct at dump,
                        struct cell *cell) {
  struct at possible = at_key(dump, "possible"), has = at_key(dump, "has");

  undump_bounds(dump, cell);
  cell->share = share_called(at_key(dump, "share"));
  if (cell->share)
    cell->shape = SHAPE_SHARE;
  if (possible.given || has.given) {
    cell->shape = possible.given ? SHAPE_POSSIBLE : SHAPE_HAS;
    cell->set = set_of(in, fact, possible.given ? possible : has);
  }
}

/* ---- what a report prints ------------------------------------------------ */

static void undump_end(const struct undump *in, struct at dump,
                       struct raw_end *end) {
  end->given = dump.given;
  end->number = undump_is_number(dump) ? undump_number(dump) : 0;
  end->text = at_text(in->call, dump);
}

static void undump_one_of(const struct undump *in,
                          const struct program_fact *fact, struct at list,
                          struct raw *raw) {
  uint8_t *all = call_alloc(in->call, at_count(list));

  raw->kind = RAW_ONE_OF;
  raw->one_of = all;
  raw->one_of_count = at_count(list);
  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    *all++ = (uint8_t)value_index(in, fact, one);
}

static void undump_object(const struct undump *in,
                          const struct program_fact *fact, struct at dump,
                          struct raw *raw) {
  struct at includes = at_key(dump, "includes");

  if (includes.given) {
    raw->kind = RAW_INCLUDES;
    raw->set = set_of(in, fact, includes);
    raw->text = at_text(in->call, includes);
  } else if (at_key(dump, "one_of").given) {
    undump_one_of(in, fact, at_key(dump, "one_of"), raw);
  } else if (at_key(dump, "share").given) {
    raw->kind = RAW_SHARE;
    raw->share = share_called(at_key(dump, "share"));
  } else if (at_key(dump, "percent").given) {
    raw->kind = RAW_PERCENT;
    raw->number = undump_number(at_key(dump, "percent"));
  } else {
    raw->kind = RAW_BOUNDS;
    undump_end(in, at_key(dump, "at_least"), &raw->at_least);
    undump_end(in, at_key(dump, "at_most"), &raw->at_most);
  }
}

static void undump_plain(const struct undump *in,
                         const struct program_fact *fact, struct at dump,
                         struct raw *raw) {
  raw->text = at_text(in->call, dump);
  raw->kind = RAW_TEXT;
  if (raw->text.data && fact->type != TYPE_CHOICE)
    return;
  raw->kind = RAW_SET;
  raw->set = UINT64_C(1) << value_index(in, fact, dump);
}

static const struct raw *undump_raw(const struct undump *in,
                                    const struct program_fact *fact,
                                    struct at dump) {
  struct raw *raw = CALL_NEW(in->call, struct raw);
  char first;

  if (!dump.given)
    return NULL;
  first = dump.document->text[json_tokens(dump.document)[dump.token].offset];
  if (json_tokens(dump.document)[dump.token].kind == JSON_OBJECT) {
    undump_object(in, fact, dump, raw);
  } else if (json_tokens(dump.document)[dump.token].kind == JSON_ARRAY) {
    raw->kind = RAW_SET;
    raw->set = set_of(in, fact, dump);
  } else if (undump_is_number(dump) && first != 'i') {
    raw->kind = RAW_NUMBER;
    raw->number = undump_number(dump);
  } else {
    undump_plain(in, fact, dump, raw);
  }
  return raw;
}

/* ---- cells --------------------------------------------------------------- */

struct cell *undump_cell_at(const struct undump *in, uint32_t fact,
                            struct at dump);

static struct evidence *evidence_called(const struct undump *in,
                                        struct slice id) {
  for (uint32_t i = 0; i < in->reading->evidence.count; i++)
    if (slice_is(in->reading->evidence.all[i]->entry.id, id))
      return in->reading->evidence.all[i];
  return NULL;
}

struct leg **undump_legs(const struct undump *in, uint32_t fact, struct at list,
                         uint32_t *count) {
  struct leg **legs = CALL_NEW_MANY(in->call, at_count(list), struct leg *);
  uint32_t i = 0;

  *count = at_count(list);
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct leg *leg = CALL_NEW(in->call, struct leg);
    leg->id = undump_text(in, one, "id");
    leg->item = evidence_called(in, leg->id);
    leg->against = at_flag(at_key(one, "against"));
    leg->late = at_flag(at_key(one, "late"));
    leg->early = at_flag(at_key(one, "early"));
    leg->shows = at_flag(at_key(one, "shows"));
    if (at_key(one, "says").given)
      leg->says = undump_cell_at(in, fact, at_key(one, "says"));
    legs[i++] = leg;
  }
  return legs;
}

static void undump_claims(const struct undump *in, uint32_t fact,
                          struct at list, struct detail *detail) {
  detail->claims = (const struct cell **)CALL_NEW_MANY(in->call, at_count(list),
                                                       struct cell *);
  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    detail->claims[detail->claim_count++] = undump_cell_at(in, fact, one);
}

const struct slice *undump_texts(const struct undump *in, struct at list,
                                 uint32_t *count) {
  struct slice *texts = CALL_NEW_MANY(in->call, at_count(list), struct slice);
  uint32_t i = 0;

  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    texts[i++] = at_text(in->call, one);
  *count = i;
  return texts;
}

static const struct cell *undump_member(const struct undump *in, uint32_t fact,
                                        struct at dump) {
  return dump.given ? undump_cell_at(in, fact, dump) : NULL;
}

static void undump_texts_of(const struct undump *in, struct at dump,
                            struct detail *detail) {
  struct at auditor = at_key(dump, "auditor");

  detail->why = undump_text(in, dump, "why");
  detail->note = undump_text(in, dump, "note");
  detail->reason = undump_text(in, dump, "reason");
  detail->stated_by = undump_text(in, dump, "stated_by");
  detail->set_by = undump_text(in, dump, "set_by");
  detail->record = undump_text(in, dump, "record");
  detail->list = undump_text(in, dump, "list");
  detail->deciding = undump_text(in, dump, "deciding");
  detail->auditor_by = undump_text(in, auditor, "by");
  detail->auditor_date = undump_text(in, auditor, "date");
}

static void undump_detail(const struct undump *in, uint32_t fact,
                          struct at dump, struct detail *detail) {
  struct at legs = at_key(dump, "legs"), percent = at_key(dump, "percent");

  undump_texts_of(in, dump, detail);
  if (legs.given)
    detail->legs = undump_legs(in, fact, legs, &detail->leg_count);
  if (at_key(dump, "claims").given)
    undump_claims(in, fact, at_key(dump, "claims"), detail);
  detail->is_given = at_flag(at_key(dump, "given"));
  detail->member = undump_member(in, fact, at_key(dump, "member"));
  if (at_key(dump, "unshown_by").given)
    detail->unshown_by =
        undump_texts(in, at_key(dump, "unshown_by"), &detail->unshown_count);
  detail->has_percent = percent.given;
  detail->percent = undump_number(percent);
  detail->rounded_by = undump_number(at_key(dump, "rounded_by"));
}

struct cell *undump_cell_at(const struct undump *in, uint32_t row,
                            struct at dump) {
  const struct program_fact *fact = program_fact_at(program_of(in), row);
  struct cell *cell = CALL_NEW(in->call, struct cell);

  cell->state =
      (uint8_t)undump_name("known unknown withheld conflicting not_applicable",
                           at_key(dump, "state"));
  if (at_key(dump, "value").given)
    undump_value(in, fact, at_key(dump, "value"), cell);
  else
    undump_part(in, fact, dump, cell);
  cell->raw = undump_raw(in, fact, at_key(dump, "raw"));
  cell->basis = (uint8_t)undump_number(at_key(dump, "basis"));
  cell->derived = at_flag(at_key(dump, "derived"));
  cell->claimed_na = at_flag(at_key(dump, "claimed_na"));
  cell->unanswered = at_flag(at_key(dump, "unanswered"));
  cell->empty_list = at_flag(at_key(dump, "empty_list"));
  cell->repeated = at_flag(at_key(dump, "repeated"));
  cell->withheld = at_flag(at_key(dump, "withheld"));
  cell->unverified = at_flag(at_key(dump, "unverified"));
  cell->judged = at_flag(at_key(dump, "judged"));
  undump_detail(in, row, dump, cell_more(in->call, cell));
  return cell;
}

struct cell *undump_cell(struct reading *reading, uint32_t fact,
                         struct at dump) {
  struct undump in = {.call = reading->call, .reading = reading};

  return undump_cell_at(&in, fact, dump);
}

/* write_facts.c: what the report shows of each fact and list.  A sensitive
 * fact shows no value unless the caller asks. */
#include <stdlib.h>

#include "report_parts.h"

/* ---- values -------------------------------------------------------------------- */

static const char *const shares[] = {NULL, "all", "some", "none"};

static struct slice value_name(const struct report *report,
                               const struct program_fact *fact, uint32_t at) {
  struct program_list values = program_list_at(report->program, fact->values);

  return at < values.count ? report_text(report, values.rows[at]) : SLICE("?");
}

static void write_set(struct report *report, const struct program_fact *fact,
                      uint64_t set) {
  uint32_t count = program_list_at(report->program, fact->values).count;

  out_open(report->out, '[');
  for (uint32_t i = 0; i < count; i++)
    if (set >> i & 1)
      out_text(report->out, value_name(report, fact, i));
  out_close(report->out, '[');
}

static uint32_t place_in(uint64_t set) {
  uint32_t at = 0;

  while (at < 63 && !(set >> at & 1))
    at++;
  return at;
}

/* The one value of a set: a word, or true or false. */
static void write_one(struct report *report, const struct program_fact *fact,
                      uint64_t set) {
  if (fact->type == TYPE_YES_NO)
    out_bool(report->out, place_in(set) == 0);
  else
    out_text(report->out, value_name(report, fact, place_in(set)));
}

static void write_end(struct json_buffer *out, const char *key,
                      const struct raw_end *end) {
  if (!end->given)
    return;
  out_key(out, key);
  if (end->text.data)
    out_text(out, end->text);
  else
    out_number(out, end->number);
}

static void write_one_of(struct report *report, const struct program_fact *fact,
                         const struct raw *raw) {
  out_open_at(report->out, "one_of", '[');
  for (uint32_t i = 0; i < raw->one_of_count; i++)
    out_text(report->out, value_name(report, fact, raw->one_of[i]));
  out_close(report->out, '[');
}

static void write_includes(struct report *report,
                           const struct program_fact *fact,
                           const struct raw *raw) {
  out_key(report->out, "includes");
  if (raw->text.data)
    out_text(report->out, raw->text);
  else
    write_set(report, fact, raw->set);
}

static void write_part(struct report *report, const struct program_fact *fact,
                       const struct raw *raw) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  write_end(out, "at_least", &raw->at_least);
  write_end(out, "at_most", &raw->at_most);
  if (raw->kind == RAW_INCLUDES)
    write_includes(report, fact, raw);
  else if (raw->kind == RAW_ONE_OF)
    write_one_of(report, fact, raw);
  else if (raw->kind == RAW_SHARE)
    out_pair(out, "share", slice_of(shares[raw->share]));
  if (raw->kind == RAW_PERCENT) {
    out_key(out, "percent");
    out_number(out, raw->number);
  }
  out_close(out, '{');
}

void write_raw(struct report *report, uint32_t row, const struct raw *raw) {
  const struct program_fact *fact = program_fact_at(report->program, row);

  if (raw->kind == RAW_NUMBER)
    out_number(report->out, raw->number);
  else if (raw->kind == RAW_TEXT)
    out_text(report->out, raw->text);
  else if (raw->kind != RAW_SET)
    write_part(report, fact, raw);
  else if (fact->type == TYPE_CHOICES)
    write_set(report, fact, raw->set);
  else
    write_one(report, fact, raw->set);
}

static bool is_said(const struct raw *raw) {
  return raw && raw->kind != RAW_NONE;
}

/* What people call a value that is one word; no data: it has no title. */
static struct slice title_of(struct report *report,
                             const struct program_fact *fact,
                             const struct raw *raw) {
  struct program_list values = program_list_at(report->program, fact->values);

  if (raw->kind == RAW_SET && fact->type == TYPE_CHOICE)
    return slice_of(fact_title(report->program, fact, place_in(raw->set)));
  for (uint32_t i = 0; raw->kind == RAW_TEXT && i < values.count; i++)
    if (slice_is(raw->text, report_text(report, values.rows[i])))
      return slice_of(fact_title(report->program, fact, i));
  return (struct slice){NULL, 0};
}

/* ---- facts ------------------------------------------------------------------------ */

/* The ids of those that do not speak against the answer, or of those that do. */
static void write_legs(struct json_buffer *out, const struct shown *shown,
                       const char *key, bool contrary) {
  bool any = !contrary && shown->legs;

  if (any)
    out_open_at(out, key, '[');
  for (uint32_t i = 0; i < shown->leg_count; i++) {
    if (shown->legs[i]->contrary != contrary)
      continue;
    if (!any)
      out_open_at(out, key, '[');
    any = true;
    out_text(out, shown->legs[i]->id);
  }
  if (any)
    out_close(out, '[');
}

/* What is stated alone says no basis. */
static struct slice shown_basis(uint8_t basis) {
  return basis > BASIS_STATED ? basis_name(basis) : (struct slice){NULL, 0};
}

static void write_auditor_of(struct json_buffer *out,
                             const struct detail *detail) {
  if (!detail->auditor_by.data)
    return;
  out_open_at(out, "auditor", '{');
  out_pair(out, "by", detail->auditor_by);
  out_pair(out, "date", detail->auditor_date);
  out_close(out, '{');
}

static struct slice state_name(uint8_t state) {
  static const char *const states[] = {"absent",      "known",
                                       "unknown",     "withheld",
                                       "conflicting", "not_applicable"};

  return slice_of(states[state]);
}

/* What the Member answers, where the auditor's finding decides. */
static void write_member_of(struct report *report, uint32_t row,
                            const struct cell *member, bool readable) {
  if (!member)
    return;
  out_open_at(report->out, "member", '{');
  out_pair(report->out, "state", state_name(member->state));
  if (readable && is_said(member->raw)) {
    out_key(report->out, "value");
    write_raw(report, row, member->raw);
  }
  out_close(report->out, '{');
}

/* Where the fact is that the dossier does not state at its own place: in the same
 * frame, or elsewhere, such as what is said of all facilities. */
struct origin {
  struct slice pointer, from;
};

static struct slice with_dots(struct call *call, struct slice path) {
  struct slice copy = call_copy(call, path);

  for (size_t i = 0; i < copy.size; i++)
    if (copy.data[i] == '/')
      ((char *)copy.data)[i] = '.';
  return copy;
}

static struct origin origin_of(struct report *report, const struct shown *shown,
                               const struct program_fact *fact,
                               const struct cell *cell) {
  struct slice list = cell_detail(cell)->list, own = shown->frame->pointer;
  struct origin origin = {{NULL, 0}, {NULL, 0}};

  if (fact->scope == SCOPE_ITEM)
    origin.pointer =
        call_join(report->call,
                  (struct slice[]){own, report_text(report, fact->suffix)}, 2);
  if (!list.data)
    return origin;
  if (list.size > own.size && list.data[own.size] == '/' &&
      (own.size == 0 || memcmp(list.data, own.data, own.size) == 0))
    origin.from =
        with_dots(report->call, (struct slice){list.data + own.size + 1,
                                               list.size - own.size - 1});
  else
    origin.pointer = list;
  return origin;
}

static void write_known(struct report *report, uint32_t row,
                        const struct cell *cell) {
  struct slice title;

  if (!is_said(cell->raw))
    return;
  title = title_of(report, program_fact_at(report->program, row), cell->raw);
  out_pair(report->out, "title", title);
  out_key(report->out, "value");
  write_raw(report, row, cell->raw);
}

/* A reason in words may name people: it is as sensitive as the fact and the list it
 * is in. */
static void write_cell(struct report *report, const struct shown *shown,
                       const struct cell *cell) {
  const struct program_fact *fact =
      program_fact_at(report->program, shown->fact);
  const struct detail *detail = cell_detail(cell);
  struct json_buffer *out = report->out;
  struct origin origin = origin_of(report, shown, fact, cell);
  bool show = report->call->options.show_sensitive;
  bool known = cell->state == CELL_KNOWN;

  write_auditor_of(out, detail);
  if (known)
    out_pair(out, "basis", shown_basis(cell->basis));
  write_legs(out, shown, "evidence", false);
  write_legs(out, shown, "evidence_against", true);
  out_pair(out, "from", origin.from);
  write_member_of(report, shown->fact, detail->member,
                  show || !fact->sensitive);
  out_pair(out, "note", report_readable(report, fact, detail->note));
  out_pair(out, "pointer", origin.pointer);
  out_pair(out, "record", detail->record);
  out_pair(out, "set_by", detail->set_by);
  if (!known)
    out_pair(out, "state", state_name(cell->state));
  if (show || !fact->hides_why)
    out_pair(out, "stated_by", detail->stated_by);
  if (known && (show || !fact->sensitive))
    write_known(report, shown->fact, cell);
  if (show || !fact->hides_why)
    out_pair(out, "why", detail->why);
  out_flag(out, "withheld", cell->withheld);
}

static void write_fact(struct report *report, const struct shown *shown) {
  static const struct cell unknown = {.state = CELL_UNKNOWN};
  uint32_t slot = program_fact_at(report->program, shown->fact)->slot;
  const struct cell *cell = shown->frame->cells[slot];

  out_open(report->out, '{');
  write_cell(report, shown, cell ? cell : &unknown);
  out_close(report->out, '{');
}

/* ---- lists -------------------------------------------------------------------------- */

/* How many items a list names, whether that is all of them, and who or what says so. */
static void write_list(struct report *report, const struct shown *shown) {
  const struct program_items *items =
      program_items_at(report->program, shown->list);
  const struct list *list = shown->frame->lists[items->slot];
  struct json_buffer *out = report->out;
  uint8_t basis = (uint8_t)list_basis(list);
  struct slice own =
      call_join(report->call,
                (struct slice[]){shown->frame->pointer,
                                 report_text(report, items->suffix)},
                2);

  out_open(out, '{');
  out_pair(out, "basis", shown_basis(basis));
  out_is(out, "complete", basis != BASIS_NONE);
  write_legs(out, shown, "evidence", false);
  out_count(out, "items", list ? list->count : 0);
  if (list && !slice_is(list->pointer, own))
    out_pair(out, "pointer", list->pointer);
  if (list)
    out_pair(out, "stated_by", list->stated_by);
  out_close(out, '{');
}

/* ---- all of them ---------------------------------------------------------------------- */

/* The order of keys, by their first bytes before all of them. */
struct sorted {
  uint64_t first;
  const struct shown *shown;
};

static uint64_t first_bytes(struct slice key) {
  uint64_t first = 0;

  for (size_t i = 0; i < 8; i++)
    first = first << 8 | (i < key.size ? (unsigned char)key.data[i] : 0);
  return first;
}

static int by_key(const void *a, const void *b) {
  const struct sorted *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  return slice_compare(one->shown->key, other->shown->key);
}

void write_facts(struct report *report) {
  uint32_t count = report->shown.count;
  struct sorted *all = CALL_NEW_MANY(report->call, count, struct sorted);

  for (uint32_t i = 0; i < count; i++)
    all[i] = (struct sorted){first_bytes(report->shown.all[i]->key),
                             report->shown.all[i]};
  if (count > 1)
    qsort(all, count, sizeof *all, by_key);
  out_open_at(report->out, "facts", '{');
  for (uint32_t i = 0; i < count; i++) {
    call_charge(report->call, 1);
    out_key_text(report->out, all[i].shown->key);
    if (all[i].shown->fact)
      write_fact(report, all[i].shown);
    else
      write_list(report, all[i].shown);
  }
  out_close(report->out, '{');
}

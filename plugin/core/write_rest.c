/* write_rest.c: the small parts of a report: hints, lists that a pack wants in full, what
 * layers change. */
#include <stdlib.h>

#include "house.h"
#include "report_parts.h"

/* ---- hints ---------------------------------------------------------------------------- */

/* Whether a check of firm wording (shall, must) rests on what is stated alone. */
static bool rests_on_words(const struct report *report) {
  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct result *result = report->evaluation->results[i];
    if (result->count == COUNT_SETTLED && result->basis == BASIS_STATED &&
        strength_is_firm(report, report_check(report, result->check)->strength))
      return true;
  }
  return false;
}

static bool speaks_of(const struct report *report,
                      const struct program_hint *hint, struct slice rating) {
  struct program_list ratings = program_list_at(report->program, hint->ratings);

  for (uint32_t i = 0; i < ratings.count; i++)
    if (slice_is(report_text(report, ratings.rows[i]), rating))
      return !hint->when || mask_holds(node_root(report->context, hint->when));
  return false;
}

static void write_hint(struct report *report, const struct program_hint *hint) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "hint", report_text(report, hint->id));
  out_pair(out, "source", report_text(report, hint->source));
  if (hint->text)
    out_pair(out, "text", sentence_fill(report->context, hint->text, NULL));
  out_close(out, '{');
}

/* What the pack says of a Member with this rating.  No favourable rating has hints while
 * anything firm rests on words alone. */
void write_hints(struct report *report) {
  struct sum all = sum_all(report, report->total);
  uint32_t count = program_count(report->program, SECTION_HINT);
  bool favourable = all.range != RATING_MAJOR && mask_is_single(all.range);

  if (count > 0 && favourable && rests_on_words(report))
    count = 0;
  out_open_at(report->out, "hints", '[');
  for (uint32_t i = 1; i <= count; i++) {
    const struct program_hint *hint = program_hint_at(report->program, i);
    if (speaks_of(report, hint, range_name(all.range)))
      write_hint(report, hint);
  }
  out_close(report->out, '[');
}

/* ---- lists in full ------------------------------------------------------------------------ */

/* A list that is reported item by item, and where. */
struct in_full {
  struct slice key;
  const struct program_items *items;
  const struct list *list;
};

struct register_list {
  struct report *report;
  struct call *call;
  READING_LIST(struct in_full) found;
};

static int by_key(const void *a, const void *b) {
  return slice_compare(((const struct in_full *)a)->key,
                       ((const struct in_full *)b)->key);
}

static void find_in(struct register_list *lists,
                    const struct program_items *items, struct frame *frame) {
  const struct list *list = frame->lists[items->slot];

  if (!list || list->count == 0)
    return;
  *READING_ADD(lists, found) = (struct in_full){
      key_at(lists->call, frame->id, report_text(lists->report, items->path)),
      items, list};
}

static void find_all(struct register_list *lists) {
  const struct reading *reading = lists->report->reading;
  uint32_t count = program_count(lists->report->program, SECTION_ITEMS);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_items *items =
        program_items_at(lists->report->program, i);
    if (!items->in_full)
      continue;
    if (items->scope == SCOPE_MEMBER)
      find_in(lists, items, reading->member);
    for (uint32_t k = 0;
         items->scope == SCOPE_FACILITY && k < reading->facilities->count; k++)
      find_in(lists, items, reading->facilities->items[k]);
  }
}

/* The facts of a list's items, by path. */
static uint32_t *sorted_facts(struct report *report,
                              const struct program_items *items) {
  struct program_list facts = program_list_at(report->program, items->facts);
  uint32_t *sorted = CALL_NEW_MANY(report->call, facts.count, uint32_t);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t at = i;
    struct slice path = report_text(
        report, program_fact_at(report->program, facts.rows[i])->path);
    for (; at > 0; at--) {
      uint32_t before = sorted[at - 1];
      struct slice other =
          report_text(report, program_fact_at(report->program, before)->path);
      if (slice_compare(other, path) <= 0)
        break;
      sorted[at] = before;
    }
    sorted[at] = facts.rows[i];
  }
  return sorted;
}

/* An item whose facts are written: those that are said, but the one that labels it. */
struct item_said {
  struct report *report;
  const struct frame *item;
  const uint32_t *facts;
  uint32_t count, label;
};

static void write_says(const struct item_said *said, uint32_t row,
                       const struct cell *cell) {
  out_text(said->report->out,
           value_words(said->report->call, row, cell,
                       said->report->call->options.show_sensitive));
}

static void write_ids(const struct item_said *said, uint32_t row,
                      const struct cell *cell) {
  struct json_buffer *out = said->report->out;

  (void)row;
  out_open(out, '[');
  for (uint32_t i = 0; i < cell_detail(cell)->leg_count; i++)
    out_text(out, cell_detail(cell)->legs[i]->id);
  out_close(out, '[');
}

static void write_basis(const struct item_said *said, uint32_t row,
                        const struct cell *cell) {
  (void)row;
  out_text(said->report->out, basis_name(cell->basis));
}

/* A reason that the dossier gives may name people; that the entry lies ahead is ours. */
static void write_why(const struct item_said *said, uint32_t row,
                      const struct cell *cell) {
  const struct program_fact *fact = program_fact_at(said->report->program, row);
  bool ours = said->item->ahead && cell->state == CELL_UNKNOWN;

  out_text(said->report->out,
           ours || said->report->call->options.show_sensitive ||
                   !fact->hides_why
               ? cell_detail(cell)->why
               : SLICE("(given, and not printed, for it may name people)"));
}

static void write_note(const struct item_said *said, uint32_t row,
                       const struct cell *cell) {
  out_text(said->report->out,
           report_readable(said->report,
                           program_fact_at(said->report->program, row),
                           cell_detail(cell)->note));
}

static bool always(const struct program_fact *fact, const struct cell *cell,
                   bool show) {
  (void)fact, (void)cell, (void)show;
  return true;
}

/* What is stated alone says no basis. */
static bool has_basis(const struct program_fact *fact, const struct cell *cell,
                      bool show) {
  (void)fact, (void)show;
  return cell->state == CELL_KNOWN && cell->basis > BASIS_STATED;
}

static bool has_ids(const struct program_fact *fact, const struct cell *cell,
                    bool show) {
  (void)fact, (void)show;
  return cell_detail(cell)->leg_count > 0;
}

static bool has_why(const struct program_fact *fact, const struct cell *cell,
                    bool show) {
  (void)fact, (void)show;
  return cell_detail(cell)->why.data;
}

static bool has_note(const struct program_fact *fact, const struct cell *cell,
                     bool show) {
  (void)fact, (void)show;
  return cell_detail(cell)->note.data;
}

/* By fact, what one part of an item holds; `always` is there, others where any fact has
 * something. */
static void write_by_fact(const struct item_said *said, const char *key,
                          bool (*has)(const struct program_fact *fact,
                                      const struct cell *cell, bool show),
                          void (*write)(const struct item_said *said,
                                        uint32_t row,
                                        const struct cell *cell)) {
  struct report *report = said->report;
  bool open = has == always;

  if (open)
    out_open_at(report->out, key, '{');
  for (uint32_t i = 0; i < said->count; i++) {
    const struct program_fact *fact =
        program_fact_at(report->program, said->facts[i]);
    const struct cell *cell = said->item->cells[fact->slot];
    if (!cell || said->facts[i] == said->label ||
        !has(fact, cell, report->call->options.show_sensitive))
      continue;
    if (!open)
      out_open_at(report->out, key, '{');
    open = true;
    out_key_text(report->out, report_text(report, fact->path));
    write(said, said->facts[i], cell);
  }
  if (open)
    out_close(report->out, '{');
}

/* What the dossier says of an item, in words, and what that stands on; its id and name
 * label it. */
static void write_item(struct report *report, const struct in_full *in_full,
                       const struct frame *item, const uint32_t *facts) {
  struct item_said said = {
      report, item, facts,
      program_list_at(report->program, in_full->items->facts).count, 0};
  struct slice label = item_label_by(
      report->call, item, report->call->options.show_sensitive, &said.label);
  struct json_buffer *out = report->out;

  out_open(out, '{');
  write_by_fact(&said, "basis", has_basis, write_basis);
  write_by_fact(&said, "evidence", has_ids, write_ids);
  out_pair(out, "item", label);
  write_by_fact(&said, "note", has_note, write_note);
  if (!label.data)
    out_pair(out, "pointer", item->pointer);
  write_by_fact(&said, "says", always, write_says);
  write_by_fact(&said, "why", has_why, write_why);
  out_close(out, '{');
}

void write_registers(struct report *report) {
  struct register_list lists = {.report = report, .call = report->call};

  find_all(&lists);
  if (lists.found.count > 1)
    qsort(lists.found.all, lists.found.count, sizeof *lists.found.all, by_key);
  out_open_at(report->out, "registers", '{');
  for (uint32_t i = 0; i < lists.found.count; i++) {
    const struct in_full *in_full = &lists.found.all[i];
    const uint32_t *facts = sorted_facts(report, in_full->items);
    out_key_text(report->out, in_full->key);
    out_open(report->out, '[');
    for (uint32_t k = 0; k < in_full->list->count; k++)
      write_item(report, in_full, in_full->list->items[k], facts);
    out_close(report->out, '[');
  }
  out_close(report->out, '{');
}

/* ---- changes of layers ---------------------------------------------------------------------- */

static bool is_in_force(const struct report *report,
                        const struct program_change *change) {
  return !change->last || report->reading->as_of <=
                              program_number_at(report->program, change->last);
}

static int32_t last_day(const struct report *report,
                        const struct program_change *change) {
  return change->last
             ? (int32_t)program_number_at(report->program, change->last)
             : DAY_NONE;
}

/* The change in a sentence, with its grounds. */
static struct slice text_of(struct report *report,
                            const struct program_change *change) {
  struct slice says = report_text(report, change->says);

  if (!change->last)
    return says;
  return report_fill(
      report->call, "%, until %%, by %: %",
      (struct slice[]){says, report_day(report->call, last_day(report, change)),
                       is_in_force(report, change)
                           ? SLICE("")
                           : SLICE(" (no longer in force)"),
                       report_text(report, change->by),
                       report_text(report, change->because)});
}

static void write_setting(struct report *report, const char *key,
                          uint32_t row) {
  const struct program_setting *setting =
      program_setting_at(report->program, row);

  if (!setting)
    return;
  out_key(report->out, key);
  write_raw(report, setting->fact,
            evaluate_setting(report->call, setting)->raw);
}

static struct slice check_id(const struct report *report, uint32_t row) {
  return row ? report_text(report, report_check(report, row)->id)
             : (struct slice){NULL, 0};
}

static void write_change(struct report *report,
                         const struct program_change *change) {
  const struct program_fact *fact =
      program_fact_at(report->program, change->fact);
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "because", report_text(report, change->because));
  out_pair(out, "by", report_text(report, change->by));
  out_pair(out, "check",
           check_id(report, change->added ? change->added : change->check));
  out_pair(out, "file", report_text(report, change->file));
  out_is(out, "in_force", is_in_force(report, change));
  write_setting(report, "instead_of", change->instead_of);
  out_pair(out, "kind", program_enum_name(ENUM_CHANGE, change->kind));
  out_pair(out, "layer",
           report_text(report,
                       program_layer_at(report->program, change->layer)->name));
  out_count(out, "line", change->line);
  if (fact)
    out_pair(out, "parameter", report_text(report, fact->path));
  out_pair(out, "source", report_text(report, change->source));
  if (change->added)
    out_pair(out, "stricter_than", check_id(report, change->check));
  out_pair(out, "text", text_of(report, change));
  out_day(out, "until_date", last_day(report, change));
  write_setting(report, "value", change->setting);
  out_is(out, "weakens", change->weakens);
  out_close(out, '{');
}

void write_changes(struct report *report) {
  uint32_t count = program_count(report->program, SECTION_CHANGE);

  if (program_count(report->program, SECTION_LAYER) <= 1)
    return;
  out_open_at(report->out, "changes", '[');
  for (uint32_t i = 1; i <= count; i++)
    write_change(report, program_change_at(report->program, i));
  out_close(report->out, '[');
}

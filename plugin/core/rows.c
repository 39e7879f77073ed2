/* rows.c: the rows of a report: one for each result, or for all of a provision that share
 * an outcome and its reason; and what each rests on. */
#include "report_parts.h"

enum {
  RESULT_COST = 1, /* of finding the row of one, in steps */
  ROW_COST = 10    /* of beginning a row, beside */
};

/* What conditions read beside their items. */
struct plan {
  uint32_t facts, lists; /* lists of rows */
};

/* ---- what is shared ------------------------------------------------------------ */

/* Whether the dossier answers nothing of a facility but its identity. */
static bool is_silent(const struct report *report,
                      const struct frame *facility) {
  const struct program_frame *kind =
      program_frame_at(report->program, facility->kind);
  struct program_list facts = program_list_at(report->program, kind->facts);
  uint32_t lists = program_list_at(report->program, kind->lists).count;

  for (uint32_t i = 0; i < lists; i++)
    if (facility->lists[i])
      return false;
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct cell *cell = facility->cells[i];
    uint32_t path = program_fact_at(report->program, facts.rows[i])->path;
    if (!cell ||
        strncmp(program_text_bytes(report->program, path), "facility.", 9) == 0)
      continue;
    if (cell->state != CELL_UNKNOWN || cell_detail(cell)->why.data ||
        cell_detail(cell)->note.data)
      return false;
  }
  return true;
}

/* Marks the facilities of which nothing is said, where there are others: a report on
 * one facility has a row for each of its checks. */
static void mark_silent(struct report *report) {
  const struct frame *before = NULL;
  struct list *facilities = report->reading->facilities;
  uint32_t count = 0;

  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct frame *facility = report->evaluation->results[i]->facility;
    count += facility && facility != before;
    before = facility;
  }
  for (uint32_t i = 0; i < facilities->count; i++)
    facilities->items[i]->silent = count > 1 &&
                                   !facilities->items[i]->assessed &&
                                   is_silent(report, facilities->items[i]);
}

/* Whether nothing but its outcome and reason is to be said of a result. */
static bool is_plain(const struct result *result) {
  return !result->house && !result->auditor && result->heard_count == 0 &&
         result->against_count == 0;
}

/* What a result shares with others of its provision at its place: that the whole
 * provision does not apply, or that nothing is said of the facility. */
bool result_shared_reason(const struct result *result, struct slice *reason) {
  bool silent = result->facility && result->facility->silent &&
                result->outcome == OUTCOME_OPEN;

  if (!is_plain(result) || !(result->outside || silent))
    return false;
  *reason = result->outside
                ? result->reason
                : SLICE("Nothing is said of what is done at this facility.");
  return true;
}

/* ---- what was read ---------------------------------------------------------------- */

static bool is_here(const struct frame *facility, uint32_t scope) {
  return facility || scope != SCOPE_FACILITY;
}

/* Adds what `plan` names at a place; what a check of the Member reads at each facility,
 * its deciding conditions name. */
static void add_planned(struct report *report, struct shown_list *out,
                        const struct plan *plan, struct frame *facility) {
  struct program_list facts = program_list_at(report->program, plan->facts);
  struct program_list lists = program_list_at(report->program, plan->lists);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t scope = program_fact_at(report->program, facts.rows[i])->scope;
    if (is_here(facility, scope))
      shown_add(report, out,
                shown_fact(report, facts.rows[i],
                           shown_frame(report, scope, facility), facility));
  }
  for (uint32_t i = 0; i < lists.count; i++)
    if (is_here(facility,
                program_items_at(report->program, lists.rows[i])->scope))
      shown_add(report, out, shown_content(report, lists.rows[i], facility));
}

static bool is_fact_said(const struct report *report, uint32_t row,
                         const struct frame *frame) {
  const struct cell *cell =
      frame ? frame->cells[program_fact_at(report->program, row)->slot] : NULL;

  return cell && (cell_detail(cell)->why.data || cell_detail(cell)->note.data ||
                  cell->state != CELL_UNKNOWN);
}

static bool is_list_said(const struct report *report, uint32_t row,
                         const struct frame *frame) {
  const struct list *list =
      frame ? frame->lists[program_items_at(report->program, row)->slot] : NULL;

  return list && (list->count > 0 || list->extra_hi == 0);
}

/* The same of those of which something is said: what is plainly not known is no news
 * where a check is not asked. */
static void add_said(struct report *report, const struct plan *plan,
                     struct frame *facility) {
  struct program_list facts = program_list_at(report->program, plan->facts);
  struct program_list lists = program_list_at(report->program, plan->lists);
  uint32_t scope;

  for (uint32_t i = 0; i < facts.count; i++) {
    struct frame *frame;
    scope = program_fact_at(report->program, facts.rows[i])->scope;
    frame = shown_frame(report, scope, facility);
    if (is_fact_said(report, facts.rows[i], frame))
      shown_fact(report, facts.rows[i], frame, facility);
  }
  for (uint32_t i = 0; i < lists.count; i++) {
    scope = program_items_at(report->program, lists.rows[i])->scope;
    if (is_list_said(report, lists.rows[i],
                     shown_frame(report, scope, facility)))
      shown_content(report, lists.rows[i], facility);
  }
}

/* Gives the report the facts that a result read beside those it rests on; checks and
 * provisions name them. */
static void add_read(struct report *report, const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  const struct program_provision *provision =
      program_provision_at(report->program, check->provision);
  const struct plan own = {check->plan, check->reads_lists};
  struct shown_list none = {NULL, 0, 0};
  struct slice reason;

  if (result->broken)
    return;
  shown_begin(report);
  add_planned(report, &none,
              &(struct plan){provision->plan, provision->reads_lists},
              result->facility);
  if (result->outside)
    return;
  if (result->outcome == OUTCOME_NOT_APPLICABLE ||
      result_shared_reason(result, &reason))
    add_said(report, &own, result->facility);
  else
    add_planned(report, &none, &own, result->facility);
}

/* ---- what it rests on ---------------------------------------------------------------- */

static void add_fact(struct report *report, struct shown_list *out,
                     uint32_t row, const struct found *found) {
  uint32_t scope = program_fact_at(report->program, row)->scope;
  struct frame *frame = scope == SCOPE_ITEM
                            ? found->item
                            : shown_frame(report, scope, found->facility);

  if (scope != SCOPE_PARAMETER)
    shown_add(report, out, shown_fact(report, row, frame, found->facility));
}

/* What one condition was judged by. */
static void add_found(struct report *report, struct shown_list *out,
                      const struct found *found) {
  const struct program_node *node =
      program_node_at(report->program, found->node);
  struct program_list facts = program_list_at(report->program, node->facts);

  if (node->fact)
    add_fact(report, out, node->fact, found);
  if (node->operand)
    add_fact(report, out, node->operand, found);
  for (uint32_t i = 0; i < facts.count; i++)
    add_fact(report, out, facts.rows[i], found);
  if (node->list)
    shown_add(report, out, shown_content(report, node->list, found->facility));
  if (found->complete && found->item && found->item->of)
    shown_add(report, out,
              shown_content(report, found->item->of, found->facility));
}

/* The fact of items by which `fact` follows from a list; 0: it follows from none. */
static uint32_t read_of_items(const struct program *program,
                              const struct program_fact *fact) {
  const struct program_node *from = program_node_at(program, fact->from);
  struct program_list children =
      program_list_at(program, from ? from->children : 0);
  uint32_t row =
      children.count > 0 ? program_node_at(program, children.rows[0])->fact : 0;
  const struct program_fact *read = program_fact_at(program, row);

  return read && read->scope == SCOPE_ITEM && read->list == from->list ? row
                                                                       : 0;
}

/* What the items of a list answer, from which an open fact would follow: of each force
 * or company what is known so far. */
static void add_items(struct report *report, struct shown_list *out,
                      const struct found *found) {
  const struct program *program = report->program;
  uint32_t row = found->subject ? found->subject
                                : program_node_at(program, found->node)->fact;
  const struct program_fact *read, *fact = program_fact_at(program, row);
  const struct program_items *items;
  const struct list *list;

  row = fact && fact->scope != SCOPE_ITEM ? read_of_items(program, fact) : 0;
  read = program_fact_at(program, row);
  if (!read)
    return;
  items = program_items_at(program, read->list);
  list = shown_frame(report, items->scope, found->facility)->lists[items->slot];
  for (uint32_t i = 0; list && i < list->count; i++)
    if (list->items[i]->cells[read->slot])
      shown_add(report, out,
                shown_fact(report, row, list->items[i], found->facility));
}

const struct found *result_found(const struct result *result, uint32_t *count) {
  *count = result->broken        ? 0
           : result->has_decided ? result->decided_count
                                 : result->found_count;
  return result->has_decided ? result->decided : result->found;
}

/* What the deciding conditions read, or all that the check expects. */
static void find_rests_on(struct report *report, const struct result *result,
                          struct shown_list *out) {
  const struct program_check *check = report_check(report, result->check);
  uint32_t count;
  const struct found *found = result_found(result, &count);

  shown_begin(report);
  for (uint32_t i = 0; i < count; i++) {
    add_found(report, out, &found[i]);
    if (result->outcome == OUTCOME_OPEN)
      add_items(report, out, &found[i]);
  }
  if (count == 0 && result->outcome == OUTCOME_CONFORMANCE)
    add_planned(report, out,
                &(struct plan){check->expect_plan, check->expect_lists},
                result->facility);
}

static bool are_same(const struct shown_list *a, const struct shown_list *b) {
  return a->count == b->count &&
         (a->count == 0 ||
          memcmp(a->all, b->all, a->count * sizeof *a->all) == 0);
}

/* Says what a result rests on, unless that is all that the check reads. */
static void keep_rests_on(struct report *report, struct row *row) {
  const struct result *result = row->result;
  const struct program_check *check = report_check(report, result->check);
  struct shown_list all = {NULL, 0, 0};

  find_rests_on(report, result, &row->rests_on);
  row->says_rests_on = true;
  if (result->outcome == OUTCOME_NOT_APPLICABLE)
    return;
  shown_begin(report);
  add_planned(report, &all,
              &(struct plan){check->expect_plan, check->expect_lists},
              result->facility);
  row->says_rests_on = !are_same(&row->rests_on, &all);
}

/* ---- rows ------------------------------------------------------------------------------- */

static void add_check(struct report *report, struct row *row, uint32_t check) {
  row->checks = reading_grow(report->call, row->checks, sizeof *row->checks,
                             row->count, &row->room);
  row->checks[row->count++] = check;
}

static void begin_row(struct report *report, struct result *result, bool shared,
                      struct slice reason) {
  struct row *row = READING_ADD(report, rows);

  call_charge(report->call, ROW_COST);
  *row = (struct row){.result = result, .reason = reason, .shared = shared};
  report->context->facility = result->facility;
  add_read(report, result);
  if (!shared) {
    keep_rests_on(report, row);
  } else if (result->outside) {
    row->says_rests_on = true;
    find_rests_on(report, result, &row->rests_on);
  }
}

/* Whether `result` belongs to the row of another: of one provision at one place, for
 * one reason, and with one range. */
static bool belongs(const struct report *report, const struct row *row,
                    const struct result *result, struct slice reason) {
  const struct result *first = row->result;

  return row->shared && first->outside == result->outside &&
         (first->outside || first->range == result->range) &&
         slice_is(row->reason, reason) &&
         report_check(report, first->check)->provision ==
             report_check(report, result->check)->provision;
}

/* The row of the last place that the result belongs to; NULL: none. */
static struct row *row_for(const struct report *report,
                           const struct result *result, struct slice reason) {
  for (uint32_t i = report->rows.count; i > 0; i--) {
    struct row *row = &report->rows.all[i - 1];
    if (row->result->facility != result->facility)
      return NULL;
    if (belongs(report, row, result, reason))
      return row;
  }
  return NULL;
}

void rows_collect(struct report *report) {
  mark_silent(report);
  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    struct result *result = report->evaluation->results[i];
    struct slice reason = result->reason;
    bool shared = result_shared_reason(result, &reason);
    struct row *row = shared ? row_for(report, result, reason) : NULL;
    call_charge(report->call, RESULT_COST);
    if (!row) {
      begin_row(report, result, shared, reason);
      row = &report->rows.all[report->rows.count - 1];
    }
    if (shared)
      add_check(report, row, result->check);
  }
  report->context->facility = NULL;
}

/* ---- ids ---------------------------------------------------------------------------------- */

/* "11.1/conformance-minor" */
static struct slice with_range(struct call *call, struct slice id,
                               uint8_t range) {
  struct slice parts[9] = {id, SLICE("/")};
  size_t count = 2;

  for (uint8_t bit = 1; bit <= RATING_MAJOR; bit = (uint8_t)(bit << 1)) {
    if (!(range & bit))
      continue;
    if (count > 2)
      parts[count++] = SLICE("-");
    parts[count++] = range_short(bit);
  }
  return call_join(call, parts, count);
}

/* What a row is called: "east/11.1.1", and of several "east/11.1", where its checks
 * share a range with that too. */
struct slice row_id(struct report *report, const struct row *row) {
  const struct result *result = row->result;
  const struct program_check *check = report_check(report, result->check);
  struct slice id = report_text(report, check->id);

  if (row->shared) {
    id = report_text(
        report, program_provision_at(report->program, check->provision)->id);
    if (!result->outside)
      id = with_range(report->call, id, result->range);
  }
  return key_at(report->call, facility_id(result->facility), id);
}

/* ---- deciding conditions -------------------------------------------------------------------- */

/* Whether a condition is all that the check expects, and of no item. */
static bool is_whole(const struct report *report, const struct found *found,
                     const struct program_check *check) {
  const struct program_node *expect =
      program_node_at(report->program, check->expect);

  return expect && !found->has_items && !found->item &&
         program_node_at(report->program, found->node)->text == expect->text;
}

bool result_names_deciding(struct report *report, const struct result *result) {
  uint32_t count;
  const struct found *found = result_found(result, &count);

  return count > 1 ||
         (count == 1 &&
          !is_whole(report, found, report_check(report, result->check)));
}

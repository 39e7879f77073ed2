/* write_results.c: the results of checks as the report shows them. */
#include <stdlib.h>

#include "house.h"
#include "report_parts.h"

enum {
  ROW_COST = 20 /* steps */
};

/* ---- conditions -------------------------------------------------------------------- */

/* The items that a counted shortfall speaks of. */
static void write_items(struct report *report, const struct found *found) {
  if (!found->has_items || found->item_count == 0)
    return;
  out_open_at(report->out, "items", '[');
  for (uint32_t i = 0; i < found->item_count; i++)
    out_text(report->out, shown_item(report, found->items[i], found->facility));
  out_close(report->out, '[');
}

static bool is_mark(struct slice key) {
  for (size_t i = 0; i + 1 < key.size; i++)
    if (key.data[i] == '[' && key.data[i + 1] == '#')
      return true;
  return false;
}

/* Where the dossier holds the items, if one of them is called by a mark, which no reader
 * could find. */
static void write_pointers(struct report *report, const struct found *found) {
  struct frame *const *items = found->has_items ? found->items : &found->item;
  uint32_t count = found->has_items ? found->item_count : 1;
  bool marked = false;

  for (uint32_t i = 0; i < count && !marked; i++)
    marked = is_mark(shown_item(report, items[i], found->facility));
  if (!marked)
    return;
  out_open_at(report->out, "pointers", '[');
  for (uint32_t i = 0; i < count; i++)
    out_text(report->out, items[i]->pointer);
  out_close(report->out, '[');
}

static void write_condition(struct report *report, const struct found *found) {
  const struct program_node *node =
      program_node_at(report->program, found->node);

  out_open(report->out, '{');
  out_pair(report->out, "condition", report_text(report, node->text));
  if (found->item)
    out_pair(report->out, "item",
             shown_item(report, found->item, found->facility));
  if (found->item || found->has_items)
    write_items(report, found);
  if (node->line)
    out_count(report->out, "line", node->line);
  if (found->item || found->has_items)
    write_pointers(report, found);
  out_close(report->out, '{');
}

static void write_deciding(struct report *report, const struct row *row) {
  uint32_t count;
  const struct found *found = result_found(row->result, &count);

  if ((row->shared && !row->result->outside) ||
      !result_names_deciding(report, row->result))
    return;
  out_open_at(report->out, "deciding", '[');
  for (uint32_t i = 0; i < count; i++)
    write_condition(report, &found[i]);
  out_close(report->out, '[');
}

/* ---- what a branch says for itself ----------------------------------------------------- */

static const struct program_node *branch_of(const struct report *report,
                                            const struct found *found) {
  return program_node_at(report->program, found->branch);
}

static void add_points(const struct report *report, bool *wanted,
                       uint32_t points) {
  struct program_list list = program_list_at(report->program, points);

  for (uint32_t i = 0; i < list.count; i++)
    wanted[list.rows[i] - 1] = true;
}

/* The points that a shortfall falls short of, where a condition says so for itself. */
static void write_branch_points(struct report *report,
                                const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  struct program_list all = program_list_at(report->program, check->points);
  bool *wanted = NULL;

  for (uint32_t i = 0; i < result->found_count && !wanted; i++) {
    const struct program_node *branch = branch_of(report, &result->found[i]);
    if (branch && branch->points)
      wanted = CALL_NEW_MANY(
          report->call, program_count(report->program, SECTION_POINT), bool);
  }
  if (!wanted)
    return;
  for (uint32_t i = 0; i < result->found_count; i++) {
    const struct program_node *branch = branch_of(report, &result->found[i]);
    add_points(report, wanted,
               branch && branch->points ? branch->points : check->points);
  }
  out_open_at(report->out, "points", '[');
  for (uint32_t i = 0; i < all.count; i++)
    if (wanted[all.rows[i] - 1])
      out_text(report->out,
               report_text(report,
                           program_point_at(report->program, all.rows[i])->id));
  out_close(report->out, '[');
}

/* What closes it, each remedy once. */
static struct slice remedies(struct report *report,
                             const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  struct slice *texts = CALL_NEW_MANY(
      report->call, 2 * (size_t)result->found_count + 1, struct slice);
  struct seen seen = {NULL, 0, 0};
  size_t count = 0;

  for (uint32_t i = 0; i < result->found_count; i++) {
    const struct program_node *branch = branch_of(report, &result->found[i]);
    uint32_t text = branch && branch->remedy ? branch->remedy : check->remedy;
    if (!text || !seen_add(report->call, &seen, text, NULL))
      continue;
    if (count > 0)
      texts[count++] = SLICE(" ");
    texts[count++] = report_text(report, text);
  }
  return call_join(report->call, texts, count);
}

static void write_branch_remedy(struct report *report,
                                const struct result *result) {
  struct slice own =
      report_text(report, report_check(report, result->check)->remedy);
  bool any = false;
  struct slice all;

  for (uint32_t i = 0; i < result->found_count; i++) {
    const struct program_node *branch = branch_of(report, &result->found[i]);
    any = any || (branch && branch->remedy);
  }
  if (!any)
    return;
  all = remedies(report, result);
  if (!own.data || !slice_is(all, own))
    out_pair(report->out, "remedy", all);
}

/* ---- other columns -------------------------------------------------------------------------- */

/* What the check comes to under each reading; while it is open whether it applies, that
 * may be not applicable too. */
struct reading_of {
  struct slice name;
  uint8_t outcome;
};

static int by_name(const void *a, const void *b) {
  return slice_compare(((const struct reading_of *)a)->name,
                       ((const struct reading_of *)b)->name);
}

static void write_readings(struct report *report, const struct row *row) {
  const struct result *result = row->result;
  const struct program_check *check = report_check(report, result->check);
  const struct program_node *node =
      program_node_at(report->program, check->expect);
  struct program_list children;
  struct reading_of *all;

  if (!node || node->kind != KIND_READING || result->broken || row->shared ||
      result->count == COUNT_NOT_APPLICABLE)
    return;
  children = program_list_at(report->program, node->children);
  all = CALL_NEW_MANY(report->call, children.count, struct reading_of);
  for (uint32_t i = 0; i < children.count; i++) {
    uint8_t mask = node_root(report->context, children.rows[i]) |
                   (uint8_t)(result->mask & MASK_NA);
    all[i].name = report_text(
        report, program_node_at(report->program, children.rows[i])->reading);
    all[i].outcome =
        (uint8_t)outcome_row(report->program, check->strength, mask)->outcome;
  }
  qsort(all, children.count, sizeof *all, by_name);
  out_open_at(report->out, "readings", '{');
  for (uint32_t i = 0; i < children.count; i++) {
    out_key_text(report->out, all[i].name);
    out_text(report->out, outcome_name(all[i].outcome));
  }
  out_close(report->out, '{');
}

static void write_against(struct report *report, const struct result *result) {
  if (result->against_count == 0)
    return;
  out_open_at(report->out, "against", '[');
  for (uint32_t i = 0; i < result->against_count; i++) {
    out_open(report->out, '{');
    out_pair(report->out, "says", result->against[i].says);
    out_close(report->out, '{');
  }
  out_close(report->out, '[');
}

static void write_layers(struct report *report, const struct result *result) {
  const struct house_result *own = result->house;
  const struct program_change *change =
      own ? program_change_at(report->program, own->change) : NULL;

  if (!change)
    return;
  out_open_at(report->out, "with_layers", '{');
  out_pair(report->out, "kind", program_enum_name(ENUM_CHANGE, change->kind));
  out_pair(report->out, "layer",
           report_text(report,
                       program_layer_at(report->program, change->layer)->name));
  out_pair(report->out, "outcome", outcome_name(own->outcome));
  write_range(report->out, "range", own->range);
  out_pair(report->out, "reason", own->reason);
  out_close(report->out, '{');
}

/* ---- one row ------------------------------------------------------------------------------------ */

static void write_checks_of(struct report *report, const struct row *row) {
  if (!row->shared)
    return;
  out_open_at(report->out, "checks", '[');
  for (uint32_t i = 0; i < row->count; i++)
    out_text(report->out,
             report_text(report, report_check(report, row->checks[i])->id));
  out_close(report->out, '[');
}

static void write_rests_on(struct report *report, const struct row *row) {
  if (!row->says_rests_on)
    return;
  out_open_at(report->out, "rests_on", '[');
  for (uint32_t i = 0; i < row->rests_on.count; i++)
    out_text(report->out, row->rests_on.all[i]->key);
  out_close(report->out, '[');
}

/* What only a row of one check, or of one provision, says of it. */
static void write_whose(struct report *report, const struct row *row) {
  const struct program_check *check = report_check(report, row->result->check);

  if (row->shared)
    out_pair(report->out, "provision",
             report_text(
                 report,
                 program_provision_at(report->program, check->provision)->id));
}

static void write_first_half(struct report *report, const struct row *row) {
  const struct result *result = row->result;
  const struct program_check *check = report_check(report, result->check);

  write_against(report, result);
  out_pair(report->out, "basis", basis_name(result->basis));
  if (!row->shared)
    out_pair(report->out, "check", report_text(report, check->id));
  write_checks_of(report, row);
  write_deciding(report, row);
  out_pair(report->out, "facility", facility_id(result->facility));
  write_findings_on(report, result->check, 0, facility_id(result->facility));
  out_pair(report->out, "id", row_id(report, row));
  out_pair(report->out, "outcome", outcome_name(result->outcome));
}

static void write_row(struct report *report, const struct row *row) {
  const struct result *result = row->result;
  bool is_short = outcome_is_shortfall(result->outcome);

  out_open(report->out, '{');
  write_first_half(report, row);
  if (is_short)
    write_branch_points(report, result);
  write_whose(report, row);
  if (!outcome_bit(result->outcome))
    write_range(report->out, "range", result->range);
  write_readings(report, row);
  out_pair(report->out, "reason", row->reason);
  if (is_short)
    write_branch_remedy(report, result);
  write_rests_on(report, row);
  write_judgements(report, result);
  write_layers(report, result);
  write_auditor(report, result);
  out_close(report->out, '{');
}

void write_results(struct report *report) {
  struct context *context = report->context;
  const struct frame *usual = context->parameters;

  out_open_at(report->out, "results", '[');
  for (uint32_t i = 0; i < report->rows.count; i++) {
    const struct row *row = &report->rows.all[i];
    const struct frame *own =
        row->result->own_parameters
            ? house_parameters(context, row->result->check)
            : NULL;
    context->facility = row->result->facility;
    context->parameters = own ? own : usual;
    call_charge(report->call, ROW_COST);
    write_row(report, row);
  }
  context->facility = NULL;
  context->parameters = usual;
  out_close(report->out, '[');
}

/* asked_of.c: of which items of a list a prompt is asked: "  Asked of: P-07: serious,
 * P-09.". */
#include <stdlib.h>

#include "report_parts.h"

enum {
  MOST_NAMED = 5
};

/* What is told: items, in whatever order they stand; or the days and numbers of a piece
 * of advice, the first few as text. */
struct asked_of {
  struct report *report;
  struct call *call;
  READING_LIST(struct slice) told;
  struct writing names;
  uint32_t count;
  struct program_list facts; /* that tell what is known of each, of advice */
  struct seen items;         /* what was told, of a question */
  struct keyed labels;
};

static void add(struct asked_of *asked, struct slice name) {
  *READING_ADD(asked, told) = name;
}

static int by_bytes(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* The first few, in an order that is not that of the dossier; nothing for none. */
static void put_listed(struct asked_of *asked, struct writing *out) {
  uint32_t count = asked->told.count;

  if (count == 0)
    return;
  if (count > 1)
    qsort(asked->told.all, count, sizeof *asked->told.all, by_bytes);
  writing_put_text(out, "  Asked of: ");
  writing_put_first(out, asked->told.all, count, MOST_NAMED);
  writing_put_text(out, ".");
}

/* Calls see for each item of a list that surely meets the condition on it. */
static void each_item(struct asked_of *asked, const struct program_node *node,
                      void (*see)(struct asked_of *asked,
                                  const struct frame *item)) {
  struct context *context = asked->report->context;
  const struct list *list = list_of(context, node->list);
  struct program_list children =
      program_list_at(asked->report->program, node->children);
  struct frame **place = context_place(context, node->list), *outer = *place;

  for (uint32_t i = 0; list && children.count > 0 && i < list->count; i++) {
    *place = list->items[i];
    if (mask_holds(node_root(context, children.rows[0])) &&
        (!node->where || mask_holds(node_root(context, node->where))))
      see(asked, list->items[i]);
  }
  *place = outer;
}

/* ---- of advice ------------------------------------------------------------------ */

/* Words that alone say nothing of an item. */
static bool is_bare(struct slice words) {
  return slice_is(words, SLICE("yes")) || slice_is(words, SLICE("no")) ||
         slice_is(words, SLICE("not known")) ||
         slice_is(words, SLICE("withheld"));
}

/* "open, and not investigated"; "discipline taken: no", "severity: not known". */
static void put_answer(struct report *report, const struct program_fact *fact,
                       struct slice words, struct writing *out) {
  if (is_bare(words)) {
    struct slice path =
        call_copy(report->call, report_text(report, fact->path));
    for (size_t i = 0; i < path.size; i++)
      if (path.data[i] == '_')
        ((char *)path.data)[i] = ' ';
    writing_put(out, path);
    writing_put_text(out, ": ");
  }
  writing_put(out, words);
}

/* "A-1 (public forces; open, and not investigated)": an item of a list. One without an
 * id is what is said of it: its place changes with the order of the list. */
static void name_item(struct asked_of *asked, const struct frame *item) {
  struct report *report = asked->report;
  bool show = report->call->options.show_sensitive;
  struct writing out = {.call = report->call};
  struct slice label = item_label(report->call, item, show);

  writing_put(&out, label);
  writing_put_text(&out, label.data ? " (" : "");
  for (uint32_t i = 0; i < asked->facts.count; i++) {
    uint32_t row = asked->facts.rows[i];
    const struct program_fact *fact = program_fact_at(report->program, row);
    if (fact->list != item->of)
      continue; /* not of a program that was compiled */
    if (i > 0)
      writing_put_text(&out, "; ");
    put_answer(report, fact,
               value_words(report->call, row, item->cells[fact->slot], show),
               &out);
  }
  writing_put_text(&out, label.data ? ")" : "");
  add(asked, writing_done(&out));
}

void asked_of_advice(struct report *report, const struct program_prompt *prompt,
                     struct writing *out) {
  struct asked_of asked = {.report = report, .call = report->call};
  const struct program_node *node =
      program_node_at(report->program, prompt->names_of);

  if (!node || node->kind != KIND_SOME)
    return;
  asked.facts = program_list_at(report->program, prompt->names);
  each_item(&asked, node, name_item);
  put_listed(&asked, out);
}

/* ---- by which days and numbers ----------------------------------------------------- */

/* Days and numbers, which the words of a piece of advice do not say. */
static bool is_told(const struct report *report,
                    const struct program_fact *fact) {
  return fact && fact->scope != SCOPE_PARAMETER &&
         (fact->type == TYPE_DATE || fact->type == TYPE_MONTHS ||
          fact->type == TYPE_COUNT) &&
         (!fact->sensitive || report->call->options.show_sensitive);
}

/* ' ("armed men entered")': what the dossier remarks on a fact. */
static void put_note(struct writing *out, struct slice note, bool readable) {
  if (!note.data || !readable)
    return;
  writing_put_text(out, " (\"");
  writing_put(out, note);
  writing_put_text(out, "\")");
}

/* "Gendarmerie: arrangement.ends = 2013-12-31" */
static void tell_fact(struct asked_of *asked, const struct found *found,
                      uint32_t row, bool names_items) {
  struct report *report = asked->report;
  const struct program_fact *fact = program_fact_at(report->program, row);
  bool show = report->call->options.show_sensitive;
  struct writing out = {.call = report->call};
  struct slice label = {NULL, 0};
  const struct cell *cell;
  uint32_t *known;

  if (!is_told(report, fact) || (names_items && fact->list))
    return;
  cell = cell_in(report->context, found->facility, found->item, row);
  if (!cell_is_known(cell))
    return;
  if (fact->list && found->item)
    label = item_label(report->call, found->item, show);
  writing_put(&out, label);
  writing_put_text(&out, label.data ? ": " : "");
  writing_put(&out, report_text(report, fact->path));
  writing_put_text(&out, " = ");
  writing_put(&out, value_words(report->call, row, cell, show));
  put_note(&out, cell_detail(cell)->note, show || !fact->hides_why);
  known = keyed_at(report->call, &asked->labels, writing_done(&out));
  if (*known || asked->count == MOST_NAMED)
    return;
  *known = 1;
  writing_put_text(&asked->names, asked->count++ > 0 ? "; " : "");
  writing_put(&asked->names, writing_done(&out));
}

/* "  Known: risk_assessment.date = 2013-05-20.": the days and numbers by which the
 * condition of a piece of advice holds, or may hold; nothing for none. */
void asked_of_because(struct report *report,
                      const struct program_prompt *prompt, bool holds,
                      struct writing *out) {
  struct asked_of asked = {.report = report, .names.call = report->call};
  struct found_list found = {NULL, 0, 0};

  if (!prompt->when)
    return;
  if (holds)
    explain_met(report->context, prompt->when, &found);
  else
    explain_open(report->context, prompt->when, false, &found);
  for (uint32_t i = 0; i < found.count; i++) {
    const struct program_node *node =
        program_node_at(report->program, found.all[i].node);
    tell_fact(&asked, &found.all[i], node->fact, prompt->names_of != 0);
    tell_fact(&asked, &found.all[i], node->operand, prompt->names_of != 0);
  }
  if (asked.count == 0)
    return;
  writing_put_text(out, "  Known: ");
  writing_put(out, writing_done(&asked.names));
  writing_put_text(out, ".");
}

/* ---- of a question ----------------------------------------------------------------- */

/* Each item once, and each label. */
static void label_item(struct asked_of *asked, const struct frame *item) {
  struct call *call = asked->report->call;
  struct slice label;
  uint32_t *known;

  if (!seen_add(call, &asked->items, 0, item))
    return;
  label = item_label_and_more(call, item);
  if (!label.data)
    return;
  known = keyed_at(call, &asked->labels, label);
  if (!*known)
    add(asked, label);
  *known = 1;
}

/* The items that the facts around a question count. */
static void add_counted(struct asked_of *asked, uint32_t about) {
  const struct program *program = asked->report->program;
  struct found_list met = {NULL, 0, 0};

  explain_met(asked->report->context, about, &met);
  for (uint32_t i = 0; i < met.count; i++) {
    const struct program_fact *fact = program_fact_at(
        program, program_node_at(program, met.all[i].node)->fact);
    const struct program_node *from =
        program_node_at(program, fact ? fact->from : 0);
    if (from && from->list)
      each_item(asked, from, label_item);
  }
}

/* The items that a question of the auditor is asked of: the one that it was found in, or
 * those that the facts around it count. */
struct slice asked_of_question(struct report *report,
                               const struct found *found) {
  struct asked_of asked = {.report = report, .call = report->call};
  struct writing out = {.call = report->call};
  const struct program_node *node =
      program_node_at(report->program, found->node);
  const struct program_node *about =
      program_node_at(report->program, node->about);

  if (found->item)
    label_item(&asked, found->item);
  else if (about && about->inside == 0)
    add_counted(&asked, node->about);
  writing_put(&out, report_text(report, node->ask));
  put_listed(&asked, &out);
  return writing_done(&out);
}

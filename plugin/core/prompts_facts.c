/* prompts_facts.c: questions about facts whose evidence does not settle or show them. */
#include "report_parts.h"
#include "settle.h"
#include "writing.h"

/* ---- facts ------------------------------------------------------------------------- */

static bool begins(struct slice text, const char *with) {
  size_t size = strlen(with);

  return text.size > size && memcmp(text.data, with, size) == 0;
}

/* The facility that holds `pointer`; NULL at the Member. */
static struct frame *facility_at(const struct report *report,
                                 struct slice pointer) {
  const struct list *facilities = report->reading->facilities;
  size_t at = begins(pointer, "/facilities/items/") ? 18
              : begins(pointer, "/facilities/")     ? 12
                                                    : 0;
  uint32_t index = 0;
  size_t from = at;

  while (at > 0 && at < pointer.size && at < from + 9 &&
         pointer.data[at] >= '0' && pointer.data[at] <= '9')
    index = index * 10 + (uint32_t)(pointer.data[at++] - '0');
  if (at == from || at >= pointer.size || pointer.data[at] != '/' ||
      index >= facilities->count)
    return NULL;
  return facilities->items[index];
}

/* "Ridge Guarding: How many are trained?" */
void prompt_put_question(struct report *report, const struct frame *frame,
                         const struct program_fact *fact, struct writing *out) {
  struct slice label = {NULL, 0};

  if (fact->scope == SCOPE_ITEM)
    label =
        item_label(report->call, frame, report->call->options.show_sensitive);
  if (label.data) {
    writing_put(out, label);
    writing_put_text(out, ": ");
  }
  writing_put(out, report_text(report, fact->ask ? fact->ask : fact->path));
  writing_put_text(out, fact->ask ? "  " : ".  ");
}

/* A prompt about the fact at a pointer, all but its text. */
static struct prompt *add_about(struct report *report, struct slice pointer,
                                uint32_t fact, struct frame *frame) {
  struct frame *facility = facility_at(report, pointer);
  const struct shown *shown = shown_fact(report, fact, frame, facility);
  struct prompt *prompt = prompt_add(report, NULL);

  prompt->prompt =
      report_fill(report->call, "fact:%", (struct slice[]){pointer});
  prompt->id =
      report_fill(report->call, "fact:%", (struct slice[]){shown->key});
  prompt->facility = facility_id(facility);
  return prompt;
}

/* A fact whose legs of evidence do not settle it. */
static void ask_which(struct report *report, const struct undecided *open) {
  const struct program_fact *fact =
      program_fact_at(report->program, open->fact);
  struct prompt *prompt =
      add_about(report, open->pointer, open->fact, open->frame);
  struct writing text = {.call = report->call};
  char first = open->why.size > 0 ? open->why.data[0] : ' ';

  if (first >= 'a' && first <= 'z')
    first = (char)(first - 'a' + 'A');
  prompt_put_question(report, open->frame, fact, &text);
  if (open->why.size > 0) {
    writing_put(&text, (struct slice){&first, 1});
    writing_put(&text, (struct slice){open->why.data + 1, open->why.size - 1});
  }
  writing_put_text(&text, ".  Which value may be taken as known?");
  prompt->deciding = true;
  prompt->answer = report_text(report, fact->expected);
  prompt->text = writing_done(&text);
}

static void put_kinds(struct report *report, const struct program_fact *fact,
                      struct writing *out) {
  struct program_list shown_by =
      program_list_at(report->program, fact->shown_by);

  for (uint32_t i = 0; i < shown_by.count; i++) {
    writing_put_text(out, i > 0 ? " or " : "");
    writing_put(out, program_enum_name(ENUM_EVIDENCE, shown_by.rows[i]));
  }
}

static void put_unverified(struct report *report, const struct unshown *one,
                           struct writing *out) {
  const struct cell *cell = one->cell;

  writing_put(out, one->by.data ? one->by : cell_detail(cell)->auditor_by);
  writing_put_text(out, " vouches for the answer, and names no evidence "
                        "collected by an auditor that shows it.  Name some of "
                        "the kind ");
  put_kinds(report, program_fact_at(report->program, one->fact), out);
  writing_put_text(out, ", or it counts as ");
  writing_put(out,
              basis_name(cell->basis ? cell->basis : (uint8_t)BASIS_STATED));
  writing_put_text(out, " alone.");
}

/* Why the evidence of a fact does not show it, and what would. */
static void put_why_unshown(struct report *report, const struct unshown *one,
                            struct writing *out) {
  const struct detail *detail = cell_detail(one->cell);

  if (one->cell->unverified) {
    put_unverified(report, one, out);
    return;
  }
  writing_put_text(out, "The answer rests on ");
  for (uint32_t i = 0; i < detail->unshown_count; i++) {
    writing_put_text(out, i > 0 ? ", " : "");
    writing_put(out, detail->unshown_by[i]);
  }
  writing_put_text(out, ", which cannot show it. Name evidence of the kind ");
  put_kinds(report, program_fact_at(report->program, one->fact), out);
  writing_put_text(out, ", or leave the answer as stated.");
}

/* Whether a fact is still as it was when its evidence was weighed. */
static bool is_unshown(const struct report *report, const struct unshown *one) {
  uint32_t slot = program_fact_at(report->program, one->fact)->slot;

  return one->frame->cells[slot] == one->cell && cell_is_known(one->cell) &&
         one->cell->basis < BASIS_VERIFIED;
}

static void ask_to_show(struct report *report, const struct unshown *one) {
  struct prompt *prompt =
      add_about(report, one->pointer, one->fact, one->frame);
  struct writing text = {.call = report->call};

  prompt_put_question(report, one->frame,
                      program_fact_at(report->program, one->fact), &text);
  put_why_unshown(report, one, &text);
  prompt->text = writing_done(&text);
}

/* ---- reasons --------------------------------------------------------------------------- */

/* Whether nothing but the Member's word stands behind an answer that takes questions
 * away. */
static bool is_word_alone(const struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  return cell_is_known(cell) && detail->why.data &&
         cell->basis < BASIS_EVIDENCED && !cell->judged &&
         !detail->record.data && !detail->auditor_by.data;
}

/* Whether a reason makes something not applicable is for the auditor to accept. */
static void ask_to_accept(struct report *report, const struct reasoned *one) {
  const struct program_fact *fact = program_fact_at(report->program, one->fact);
  const struct cell *cell = one->frame->cells[fact->slot];
  struct writing text = {.call = report->call};
  struct prompt *prompt;

  if (!is_word_alone(cell))
    return;
  prompt =
      add_about(report,
                call_join(report->call,
                          (struct slice[]){one->frame->pointer,
                                           report_text(report, fact->suffix)},
                          2),
                one->fact, one->frame);
  prompt_put_question(report, one->frame, fact, &text);
  writing_put_text(&text, "The answer ");
  bare_put(&text, report->program, fact, cell);
  writing_put_text(&text, ", by the Member's word alone");
  if (report->call->options.show_sensitive || !fact->hides_why) {
    writing_put_text(&text, ": \"");
    writing_put(&text, cell_detail(cell)->why);
    writing_put_text(&text, "\"");
  }
  writing_put_text(&text, ".  Does that reason hold?  An attestation of the "
                          "fact accepts it.");
  prompt->text = writing_done(&text);
}

void prompts_of_facts(struct report *report) {
  const struct reading *reading = report->reading;

  for (uint32_t i = 0; i < reading->undecided.count; i++)
    if (!reading->undecided.all[i].settled)
      ask_which(report, &reading->undecided.all[i]);
  for (uint32_t i = 0; i < reading->unshown.count; i++)
    if (is_unshown(report, &reading->unshown.all[i]))
      ask_to_show(report, &reading->unshown.all[i]);
  for (uint32_t i = 0; i < reading->reasoned.count; i++)
    ask_to_accept(report, &reading->reasoned.all[i]);
}

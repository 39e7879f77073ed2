/* report_parts.h: the parts of a report, for each other.
 *
 * First everything is found that the report speaks of: roll-ups, rows, prompts, what is
 * missing (rollup.c, rows.c, prompts.c, missing.c, determine.c).  That gathers the facts
 * it shows.  Then it is written, key by key (write_*.c). */
#ifndef CORE_REPORT_PARTS_H
#define CORE_REPORT_PARTS_H

#include "days.h"
#include "explain.h"
#include "fields.h"
#include "keyed.h"
#include "out.h"
#include "outcomes.h"
#include "records.h"
#include "report.h"
#include "seen.h"
#include "writing.h"

/* ---- facts (shown.c) --------------------------------------------------------- */

/* A fact or list that the report shows. */
struct shown {
  struct slice key;
  uint32_t fact, list; /* one of them */
  struct frame *frame; /* that it is read in */
  struct leg *const *legs;
  uint32_t leg_count;
  uint32_t stamp; /* of the list that it was put in last */
};

struct shown_list {
  struct shown **all;
  uint32_t count, room;
};

/* ---- roll-ups (rollup.c) ------------------------------------------------------ */

struct record_list {
  struct record **all;
  uint32_t count, room;
};

/* What some results come to together. */
struct sum {
  uint8_t range, house; /* with what layers add and change */
  uint8_t records;      /* what the auditor's records make of it */
  uint8_t claimed;      /* what they say of single checks */
  uint8_t basis, basis_of_minor, basis_of_major; /* enum basis */
  uint32_t counts[COUNT_ERROR + 1];
  uint32_t based[BASIS_VERIFIED + 1]; /* settled ones */
  struct record_list changes;
  struct seen seen;
  uint64_t *lowered_by; /* bits by the row of a check - 1; NULL: none */
};

/* ---- records (auditor.c) ------------------------------------------------------- */

/* What the records say of a result. */
struct auditor_result {
  struct claim *claims;
  uint32_t count;
  bool contradict;
  const struct claims *waivers; /* NULL: none */
  bool by_provision;
  uint8_t range, outcome;
};

/* Where a record speaks: a result, or a provision and what it was before. */
struct spoken {
  const struct result *result;
  uint32_t provision;
  struct slice facility;
  uint8_t from, to; /* a range, an outcome */
  struct spoken *next;
  struct spoken *last; /* of the first */
};

/* ---- results (rows.c) ---------------------------------------------------------- */

/* One row of the report: a result, or several of one provision that share all that
 * is to be said. */
struct row {
  const struct result *result; /* the first */
  struct slice reason;
  bool shared;
  bool says_rests_on;
  struct shown_list rests_on;
  uint32_t *checks; /* of a shared one */
  uint32_t count, room;
};

/* ---- prompts (prompts.c) -------------------------------------------------------- */

enum prompt_answers {
  ANSWERS_NONE,
  ANSWERS_YES_NO,
  ANSWERS_EXTENT
};

struct prompt {
  bool deciding;
  struct slice prompt, id; /* no id: the prompt at the facility */
  struct slice text;
  struct slice check, facility;
  struct slice answer; /* what a value looks like */
  enum prompt_answers answers;
  struct slice first, second; /* isolated and systemic, no and yes */
};

/* ---- what is open (missing.c) ----------------------------------------------------- */

/* A fact or list that some results wait for. */
struct question {
  uint32_t fact, list; /* one of them */
  struct frame *frame;
  const struct found *found;
  const struct result **results;
  uint32_t count, room;
};

struct answer {
  struct slice answer, rating;
};

/* The one question whose answer determines the rating. */
struct determining {
  struct slice pointer, ask;
  struct answer *all;
  uint32_t count, room;
};

/* ---- the report ------------------------------------------------------------------- */

struct report {
  struct context *context;
  struct call *call;
  const struct program *program;
  struct reading *reading;
  const struct evaluation *evaluation;
  const struct report_head *head;
  struct json_buffer *out;

  struct shown_list shown;
  uint32_t stamp;

  uint32_t provisions;             /* how many there are */
  struct sum *total, *of_assessed; /* by provision */
  struct sum **by_facility;
  uint32_t assessed; /* facilities */

  READING_LIST(struct row) rows;
  READING_LIST(struct prompt) prompts;
  READING_LIST(struct question *) questions;
  struct determining *determining; /* NULL: none */
  struct finding_index *findings;  /* NULL: none were entered */
};

static inline struct slice report_text(const struct report *report,
                                       uint32_t text) {
  return slice_of(program_text_bytes(report->program, text));
}

static inline const struct program_check *
report_check(const struct report *report, uint32_t row) {
  return program_check_at(report->program, row);
}

/* Words of the dossier beside a fact, which may name people: where the report may not
 * show them it says that there are some; no data where there are none. */
static inline struct slice report_readable(const struct report *report,
                                           const struct program_fact *fact,
                                           struct slice words) {
  if (!words.data || !fact->hides_why || report->call->options.show_sensitive)
    return words;
  return SLICE("(given, and not printed, for it may name people)");
}

/* The id of a facility; no data at the Member. */
static inline struct slice facility_id(const struct frame *facility) {
  return facility ? facility->id : (struct slice){NULL, 0};
}

/* `template` with each % of it filled in by one of `parts`. */
struct slice report_fill(struct call *call, const char *template,
                         const struct slice *parts);
struct slice report_number(struct call *call, uint32_t number);
struct slice report_day(struct call *call, int32_t day);

/* shown.c: keys, and what the report shows; NULL where it is of no frame. */
struct slice key_at(struct call *call, struct slice facility,
                    struct slice name);
struct frame *shown_frame(const struct report *report, uint32_t scope,
                          struct frame *facility);
struct shown *shown_fact(struct report *report, uint32_t fact,
                         struct frame *frame, struct frame *facility);
struct shown *shown_content(struct report *report, uint32_t list,
                            struct frame *facility);
struct slice shown_item(struct report *report, struct frame *item,
                        struct frame *facility);

/* Begins a list of keys, each of them once. */
void shown_begin(struct report *report);
void shown_add(struct report *report, struct shown_list *list,
               struct shown *shown);

/* rollup.c */
void rollup(struct report *report);
struct sum sum_new(void);
void sum_add(struct report *report, struct sum *sum,
             const struct result *result, bool by_check);
void sum_add_unlisted(struct sum *sum, bool outside);
struct sum sum_all(struct report *report, const struct sum *sums);
void sum_add_change(struct report *report, struct sum *sum,
                    struct record *record);
uint8_t sum_basis(const struct sum *sum);

/* auditor.c */
uint8_t auditor_mark(struct report *report, struct result *result);
void auditor_settle(struct report *report, struct sum *sums,
                    struct frame *facility);
bool auditor_is_raised(const struct result *result);
bool auditor_against_facts(const struct result *result);

/* rows.c */
void rows_collect(struct report *report);
struct slice row_id(struct report *report, const struct row *row);
bool result_shared_reason(const struct result *result, struct slice *reason);
const struct found *result_found(const struct result *result, uint32_t *count);
bool result_names_deciding(struct report *report, const struct result *result);

/* answered.c */
void answered_collect(struct report *report);

/* prompts.c and those beside it */
void prompts_collect(struct report *report);
struct prompt *prompt_add(struct report *report, const struct result *result);
void prompt_ask(struct report *report, const struct prompt *prompt);
void asked_of_because(struct report *report,
                      const struct program_prompt *prompt, bool holds,
                      struct writing *out);
void asked_of_advice(struct report *report, const struct program_prompt *prompt,
                     struct writing *out);
struct slice asked_of_question(struct report *report,
                               const struct found *found);
void prompts_of_advice(struct report *report, const struct result *result);
void prompts_of_facts(struct report *report);
void prompts_of_withheld(struct report *report);
void prompts_of_minors(struct report *report);
/* "Ridge Guarding: How many are trained?" */
void prompt_put_question(struct report *report, const struct frame *frame,
                         const struct program_fact *fact, struct writing *out);
void prompts_of_findings(struct report *report);
void prompts_of_records(struct report *report);
struct slice record_kind_name(const struct record *record);
struct slice record_named(struct report *report, const struct record *record);

/* findings.c */
void findings_index(struct report *report);
void write_findings_on(struct report *report, uint32_t check,
                       uint32_t provision, struct slice facility);
bool strength_is_firm(const struct report *report, uint32_t strength);

/* missing.c, determine.c, sets.c, spans.c */
void questions_collect(struct report *report);
void determine(struct report *report);
void answer_add(struct report *report, struct determining *into,
                struct slice answer, struct slice rating);
bool sets_answer(struct report *report, const struct question *question,
                 struct slice (*rated)(void *data, struct cell *cell),
                 void *data, struct determining *into);
bool spans_answer(struct report *report, const struct question *question,
                  struct slice (*rated)(void *data, struct cell *cell),
                  void *data, struct determining *into);

/* write_*.c: each writes a part at its key. */
void write_results(struct report *report);
void write_facts(struct report *report);
void write_raw(struct report *report, uint32_t fact, const struct raw *raw);
void write_checks(struct report *report);
void write_points(struct report *report);
void write_parameters(struct report *report);
void write_evidence(struct report *report);
void write_member(struct report *report);
void write_facilities(struct report *report);
void write_provisions(struct report *report);
void write_questions(struct report *report);
void write_prompts(struct report *report);
void write_missing(struct report *report);
void write_findings(struct report *report);
void write_hints(struct report *report);
void write_records(struct report *report);
void write_registers(struct report *report);
void write_changes(struct report *report);
void write_judgements(struct report *report, const struct result *result);
void write_auditor(struct report *report, const struct result *result);

/* The name of a layer, from 0, which is the pack; no data: there is none. */
struct slice layer_name(const struct report *report, uint32_t layer);

/* The names of a range as an array. */
void write_range(struct json_buffer *out, const char *key, uint8_t range);
/* The same where it holds more than one. */
void write_open_range(struct json_buffer *out, uint8_t range);

#endif

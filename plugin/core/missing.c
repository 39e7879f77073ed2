/* missing.c: the questions whose answers would settle what is open, each once. */
#include "report_parts.h"

/* ---- what is asked for ------------------------------------------------------------------ */

enum {
  FOUND_COST = 4, /* of one condition that waits, in steps */
  PLACE_COST = 10 /* of writing what is asked for at one place */
};

struct gathering {
  struct report *report;
  struct keyed known; /* by pointer: the number of its question */
};

/* Where the fact or list that a found condition waits for is read. */
static struct frame *frame_of(const struct report *report, uint32_t scope,
                              const struct found *found) {
  return scope == SCOPE_ITEM ? found->item
                             : shown_frame(report, scope, found->facility);
}

static struct slice pointer_of(struct report *report, uint32_t fact,
                               uint32_t list, const struct frame *frame) {
  uint32_t suffix = fact ? program_fact_at(report->program, fact)->suffix
                         : program_items_at(report->program, list)->suffix;

  return call_join(
      report->call,
      (struct slice[]){frame->pointer, report_text(report, suffix)}, 2);
}

static struct question *question_at(struct gathering *gathering, uint32_t fact,
                                    uint32_t list, const struct found *found,
                                    struct frame *frame) {
  struct report *report = gathering->report;
  uint32_t *at = keyed_at(report->call, &gathering->known,
                          pointer_of(report, fact, list, frame));
  struct question *question;

  if (*at)
    return report->questions.all[*at - 1];
  question = CALL_NEW(report->call, struct question);
  *question = (struct question){
      .fact = fact, .list = list, .frame = frame, .found = found};
  *READING_ADD(report, questions) = question;
  *at = report->questions.count;
  return question;
}

static void add_found(struct gathering *gathering, const struct result *result,
                      const struct found *found) {
  struct report *report = gathering->report;
  const struct program_node *node =
      program_node_at(report->program, found->node);
  uint32_t fact = found->subject ? found->subject : node->fact;
  uint32_t list = fact ? 0 : node->list;
  uint32_t scope = fact   ? program_fact_at(report->program, fact)->scope
                   : list ? program_items_at(report->program, list)->scope
                          : (uint32_t)SCOPE_PARAMETER;
  struct frame *frame = frame_of(report, scope, found);
  struct question *question;

  call_charge(report->call, FOUND_COST);
  if (scope == SCOPE_PARAMETER || !frame)
    return;
  question = question_at(gathering, fact, list, found, frame);
  if (question->count > 0 && question->results[question->count - 1] == result)
    return;
  question->results =
      reading_grow(report->call, question->results, sizeof *question->results,
                   question->count, &question->room);
  question->results[question->count++] = result;
}

/* The conditions that leave a result open, or its share in the house rating. */
static void add_result(struct gathering *gathering,
                       const struct result *result) {
  const struct house_result *own = result->house;

  for (uint32_t i = 0;
       result->count != COUNT_SETTLED && i < result->found_count; i++)
    add_found(gathering, result, &result->found[i]);
  for (uint32_t i = 0;
       own && own->outcome == OUTCOME_OPEN && i < own->found_count; i++)
    add_found(gathering, result, &own->found[i]);
}

/* Of each the facts are shown. */
static void show(struct report *report, const struct question *question) {
  if (question->fact)
    shown_fact(report, question->fact, question->frame,
               question->found->facility);
  else
    shown_content(report, question->list, question->found->facility);
}

void questions_collect(struct report *report) {
  struct gathering gathering = {.report = report};

  for (uint32_t i = 0; i < report->evaluation->count; i++)
    add_result(&gathering, report->evaluation->results[i]);
  for (uint32_t i = 0; i < report->questions.count; i++)
    show(report, report->questions.all[i]);
}

/* ---- by what is asked --------------------------------------------------------------------- */

/* Each question once, with the facts it is about. */
struct asked {
  struct slice ask;
  const struct question **all;
  uint32_t count, room;
};

struct asking {
  struct call *call;
  READING_LIST(struct asked) asked;
  struct keyed by_text;
};

static struct slice ask_of(const struct report *report,
                           const struct question *question) {
  return report_text(
      report, question->fact
                  ? program_fact_at(report->program, question->fact)->ask
                  : program_items_at(report->program, question->list)->ask);
}

static void add_question(struct asking *asking, struct slice ask,
                         const struct question *question) {
  uint32_t *at =
      keyed_at(asking->call, &asking->by_text, ask.data ? ask : SLICE(""));
  struct asked *asked;

  if (!*at) {
    *READING_ADD(asking, asked) = (struct asked){ask, NULL, 0, 0};
    *at = asking->asked.count;
  }
  asked = &asking->asked.all[*at - 1];
  asked->all = reading_grow(asking->call, asked->all, sizeof *asked->all,
                            asked->count, &asked->room);
  asked->all[asked->count++] = question;
}

/* ---- written ---------------------------------------------------------------------------------- */

/* The ids of the provisions of those that share a row of the report; the others rest on
 * what is missing. */
static void write_provisions_waiting(struct report *report,
                                     const struct question *question) {
  struct seen seen = {NULL, 0, 0};
  struct slice reason;
  bool any = false;

  for (uint32_t i = 0; i < question->count; i++) {
    const struct result *result = question->results[i];
    uint32_t provision = report_check(report, result->check)->provision;
    if (!result_shared_reason(result, &reason) ||
        !seen_add(report->call, &seen, provision, NULL))
      continue;
    if (!any)
      out_open_at(report->out, "provisions", '[');
    any = true;
    out_text(report->out,
             report_text(report,
                         program_provision_at(report->program, provision)->id));
  }
  if (any)
    out_close(report->out, '[');
}

/* Why a condition is open; no data for what is plainly not known. */
static struct slice open_state(struct report *report,
                               const struct question *question) {
  switch (explain_state_of(report->context, question->found)) {
  case COUNT_WITHHELD:
    return SLICE("withheld");
  case COUNT_CONFLICTING:
    return SLICE("conflicting");
  default:
    return (struct slice){NULL, 0};
  }
}

static void write_at(struct report *report, const struct question *question) {
  const struct shown *shown =
      question->fact
          ? shown_fact(report, question->fact, question->frame,
                       question->found->facility)
          : shown_content(report, question->list, question->found->facility);

  call_charge(report->call, PLACE_COST + question->count);
  out_open(report->out, '{');
  out_pair(report->out, "fact", shown->key);
  write_provisions_waiting(report, question);
  out_pair(report->out, "state", open_state(report, question));
  out_close(report->out, '{');
}

void write_missing(struct report *report) {
  struct asking asking = {.call = report->call};

  for (uint32_t i = 0; i < report->questions.count; i++)
    add_question(&asking, ask_of(report, report->questions.all[i]),
                 report->questions.all[i]);
  out_open_at(report->out, "missing", '[');
  for (uint32_t i = 0; i < asking.asked.count; i++) {
    const struct asked *asked = &asking.asked.all[i];
    out_open(report->out, '{');
    out_pair(report->out, "ask", asked->ask);
    out_open_at(report->out, "at", '[');
    for (uint32_t k = 0; k < asked->count; k++)
      write_at(report, asked->all[k]);
    out_close(report->out, '[');
    out_close(report->out, '{');
  }
  out_close(report->out, '[');
}

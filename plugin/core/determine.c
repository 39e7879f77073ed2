/* determine.c: where the Member's rating is not determined: the one answer that would
 * determine it, whatever it is.  Each candidate is tried: the checks that wait for it run
 * again with each answer it may have. */
#include "report_parts.h"

enum {
  RESULT_COST = 2,    /* of taking one result into a roll-up, in steps */
  RUN_COST = 100,     /* of running a check again, beside its conditions */
  READ_COST = 10,     /* of each condition of it, and each fact that it reads */
  MOST_STEPS = 300000 /* of all tries together */
};

/* One question, tried. */
struct trying {
  struct report *report;
  const struct question *question;
  uint8_t rest;  /* the range by all results that do not wait for it */
  int64_t *left; /* steps */
};

/* Whether a result rates by the COP 11. */
static bool counts(const struct report *report, const struct result *result) {
  return report_check(report, result->check)->layer == 0;
}

/* What facilities that nobody listed may be rated. */
static uint8_t unlisted_range(const struct report *report) {
  const struct list *facilities = report->reading->facilities;

  for (uint32_t i = 0; facilities->extra_hi != 0 && i < report->provisions; i++)
    if (program_provision_at(report->program, i + 1)->scope == SCOPE_FACILITY &&
        !facilities->outside[i])
      return RATING_ANY;
  return RATING_NA;
}

/* The Member's range by all results but those that wait for `question`. */
static uint8_t rolled_up(struct report *report, uint8_t range,
                         const struct question *question) {
  const struct evaluation *evaluation = report->evaluation;
  uint32_t next = 0, count = question ? question->count : 0;

  for (uint32_t i = 0; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    call_charge(report->call, RESULT_COST);
    if (next < count && question->results[next] == result)
      next++;
    else if (counts(report, result))
      range = mask_worst[range][result->range];
  }
  return range;
}

/* "then conformance"; no data where the rating stays open. */
static struct slice determined(uint8_t range) {
  uint8_t outcome = range_outcome(range);

  return outcome ? outcome_words(outcome) : (struct slice){NULL, 0};
}

/* ---- trying -------------------------------------------------------------------------------- */

static uint32_t items_in(const struct frame *frame, uint32_t slot) {
  return frame->lists[slot] ? frame->lists[slot]->count : 0;
}

/* How often a check reads a fact at a facility, or at the Member. */
static uint32_t reads_of(const struct report *report,
                         const struct program_fact *fact,
                         const struct frame *facility) {
  const struct program_items *list =
      program_items_at(report->program, fact->list);
  const struct list *facilities = report->reading->facilities;
  uint32_t count = 0;

  if (fact->scope == SCOPE_FACILITY)
    return facility ? 1 : facilities->count;
  if (fact->scope != SCOPE_ITEM || !list)
    return 1;
  if (list->scope == SCOPE_MEMBER)
    return items_in(report->reading->member, list->slot);
  if (facility && list->scope == SCOPE_FACILITY)
    return items_in(facility, list->slot);
  for (uint32_t i = 0; list->scope == SCOPE_FACILITY && i < facilities->count;
       i++)
    count += items_in(facilities->items[i], list->slot);
  return count;
}

static int64_t weight_of(const struct report *report, uint32_t row) {
  const struct program_node *node = program_node_at(report->program, row);

  return node ? node->weight : 0;
}

/* What running a check again takes: as many steps wherever it is done. */
static int64_t cost_of(const struct report *report,
                       const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  struct program_list reads = program_list_at(report->program, check->reads);
  int64_t cost = RUN_COST + READ_COST * (weight_of(report, check->applies) +
                                         weight_of(report, check->expect));

  for (uint32_t i = 0; i < reads.count; i++)
    cost += READ_COST *
            (int64_t)reads_of(report,
                              program_fact_at(report->program, reads.rows[i]),
                              result->facility);
  return cost;
}

/* What the rating comes to with one answer. */
static struct slice rated(void *data, struct cell *cell) {
  struct trying *trying = data;
  struct report *report = trying->report;
  const struct question *question = trying->question;
  uint32_t slot = program_fact_at(report->program, question->fact)->slot;
  struct cell *before = question->frame->cells[slot];
  uint8_t range = trying->rest;

  question->frame->cells[slot] = cell;
  for (uint32_t i = 0; i < question->count; i++) {
    const struct result *again;
    if (*trying->left < 0) {
      range = RATING_ANY;
      break;
    }
    *trying->left -= cost_of(report, question->results[i]);
    again = evaluate_again(report->context, question->results[i]);
    if (counts(report, again))
      range = mask_worst[range][again->range];
  }
  question->frame->cells[slot] = before;
  return determined(range);
}

void answer_add(struct report *report, struct determining *into,
                struct slice answer, struct slice rating) {
  into->all = reading_grow(report->call, into->all, sizeof *into->all,
                           into->count, &into->room);
  into->all[into->count++] = (struct answer){answer, rating};
}

/* The cell of one of the values of a fact. */
static struct cell *cell_of_value(struct call *call, uint32_t at) {
  struct cell *cell = CALL_NEW(call, struct cell);
  struct raw *raw = CALL_NEW(call, struct raw);

  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->set = raw->set = UINT64_C(1) << at;
  raw->kind = RAW_SET;
  cell->raw = raw;
  return cell;
}

/* Tries each value of `set`; false where one leaves the rating open. */
static bool try_values(struct trying *trying, uint64_t set,
                       struct determining *into) {
  struct report *report = trying->report;

  for (uint32_t i = 0; i < 64; i++) {
    struct cell *cell;
    struct slice words;
    if (!(set >> i & 1))
      continue;
    cell = cell_of_value(report->call, i);
    words = rated(trying, cell);
    if (!words.data)
      return false;
    answer_add(report, into,
               value_words(report->call, trying->question->fact, cell, false),
               words);
  }
  return true;
}

/* The values of a choice that are possible. */
static uint64_t possible_values(const struct report *report,
                                const struct question *question) {
  const struct program_fact *fact =
      program_fact_at(report->program, question->fact);
  const struct cell *cell = question->frame->cells[fact->slot];
  uint32_t count = program_list_at(report->program, fact->values).count;

  if (cell && cell->shape == SHAPE_POSSIBLE)
    return cell->set;
  return count < 64 ? (UINT64_C(1) << count) - 1 : UINT64_MAX;
}

/* What each answer to the question comes to; false where one leaves the rating open. */
static bool try_all(struct report *report, uint8_t unlisted,
                    const struct question *question, int64_t *left,
                    struct determining *into) {
  struct trying trying = {report, question, 0, left};
  const struct program_fact *fact =
      program_fact_at(report->program, question->fact);

  if (!fact || fact->sensitive)
    return false;
  trying.rest = rolled_up(report, unlisted, question);
  *left -= RESULT_COST * (int64_t)report->evaluation->count;
  if (fact->type == TYPE_YES_NO)
    return try_values(&trying, 3, into);
  if (fact->type == TYPE_CHOICE)
    return try_values(&trying, possible_values(report, question), into);
  if (fact->type == TYPE_CHOICES)
    return sets_answer(report, question, rated, &trying, into);
  return spans_answer(report, question, rated, &trying, into);
}

/* ---- which questions --------------------------------------------------------------------------- */

/* What the settled results come to together. */
static uint8_t settled_range(const struct report *report) {
  uint8_t settled = RATING_NA;

  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct result *result = report->evaluation->results[i];
    if (counts(report, result) && mask_is_single(result->range))
      settled = mask_worst[settled][result->range];
  }
  return settled;
}

/* Whether a result leaves the rating open beside what is settled. */
static bool is_opening(const struct report *report, uint8_t settled,
                       const struct result *result) {
  return counts(report, result) &&
         !mask_is_single(mask_worst[settled][result->range]);
}

static uint32_t count_opening(const struct report *report, uint8_t settled) {
  uint32_t count = 0;

  for (uint32_t i = 0; i < report->evaluation->count; i++)
    count += is_opening(report, settled, report->evaluation->results[i]);
  return count;
}

/* Whether all of the results that leave the rating open wait for the question. */
static bool is_alone(const struct report *report,
                     const struct question *question, uint8_t settled,
                     uint32_t count) {
  for (uint32_t i = 0; i < question->count; i++)
    count -= is_opening(report, settled, question->results[i]);
  return count == 0;
}

static struct determining *found_at(struct report *report, struct slice pointer,
                                    struct slice ask) {
  struct determining *found = CALL_NEW(report->call, struct determining);

  found->pointer = pointer;
  found->ask = ask;
  return report->determining = found;
}

/* "Are these all the facilities?" comes before all others. */
static bool try_list(struct report *report, uint8_t unlisted) {
  struct slice words = {NULL, 0};

  if (unlisted != RATING_NA)
    words = determined(rolled_up(report, RATING_NA, NULL));
  if (!words.data)
    return false;
  answer_add(report,
             found_at(report, SLICE("/facilities/complete"),
                      SLICE("Are these all the facilities of the Member?")),
             SLICE("yes"), words);
  return true;
}

static struct slice ask_of(const struct report *report, uint32_t row) {
  const struct program_fact *fact = program_fact_at(report->program, row);

  return report_text(report, fact->ask ? fact->ask : fact->path);
}

static void try_questions(struct report *report, uint8_t unlisted) {
  uint8_t settled = settled_range(report);
  uint32_t count = count_opening(report, settled);
  int64_t left = MOST_STEPS;

  for (uint32_t i = 0; i < report->questions.count; i++) {
    const struct question *question = report->questions.all[i];
    struct determining into = {.count = 0};
    struct determining *found;
    if (!is_alone(report, question, settled, count) ||
        !try_all(report, unlisted, question, &left, &into))
      continue;
    found = found_at(
        report,
        call_join(
            report->call,
            (struct slice[]){
                question->frame->pointer,
                report_text(
                    report,
                    program_fact_at(report->program, question->fact)->suffix)},
            2),
        ask_of(report, question->fact));
    found->all = into.all;
    found->count = into.count;
    return;
  }
}

void determine(struct report *report) {
  struct context *context = report->context;
  void (*explain)(struct context *, struct result *) = context->explain;
  uint8_t unlisted = unlisted_range(report);

  if (mask_is_single(rolled_up(report, unlisted, NULL)) ||
      try_list(report, unlisted))
    return;
  context->explain = NULL; /* only what it comes to is asked */
  try_questions(report, unlisted);
  context->explain = explain;
}

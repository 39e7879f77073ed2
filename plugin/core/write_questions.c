/* write_questions.c: the questions that the pack declares among its points, each answered
 * from the checks that cite it, rolled up by worst-of like a rating: the twin of
 * scripts/report/questions.lua. */
#include "report_parts.h"

/* One question: what its checks come to, and without the facilities that nobody
 * assessed. */
struct asked {
  const struct program_point *point;
  struct sum sum, of_assessed;
  bool has_assessed;
  uint32_t *checks; /* those of the baseline that are not retired */
  uint32_t count;
};

struct asking {
  struct report *report;
  struct asked *all;
  uint32_t count;
};

/* What a rating of the checks answers. */
static struct slice answer_to(uint8_t range) {
  switch (range) {
  case RATING_NA:
    return SLICE("not-applicable");
  case RATING_CONFORMANCE:
    return SLICE("yes");
  case RATING_MINOR:
    return SLICE("in-part");
  case RATING_MAJOR:
    return SLICE("no");
  default:
    return SLICE("not-known");
  }
}

static struct asked ask(struct report *report,
                        const struct program_point *point) {
  struct asked asked = {point, sum_new(), sum_new(), false, NULL, 0};
  struct program_list checks = program_list_at(report->program, point->checks);

  asked.checks = CALL_NEW_MANY(report->call, checks.count, uint32_t);
  for (uint32_t i = 0; i < checks.count; i++) {
    const struct program_check *check = report_check(report, checks.rows[i]);
    if (check->layer == 0 && !check->retired)
      asked.checks[asked.count++] = checks.rows[i];
  }
  return asked;
}

static struct asking ask_all(struct report *report) {
  uint32_t count = program_count(report->program, SECTION_POINT);
  struct asking asking = {report, NULL, 0};

  asking.all = CALL_NEW_MANY(report->call, count, struct asked);
  for (uint32_t i = 1; i <= count; i++) {
    const struct program_point *point = program_point_at(report->program, i);
    if (point->question)
      asking.all[asking.count++] = ask(report, point);
  }
  return asking;
}

static void add_result(struct asking *asking, struct asked *asked,
                       const struct result *result) {
  sum_add(asking->report, &asked->sum, result, false);
  if (result->facility && !result->facility->assessed)
    return;
  asked->has_assessed = true;
  sum_add(asking->report, &asked->of_assessed, result, false);
}

/* By the row of a check: the questions that it answers, as bits of a word each. */
static uint64_t *answered_by(struct asking *asking, uint32_t words) {
  uint32_t checks = program_count(asking->report->program, SECTION_CHECK);
  uint64_t *bits = CALL_NEW_MANY(asking->report->call,
                                 (size_t)(checks + 1) * words, uint64_t);

  for (uint32_t i = 0; i < asking->count; i++)
    for (uint32_t k = 0; k < asking->all[i].count; k++)
      bits[asking->all[i].checks[k] * words + i / 64] |= UINT64_C(1) << i % 64;
  return bits;
}

/* A check in a file so broken that nobody knows what it cites may have answered any
 * question. */
static void add_results(struct asking *asking) {
  const struct evaluation *evaluation = asking->report->evaluation;
  uint32_t words = asking->count / 64 + 1;
  const uint64_t *bits = answered_by(asking, words);

  for (uint32_t i = 0; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    bool unread = result->outcome == OUTCOME_ERROR &&
                  !report_check(asking->report, result->check)->cites;
    for (uint32_t k = 0; k < asking->count; k++)
      if (unread || bits[result->check * words + k / 64] >> k % 64 & 1)
        add_result(asking, &asking->all[k], result);
  }
}

/* What is true of facilities that nobody listed. */
static void add_unlisted(struct asking *asking) {
  const struct list *facilities = asking->report->reading->facilities;

  for (uint32_t i = 0; i < asking->count; i++) {
    struct asked *asked = &asking->all[i];
    if (asked->count == 0) /* a question without checks is open */
      sum_add_unlisted(&asked->sum, false);
    for (uint32_t k = 0; facilities->extra_hi > 0 && k < asked->count; k++) {
      const struct program_check *check =
          report_check(asking->report, asked->checks[k]);
      if (check->scope == SCOPE_FACILITY)
        sum_add_unlisted(&asked->sum,
                         check->provision &&
                             facilities->outside[check->provision - 1]);
    }
  }
}

/* ---- written ------------------------------------------------------------------------ */

static void write_answers(struct json_buffer *out, uint8_t range) {
  if (mask_is_single(range))
    return;
  out_open_at(out, "range", '[');
  for (uint8_t bit = 1; bit <= RATING_MAJOR; bit = (uint8_t)(bit << 1))
    if (range & bit)
      out_text(out, answer_to(bit));
  out_close(out, '[');
}

static void write_of_assessed(struct json_buffer *out,
                              const struct asked *asked) {
  const struct sum *sum = &asked->of_assessed;

  if (!asked->has_assessed)
    return;
  out_open_at(out, "of_assessed", '{');
  out_pair(out, "answer", answer_to(sum->range));
  out_pair(out, "basis", basis_name(sum_basis(sum)));
  write_answers(out, sum->range);
  out_close(out, '{');
}

static void write_asked(struct report *report, const struct asked *asked) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "answer", answer_to(asked->sum.range));
  out_pair(out, "basis", basis_name(sum_basis(&asked->sum)));
  out_open_at(out, "checks", '[');
  for (uint32_t i = 0; i < asked->count; i++)
    out_text(out,
             report_text(report, report_check(report, asked->checks[i])->id));
  out_close(out, '[');
  write_of_assessed(out, asked);
  out_pair(out, "point", report_text(report, asked->point->id));
  write_answers(out, asked->sum.range);
  out_pair(out, "text", report_text(report, asked->point->says));
  out_close(out, '{');
}

void write_questions(struct report *report) {
  struct asking asking = ask_all(report);

  add_results(&asking);
  add_unlisted(&asking);
  out_open_at(report->out, "questions", '[');
  for (uint32_t i = 0; i < asking.count; i++)
    write_asked(report, &asking.all[i]);
  out_close(report->out, '[');
}

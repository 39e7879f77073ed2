/* write_questions.c: the questions that the pack declares among its points.  At each
 * facility one is answered from the checks that cite it, by worst-of like a rating; what
 * holds at one facility and not at another holds in part. */
#include <stdlib.h>

#include "report_parts.h"

/* Places together: their answers, the weakest support, of places where it does not
 * apply apart, and by answer the best. */
struct together {
  uint8_t range, weakest, weakest_outside;
  uint8_t best[RATING_ANY + 1]; /* by range: of single ones */
};

struct answered_at {
  struct slice facility;
  uint8_t range;
};

/* One question, and what its checks come to at the place that is being added. */
struct asked {
  const struct program_point *point;
  struct sum sum, outside; /* of the checks that apply, and of the others */
  bool any;                /* a check of it has a result at this place */
  bool applies;            /* one of them may apply */
  struct together all, of_assessed;
  bool has_assessed;
  READING_LIST(struct answered_at) at; /* facilities */
  struct call *call;
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

/* ---- places together ------------------------------------------------------------- */

static uint8_t pair_of(uint8_t a, uint8_t b) {
  if (a == RATING_NA || a == b)
    return b;
  return b == RATING_NA ? a : RATING_MINOR;
}

/* The answers that two places may give together. */
static uint8_t joined(uint8_t a, uint8_t b) {
  uint8_t all = 0;

  for (uint8_t x = 1; x <= RATING_MAJOR; x = (uint8_t)(x << 1))
    for (uint8_t y = 1; y <= RATING_MAJOR; y = (uint8_t)(y << 1))
      if (a & x && b & y)
        all |= pair_of(x, y);
  return all;
}

static uint8_t weaker(uint8_t a, uint8_t b) {
  return a && b ? (a < b ? a : b) : (uint8_t)(a | b);
}

/* What the answer of one place stands on. */
static uint8_t basis_at(const struct sum *sum) {
  if (mask_is_single(sum->range))
    return sum_basis(sum);
  return weaker(sum->basis, weaker(sum->basis_of_minor, sum->basis_of_major));
}

static struct together new_answer(void) {
  return (struct together){.range = RATING_NA};
}

static void add_to(struct together *answer, const struct sum *sum) {
  uint8_t basis = basis_at(sum);

  answer->range = joined(answer->range, sum->range);
  if (sum->range == RATING_NA)
    answer->weakest_outside = weaker(answer->weakest_outside, basis);
  else
    answer->weakest = weaker(answer->weakest, basis);
  if (answer->best[sum->range] < basis)
    answer->best[sum->range] = basis;
}

/* One place where it is so in part suffices for "in part", and so do a yes and a no;
 * every other answer needs all places. */
static uint8_t basis_of(const struct together *answer) {
  uint8_t yes = answer->best[RATING_CONFORMANCE],
          no = answer->best[RATING_MAJOR], in_part = answer->best[RATING_MINOR];
  uint8_t both = yes < no ? yes : no;
  uint8_t enough = both > in_part ? both : in_part;

  if (!mask_is_single(answer->range))
    return BASIS_NONE;
  if (answer->range == RATING_NA)
    return answer->weakest_outside;
  return answer->range == RATING_MINOR && enough ? enough : answer->weakest;
}

/* ---- results ----------------------------------------------------------------------- */

static struct asked ask(struct report *report,
                        const struct program_point *point) {
  struct asked asked = {.point = point,
                        .sum = sum_new(),
                        .outside = sum_new(),
                        .all = new_answer(),
                        .of_assessed = new_answer(),
                        .call = report->call};
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

/* What does not apply says nothing where something does, and so lends no basis. */
static void end_place(struct asked *asked, const struct frame *facility) {
  const struct sum *sum = asked->applies ? &asked->sum : &asked->outside;

  if (!asked->any)
    return;
  add_to(&asked->all, sum);
  if (!facility || facility->assessed) {
    asked->has_assessed = true;
    add_to(&asked->of_assessed, sum);
  }
  if (facility)
    *READING_ADD(asked, at) = (struct answered_at){facility->id, sum->range};
  asked->sum = asked->outside = sum_new();
  asked->any = asked->applies = false;
}

static void end_places(struct asking *asking, const struct frame *facility) {
  for (uint32_t i = 0; i < asking->count; i++)
    end_place(&asking->all[i], facility);
}

static void add_result(struct asking *asking, struct asked *asked,
                       const struct result *result) {
  bool outside = result->outcome == OUTCOME_NOT_APPLICABLE;

  sum_add(asking->report, outside ? &asked->outside : &asked->sum, result,
          false);
  asked->any = true;
  asked->applies = asked->applies || !outside;
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
 * question.  Results stand place by place. */
static void add_results(struct asking *asking) {
  const struct evaluation *evaluation = asking->report->evaluation;
  uint32_t words = asking->count / 64 + 1;
  const uint64_t *bits = answered_by(asking, words);
  const struct frame *facility = NULL;

  for (uint32_t i = 0; i < evaluation->count; i++) {
    const struct result *result = evaluation->results[i];
    bool unread = result->outcome == OUTCOME_ERROR &&
                  !report_check(asking->report, result->check)->cites;
    call_charge(asking->report->call, 1 + asking->count / 16);
    if (result->facility != facility)
      end_places(asking, facility);
    facility = result->facility;
    for (uint32_t k = 0; k < asking->count; k++)
      if (unread || bits[result->check * words + k / 64] >> k % 64 & 1)
        add_result(asking, &asking->all[k], result);
  }
  end_places(asking, facility);
}

/* What is true of facilities that nobody listed; a question without checks is open. */
static void add_unlisted(struct asking *asking) {
  const struct list *facilities = asking->report->reading->facilities;

  for (uint32_t i = 0; i < asking->count; i++) {
    struct asked *asked = &asking->all[i];
    if (asked->count == 0)
      asked->all.range = RATING_ANY;
    for (uint32_t k = 0; facilities->extra_hi > 0 && k < asked->count; k++) {
      const struct program_check *check =
          report_check(asking->report, asked->checks[k]);
      if (check->scope == SCOPE_FACILITY &&
          !(check->provision && facilities->outside[check->provision - 1]))
        asked->all.range = joined(asked->all.range, RATING_ANY);
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
  if (!asked->has_assessed)
    return;
  out_open_at(out, "of_assessed", '{');
  out_pair(out, "answer", answer_to(asked->of_assessed.range));
  out_pair(out, "basis", basis_name(basis_of(&asked->of_assessed)));
  write_answers(out, asked->of_assessed.range);
  out_close(out, '{');
}

/* In the order of the answers' names, then of the facilities' ids. */
static int by_answer(const void *a, const void *b) {
  const struct answered_at *one = a, *other = b;
  int order = slice_compare(answer_to(one->range), answer_to(other->range));

  return order ? order : slice_compare(one->facility, other->facility);
}

/* By answer the facilities that give it, where they do not all give the same. */
static void write_at(struct json_buffer *out, struct asked *asked) {
  struct answered_at *all = asked->at.all;
  uint32_t count = asked->at.count;

  if (count > 1)
    qsort(all, count, sizeof *all, by_answer);
  if (count == 0 ||
      slice_is(answer_to(all[0].range), answer_to(all[count - 1].range)))
    return;
  out_open_at(out, "at", '{');
  for (uint32_t i = 0; i < count; i++) {
    struct slice answer = answer_to(all[i].range);
    if (i == 0 || !slice_is(answer_to(all[i - 1].range), answer)) {
      if (i > 0)
        out_close(out, '[');
      out_key_text(out, answer);
      out_open(out, '[');
    }
    out_text(out, all[i].facility);
  }
  out_close(out, '[');
  out_close(out, '{');
}

static void write_asked(struct report *report, struct asked *asked) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "answer", answer_to(asked->all.range));
  write_at(out, asked);
  out_pair(out, "basis", basis_name(basis_of(&asked->all)));
  out_open_at(out, "checks", '[');
  for (uint32_t i = 0; i < asked->count; i++)
    out_text(out,
             report_text(report, report_check(report, asked->checks[i])->id));
  out_close(out, '[');
  write_of_assessed(out, asked);
  out_pair(out, "point", report_text(report, asked->point->id));
  write_answers(out, asked->all.range);
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

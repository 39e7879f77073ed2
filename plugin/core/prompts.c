/* prompts.c: questions for the auditor.  A deciding prompt leaves its outcome open until
 * a record answers it; an advisory one is listed and changes nothing; more of
 * them in prompts_*.c. */
#include <stdlib.h>

#include "judgement.h"
#include "report_parts.h"

/* ---- texts ------------------------------------------------------------------------- */

struct slice report_fill(struct call *call, const char *template,
                         const struct slice *parts) {
  struct slice pieces[32];
  size_t count = 0;

  while (*template) {
    size_t size = strcspn(template, "%");
    pieces[count++] = (struct slice){template, size};
    template += size;
    if (*template == '%') {
      pieces[count++] = *parts++;
      template ++;
    }
  }
  return call_join(call, pieces, count);
}

struct slice report_number(struct call *call, uint32_t number) {
  char text[16], *at = text + sizeof text;

  do
    *--at = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  return call_copy(call, (struct slice){at, (size_t)(text + sizeof text - at)});
}

struct slice report_day(struct call *call, int32_t day) {
  char text[DAY_SIZE];

  return call_copy(call, (struct slice){text, day_format(day, text)});
}

/* ---- one prompt ----------------------------------------------------------------------- */

struct prompt *prompt_add(struct report *report, const struct result *result) {
  struct prompt *prompt = READING_ADD(report, prompts);

  *prompt = (struct prompt){.deciding = false};
  if (!result)
    return prompt;
  prompt->check = report_text(report, report_check(report, result->check)->id);
  prompt->facility = facility_id(result->facility);
  return prompt;
}

/* Adds a prompt, unless a record has answered it. */
void prompt_ask(struct report *report, const struct prompt *prompt) {
  const struct claims *claims =
      records_at(report->reading->answers, MATTER_PROMPT, prompt->prompt,
                 prompt->facility);

  if (claims && !claims->contradict)
    records_use(claims);
  else
    *READING_ADD(report, prompts) = *prompt;
}

/* ---- what keeps a result open ------------------------------------------------------------- */

static void ask_auditor(struct report *report, const struct result *result,
                        const struct found *found) {
  const struct program_node *node =
      program_node_at(report->program, found->node);
  const struct claims *claims;
  struct slice text;
  struct slice id = report_text(report, node->id);
  struct prompt *prompt;

  if (context_judgement(report->context, id, &claims).data)
    return;
  text = asked_of_question(report, found);
  prompt = prompt_add(report, result);
  prompt->deciding = true;
  prompt->prompt = id;
  prompt->text = text;
  prompt->answers = ANSWERS_YES_NO;
  prompt->first = report_text(report, node->no);
  prompt->second = report_text(report, node->yes);
}

static void ask_fact(struct report *report, const struct result *result,
                     const struct found *found) {
  const struct program_fact *fact =
      program_fact_at(report->program, found->subject);
  struct frame *frame = fact->scope == SCOPE_ITEM
                            ? found->item
                            : shown_frame(report, fact->scope, found->facility);
  struct shown *shown =
      shown_fact(report, found->subject, frame, found->facility);
  struct prompt *prompt;

  if (!shown)
    return;
  prompt = prompt_add(report, result);
  prompt->deciding = true;
  prompt->prompt = report_fill(
      report->call, "fact:%%",
      (struct slice[]){frame->pointer, report_text(report, fact->suffix)});
  prompt->id =
      report_fill(report->call, "fact:%", (struct slice[]){shown->key});
  prompt->text = report_text(report, fact->ask);
  prompt->answer = report_text(report, fact->expected);
}

/* One that was answered decided the result. */
static void ask_deciding(struct report *report, const struct result *result) {
  for (uint32_t i = 0; i < result->found_count; i++) {
    const struct found *found = &result->found[i];
    const struct program_node *node =
        program_node_at(report->program, found->node);
    const struct program_fact *subject =
        program_fact_at(report->program, found->subject);
    if (node->kind == KIND_AUDITOR)
      ask_auditor(report, result, found);
    else if (subject && subject->auditor_may_decide)
      ask_fact(report, result, found);
  }
}

/* ---- how far a shortfall reaches ------------------------------------------------------------ */

bool strength_is_firm(const struct report *report, uint32_t strength) {
  return (uint8_t)outcome_row(report->program, strength, MASK_ABSENT)
             ->outcome == OUTCOME_MAJOR;
}

static struct slice it_is(struct report *report, uint8_t outcome) {
  return report_fill(report->call, "It is a %.",
                     (struct slice[]){outcome_words(outcome)});
}

/* An isolated lapse against a shall or must may be part of a pattern: only a record can
 * say so. */
static void ask_extent(struct report *report, const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  uint8_t lapse =
      (uint8_t)outcome_row(report->program, check->strength, MASK_LAPSE)
          ->outcome;
  uint8_t absent =
      (uint8_t)outcome_row(report->program, check->strength, MASK_ABSENT)
          ->outcome;
  struct prompt prompt = {.deciding = result->disputed};

  if (lapse == absent || auditor_is_raised(result) ||
      (result->outcome != lapse && !result->disputed))
    return;
  prompt.prompt = report_text(report, check->prompt_extent);
  prompt.text = report_fill(
      report->call,
      "Is this shortfall isolated, or systemic?  A record that answers "
      "\"systemic\" makes it a %.",
      (struct slice[]){outcome_words(absent)});
  prompt.check = report_text(report, check->id);
  prompt.facility = facility_id(result->facility);
  prompt.answers = ANSWERS_EXTENT;
  prompt.first = it_is(report, lapse);
  prompt.second = it_is(report, absent);
  prompt_ask(report, &prompt);
}

/* ---- records against the facts ----------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

struct slice record_named(struct report *report, const struct record *record) {
  return report_fill(
      report->call, "record % by % of %",
      (struct slice[]){record->entry.id.data ? record->entry.id
                                             : record->entry.pointer,
                       record->by, report_day(report->call, record->date)});
}

/* "record R-1 by A. Auditor of 2013-11-30 ("excepted")". */
static struct slice reasons_of(struct report *report,
                               const struct auditor_result *said) {
  struct slice *texts =
      CALL_NEW_MANY(report->call, 2 * (size_t)said->count, struct slice);
  struct slice *joined =
      CALL_NEW_MANY(report->call, 2 * (size_t)said->count, struct slice);
  uint32_t count = 0, pieces = 0;

  for (uint32_t i = 0; i < said->count; i++)
    if (slice_is(said->claims[i].says, SLICE("not-applicable")))
      texts[count++] = report_fill(
          report->call, "% (\"%\")",
          (struct slice[]){record_named(report, said->claims[i].record),
                           said->claims[i].record->why});
  if (count > 1)
    qsort(texts, count, sizeof *texts, by_bytes);
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0)
      joined[pieces++] = SLICE(", ");
    joined[pieces++] = texts[i];
  }
  return call_join(report->call, joined, pieces);
}

/* Records that say "does not apply" where the facts say that it does; those on a whole
 * provision are asked about once at a place, kept in `seen`. */
static void ask_contradicted(struct report *report, const struct result *result,
                             struct seen *seen) {
  const struct program_check *check = report_check(report, result->check);
  bool whole;
  struct prompt *prompt;

  if (!auditor_against_facts(result))
    return;
  whole = result->auditor->by_provision && check->provision;
  if (!seen_add(report->call, seen,
                whole ? check->provision : (uint64_t)result->check << 32,
                result->facility))
    return;
  prompt = prompt_add(report, result);
  if (whole)
    prompt->check = (struct slice){NULL, 0};
  prompt->prompt = report_text(
      report, whole ? program_provision_at(report->program, check->provision)
                          ->prompt_applies
                    : check->prompt_applies);
  prompt->text = report_fill(
      report->call,
      "The auditor's record says that this does not apply, but the facts say "
      "that it does: %.  Is the reason sound?",
      (struct slice[]){reasons_of(report, result->auditor)});
}

/* ---- all of them --------------------------------------------------------------------------------- */

void prompts_collect(struct report *report) {
  struct seen seen = {NULL, 0, 0};

  prompts_of_facts(report);
  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct result *result = report->evaluation->results[i];
    if (result->broken)
      continue;
    report->context->facility = result->facility;
    ask_deciding(report, result);
    prompts_of_advice(report, result);
    ask_extent(report, result);
    ask_contradicted(report, result, &seen);
  }
  report->context->facility = NULL;
  prompts_of_withheld(report);
  prompts_of_minors(report);
  prompts_of_findings(report);
  prompts_of_records(report);
}

/* ---- written ----------------------------------------------------------------------------------------- */

/* What several checks ask, asked once: its places in the order of prompts. */
struct asked {
  const struct prompt *first;
  struct place {
    const struct prompt *prompt;
    struct slice id;
  } * places;
  uint32_t count, room;
  bool one_check; /* of all places */
};

struct asking {
  struct report *report;
  READING_LIST(struct asked) asked;
  struct call *call;
  struct keyed by_text, seen;
};

static struct slice id_of(struct report *report, const struct prompt *prompt) {
  return prompt->id.data
             ? prompt->id
             : key_at(report->call, prompt->facility, prompt->prompt);
}

static bool is_same_check(const struct prompt *a, const struct prompt *b) {
  return a->check.data && b->check.data ? slice_is(a->check, b->check)
                                        : a->check.data == b->check.data;
}

static void add_place(struct asking *asking, struct asked *asked,
                      const struct prompt *prompt, struct slice key) {
  struct slice id = id_of(asking->report, prompt);
  uint32_t *known =
      keyed_at(asking->call, &asking->seen,
               call_join(asking->call, (struct slice[]){key, id}, 2));

  if (*known)
    return;
  *known = 1;
  asked->places =
      reading_grow(asking->call, asked->places, sizeof *asked->places,
                   asked->count, &asked->room);
  asked->places[asked->count++] = (struct place){prompt, id};
  asked->one_check = asked->one_check && is_same_check(asked->first, prompt);
}

static void add_prompt(struct asking *asking, const struct prompt *prompt) {
  struct slice key = call_join(
      asking->call,
      (struct slice[]){prompt->deciding ? SLICE("deciding") : SLICE("advisory"),
                       prompt->text},
      2);
  uint32_t *at = keyed_at(asking->call, &asking->by_text, key);

  if (!*at) {
    *READING_ADD(asking, asked) =
        (struct asked){.first = prompt, .one_check = true};
    *at = asking->asked.count;
  }
  add_place(asking, &asking->asked.all[*at - 1], prompt, key);
}

static void write_answers(struct json_buffer *out,
                          const struct prompt *prompt) {
  bool extent = prompt->answers == ANSWERS_EXTENT;

  if (prompt->answers == ANSWERS_NONE)
    return;
  out_open_at(out, "answers", '{');
  out_pair(out, extent ? "isolated" : "no", prompt->first);
  out_pair(out, extent ? "systemic" : "yes", prompt->second);
  out_close(out, '{');
}

static void write_places(struct json_buffer *out, const struct asked *asked) {
  out_open_at(out, "at", '[');
  for (uint32_t i = 0; i < asked->count; i++) {
    out_open(out, '{');
    if (!asked->one_check)
      out_pair(out, "check", asked->places[i].prompt->check);
    out_pair(out, "facility", asked->places[i].prompt->facility);
    out_pair(out, "id", asked->places[i].id);
    out_close(out, '{');
  }
  out_close(out, '[');
}

static void write_asked(struct json_buffer *out, const struct asked *asked) {
  out_open(out, '{');
  out_pair(out, "answer", asked->first->answer);
  write_answers(out, asked->first);
  write_places(out, asked);
  if (asked->one_check)
    out_pair(out, "check", asked->first->check);
  out_pair(out, "kind",
           asked->first->deciding ? SLICE("deciding") : SLICE("advisory"));
  out_pair(out, "text", asked->first->text);
  out_close(out, '{');
}

void write_prompts(struct report *report) {
  struct asking asking = {.report = report, .call = report->call};

  for (uint32_t i = 0; i < report->prompts.count; i++)
    add_prompt(&asking, &report->prompts.all[i]);
  out_open_at(report->out, "prompts", '[');
  for (uint32_t i = 0; i < asking.asked.count; i++)
    write_asked(report->out, &asking.asked.all[i]);
  out_close(report->out, '[');
}

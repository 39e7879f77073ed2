/* write_records.c: the auditor's records as a report shows them: what each is about,
 * whether it had a part in the evaluation, and to what it changes which outcome. */
#include <stdlib.h>

#include "report_parts.h"

struct slice record_kind_name(const struct record *record) {
  static const char *const kinds[] = {NULL, "judgement", "override", "waiver",
                                      "attestation"};

  return slice_of(kinds[record->kind]);
}

/* ---- what a record changes ------------------------------------------------------------ */

static void write_remark(struct json_buffer *out, const char *remark) {
  out_pair(out, "remark", slice_of(remark));
}

static void write_change_of_provision(struct report *report,
                                      const struct spoken *one) {
  struct json_buffer *out = report->out;
  bool lifts =
      (one->from & ~RATING_FAVOURABLE) != 0 && outcome_is_favourable(one->to);

  out_open(out, '{');
  out_pair(out, "facility", one->facility);
  out_pair(out, "from", range_name(one->from));
  out_pair(
      out, "provision",
      report_text(report,
                  program_provision_at(report->program, one->provision)->id));
  write_remark(out, lifts ? "lifts" : NULL);
  out_pair(out, "to", outcome_name(one->to));
  out_close(out, '{');
}

/* What must be said aloud of a change; NULL: nothing. */
static const char *remark_on(const struct report *report, uint8_t from,
                             uint8_t to, uint32_t strength) {
  if (strength_is_firm(report, strength))
    return !outcome_is_favourable(from) && outcome_is_favourable(to) ? "lifts"
                                                                     : NULL;
  return to == OUTCOME_MAJOR ? "beyond-wording" : NULL;
}

static void write_change_of_check(struct report *report,
                                  const struct record *record,
                                  const struct result *result) {
  const struct program_check *check = report_check(report, result->check);
  uint8_t to = record->outcome.data ? outcome_called(record->outcome)
                                    : (uint8_t)OUTCOME_NOT_APPLICABLE;
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "check", report_text(report, check->id));
  out_pair(out, "facility", facility_id(result->facility));
  out_pair(out, "from", outcome_name(result->outcome));
  write_remark(out, remark_on(report, result->outcome, to, check->strength));
  out_pair(out, "strength",
           program_enum_name(ENUM_STRENGTH, check->strength ? check->strength
                                                            : STRENGTH_BEYOND));
  out_pair(out, "to", outcome_name(to));
  out_close(out, '{');
}

static bool changes_check(const struct record *record,
                          const struct spoken *one) {
  return !one->result->auditor->by_provision &&
         (record->outcome.data || record->has_answer);
}

/* What it changes, in the order of the results. */
static void write_changes_of(struct report *report,
                             const struct record *record) {
  bool any = record->provisions != NULL;

  for (const struct spoken *one = record->results; one && !any; one = one->next)
    any = changes_check(record, one);
  if (!any)
    return;
  out_open_at(report->out, "changes", '[');
  for (const struct spoken *one = record->provisions; one; one = one->next)
    write_change_of_provision(report, one);
  for (const struct spoken *one = record->results; one; one = one->next)
    if (changes_check(record, one))
      write_change_of_check(report, record, one->result);
  out_close(report->out, '[');
}

/* ---- at a result ------------------------------------------------------------------------- */

static struct at answer_at(const struct report *report,
                           const struct record *record) {
  return (struct at){report->reading->document, record->answer, true};
}

static void write_answer(struct report *report, const struct record *record) {
  if (!record->has_answer)
    return;
  out_key(report->out, "answer");
  out_carried(report->out, report->call, answer_at(report, record));
}

static int by_prompt(const void *a, const void *b) {
  const struct record *one = *(struct record *const *)a;
  const struct record *other = *(struct record *const *)b;
  int order = slice_compare(one->prompt, other->prompt);

  return order ? order
               : slice_compare(one->entry.pointer, other->entry.pointer);
}

/* The judgements that were heard for the outcome. */
void write_judgements(struct report *report, const struct result *result) {
  struct json_buffer *out = report->out;

  if (result->heard_count == 0)
    return;
  qsort(result->heard, result->heard_count, sizeof *result->heard, by_prompt);
  out_open_at(out, "with_judgements", '[');
  for (uint32_t i = 0; i < result->heard_count; i++) {
    const struct record *record = result->heard[i];
    out_open(out, '{');
    write_answer(report, record);
    out_pair(out, "authority", record->authority);
    out_pair(out, "by", record->by);
    out_pair(out, "id", record->entry.id);
    out_pair(out, "pointer", record->entry.pointer);
    out_pair(out, "prompt", record->prompt);
    out_pair(out, "why", record->why);
    out_close(out, '{');
  }
  out_close(out, '[');
}

/* ---- records without a case ----------------------------------------------------------------- */

static bool ends_with(struct slice text, const char *tail) {
  size_t size = strlen(tail);

  return text.size >= size &&
         memcmp(text.data + text.size - size, tail, size) == 0;
}

/* Why a judgement that nothing rests on has no case now. */
static struct slice why_unheard(const struct record *record) {
  if (ends_with(record->prompt, "/extent"))
    return SLICE("no isolated shortfall is known there now");
  if (ends_with(record->prompt, "/applies"))
    return SLICE("the facts say without it whether this applies");
  return SLICE(
      "the question is not asked now: the facts settle the matter without it");
}

/* What the rules say at every place that the record speaks of, where that leaves it
 * nothing to change. */
static struct slice why_no_case(const struct record *record) {
  const struct slice none = {NULL, 0};
  uint8_t only;

  if (!record->results || record->prompt.data || record->provisions ||
      slice_is(record->outcome, outcome_name(OUTCOME_NOT_APPLICABLE)))
    return none;
  only = record->results->result->outcome;
  for (const struct spoken *one = record->results; one; one = one->next)
    if (one->result->outcome != only)
      return none;
  if (only == OUTCOME_CONFORMANCE)
    return SLICE("the check conforms now by the facts");
  return only == OUTCOME_NOT_APPLICABLE
             ? SLICE("the check is not asked there now")
             : none;
}

/* Why the case of a record in force is not there. */
static struct slice why_stale(const struct record *record) {
  const struct slice none = {NULL, 0};

  if (record->why_stale.data)
    return record->why_stale;
  if (record->without_effect.data)
    return none;
  if (!record->used)
    return record->prompt.data ? why_unheard(record)
                               : SLICE("no such check is run there");
  return why_no_case(record);
}

/* To be called when all else has been asked. */
void prompts_of_records(struct report *report) {
  for (uint32_t i = 0; i < report->reading->records.count; i++) {
    struct record *record = report->reading->records.all[i];
    struct prompt *prompt;
    record->stale = why_stale(record);
    if (!record->stale.data)
      continue;
    prompt = prompt_add(report, NULL);
    prompt->check = record->check;
    prompt->facility = record->facility;
    prompt->prompt = report_fill(report->call, "record:%/stale",
                                 (struct slice[]){record->entry.id.data
                                                      ? record->entry.id
                                                      : record->entry.pointer});
    prompt->text = report_fill(
        report->call,
        "The % may be out of date: %.  Does it still hold, or is it to end "
        "(\"until\") or to be superseded?",
        (struct slice[]){record_named(report, record), record->stale});
  }
}

/* ---- all of them -------------------------------------------------------------------------------- */

static void write_first_half(struct report *report,
                             const struct record *record) {
  const struct program_fact *about =
      program_fact_at(report->program, record->about);
  bool readable =
      !about || !about->sensitive || report->call->options.show_sensitive;
  struct json_buffer *out = report->out;

  if (readable)
    write_answer(report, record);
  out_pair(out, "authority", record->authority);
  out_pair(out, "by", record->by);
  write_changes_of(report, record);
  out_pair(out, "check", record->check);
  out_day(out, "date", record->date);
  out_pair(out, "facility", record->facility);
  out_pair(out, "fact", record->fact);
  if (about)
    out_pair(out, "fact_name", report_text(report, about->path));
  out_day(out, "from", record->from);
  out_pair(out, "id", record->entry.id);
}

static void write_second_half(struct report *report,
                              const struct record *record) {
  static const char *const no_force[] = {NULL, "not-the-auditors", "not-yet",
                                         "lapsed", "superseded"};
  const struct record *by = record->superseded_by;
  struct json_buffer *out = report->out;

  out_is(out, "in_force", record->no_force == IN_FORCE);
  out_pair(out, "kind", record_kind_name(record));
  out_pair(out, "no_force", slice_of(no_force[record->no_force]));
  out_pair(out, "note", record->note);
  out_pair(out, "outcome", record->outcome);
  out_pair(out, "party", record->party);
  out_pair(out, "pointer", record->entry.pointer);
  out_pair(out, "prompt", record->prompt);
  out_pair(out, "provision", record->provision);
  out_pair(out, "ref", record->ref);
  out_pair(out, "stale", record->stale);
  if (by)
    out_pair(out, "superseded_by",
             by->entry.id.data ? by->entry.id : by->entry.pointer);
  out_pair(out, "supersedes", record->supersedes);
  out_day(out, "until", record->until);
  out_flag(out, "used", record->used);
  out_pair(out, "why", record->why);
  out_pair(out, "without_effect", record->without_effect);
}

/* In the dossier's order. */
void write_records(struct report *report) {
  const struct reading *reading = report->reading;

  out_open_at(report->out, "records", '[');
  for (uint32_t i = 0; i < reading->all_records.count; i++) {
    out_open(report->out, '{');
    write_first_half(report, reading->all_records.all[i]);
    write_second_half(report, reading->all_records.all[i]);
    out_close(report->out, '{');
  }
  out_close(report->out, '[');
}

/* undump_registers.c: evidence, findings and records; see undump.h. */
#include "undump_parts.h"

static int32_t day_at(struct at dump, const char *key) {
  struct at day = at_key(dump, key);

  return day.given ? (int32_t)undump_number(day) : DAY_NONE;
}

static void undump_entry(const struct undump *in, struct at dump,
                         struct entry *entry) {
  struct at own = at_key(dump, "own");
  struct own *all = CALL_NEW_MANY(in->call, at_count(own), struct own);

  entry->pointer = undump_text(in, dump, "pointer");
  entry->id = undump_text(in, dump, "id");
  entry->bad = at_flag(at_key(dump, "bad"));
  entry->own = all;
  for (struct at one = at_first(own); one.given; one = at_next(own, one))
    all[entry->own_count++] =
        (struct own){at_text(in->call, one), at_value(one).token};
}

void undump_evidence(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct evidence *item = CALL_NEW(in->call, struct evidence);
    undump_entry(in, one, &item->entry);
    item->kind = undump_name("document interview observation record "
                             "external_register",
                             at_key(one, "kind"));
    item->title = undump_text(in, one, "title");
    item->ref = undump_text(in, one, "ref");
    item->hash = undump_text(in, one, "hash");
    item->media_type = undump_text(in, one, "media_type");
    item->note = undump_text(in, one, "note");
    item->collected_by = undump_text(in, one, "collected_by");
    item->collector = undump_text(in, one, "collector");
    item->date = day_at(one, "date");
    item->valid_until = day_at(one, "valid_until");
    item->is_named = at_flag(at_key(one, "is_named"));
    item->draft = at_flag(at_key(one, "draft"));
    *READING_ADD(in->reading, evidence) = item;
  }
}

static void undump_finding(const struct undump *in, struct at one) {
  struct finding *finding = CALL_NEW(in->call, struct finding);
  struct at approved = at_key(one, "auditor_approved");
  struct at evidence = at_key(one, "evidence");

  undump_entry(in, one, &finding->entry);
  finding->provision = undump_text(in, one, "provision");
  finding->facility = undump_text(in, one, "facility");
  finding->check = undump_text(in, one, "check");
  finding->rating = undump_text(in, one, "rating");
  finding->nature = undump_text(in, one, "nature");
  finding->by = undump_text(in, one, "by");
  finding->party = undump_text(in, one, "party");
  finding->cause = undump_text(in, one, "cause");
  finding->containment = undump_text(in, one, "containment");
  finding->action = undump_text(in, one, "action");
  finding->owner = undump_text(in, one, "owner");
  finding->verified_by = undump_text(in, one, "verified_by");
  finding->repeat_of = undump_text(in, one, "repeat_of");
  finding->ref = undump_text(in, one, "ref");
  finding->note = undump_text(in, one, "note");
  finding->raised = day_at(one, "raised");
  finding->due = day_at(one, "due");
  finding->closed_on = day_at(one, "closed_on");
  finding->auditor_approved = (int8_t)(approved.given ? at_flag(approved) : -1);
  finding->has_evidence = evidence.given;
  finding->evidence = undump_texts(in, evidence, &finding->evidence_count);
  *READING_ADD(in->reading, findings) = finding;
}

void undump_findings(const struct undump *in, struct at list) {
  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    undump_finding(in, one);
}

static void undump_said(const struct undump *in, struct at one,
                        struct record *record) {
  record->by = undump_text(in, one, "by");
  record->party = undump_text(in, one, "party");
  record->authority = undump_text(in, one, "authority");
  record->why = undump_text(in, one, "why");
  record->ref = undump_text(in, one, "ref");
  record->note = undump_text(in, one, "note");
  record->supersedes = undump_text(in, one, "supersedes");
  record->prompt = undump_text(in, one, "prompt");
  record->check = undump_text(in, one, "check");
  record->provision = undump_text(in, one, "provision");
  record->facility = undump_text(in, one, "facility");
  record->fact = undump_text(in, one, "fact");
  record->outcome = undump_text(in, one, "outcome");
  record->date = day_at(one, "date");
  record->from = day_at(one, "from");
  record->until = day_at(one, "until");
  record->has_answer = at_key(one, "answer").given;
  record->answer = at_key(one, "answer").token;
  record->answer_text = undump_text(in, one, "answer");
}

static void undump_found(const struct undump *in, struct at one,
                         struct record *record) {
  struct at about = at_key(one, "about"), cell = at_key(one, "cell");

  record->subject = undump_text(in, one, "subject");
  record->asked = undump_text(in, one, "asked");
  record->fact_pointer = undump_text(in, one, "fact_pointer");
  record->circle = at_flag(at_key(one, "circle"));
  record->used = at_flag(at_key(one, "used"));
  record->why_stale = undump_text(in, one, "why_stale");
  record->without_effect = undump_text(in, one, "without_effect");
  record->no_force = undump_name("not-the-auditors not-yet lapsed superseded",
                                 at_key(one, "no_force"));
  if (!about.given)
    return;
  record->frame = undump_frame_at(in, undump_text(in, one, "frame"));
  if (record->frame)
    record->about = undump_fact(in, undump_facts_of(in, record->frame), about);
  if (cell.given && record->about)
    record->cell = undump_cell_at(in, record->about, cell);
}

static struct record *record_at(const struct undump *in, struct slice pointer) {
  for (uint32_t i = 0; pointer.data && i < in->reading->all_records.count; i++)
    if (slice_is(in->reading->all_records.all[i]->entry.pointer, pointer))
      return in->reading->all_records.all[i];
  return NULL;
}

static void undump_superseded(const struct undump *in, struct at one,
                              struct record *record) {
  struct at list = at_key(one, "superseded_at");
  struct superseded_at **last = &record->superseded_at;

  record->superseded = record_at(in, undump_text(in, one, "superseded"));
  record->superseded_by = record_at(in, undump_text(in, one, "superseded_by"));
  for (struct at at = at_first(list); at.given; at = at_next(list, at)) {
    *last = CALL_NEW(in->call, struct superseded_at);
    (*last)->facility = undump_text(in, at, "facility");
    (*last)->by = record_at(in, undump_text(in, at, "by"));
    last = &(*last)->next;
  }
}

static const char *const kinds = "judgement override waiver attestation";

void undump_records(const struct undump *in, struct at list,
                    struct at in_force) {
  uint32_t i = 0;

  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct record *record = CALL_NEW(in->call, struct record);
    undump_entry(in, one, &record->entry);
    record->index = i++;
    record->kind = undump_name(kinds, at_key(one, "kind"));
    undump_said(in, one, record);
    undump_found(in, one, record);
    *READING_ADD(in->reading, all_records) = record;
  }
  i = 0;
  for (struct at one = at_first(list); one.given; one = at_next(list, one))
    undump_superseded(in, one, in->reading->all_records.all[i++]);
  for (struct at one = at_first(in_force); one.given;
       one = at_next(in_force, one))
    *READING_ADD(in->reading, records) = record_at(in, at_text(in->call, one));
}

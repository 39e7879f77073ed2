/* dump_registers.c: evidence, findings and records of a dump; see dump.h. */
#include "dump_parts.h"
#include "tape.h"

static void dump_day(const struct dump *dump, const char *key, int32_t day) {
  if (day == DAY_NONE)
    return;
  dump_key(dump, key);
  dump_number(dump, day);
}

static void dump_json(const struct dump *dump,
                      const struct json_document *document, uint32_t token) {
  at_write(dump->out, (struct at){document, token, true});
}

static void dump_own(const struct dump *dump,
                     const struct json_document *document,
                     const struct entry *entry) {
  if (entry->own_count == 0)
    return;
  dump_key(dump, "own");
  dump_open(dump, '{');
  for (uint32_t i = 0; i < entry->own_count; i++) {
    dump_text(dump, entry->own[i].key);
    json_buffer_put_char(dump->out, ':');
    dump_json(dump, document, entry->own[i].token);
  }
  dump_close(dump, '{');
}

static void dump_entry(const struct dump *dump,
                       const struct json_document *document,
                       const struct entry *entry) {
  dump_pair(dump, "pointer", entry->pointer);
  dump_pair(dump, "id", entry->id);
  dump_flag(dump, "bad", entry->bad);
  dump_own(dump, document, entry);
}

static void dump_evidence(const struct dump *dump,
                          const struct json_document *document,
                          const struct evidence *item) {
  static const char *const kinds[] = {NULL,        "document",
                                      "interview", "observation",
                                      "record",    "external_register"};

  dump_entry(dump, document, &item->entry);
  dump_pair(dump, "kind", slice_of(kinds[item->kind]));
  dump_pair(dump, "title", item->title);
  dump_pair(dump, "ref", item->ref);
  dump_pair(dump, "hash", item->hash);
  dump_pair(dump, "media_type", item->media_type);
  dump_pair(dump, "note", item->note);
  dump_pair(dump, "collected_by", item->collected_by);
  dump_pair(dump, "collector", item->collector);
  dump_day(dump, "date", item->date);
  dump_day(dump, "valid_until", item->valid_until);
  dump_flag(dump, "is_named", item->is_named);
  dump_flag(dump, "draft", item->draft == 1);
}

static void dump_finding(const struct dump *dump,
                         const struct json_document *document,
                         const struct finding *finding) {
  dump_entry(dump, document, &finding->entry);
  dump_pair(dump, "provision", finding->provision);
  dump_pair(dump, "facility", finding->facility);
  dump_pair(dump, "check", finding->check);
  dump_pair(dump, "rating", finding->rating);
  dump_pair(dump, "nature", finding->nature);
  dump_pair(dump, "by", finding->by);
  dump_pair(dump, "party", finding->party);
  dump_pair(dump, "cause", finding->cause);
  dump_pair(dump, "containment", finding->containment);
  dump_pair(dump, "action", finding->action);
  dump_pair(dump, "owner", finding->owner);
  dump_pair(dump, "verified_by", finding->verified_by);
  dump_pair(dump, "repeat_of", finding->repeat_of);
  dump_pair(dump, "ref", finding->ref);
  dump_pair(dump, "note", finding->note);
  dump_day(dump, "raised", finding->raised);
  dump_day(dump, "due", finding->due);
  dump_day(dump, "closed_on", finding->closed_on);
  if (finding->auditor_approved >= 0) {
    dump_key(dump, "auditor_approved");
    dump_bool(dump, finding->auditor_approved);
  }
  if (finding->has_evidence)
    dump_texts(dump, "evidence", finding->evidence, finding->evidence_count);
}

/* ---- records ------------------------------------------------------------- */

static const char *const kinds[] = {NULL, "judgement", "override", "waiver",
                                    "attestation"};
static const char *const no_force[] = {NULL, "not-the-auditors", "not-yet",
                                       "lapsed", "superseded"};

static void dump_said(const struct dump *dump, const struct record *record) {
  dump_pair(dump, "kind", slice_of(kinds[record->kind]));
  dump_pair(dump, "by", record->by);
  dump_pair(dump, "party", record->party);
  dump_pair(dump, "authority", record->authority);
  dump_pair(dump, "why", record->why);
  dump_pair(dump, "ref", record->ref);
  dump_pair(dump, "note", record->note);
  dump_pair(dump, "supersedes", record->supersedes);
  dump_pair(dump, "prompt", record->prompt);
  dump_pair(dump, "check", record->check);
  dump_pair(dump, "provision", record->provision);
  dump_pair(dump, "facility", record->facility);
  dump_pair(dump, "fact", record->fact);
  dump_pair(dump, "outcome", record->outcome);
  dump_day(dump, "date", record->date);
  dump_day(dump, "from", record->from);
  dump_day(dump, "until", record->until);
}

static void dump_superseded(const struct dump *dump,
                            const struct record *record) {
  const struct superseded_at *at = record->superseded_at;

  if (record->superseded)
    dump_pair(dump, "superseded", record->superseded->entry.pointer);
  if (record->superseded_by)
    dump_pair(dump, "superseded_by", record->superseded_by->entry.pointer);
  if (!at)
    return;
  dump_key(dump, "superseded_at");
  dump_open(dump, '[');
  for (; at; at = at->next) {
    dump_open(dump, '{');
    dump_pair(dump, "facility", at->facility);
    dump_pair(dump, "by", at->by->entry.pointer);
    dump_close(dump, '{');
  }
  dump_close(dump, '[');
}

static void dump_found(const struct dump *dump, const struct record *record) {
  const struct program_fact *about =
      program_fact_at(dump->program, record->about);

  dump_pair(dump, "subject", record->subject);
  dump_pair(dump, "asked", record->asked);
  dump_pair(dump, "fact_pointer", record->fact_pointer);
  dump_flag(dump, "circle", record->circle);
  dump_flag(dump, "used", record->used);
  dump_pair(dump, "why_stale", record->why_stale);
  dump_pair(dump, "without_effect", record->without_effect);
  dump_pair(dump, "no_force", slice_of(no_force[record->no_force]));
  if (!about)
    return;
  dump_pair(dump, "about", dump_row(dump, about->path));
  dump_pair(dump, "frame", record->frame->pointer);
  if (record->cell) {
    dump_key(dump, "cell");
    dump_cell(dump->out, dump->program, record->about, record->cell);
  }
}

static void dump_record(const struct dump *dump,
                        const struct json_document *document,
                        const struct record *record) {
  dump_open(dump, '{');
  dump_entry(dump, document, &record->entry);
  dump_said(dump, record);
  dump_found(dump, record);
  dump_superseded(dump, record);
  if (record->has_answer) {
    dump_key(dump, "answer");
    dump_json(dump, document, record->answer);
  }
  dump_close(dump, '{');
}

/* ---- all of them --------------------------------------------------------- */

static void dump_records(const struct dump *dump,
                         const struct reading *reading) {
  dump_key(dump, "records");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < reading->all_records.count; i++)
    dump_record(dump, reading->document, reading->all_records.all[i]);
  dump_close(dump, '[');
  dump_key(dump, "in_force");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < reading->records.count; i++)
    dump_text(dump, reading->records.all[i]->entry.pointer);
  dump_close(dump, '[');
}

void dump_registers(const struct dump *dump, const struct reading *reading) {
  dump_key(dump, "evidence");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < reading->evidence.count; i++) {
    dump_open(dump, '{');
    dump_evidence(dump, reading->document, reading->evidence.all[i]);
    dump_close(dump, '{');
  }
  dump_close(dump, '[');
  dump_key(dump, "findings");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < reading->findings.count; i++) {
    dump_open(dump, '{');
    dump_finding(dump, reading->document, reading->findings.all[i]);
    dump_close(dump, '{');
  }
  dump_close(dump, '[');
  dump_records(dump, reading);
}

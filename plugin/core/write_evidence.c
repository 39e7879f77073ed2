/* write_evidence.c: the dossier's evidence, and the checks whose outcomes rest on it. */
#include "report_parts.h"

/* ---- what uses it --------------------------------------------------------------- */

static uint32_t check_count(const struct report *report) {
  return program_count(report->program, SECTION_CHECK);
}

static void mark(struct report *report, struct evidence *item, uint32_t check) {
  if (!item->used_by)
    item->used_by =
        CALL_NEW_MANY(report->call, check_count(report) / 64 + 1, uint64_t);
  item->used_by[(check - 1) / 64] |= UINT64_C(1) << (check - 1) % 64;
}

/* What an outcome rests on names evidence for the answer, or against it. */
static void mark_row(struct report *report, const struct row *row,
                     uint32_t check) {
  for (uint32_t i = 0; i < row->rests_on.count; i++) {
    const struct shown *fact = row->rests_on.all[i];
    call_charge(report->call, 1 + fact->leg_count);
    for (uint32_t k = 0; k < fact->leg_count; k++)
      if (fact->legs[k]->item)
        mark(report, fact->legs[k]->item, check);
  }
}

/* An outcome that is open rests on nothing yet. */
static void mark_used(struct report *report) {
  for (uint32_t i = 0; i < report->rows.count; i++) {
    const struct row *row = &report->rows.all[i];
    if (!outcome_bit(row->result->outcome))
      continue;
    if (!row->shared)
      mark_row(report, row, row->result->check);
    for (uint32_t k = 0; k < row->count; k++)
      mark_row(report, row, row->checks[k]);
  }
}

static void write_used_by(struct report *report, const struct evidence *item) {
  if (!item->used_by)
    return;
  out_open_at(report->out, "used_by", '[');
  for (uint32_t i = 0; i < check_count(report); i++)
    if (item->used_by[i / 64] >> i % 64 & 1)
      out_text(report->out,
               report_text(report, report_check(report, i + 1)->id));
  out_close(report->out, '[');
}

/* ---- the whole -------------------------------------------------------------------- */

static void write_item(struct report *report, const struct evidence *item) {
  struct json_buffer *out = report->out;

  out_open(out, '{');
  out_pair(out, "collected_by", item->collected_by);
  out_day(out, "date", item->date);
  out_flag(out, "draft", item->draft == 1);
  out_pair(out, "hash", item->hash);
  out_pair(out, "kind", program_enum_name(ENUM_EVIDENCE, item->kind));
  out_pair(out, "media_type", item->media_type);
  out_pair(out, "note", item->note);
  out_pair(out, "ref", item->ref);
  out_pair(out, "title", item->title);
  out_flag(out, "unnamed", !item->is_named);
  write_used_by(report, item);
  out_day(out, "valid_until", item->valid_until);
  for (uint32_t i = 0; i < item->entry.own_count; i++) {
    out_key_text(out, item->entry.own[i].key);
    out_carried(
        out, report->call,
        (struct at){report->reading->document, item->entry.own[i].token, true});
  }
  out_close(out, '{');
}

void write_evidence(struct report *report) {
  const struct reading *reading = report->reading;

  mark_used(report);
  out_open_at(report->out, "evidence", '{');
  for (uint32_t i = 0; i < reading->evidence.count; i++) {
    const struct evidence *item = reading->evidence_by_id[i];
    out_key_text(report->out, item->entry.id);
    write_item(report, item);
  }
  out_close(report->out, '{');
}

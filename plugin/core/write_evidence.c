/* write_evidence.c: the dossier's evidence. */
#include "report_parts.h"

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

  out_open_at(report->out, "evidence", '{');
  for (uint32_t i = 0; i < reading->evidence.count; i++) {
    const struct evidence *item = reading->evidence_by_id[i];
    out_key_text(report->out, item->entry.id);
    write_item(report, item);
  }
  out_close(report->out, '{');
}

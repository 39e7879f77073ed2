/* report.h: cop11.report/1 of an evaluation (scripts/schema/report.lua
 * describes it). */
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "evaluate.h"
#include "json/buffer.h"

/* What the report says that no phase knows. */
struct report_head {
  struct slice digest;  /* of the dossier */
  struct slice version; /* of the library */
};

/* Writes the key "problems": the notes and conflicts of the reading. */
void report_write_problems(struct reading *reading, struct json_buffer *out);

/* What the Member is rated: a range, and enum basis. */
struct report_rated {
  uint8_t range, basis;
};

/* Writes the report on `evaluation`, which explain_result explained.  out->failed
 * tells of missing memory. */
struct report_rated report_write(struct context *context,
                                 const struct evaluation *evaluation,
                                 const struct report_head *head,
                                 struct json_buffer *out);

#endif

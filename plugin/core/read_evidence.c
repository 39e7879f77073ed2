/* read_evidence.c: the register of evidence; see read_parts.h. */
#include <stddef.h>
#include <stdlib.h>

#include "days.h"
#include "read_entries.h"

/* ---- reading -------------------------------------------------------------------- */

static const char *const kinds[] = {"document", "interview", "observation",
                                    "record", "external_register"};
static const char *const collectors[] = {"member", "auditor", "third-party"};

#define PLACE(name) offsetof(struct evidence, name)

static const struct field fields[] = {
    {"collected_by", FIELD_WORD, false, PLACE(collected_by), collectors, 3,
     NULL},
    {"date", FIELD_DAY, false, PLACE(date), NULL, 0, NULL},
    {"draft", FIELD_FLAG, false, PLACE(draft), NULL, 0, NULL},
    {"hash", FIELD_TEXT, false, PLACE(hash), NULL, 0, NULL},
    {"id", FIELD_TEXT, true, PLACE(entry.id), NULL, 0, NULL},
    {"kind", FIELD_NUMBERED, true, PLACE(kind), kinds, 5, NULL},
    {"media_type", FIELD_TEXT, false, PLACE(media_type), NULL, 0, NULL},
    {"note", FIELD_TEXT, false, PLACE(note), NULL, 0, NULL},
    {"ref", FIELD_TEXT, false, PLACE(ref), NULL, 0, NULL},
    {"title", FIELD_TEXT, false, PLACE(title), NULL, 0, NULL},
    {"valid_until", FIELD_DAY, false, PLACE(valid_until), NULL, 0, NULL}};

static void keep(struct reading *reading, void *entry, uint32_t index) {
  struct evidence *item = entry;

  (void)index;
  item->collector = item->collected_by;
  if (item->entry.id.data)
    *READING_ADD(reading, evidence) = item;
}

static int by_id(const void *a, const void *b) {
  return slice_compare((*(struct evidence *const *)a)->entry.id,
                       (*(struct evidence *const *)b)->entry.id);
}

void read_evidence(struct reading *reading, struct at list) {
  static const struct shape shape = {"/evidence", fields,
                                     sizeof fields / sizeof fields[0],
                                     sizeof(struct evidence), keep};
  uint32_t count;

  entries_read(reading, list, &shape);
  count = reading->evidence.count;
  reading->evidence_by_id =
      CALL_NEW_MANY(reading->call, count, struct evidence *);
  if (count == 0)
    return;
  memcpy(reading->evidence_by_id, reading->evidence.all,
         count * sizeof *reading->evidence_by_id);
  qsort(reading->evidence_by_id, count, sizeof *reading->evidence_by_id, by_id);
}

/* ---- naming it -------------------------------------------------------------------- */

struct evidence *read_evidence_named(struct reading *reading, struct at at) {
  struct slice id = at_text(reading->call, at);
  uint32_t from = 0, to = id.data ? reading->evidence.count : 0;

  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    struct evidence *item = reading->evidence_by_id[middle];
    int order = slice_compare(id, item->entry.id);
    if (order == 0) {
      item->is_named = true;
      return item;
    }
    if (order < 0)
      to = middle;
    else
      from = middle + 1;
  }
  read_wrong(reading);
  return NULL;
}

/* ---- what does not count ------------------------------------------------------------ */

void read_not_in_self(struct reading *reading, struct slice pointer,
                      const struct saying *what) {
  const struct argument argument = {.name = "what", .saying = what};
  const struct saying says = {MESSAGE_NOT_IN_SELF, MESSAGE_NONE, &argument, 1};
  const struct slice places[] = {pointer, SLICE("/assessment/kind")};

  problem_conflict(reading, pointer, &says, places, 2);
}

static struct slice pointer_to(struct reading *reading,
                               const struct evidence *item, const char *key) {
  return call_join(reading->call,
                   (struct slice[]){item->entry.pointer, slice_of(key)}, 2);
}

static bool is_self(const struct reading *reading) {
  struct cell **kind =
      read_cell_called(reading, reading->assessment, "assessment.kind");
  const struct raw *raw = kind && *kind ? (*kind)->raw : NULL;
  const struct program *program = reading->call->program;
  struct program_list facts = program_list_at(
      program, program_frame_at(program, reading->assessment->kind)->facts);
  const struct program_fact *fact;
  struct program_list values;

  if (!kind || !cell_has_value(*kind) || raw->kind != RAW_SET)
    return false;
  fact =
      program_fact_at(program, facts.rows[kind - reading->assessment->cells]);
  values = program_list_at(program, fact->values);
  for (uint32_t i = 0; i < values.count; i++)
    if (raw->set >> i & 1)
      return strcmp(program_text_bytes(program, values.rows[i]), "self") == 0;
  return false;
}

void read_check_self_assessment(struct reading *reading) {
  reading->self_assessment = is_self(reading);
  for (uint32_t i = 0; reading->self_assessment && i < reading->evidence.count;
       i++) {
    struct evidence *item = reading->evidence.all[i];
    const struct argument it = {.name = "it", .text = item->entry.id};
    const struct saying what = {MESSAGE_COLLECTED_BY_AUDITOR, MESSAGE_NONE, &it,
                                1};
    if (!slice_is(item->collector, SLICE("auditor")))
      continue;
    item->collector = (struct slice){NULL, 0};
    read_not_in_self(reading, pointer_to(reading, item, "/collected_by"),
                     &what);
  }
}

void read_check_evidence_days(struct reading *reading) {
  for (uint32_t i = 0; i < reading->evidence.count; i++) {
    const struct evidence *item = reading->evidence.all[i];
    char day[DAY_SIZE];
    struct argument arguments[] = {{.name = "it", .text = item->entry.id},
                                   {.name = "day"}};
    const struct saying says = {MESSAGE_EVIDENCE_AHEAD, MESSAGE_NONE, arguments,
                                2};
    if (item->date == DAY_NONE || !(item->date > reading->as_of))
      continue;
    arguments[1].text = (struct slice){day, day_format(item->date, day)};
    problem_note(reading, pointer_to(reading, item, "/date"), &says);
  }
}

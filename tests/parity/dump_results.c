/* dump_results.c: results of a dump; see dump.h. */
#include <stdlib.h>

#include "dump_parts.h"
#include "explain.h"

static const char *const outcomes[] = {NULL,
                                       "conformance",
                                       "observation",
                                       "minor-nonconformance",
                                       "major-nonconformance",
                                       "insufficient-evidence",
                                       "not-applicable",
                                       "error"};

static int by_pointer(const void *a, const void *b) {
  return slice_compare((*(struct record *const *)a)->entry.pointer,
                       (*(struct record *const *)b)->entry.pointer);
}

static void dump_heard(const struct dump *dump, const struct result *result) {
  if (!result->heard)
    return;
  if (result->heard_count > 0)
    qsort(result->heard, result->heard_count, sizeof *result->heard,
          by_pointer);
  dump_key(dump, "heard");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < result->heard_count; i++)
    dump_text(dump, result->heard[i]->entry.pointer);
  dump_close(dump, '[');
}

static void dump_mask(const struct dump *dump, const char *key, uint8_t mask) {
  dump_key(dump, key);
  dump_number(dump, mask);
}

static void dump_masks(const struct dump *dump, const struct result *result) {
  if (result->broken) {
    dump_pair(dump, "broken", result->broken->message);
    return;
  }
  dump_mask(dump, "mask", result->mask);
  dump_mask(dump, "gate", result->gate);
  dump_mask(dump, "provision_mask", result->provision_mask);
}

static void dump_house(const struct dump *dump,
                       const struct house_result *own) {
  static const char *const kinds[] = {
      NULL,      "adds-check",     "stricter-check",   "switches-off",
      "narrows", "sets-parameter", "changes-parameter"};

  if (!own)
    return;
  dump_key(dump, "house");
  dump_open(dump, '{');
  dump_pair(
      dump, "kind",
      slice_of(kinds[program_change_at(dump->program, own->change)->kind]));
  dump_pair(dump, "outcome", slice_of(outcomes[own->outcome]));
  dump_mask(dump, "range", own->range);
  dump_pair(dump, "reason", own->reason);
  dump_close(dump, '{');
}

/* ---- why ----------------------------------------------------------------- */

static struct slice text_of_node(const struct dump *dump, uint32_t row) {
  const struct program_node *node = program_node_at(dump->program, row);

  return dump_row(dump, node ? node->text : 0);
}

static void dump_pointer(const struct dump *dump, const char *key,
                         const struct frame *frame) {
  if (frame)
    dump_pair(dump, key, frame->pointer);
}

static void dump_one_found(const struct dump *dump, const struct found *found) {
  const struct program_fact *subject =
      program_fact_at(dump->program, found->subject);

  dump_open(dump, '{');
  dump_pair(dump, "node", text_of_node(dump, found->node));
  dump_pair(dump, "branch", text_of_node(dump, found->branch));
  dump_pair(dump, "subject", dump_row(dump, subject ? subject->path : 0));
  dump_pointer(dump, "item", found->item);
  dump_pointer(dump, "facility", found->facility);
  if (found->has_items) {
    dump_key(dump, "items");
    dump_open(dump, '[');
    for (uint32_t i = 0; i < found->item_count; i++)
      dump_text(dump, found->items[i]->pointer);
    dump_close(dump, '[');
  }
  dump_count(dump, "complete", found->complete);
  dump_close(dump, '{');
}

static void dump_found(const struct dump *dump, const char *key,
                       const struct found *found, uint32_t count) {
  dump_key(dump, key);
  dump_open(dump, '[');
  for (uint32_t i = 0; i < count; i++)
    dump_one_found(dump, &found[i]);
  dump_close(dump, '[');
}

static void dump_against(const struct dump *dump, const struct result *result) {
  dump_key(dump, "against");
  dump_open(dump, '[');
  for (uint32_t i = 0; i < result->against_count; i++)
    dump_text(dump, result->against[i].says);
  dump_close(dump, '[');
}

static void dump_why(const struct dump *dump, const struct result *result) {
  static const char *const counts[] = {"settled",        "unknown",
                                       "withheld",       "conflicting",
                                       "not_applicable", "error"};

  dump_pair(dump, "reason", result->reason);
  dump_pair(dump, "count", slice_of(counts[result->count]));
  dump_count(dump, "basis", result->basis);
  dump_flag(dump, "by_record", result->by_record);
  dump_found(dump, "found", result->found, result->found_count);
  if (result->has_decided)
    dump_found(dump, "decided", result->decided, result->decided_count);
  if (result->has_against)
    dump_against(dump, result);
}

static void dump_result(const struct dump *dump, const struct result *result) {
  const struct program_check *check =
      program_check_at(dump->program, result->check);

  dump_open(dump, '{');
  dump_pair(dump, "check", dump_row(dump, check->id));
  if (result->facility)
    dump_pair(dump, "facility", result->facility->pointer);
  dump_masks(dump, result);
  dump_mask(dump, "range", result->range);
  dump_pair(dump, "outcome", slice_of(outcomes[result->outcome]));
  dump_flag(dump, "judged_na", result->judged_na);
  dump_flag(dump, "outside", result->outside);
  dump_flag(dump, "disputed", result->disputed);
  dump_heard(dump, result);
  dump_house(dump, result->house);
  dump_why(dump, result);
  dump_close(dump, '{');
}

void dump_results(struct json_buffer *out, const struct program *program,
                  const struct evaluation *evaluation) {
  struct dump dump = {out, program, NULL};

  dump_key(&dump, "results");
  dump_open(&dump, '[');
  for (uint32_t i = 0; i < evaluation->count; i++)
    dump_result(&dump, evaluation->results[i]);
  dump_close(&dump, '[');
}

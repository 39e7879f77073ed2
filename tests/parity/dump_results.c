/* dump_results.c: results of a dump; see dump.h. */
#include <stdlib.h>

#include "dump_parts.h"

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
  const struct program_change *change;

  if (!own)
    return;
  change = program_change_at(dump->program, own->change);
  dump_key(dump, "house");
  dump_open(dump, '{');
  dump_pair(dump, "kind", slice_of(kinds[change->kind]));
  dump_pair(dump, "outcome", slice_of(outcomes[own->outcome]));
  dump_mask(dump, "range", own->range);
  if (change->check)
    dump_pair(dump, "reason", own->reason);
  dump_close(dump, '{');
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
  dump_close(dump, '{');
}

void dump_results(struct json_buffer *out, const struct program *program,
                  const struct evaluation *evaluation) {
  struct dump dump = {out, program};

  dump_key(&dump, "results");
  dump_open(&dump, '[');
  for (uint32_t i = 0; i < evaluation->count; i++)
    dump_result(&dump, evaluation->results[i]);
  dump_close(&dump, '[');
}

/* prompts_minors.c: minor shortfalls that belong together, at one place or of one kind:
 * whether they are major together only the auditor may say. */
#include <stdlib.h>

#include "report_parts.h"

/* ---- together ----------------------------------------------------------------------------- */

/* Those that belong together. */
struct minors {
  const struct result **all;
  uint32_t count, room;
  uint32_t last; /* where the last of them stands among all results */
};

static struct slice check_id(struct report *report,
                             const struct result *result) {
  return report_text(report, report_check(report, result->check)->id);
}

struct grouping {
  struct call *call;
  READING_LIST(struct minors) groups;
  struct keyed keys;
};

static void add_minor(struct grouping *grouping, uint32_t index,
                      const struct result *result, struct slice key) {
  uint32_t *at = keyed_at(grouping->call, &grouping->keys, key);
  struct minors *minors;

  if (!*at) {
    *READING_ADD(grouping, groups) = (struct minors){.last = index};
    *at = grouping->groups.count;
  }
  minors = &grouping->groups.all[*at - 1];
  minors->all = reading_grow(grouping->call, minors->all, sizeof *minors->all,
                             minors->count, &minors->room);
  minors->all[minors->count++] = result;
  minors->last = index;
}

enum {
  MOST_PLACES = 5
};

static int by_id(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* "deep, smelter, 2 more": where they are, whatever the order they were listed in. */
static struct slice places_of(struct report *report,
                              const struct minors *minors) {
  struct writing out = {.call = report->call};
  struct slice *ids = CALL_NEW_MANY(report->call, minors->count, struct slice);

  for (uint32_t i = 0; i < minors->count; i++)
    ids[i] = facility_id(minors->all[i]->facility);
  qsort(ids, minors->count, sizeof *ids, by_id);
  writing_put_first(&out, ids, minors->count, MOST_PLACES);
  return writing_done(&out);
}

/* The same minor shortfall at several facilities. */
static void ask_repetitive(struct report *report, const struct minors *minors) {
  struct slice id = check_id(report, minors->all[0]);
  struct prompt prompt = {.check = id};

  prompt.prompt =
      report_fill(report->call, "%/repetitive", (struct slice[]){id});
  prompt.text = report_fill(
      report->call,
      "The same shortfall stands at % facilities: %.  The auditor may raise "
      "them to a major one.",
      (struct slice[]){report_number(report->call, minors->count),
                       places_of(report, minors)});
  prompt_ask(report, &prompt);
}

static struct slice ids_of(struct report *report, const struct minors *minors) {
  struct writing out = {.call = report->call};

  for (uint32_t i = 0; i < minors->count; i++) {
    writing_put_joint(&out, i, minors->count);
    writing_put(&out, check_id(report, minors->all[i]));
  }
  return writing_done(&out);
}

static struct slice provision_id(const struct report *report,
                                 const struct result *result) {
  uint32_t provision = report_check(report, result->check)->provision;

  return report_text(report,
                     program_provision_at(report->program, provision)->id);
}

/* ---- on one matter ------------------------------------------------------------------------ */

/* Whether what is found short speaks of the same fact at the same place. */
static bool is_same_fact(const struct program *program, const struct found *one,
                         const struct found *other) {
  const struct program_node *node = program_node_at(program, one->node);
  const struct program_node *beside = program_node_at(program, other->node);

  return node->fact == beside->fact && node->list == beside->list &&
         one->item == other->item && (node->fact || node->list);
}

static bool holds_all(struct report *report, const struct result *result,
                      const struct result *other) {
  for (uint32_t i = 0; i < other->found_count; i++) {
    uint32_t k = 0;
    while (k < result->found_count &&
           !is_same_fact(report->program, &result->found[k], &other->found[i]))
      k++;
    if (k == result->found_count)
      return false;
  }
  return other->found_count > 0;
}

static bool is_one_matter(struct report *report, const struct result *one,
                          const struct result *other) {
  call_charge(report->call,
              1 + (uint64_t)one->found_count * other->found_count);
  return holds_all(report, one, other) && holds_all(report, other, one);
}

/* Shortfalls that rest on the same facts are one matter, however many checks say so. */
static uint32_t count_matters(struct report *report,
                              const struct minors *minors) {
  uint32_t matters = 0;

  for (uint32_t i = 0; i < minors->count; i++) {
    uint32_t k = 0;
    while (k < i && !is_one_matter(report, minors->all[k], minors->all[i]))
      k++;
    matters += k == i;
  }
  return matters;
}

static struct slice how_many(struct report *report, const struct minors *minors,
                             uint32_t matters) {
  struct slice count = report_number(report->call, minors->count);

  if (matters == minors->count)
    return report_fill(report->call, "% minor findings stand",
                       (struct slice[]){count});
  return report_fill(
      report->call, "% minor findings on % matters stand",
      (struct slice[]){count, report_number(report->call, matters)});
}

/* "  11.3.26 rests on the same facts as 11.2.11.": of one of these and a minor shortfall
 * against a provision before theirs.  Results stand place by place. */
static void put_counted_before(struct report *report,
                               const struct minors *minors,
                               struct writing *out) {
  const struct evaluation *evaluation = report->evaluation;
  const struct result *first = minors->all[0];
  uint32_t provision = report_check(report, first->check)->provision;

  for (uint32_t i = minors->last;
       i-- > 0 && evaluation->results[i]->facility == first->facility;) {
    const struct result *other = evaluation->results[i];
    if (other->outcome != OUTCOME_MINOR ||
        report_check(report, other->check)->provision == provision)
      continue;
    for (uint32_t k = 0; k < minors->count; k++)
      if (is_one_matter(report, minors->all[k], other)) {
        writing_put_text(out, "  ");
        writing_put(out, check_id(report, minors->all[k]));
        writing_put_text(out, " rests on the same facts as ");
        writing_put(out, check_id(report, other));
        writing_put_text(out, ".");
      }
  }
}

/* Several minor shortfalls against one provision at one place. */
static void ask_related(struct report *report, const struct minors *minors) {
  struct slice id = provision_id(report, minors->all[0]);
  struct prompt prompt = {.facility = facility_id(minors->all[0]->facility)};
  struct writing text = {.call = report->call};
  uint32_t matters = count_matters(report, minors);

  if (matters < 2)
    return;
  prompt.prompt = report_fill(report->call, "%/related", (struct slice[]){id});
  writing_put(&text,
              report_fill(report->call, "% against % here: %.",
                          (struct slice[]){how_many(report, minors, matters),
                                           id, ids_of(report, minors)}));
  put_counted_before(report, minors, &text);
  writing_put_text(&text, "  Where they are related, the auditor may raise "
                          "them to a major one.");
  prompt.text = writing_done(&text);
  prompt_ask(report, &prompt);
}

/* ---- groups --------------------------------------------------------------------------------- */

static struct slice place_of(struct report *report,
                             const struct result *result) {
  if (!result->facility)
    return provision_id(report, result);
  return report_fill(
      report->call, "%\n%",
      (struct slice[]){provision_id(report, result), result->facility->id});
}

/* Asks of each group of two and more minor shortfalls. */
static void ask_of_groups(struct report *report, bool at_facilities,
                          struct slice (*key)(struct report *report,
                                              const struct result *result),
                          void (*ask)(struct report *report,
                                      const struct minors *minors)) {
  struct grouping grouping = {.call = report->call};

  for (uint32_t i = 0; i < report->evaluation->count; i++) {
    const struct result *result = report->evaluation->results[i];
    if (result->outcome == OUTCOME_MINOR &&
        (result->facility || !at_facilities))
      add_minor(&grouping, i, result, key(report, result));
  }
  for (uint32_t i = 0; i < grouping.groups.count; i++)
    if (grouping.groups.all[i].count > 1)
      ask(report, &grouping.groups.all[i]);
}

void prompts_of_minors(struct report *report) {
  ask_of_groups(report, false, place_of, ask_related);
  ask_of_groups(report, true, check_id, ask_repetitive);
}

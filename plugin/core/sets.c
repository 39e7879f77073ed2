/* sets.c: the answers to a question that asks for a set, by the ratings that they come to.
 * Only the values that some condition names matter: each set of those is tried. */
#include "report_parts.h"

enum {
  MOST_NAMED = 8,   /* values: 256 sets */
  MOST_WRITTEN = 4, /* sets that are written out */
  MOST_SETS = 1 << MOST_NAMED
};

/* A set of the values named: which of them are in it. */
struct set_answer {
  uint64_t with, without;
  uint32_t group;
};

struct group {
  struct slice rating;
  uint32_t count;
};

struct trying_sets {
  struct report *report;
  uint32_t fact;
  const struct program_fact *row;
  uint64_t named, has;
  uint64_t other; /* a value that no condition names, to stand for them all */
  struct set_answer answers[MOST_SETS];
  uint32_t count;
  struct group groups[MOST_SETS];
  uint32_t group_count;
};

/* ---- which values are named -------------------------------------------------------- */

static uint64_t all_values(const struct trying_sets *sets) {
  uint32_t count =
      program_list_at(sets->report->program, sets->row->values).count;

  return count < 64 ? (UINT64_C(1) << count) - 1 : UINT64_MAX;
}

/* The bits of the words of a condition: the same text is one row. */
static uint64_t bits_of(const struct trying_sets *sets, uint32_t words) {
  const struct program *program = sets->report->program;
  struct program_list values = program_list_at(program, sets->row->values);
  struct program_list list = program_list_at(program, words);
  uint64_t bits = 0;

  for (uint32_t i = 0; i < list.count; i++)
    for (uint32_t k = 0; k < values.count && k < 64; k++)
      if (values.rows[k] == list.rows[i])
        bits |= UINT64_C(1) << k;
  return bits;
}

/* All of them where a function looks at the whole set.  It ends as all conditions
 * do. */
static void add_named(struct trying_sets *sets, uint32_t row) {
  const struct program *program = sets->report->program;
  const struct program_node *node = program_node_at(program, row);
  struct program_list facts, children;

  if (!node)
    return;
  facts = program_list_at(program, node->facts);
  children = program_list_at(program, node->children);
  if (node->fact == sets->fact)
    sets->named |= bits_of(sets, node->values);
  for (uint32_t i = 0; i < facts.count; i++)
    if (facts.rows[i] == sets->fact)
      sets->named |= all_values(sets);
  add_named(sets, node->gate);
  add_named(sets, node->where);
  for (uint32_t i = 0; i < children.count; i++)
    add_named(sets, children.rows[i]);
}

static void find_named(struct trying_sets *sets,
                       const struct question *question) {
  const struct program *program = sets->report->program;

  for (uint32_t i = 0; i < question->count; i++) {
    const struct program_check *check =
        report_check(sets->report, question->results[i]->check);
    const struct program_provision *provision =
        program_provision_at(program, check->provision);
    call_charge(sets->report->call, 1);
    add_named(sets, provision ? provision->applies : 0);
    add_named(sets, check->applies);
    add_named(sets, check->expect);
  }
  sets->other = all_values(sets) & ~sets->named;
  sets->other &= ~sets->other + 1; /* the first */
}

static uint32_t count_bits(uint64_t set) {
  uint32_t count = 0;

  for (; set; set &= set - 1)
    count++;
  return count;
}

/* ---- trying ------------------------------------------------------------------------------ */

/* The values of `named` whose places among them are bits of `chosen`. */
static uint64_t spread(uint64_t named, uint32_t chosen) {
  uint64_t set = 0;

  for (; named; named &= named - 1, chosen >>= 1)
    if (chosen & 1)
      set |= named & (~named + 1);
  return set;
}

static struct cell *cell_of_set(struct call *call, uint64_t set) {
  struct cell *cell = CALL_NEW(call, struct cell);
  struct raw *raw = CALL_NEW(call, struct raw);

  *raw = (struct raw){.kind = RAW_SET, .set = set};
  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->set = set;
  cell->raw = raw;
  return cell;
}

static uint32_t group_of(struct trying_sets *sets, struct slice rating) {
  for (uint32_t i = 0; i < sets->group_count; i++)
    if (slice_is(sets->groups[i].rating, rating))
      return i;
  sets->groups[sets->group_count] = (struct group){rating, 0};
  return sets->group_count++;
}

/* Whether `with` is an answer: it is not empty, and lacks nothing that is known to be in
 * it. */
static bool is_answer(const struct trying_sets *sets, uint64_t with) {
  if (sets->has & sets->named & ~with)
    return false;
  return with || sets->row->may_be_none || sets->other;
}

static bool try_each(struct trying_sets *sets,
                     struct slice (*rated)(void *data, struct cell *cell),
                     void *data) {
  uint32_t count = UINT32_C(1) << count_bits(sets->named);

  for (uint32_t i = count; i > 0; i--) {
    uint64_t with = spread(sets->named, i - 1), set = with;
    struct slice rating;
    uint32_t group;
    if (!is_answer(sets, with))
      continue;
    if (!with && !sets->row->may_be_none)
      set = sets->other;
    rating = rated(data, cell_of_set(sets->report->call, set));
    if (!rating.data)
      return false;
    group = group_of(sets, rating);
    sets->groups[group].count++;
    sets->answers[sets->count++] =
        (struct set_answer){with, sets->named & ~with, group};
  }
  return sets->count > 0;
}

/* ---- in words ------------------------------------------------------------------------------ */

static struct slice titles(const struct trying_sets *sets, uint64_t set) {
  struct call *call = sets->report->call;

  return value_words(call, sets->fact, cell_of_set(call, set), false);
}

static struct slice in_words(const struct trying_sets *sets,
                             const struct set_answer *one) {
  struct call *call = sets->report->call;

  if (!one->without)
    return titles(sets, one->with);
  if (!one->with)
    return report_fill(call, "none of %",
                       (struct slice[]){titles(sets, one->without)});
  return report_fill(
      call, "% without %",
      (struct slice[]){titles(sets, one->with), titles(sets, one->without)});
}

/* The group with most sets, the first of several. */
static uint32_t greatest_group(const struct trying_sets *sets) {
  uint32_t most = 0;

  for (uint32_t i = 1; i < sets->group_count; i++)
    if (sets->groups[i].count > sets->groups[most].count)
      most = i;
  return most;
}

static void add_group(const struct trying_sets *sets, uint32_t group,
                      struct determining *into) {
  for (uint32_t i = 0; i < sets->count; i++)
    if (sets->answers[i].group == group)
      answer_add(sets->report, into, in_words(sets, &sets->answers[i]),
                 sets->groups[group].rating);
}

/* Of the rating that most sets come to no set is written, it is that of any other; false
 * where too many would be. */
static bool write_groups(const struct trying_sets *sets,
                         struct determining *into) {
  uint32_t most = greatest_group(sets);
  uint32_t written = sets->count - sets->groups[most].count;

  if (sets->group_count == 1) {
    answer_add(sets->report, into, SLICE("any"), sets->groups[0].rating);
    return true;
  }
  if (written > MOST_WRITTEN)
    return false;
  for (uint32_t i = 0; i < sets->group_count; i++)
    if (i != most)
      add_group(sets, i, into);
  if (sets->groups[most].count == 1)
    add_group(sets, most, into);
  else
    answer_add(sets->report, into, SLICE("any other"),
               sets->groups[most].rating);
  return true;
}

bool sets_answer(struct report *report, const struct question *question,
                 struct slice (*rated)(void *data, struct cell *cell),
                 void *data, struct determining *into) {
  struct trying_sets *sets = CALL_NEW(report->call, struct trying_sets);
  const struct cell *cell;

  sets->report = report;
  sets->fact = question->fact;
  sets->row = program_fact_at(report->program, question->fact);
  cell = question->frame->cells[sets->row->slot];
  if (cell && cell->shape == SHAPE_HAS)
    sets->has = cell->set;
  find_named(sets, question);
  return count_bits(sets->named) <= MOST_NAMED && try_each(sets, rated, data) &&
         write_groups(sets, into);
}

/* contradict.c: facts that contradict each other become conflicting.  All
 * contradictions are looked for before any is marked, and in the dossier as it was
 * given: a value that one takes away could have shown another, and who adds a
 * contradiction must not gain by it; see settle.h. */
#include "seen.h"
#include "settle.h"

enum what {
  DISAGREEMENT,
  PART,
  DIFFERENCE
};

/* A contradiction, to be marked later. */
struct contradiction {
  enum what what;
  uint32_t row; /* of DISAGREEMENT, or of FACT */
  struct frame *frame;
  const struct saying *says; /* of a part */
  struct slice list;         /* of a difference: the list's pointer */
};

struct looking {
  struct context *context;
  struct contradiction *all;
  uint32_t count, room;
  struct seen seen;
};

/* Each is kept once. */
static void add(struct looking *looking, const struct contradiction *one) {
  struct call *call = looking->context->call;

  if (!seen_add(call, &looking->seen, (uint64_t)one->row * 4 + one->what,
                one->frame))
    return;
  looking->all = reading_grow(call, looking->all, sizeof *looking->all,
                              looking->count, &looking->room);
  looking->all[looking->count++] = *one;
}

/* ---- one look at the frames as they are ------------------------------------ */

static const struct program *program_of(const struct looking *looking) {
  return looking->context->call->program;
}

static void find_disagreements(struct looking *looking, uint32_t scope) {
  uint32_t count = program_count(program_of(looking), SECTION_DISAGREEMENT);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_disagreement *one =
        program_disagreement_at(program_of(looking), i);
    if (one->scope != scope || !one->when ||
        !mask_holds(node_root(looking->context, one->when)))
      continue;
    add(looking, &(struct contradiction){.what = DISAGREEMENT,
                                         .row = i,
                                         .frame = looking->context->facility});
  }
}

/* A part that its whole cannot have is a mistake in one of the two. */
static void find_parts(struct looking *looking, struct frame *frame) {
  struct program_list facts = facility_facts(program_of(looking));

  for (uint32_t i = 0; i < facts.count; i++) {
    const struct saying *says = NULL;
    if (program_fact_at(program_of(looking), facts.rows[i])->of)
      says = parts_problem(looking->context, frame, facts.rows[i]);
    if (says)
      add(looking, &(struct contradiction){.what = PART,
                                           .row = facts.rows[i],
                                           .frame = frame,
                                           .says = says});
  }
}

/* What a part and its whole say of each other counts where both are given: of what
 * one alone gives, nothing else can be wrong. */
static void look_inside(struct looking *looking, struct frame *frame) {
  struct undo narrowed = {NULL, 0, 0};

  find_parts(looking, frame);
  parts_narrow(looking->context, frame, &narrowed);
  find_disagreements(looking, SCOPE_FACILITY);
  undo_take_back(&narrowed);
}

static void add_difference(struct looking *looking, struct frame *frame,
                           uint32_t fact) {
  const struct program *program = program_of(looking);
  uint32_t from = program_fact_at(program, fact)->from;
  const struct list *content =
      list_of(looking->context, program_node_at(program, from)->list);
  struct contradiction one = {.what = DIFFERENCE, .row = fact, .frame = frame};

  if (content)
    one.list = content->pointer;
  add(looking, &one);
}

/* Where a fact is stated and a list gives another answer, both are looked at. */
static void look_at_facility(struct looking *looking, struct frame *frame,
                             struct undo *undo) {
  struct differences differing = {NULL, 0, 0};

  derive_complete(looking->context, undo, &differing);
  for (uint32_t i = 0; i < differing.count; i++)
    add_difference(looking, frame, differing.all[i].fact);
  look_inside(looking, frame);
  for (uint32_t i = 0; i < differing.count; i++) {
    struct undo swapped = {NULL, 0, 0};
    uint32_t fact = differing.all[i].fact;
    undo_put_cell(looking->context->call, &swapped, frame,
                  program_fact_at(program_of(looking), fact)->slot,
                  differing.all[i].derived);
    look_inside(looking, frame);
    undo_take_back(&swapped);
  }
}

/* The list of facilities as it is now: a claim may take its place. */
static const struct list *facilities_now(const struct looking *looking) {
  const struct reading *reading = looking->context->reading;
  uint32_t row = reading->facilities->of;

  return reading->member
      ->lists[program_items_at(program_of(looking), row)->slot];
}

static void look(struct looking *looking, struct undo *undo) {
  struct context *context = looking->context;
  const struct list *facilities = facilities_now(looking);

  for (uint32_t i = 0; i < facilities->count; i++) {
    context->facility = facilities->items[i];
    look_at_facility(looking, context->facility, undo);
  }
  context->facility = NULL;
  find_disagreements(looking, SCOPE_MEMBER);
}

/* ---- claims ------------------------------------------------------------------ */

static uint32_t claims_of(const struct disputed *one) {
  return one->list ? one->content->claim_count
                   : cell_detail(one->cell)->claim_count;
}

/* Puts the claim number `k`, or the last, in place of what is disputed. */
static void put_claim(struct looking *looking, struct undo *undo,
                      const struct disputed *one, uint32_t k) {
  struct call *call = looking->context->call;
  uint32_t count = claims_of(one), at = k < count ? k : count - 1;

  if (count == 0)
    return;
  if (one->list)
    undo_put_list(call, undo, one->frame,
                  program_items_at(call->program, one->list)->slot,
                  (struct list *)one->content->claims[at]);
  else
    undo_put_cell(call, undo, one->frame,
                  program_fact_at(call->program, one->fact)->slot,
                  (struct cell *)cell_detail(one->cell)->claims[at]);
}

/* What is contradicted where it is, by its evidence or by a list's own count,
 * claims several things.  Each is looked at as if it stood alone. */
static void look_at_claims(struct looking *looking) {
  struct reading *reading = looking->context->reading;
  uint32_t most = 0;

  for (uint32_t i = 0; i < reading->disputed.count; i++)
    if (claims_of(&reading->disputed.all[i]) > most)
      most = claims_of(&reading->disputed.all[i]);
  for (uint32_t k = 0; k < most; k++) {
    struct undo undo = {NULL, 0, 0};
    for (uint32_t i = 0; i < reading->disputed.count; i++)
      put_claim(looking, &undo, &reading->disputed.all[i], k);
    look(looking, &undo);
    undo_take_back(&undo);
  }
}

/* ---- marking ------------------------------------------------------------------ */

/* The facts of one contradiction that the dossier gives, or its lists do, and all
 * the places of it. */
struct marking {
  struct looking *looking;
  const struct contradiction *one;
  struct {
    struct cell *cell;
    struct slice pointer;
  } * given;
  uint32_t given_count;
  struct slice *places;
  uint32_t place_count;
};

static void add_once(struct marking *marking, struct slice place) {
  if (!place.data)
    return;
  for (uint32_t i = 0; i < marking->place_count; i++)
    if (slice_is(marking->places[i], place))
      return;
  marking->places[marking->place_count++] = place;
}

static struct frame *frame_of(const struct marking *marking, uint32_t scope) {
  const struct reading *reading = marking->looking->context->reading;

  return scope == SCOPE_FACILITY ? marking->one->frame
         : scope == SCOPE_MEMBER ? reading->member
                                 : reading->assessment;
}

static void add_place(struct marking *marking, uint32_t row) {
  struct call *call = marking->looking->context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  struct frame *frame = frame_of(marking, fact->scope);
  struct cell *cell = frame ? frame->cells[fact->slot] : NULL;

  if (cell) {
    struct slice pointer = fact_pointer(call, frame, row);
    marking->given[marking->given_count].cell = cell;
    marking->given[marking->given_count++].pointer = pointer;
    add_once(marking, pointer);
    add_once(marking, cell_detail(cell)->list);
  }
  add_once(marking, marking->one->list);
}

/* Each fact has its own problem, which names all the places. */
static void mark(struct looking *looking, const struct contradiction *one,
                 struct program_list facts, const struct saying *says) {
  struct call *call = looking->context->call;
  struct marking marking = {.looking = looking, .one = one};

  marking.given = call_alloc_many(call, facts.count, sizeof *marking.given);
  marking.places =
      CALL_NEW_MANY(call, (size_t)facts.count * 2 + 1, struct slice);
  for (uint32_t i = 0; i < facts.count; i++)
    add_place(&marking, facts.rows[i]);
  for (uint32_t i = 0; i < marking.given_count; i++)
    cell_conflict(looking->context->reading, marking.given[i].cell,
                  marking.given[i].pointer, says, marking.places,
                  marking.place_count);
}

static struct slice text_of(const struct looking *looking, uint32_t text) {
  return slice_of(program_text_bytes(program_of(looking), text));
}

static void mark_disagreement(struct looking *looking,
                              const struct contradiction *one) {
  const struct program_disagreement *row =
      program_disagreement_at(program_of(looking), one->row);
  struct argument because = {.name = "because",
                             .text = text_of(looking, row->because)};
  struct saying says = {MESSAGE_DISAGREEMENT, MESSAGE_NONE, &because, 1};

  mark(looking, one, program_list_at(program_of(looking), row->facts), &says);
}

static void mark_part(struct looking *looking,
                      const struct contradiction *one) {
  uint32_t facts[] = {one->row,
                      program_fact_at(program_of(looking), one->row)->of};

  mark(looking, one, (struct program_list){facts, 2}, one->says);
}

static void mark_difference(struct looking *looking,
                            const struct contradiction *one) {
  const struct program *program = program_of(looking);
  const struct program_fact *fact = program_fact_at(program, one->row);
  uint32_t list = program_node_at(program, fact->from)->list;
  struct argument arguments[] = {
      {.name = "it", .text = text_of(looking, fact->path)},
      {.name = "list",
       .text = text_of(looking, program_items_at(program, list)->path)}};
  struct saying says = {MESSAGE_LIST_DIFFERS, MESSAGE_NONE, arguments, 2};

  mark(looking, one, (struct program_list){&one->row, 1}, &says);
}

/* ---- the whole ---------------------------------------------------------------- */

static void mark_all(struct looking *looking) {
  for (uint32_t i = 0; i < looking->count; i++) {
    const struct contradiction *one = &looking->all[i];
    if (one->what == DISAGREEMENT)
      mark_disagreement(looking, one);
    else if (one->what == PART)
      mark_part(looking, one);
    else
      mark_difference(looking, one);
  }
}

void contradictions_settle(struct context *context) {
  struct looking looking = {.context = context};
  const struct list *facilities = context->reading->facilities;
  struct undo kept = {NULL, 0, 0};

  look_at_claims(&looking);
  look(&looking, &kept);
  mark_all(&looking);
  for (uint32_t i = 0; i < facilities->count; i++)
    parts_narrow(context, facilities->items[i], NULL);
}

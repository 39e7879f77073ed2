/* bare.c: some answers take questions away, such as that something is not
 * appropriate here.  A pack lets them count with a reason alone: without one they
 * leave open what they leave out; and what claims not to apply without force is
 * noted; see settle.h. */
#include "explain.h"
#include "settle.h"
#include "small_risk.h"
#include "writing.h"

/* Why such an answer is open: words of the engine, not of the dossier. */
#define LOW_RISK "it is answered by low risk, which is no reason"
#define NO_REASON "it is answered without the reason that it needs as why"

/* ---- answers without the reason they need ---------------------------------- */

static const char *value_at(const struct program *program,
                            const struct program_fact *fact, uint32_t at) {
  return program_text_bytes(program,
                            program_list_at(program, fact->values).rows[at]);
}

static bool is_no(const struct program *program,
                  const struct program_fact *fact, const struct cell *cell) {
  uint32_t count = program_list_at(program, fact->values).count;

  if (fact->type == TYPE_YES_NO)
    return cell->set == 2;
  if (fact->type == TYPE_TEXT)
    return slice_is(cell->text, SLICE("no")) ||
           slice_is(cell->text, SLICE("none"));
  for (uint32_t i = 0; fact->type == TYPE_CHOICE && i < count; i++)
    if (cell->set == UINT64_C(1) << i)
      return strcmp(value_at(program, fact, i), "no") == 0 ||
             strcmp(value_at(program, fact, i), "none") == 0;
  return false;
}

/* Whether a known answer leaves anything out. */
static bool leaves_out(const struct program *program,
                       const struct program_fact *fact,
                       const struct cell *cell) {
  uint32_t count = program_list_at(program, fact->values).count;

  if (fact->type != TYPE_CHOICES)
    return is_no(program, fact, cell);
  for (uint32_t i = 0; i < count; i++)
    if (!(cell->set >> i & 1))
      return true;
  return false;
}

static bool is_asked(struct context *context, const struct program_fact *fact) {
  return fact->always_needs_why ||
         mask_may_hold(node_root(context, fact->needs_why));
}

static const struct raw *includes_raw(struct call *call,
                                      const struct raw *raw) {
  struct raw *copy = CALL_NEW(call, struct raw);

  *copy = *raw;
  copy->kind = RAW_INCLUDES;
  return copy;
}

/* The cell in which what is left out of `cell` is open. */
static struct cell *opened(struct call *call, const struct program_fact *fact,
                           const struct cell *cell) {
  struct cell *open = CALL_NEW(call, struct cell);
  const struct detail *detail = cell_detail(cell);
  struct detail *more = cell_more(call, open);

  open->state = CELL_UNKNOWN;
  open->basis = cell->basis;
  more->legs = detail->legs;
  more->leg_count = detail->leg_count;
  more->stated_by = detail->stated_by;
  more->why = detail->reason.data ? SLICE(LOW_RISK) : SLICE(NO_REASON);
  if (fact->type != TYPE_CHOICES || cell->set == 0)
    return open;
  open->state = CELL_KNOWN;
  open->shape = SHAPE_HAS;
  open->set = cell->set;
  open->raw = includes_raw(call, cell->raw);
  return open;
}

static void put_left_out(struct writing *out, const struct program *program,
                         const struct program_fact *fact, uint64_t set) {
  uint32_t count = program_list_at(program, fact->values).count, left = 0;

  for (uint32_t i = 0; i < count; i++)
    left += !(set >> i & 1);
  writing_put_text(out, "leaves out ");
  for (uint32_t i = 0, put = 0; i < count; i++) {
    if (set >> i & 1)
      continue;
    writing_put_joint(out, put++, left);
    writing_put_text(out, value_title(program, fact, i));
  }
}

void bare_put(struct writing *out, const struct program *program,
              const struct program_fact *fact, const struct cell *cell) {
  if (fact->type == TYPE_CHOICES)
    put_left_out(out, program, fact, cell->set);
  else
    writing_put_text(out, "is no");
}

/* "The answer leaves out a and b, and no reason is given for that". */
static struct slice why_asked(struct call *call,
                              const struct program_fact *fact,
                              const struct cell *cell) {
  struct writing out = {.call = call};

  writing_put_text(&out, "The answer ");
  bare_put(&out, call->program, fact, cell);
  writing_put_text(&out, cell_detail(cell)->reason.data
                             ? ", by low risk, which is no reason"
                             : ", and no reason is given for that");
  return writing_done(&out);
}

static void open_one(struct context *context, uint32_t row) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  struct frame *facility = context->facility;
  struct cell *cell = facility->cells[fact->slot];
  struct undecided open;

  if (!cell_has_value(cell) || !leaves_out(call->program, fact, cell) ||
      !is_asked(context, fact))
    return;
  if (cell_detail(cell)->reason.data &&
      !says_small_risk(cell_detail(cell)->reason)) {
    *READING_ADD(context->reading, reasoned) = (struct reasoned){row, facility};
    return;
  }
  facility->cells[fact->slot] = opened(call, fact, cell);
  open = (struct undecided){.fact = row,
                            .frame = facility,
                            .pointer = fact_pointer(call, facility, row),
                            .why = why_asked(call, fact, cell)};
  *READING_ADD(context->reading, undecided) = open;
}

void bare_open(struct context *context) {
  const struct program *program = context->call->program;
  struct program_list facts = facility_facts(program);
  const struct list *facilities = context->reading->facilities;

  for (uint32_t k = 0; k < facilities->count; k++) {
    context->facility = facilities->items[k];
    for (uint32_t i = 0; i < facts.count; i++) {
      const struct program_fact *fact = program_fact_at(program, facts.rows[i]);
      if (fact->always_needs_why || fact->needs_why)
        open_one(context, facts.rows[i]);
    }
  }
  context->facility = NULL;
}

/* ---- claims that something is not applicable -------------------------------- */

static void look_at_claim(struct context *context, struct frame *frame,
                          uint32_t row) {
  struct call *call = context->call;
  const struct program_fact *fact = program_fact_at(call->program, row);
  const struct cell *cell = frame->cells[fact->slot];
  struct argument when = {.name = "when"};
  struct saying says = {MESSAGE_NA_CLAIM_OPEN, MESSAGE_NONE, &when, 1};
  uint8_t mask;

  if (!fact->na_when || !cell || !cell->claimed_na ||
      cell->state != CELL_NOT_APPLICABLE)
    return;
  mask = node_root(context, fact->na_when);
  if (mask_holds(mask))
    return;
  when.text = slice_of(program_text_bytes(
      call->program, program_node_at(call->program, fact->na_when)->text));
  if (!mask_may_hold(mask))
    says.code = MESSAGE_NA_CLAIM_FALSE;
  problem_note(context->reading, fact_pointer(call, frame, row), &says);
}

static void look_at_frame(struct context *context, struct frame *frame,
                          struct program_list facts) {
  for (uint32_t i = 0; i < facts.count; i++)
    look_at_claim(context, frame, facts.rows[i]);
}

void na_claims_look(struct context *context) {
  const struct program *program = context->call->program;
  struct reading *reading = context->reading;
  const struct list *facilities = reading->facilities;
  const struct program_frame *member =
      program_frame_at(program, reading->member->kind);

  look_at_frame(context, reading->member,
                program_list_at(program, member ? member->facts : 0));
  for (uint32_t i = 0; i < facilities->count; i++) {
    context->facility = facilities->items[i];
    look_at_frame(context, context->facility, facility_facts(program));
  }
  context->facility = NULL;
}

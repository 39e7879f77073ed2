/* legs_weigh.c: what the evidence beneath a fact adds up to; see legs.h. */
#include "days.h"
#include "legs.h"
#include "settle.h"

/* ---- values against each other ----------------------------------------------- */

static bool is_same(const struct program_fact *fact, const struct cell *a,
                    const struct cell *b) {
  switch (fact->type) {
  case TYPE_YES_NO:
  case TYPE_CHOICE:
  case TYPE_CHOICES:
    return a->set == b->set;
  case TYPE_TEXT:
    return slice_is(a->text, b->text);
  default:
    return a->none_stated == b->none_stated &&
           (a->none_stated || a->lo == b->lo);
  }
}

bool legs_exclude(const struct program_fact *fact, const struct cell *cell,
                  const struct cell *other) {
  if (cell_has_value(cell))
    return !is_same(fact, cell, other);
  if (cell->shape == SHAPE_POSSIBLE)
    return !(cell->set & other->set);
  if (cell->shape == SHAPE_HAS)
    return (cell->set & ~other->set) != 0;
  if (!cell->has_lo && !cell->has_hi)
    return false;
  return other->none_stated || (cell->has_lo && other->lo < cell->lo) ||
         (cell->has_hi && other->lo > cell->hi);
}

/* ---- conflicts ------------------------------------------------------------------ */

/* What the cell and its legs say, each once, before a conflict blanks it: other
 * contradictions are looked for in that. */
static void add_claim(const struct spot *spot, struct detail *claims,
                      const struct cell *claim) {
  for (uint32_t i = 0; i < claims->claim_count; i++)
    if (cell_has_value(claim) && cell_has_value(claims->claims[i]) &&
        is_same(spot->fact, claim, claims->claims[i]))
      return;
  claims->claims[claims->claim_count++] = claim;
}

static struct detail claims_of(const struct spot *spot,
                               const struct cell *cell) {
  struct call *call = spot->reading->call;
  const struct detail *detail = cell_detail(cell);
  struct detail claims = {.claims = NULL};

  claims.claims = (const struct cell **)CALL_NEW_MANY(
      call, (size_t)detail->leg_count + 1, struct cell *);
  claims.is_given = cell_is_known(cell);
  if (claims.is_given)
    add_claim(spot, &claims, cell_copy(call, cell));
  for (uint32_t i = 0; i < detail->leg_count; i++)
    if (cell_has_value(detail->legs[i]->says))
      add_claim(spot, &claims, detail->legs[i]->says);
  return claims;
}

static void dispute(const struct spot *spot, struct cell *cell,
                    enum message code, struct slice id) {
  struct detail claims = claims_of(spot, cell);
  const struct argument arguments[] = {{.name = "id", .text = id},
                                       legs_sides(spot, cell)};
  const struct saying says = {code, MESSAGE_NONE, arguments, 2};

  cell_conflict(spot->reading, cell, spot_pointer(spot, ""), &says, NULL, 0);
  cell->detail->claims = claims.claims;
  cell->detail->claim_count = claims.claim_count;
  cell->detail->is_given = claims.is_given;
}

/* ---- one leg ---------------------------------------------------------------------- */

bool legs_is_late(const struct reading *reading, const struct evidence *item) {
  return item->date != DAY_NONE && item->date > reading->as_of;
}

bool legs_is_named(const struct evidence *item) {
  return item->title.data && item->date != DAY_NONE && item->draft != 1;
}

/* Some facts are shown by some kinds of evidence alone.  Outsiders who looked into
 * it, such as a public inquiry, count whatever their evidence is called. */
static bool is_of_kind(const struct spot *spot, const struct evidence *item) {
  struct program_list kinds =
      program_list_at(spot->reading->call->program, spot->fact->shown_by);

  if (item->draft == 1)
    return false;
  for (uint32_t i = 0; i < kinds.count; i++)
    if (kinds.rows[i] == item->kind)
      return true;
  return slice_is(item->collected_by, SLICE("third-party"));
}

/* Whether the leg bears on the fact at all: it speaks for it, on the right days. */
static bool bears(const struct leg *leg) {
  return !leg->against && !leg->late && !leg->early;
}

static void note_early(const struct spot *spot, const struct leg *leg) {
  char day[DAY_SIZE];
  const struct argument arguments[] = {
      {.name = "it", .text = leg->id},
      {.name = "day", .text = {day, day_format(leg->item->date, day)}}};
  const struct saying says = {MESSAGE_EVIDENCE_EARLY, MESSAGE_NONE, arguments,
                              2};

  problem_note(spot->reading, spot_pointer(spot, ""), &says);
}

/* What was written before an event cannot show that it took place. */
static void check_early(const struct spot *spot, const struct cell *cell,
                        struct leg *leg) {
  const struct cell *said = leg->says ? leg->says : cell;

  if (spot->fact->type != TYPE_DATE || spot->fact->future ||
      !(cell_has_value(said) || said->has_lo))
    return;
  if (leg->item->date == DAY_NONE || leg->item->date >= said->lo)
    return;
  leg->early = true;
  note_early(spot, leg);
}

/* ---- all of them --------------------------------------------------------------------- */

bool legs_all_late(struct leg *const *legs, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (!legs[i]->late)
      return false;
  return count > 0;
}

enum basis legs_basis(struct leg *const *legs, uint32_t count) {
  enum basis basis = BASIS_STATED;

  for (uint32_t i = 0; i < count; i++) {
    if (!bears(legs[i]) || !legs[i]->shows)
      continue;
    if (slice_is(legs[i]->item->collector, SLICE("auditor")))
      return BASIS_VERIFIED;
    basis = BASIS_EVIDENCED;
  }
  return basis;
}

static bool speaks_for(const struct program_fact *fact, const struct leg *leg,
                       const struct cell *cell, bool is_given) {
  return cell_has_value(leg->says) ? !legs_exclude(fact, cell, leg->says)
                                   : is_given;
}

enum basis legs_basis_for(const struct program_fact *fact,
                          const struct detail *old, const struct cell *cell,
                          bool is_given) {
  enum basis basis = BASIS_STATED;

  for (uint32_t i = 0; i < old->leg_count; i++) {
    struct leg *const *leg = &old->legs[i];
    enum basis one = speaks_for(fact, *leg, cell, is_given) ? legs_basis(leg, 1)
                                                            : BASIS_STATED;
    if (basis < one)
      basis = one;
  }
  return basis;
}

void legs_mark_contrary(const struct program_fact *fact,
                        const struct detail *old, const struct cell *cell,
                        bool is_given) {
  for (uint32_t i = 0; cell_is_known(cell) && i < old->leg_count; i++) {
    struct leg *leg = old->legs[i];
    leg->contrary = cell_has_value(leg->says)
                        ? legs_exclude(fact, cell, leg->says)
                        : leg->against == is_given;
  }
}

void legs_support(const struct spot *spot, struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  for (uint32_t i = 0; i < detail->leg_count; i++) {
    struct leg *leg = detail->legs[i];
    leg->late = legs_is_late(spot->reading, leg->item);
    leg->shows = legs_is_named(leg->item) && is_of_kind(spot, leg->item);
    check_early(spot, cell, leg);
  }
  cell->basis = (uint8_t)legs_basis(detail->legs, detail->leg_count);
}

/* The ids of evidence of a kind that cannot show the fact, where nothing else does. */
static void find_unshown(const struct spot *spot, struct cell *cell) {
  struct detail *detail = cell_more(spot->reading->call, cell);
  struct slice *ids =
      CALL_NEW_MANY(spot->reading->call, detail->leg_count, struct slice);

  if (cell->basis != BASIS_STATED)
    return;
  for (uint32_t i = 0; i < detail->leg_count; i++)
    if (bears(detail->legs[i]) && !is_of_kind(spot, detail->legs[i]->item))
      ids[detail->unshown_count++] = detail->legs[i]->id;
  if (detail->unshown_count > 0)
    detail->unshown_by = ids;
}

static void find_against(const struct spot *spot, struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  for (uint32_t i = 0; i < detail->leg_count; i++) {
    const struct leg *leg = detail->legs[i];
    bool differs =
        cell_has_value(leg->says) && legs_exclude(spot->fact, cell, leg->says);
    if (!leg->against && !differs)
      continue;
    dispute(spot, cell, MESSAGE_EVIDENCE_AGAINST, leg->id);
    return;
  }
}

/* Nobody could know it on the as-of day. */
static void blank_late(const struct spot *spot, struct cell *cell) {
  static const struct saying all_late = {MESSAGE_ALL_LATE, MESSAGE_NONE, NULL,
                                         0};
  const struct argument why = {.name = "why", .saying = &all_late};
  const struct saying says = {MESSAGE_ALL_LATE_FACT, MESSAGE_NONE, &why, 1};

  problem_note(spot->reading, spot_pointer(spot, ""), &says);
  cell_blank(cell, CELL_UNKNOWN);
  if (!cell->detail->why.data)
    cell->detail->why = saying_wrong(spot->reading->call, &all_late);
}

static void weigh_known(const struct spot *spot, struct cell *cell) {
  const struct detail *detail = cell_detail(cell);

  find_against(spot, cell);
  if (cell_is_known(cell) && legs_all_late(detail->legs, detail->leg_count))
    blank_late(spot, cell);
  find_unshown(spot, cell);
}

/* ---- withheld ---------------------------------------------------------------------------- */

/* What stands in for what is withheld: what it says, and the kinds of the auditor's
 * evidence that speak for it. */
struct stand_ins {
  const struct cell *said;
  bool interview, observation, disagree;
};

static void stand_in(const struct spot *spot, struct stand_ins *found,
                     const struct leg *leg) {
  static const uint32_t interview = 2, observation = 3; /* EVIDENCE */

  if (!cell_has_value(leg->says) || leg->late)
    return;
  if (found->said && !is_same(spot->fact, found->said, leg->says))
    found->disagree = true;
  if (!found->said)
    found->said = leg->says;
  if (!slice_is(leg->item->collector, SLICE("auditor")) || leg->against ||
      leg->early || leg->item->draft == 1)
    return;
  found->interview |= leg->item->kind == interview;
  found->observation |= leg->item->kind == observation;
}

static void know_withheld(struct cell *cell, const struct cell *said) {
  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->lo = said->lo;
  cell->hi = said->hi;
  cell->set = said->set;
  cell->text = said->text;
  cell->none_stated = said->none_stated;
  cell->raw = said->raw;
  cell->withheld = true;
}

static struct slice stand_ins_missing(const struct spot *spot,
                                      const struct cell *cell) {
  const struct argument sides = legs_sides(spot, cell);
  const struct saying says = {MESSAGE_STAND_INS_MISSING, MESSAGE_NONE, &sides,
                              1};

  return saying_wrong(spot->reading->call, &says);
}

/* A withheld document is not a withheld fact: an interview and an observation that
 * state the same value settle it.  They stand in for what an auditor may not read,
 * so they are the auditor's own: the Member's word would open what the Member
 * withholds.  Evidence that does not say who collected it is not taken for the
 * auditor's.  Any leg can disagree. */
static void weigh_withheld(const struct spot *spot, struct cell *cell) {
  struct detail *detail = cell_more(spot->reading->call, cell);
  struct stand_ins found = {NULL, false, false, false};

  for (uint32_t i = 0; i < detail->leg_count; i++)
    stand_in(spot, &found, detail->legs[i]);
  cell->withheld = found.disagree;
  if (found.disagree)
    dispute(spot, cell, MESSAGE_STAND_INS_DISAGREE, (struct slice){NULL, 0});
  else if (found.interview && found.observation)
    know_withheld(cell, found.said);
  else if (found.said)
    detail->deciding = stand_ins_missing(spot, cell);
}

void legs_weigh(const struct spot *spot, struct cell *cell) {
  legs_support(spot, cell);
  if (cell->state == CELL_KNOWN)
    weigh_known(spot, cell);
  else if (cell->state == CELL_WITHHELD)
    weigh_withheld(spot, cell);
}

/* envelope_auditor.c: what the Member answers and what the auditor found are in one
 * fact, side by side.  The auditor's finding decides; where the two differ, a note says
 * so: the twin of scripts/dossier/auditors.lua; see envelope.h. */
#include "envelope.h"

/* ---- reading -------------------------------------------------------------------- */

static const char *auditor = "/auditor";

static void note_ahead(const struct spot *spot) {
  static const struct saying says = {MESSAGE_FINDING_AHEAD, MESSAGE_NONE, NULL,
                                     0};

  problem_note(spot->reading, spot_pointer(spot, "/date"), &says);
}

/* Whether the finding has a day, which does not lie ahead. */
static bool has_day(const struct spot *spot, struct at date) {
  int32_t day = read_day(spot->reading, date);

  if (day != DAY_NONE && day > spot->reading->as_of)
    note_ahead(spot);
  return day != DAY_NONE && day <= spot->reading->as_of;
}

/* An auditor knows a fact or does not. */
static bool has_state(struct reading *reading, struct at state) {
  static const char *const states[] = {"known", "unknown"};

  return !state.given || read_word(reading, state, states, 2) != 0;
}

struct cell *envelope_finding(const struct spot *fact, struct at object) {
  static const struct saying by_auditor = {MESSAGE_FOUND_BY_AUDITOR,
                                           MESSAGE_NONE, NULL, 0};
  struct reading *reading = fact->reading;
  struct spot spot = *fact;
  struct envelope says;
  struct slice by;
  struct cell *cell;

  spot.part = auditor;
  if (!read_is_object(object)) {
    read_wrong(reading);
    return NULL;
  }
  says = envelope_keys(reading, object, OF_FINDING);
  by = read_text(reading, says.at[SAYS_BY]);
  if (!has_state(reading, says.at[SAYS_STATE]))
    return NULL;
  cell = envelope_answer(&spot, &says, false);
  if (!has_day(&spot, says.at[SAYS_DATE]) || !cell)
    return NULL;
  if (reading->self_assessment) {
    read_not_in_self(reading, spot_pointer(&spot, ""), &by_auditor);
    return NULL;
  }
  cell_more(reading->call, cell)->auditor_by = by;
  cell->detail->auditor_date = at_text(reading->call, says.at[SAYS_DATE]);
  return cell;
}

/* ---- side by side ------------------------------------------------------------------ */

/* Whether what the auditor found cannot be what the Member says. */
static bool differ(const struct spot *spot, const struct cell *member,
                   const struct cell *found) {
  if (!cell_is_known(member))
    return false;
  if (!cell_is_known(found))
    return true;
  if (cell_has_value(member))
    return legs_exclude(spot->fact, found, member);
  return cell_has_value(found) && legs_exclude(spot->fact, member, found);
}

static void note_difference(const struct spot *spot, const struct cell *member,
                            const struct cell *found) {
  struct call *call = spot->reading->call;
  struct argument arguments[3] = {
      {.name = "member"}, {.name = "auditor"}, {.name = "hidden"}};
  const struct saying says = {cell_is_known(found)
                                  ? MESSAGE_AUDITOR_DIFFERS
                                  : MESSAGE_AUDITOR_DOES_NOT_KNOW,
                              MESSAGE_NONE, arguments, 3};

  if (spot->reading->secret) {
    arguments[2].text = SLICE("true");
  } else {
    arguments[0] = legs_shown(call, spot->fact, member->raw, "member");
    arguments[1] = legs_shown(call, spot->fact, found->raw, "auditor");
  }
  problem_note(spot->reading, spot_pointer(spot, ""), &says);
}

/* What the Member's answer rests on supports a finding that is the same, where it
 * speaks for that. */
static void weigh_together(const struct spot *spot, struct cell *member,
                           struct cell *found) {
  enum basis basis;

  if (!cell_detail(member)->legs || !cell_has_value(member) ||
      !cell_has_value(found))
    return;
  legs_support(spot, member);
  if (found->basis < BASIS_STATED)
    found->basis = BASIS_STATED;
  basis = legs_basis_for(spot->fact, cell_detail(member), found, true);
  if (found->basis < basis)
    found->basis = (uint8_t)basis;
}

static void join_legs(struct call *call, struct detail *found,
                      const struct detail *member) {
  uint32_t count = found->leg_count + member->leg_count;
  struct leg **legs = CALL_NEW_MANY(call, count, struct leg *);

  if (!member->legs)
    return;
  for (uint32_t i = 0; i < count; i++)
    legs[i] = i < found->leg_count ? found->legs[i]
                                   : member->legs[i - found->leg_count];
  found->legs = legs;
  found->leg_count = count;
}

static const struct cell *said_of_member(struct call *call,
                                         const struct cell *member) {
  struct cell *said = CALL_NEW(call, struct cell);

  said->state = member->state;
  said->raw = member->raw;
  return said;
}

/* That an auditor wrote it down verifies nothing: evidence that the auditor collected,
 * of a kind that shows it, does. */
struct cell *envelope_join(const struct spot *spot, struct cell *member,
                           struct cell *found) {
  struct call *call = spot->reading->call;
  struct detail *detail = found->detail;
  bool differs = differ(spot, member, found);

  if (differs)
    note_difference(spot, member, found);
  else
    weigh_together(spot, member, found);
  if (cell_is_known(member))
    legs_mark_contrary(spot->fact, cell_detail(member), found, !differs);
  detail->member = said_of_member(call, member);
  if (!detail->reason.data)
    detail->reason = detail->auditor_by;
  join_legs(call, detail, cell_detail(member));
  detail->unshown_by = NULL;
  detail->unshown_count = 0;
  detail->set_by = cell_detail(member)->set_by;
  found->unverified = cell_is_known(found) && found->basis < BASIS_VERIFIED;
  return found;
}

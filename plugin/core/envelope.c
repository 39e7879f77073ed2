/* envelope.c: states and reasons; see envelope.h. */
#include "envelope.h"

#include "days.h"
#include "value.h"

/* ---- keys -------------------------------------------------------------------- */

static const char *const names[SAYS_END] = {
#define KEY_NAME(ID, name, whose) name,
    ENVELOPE_KEYS(KEY_NAME)
#undef KEY_NAME
};

static const uint8_t whose_keys[SAYS_END] = {
#define KEY_WHOSE(ID, name, whose) whose,
    ENVELOPE_KEYS(KEY_WHOSE)
#undef KEY_WHOSE
};

const char *envelope_key(enum envelope_key key) {
  return names[key];
}

struct envelope envelope_keys(struct reading *reading, struct at object,
                              enum envelope_whose whose) {
  struct envelope says = {.is_empty = at_count(object) == 0};

  read_keys(reading, object, names, SAYS_END, says.at);
  for (size_t i = 0; i < SAYS_END; i++)
    if (says.at[i].given && !(whose_keys[i] & whose))
      read_wrong(reading);
  return says;
}

/* ---- states ------------------------------------------------------------------- */

static const char *const states[] = {"known", "unknown", "withheld",
                                     "not_applicable", "conflicting"};
static const uint8_t cell_states[] = {CELL_ABSENT,         CELL_KNOWN,
                                      CELL_UNKNOWN,        CELL_WITHHELD,
                                      CELL_NOT_APPLICABLE, CELL_CONFLICTING};

/* CELL_ABSENT and wrong where the state is none. */
static uint8_t state_of(const struct spot *spot, const struct envelope *says) {
  if (!says->at[SAYS_STATE].given)
    return says->at[SAYS_WITHHELD_REASON].given ? CELL_WITHHELD : CELL_KNOWN;
  return cell_states[read_word(spot->reading, says->at[SAYS_STATE], states,
                               sizeof states / sizeof states[0])];
}

/* The reason of a state, and why. */
static void add_why(struct call *call, struct detail *detail,
                    struct slice text) {
  if (!text.data)
    return;
  if (detail->why.data)
    text = call_join(call, (struct slice[]){detail->why, SLICE("; "), text}, 3);
  detail->why = text;
}

static struct cell *cell_of_state(const struct spot *spot,
                                  const struct envelope *says, uint8_t state) {
  struct reading *reading = spot->reading;
  struct cell *cell;

  if (state == CELL_KNOWN)
    return envelope_value(spot, says);
  cell = CALL_NEW(reading->call, struct cell);
  cell->state = state;
  if (state == CELL_WITHHELD)
    add_why(reading->call, cell_more(reading->call, cell),
            read_text(reading, says->at[SAYS_WITHHELD_REASON]));
  if (state != CELL_NOT_APPLICABLE)
    return cell;
  if (!spot->fact->na_when)
    read_wrong(reading);
  cell->claimed_na = true;
  add_why(reading->call, cell_more(reading->call, cell),
          read_text(reading, says->at[SAYS_NA_REASON]));
  return cell;
}

/* ---- details -------------------------------------------------------------------- */

/* null, or an empty list, which forms leave of a set that nobody answered. */
static bool is_no_answer(struct at at) {
  return at_is_null(at) || (at_kind(at) == JSON_ARRAY && at_count(at) == 0);
}

/* `key` says something that the fact's state makes no use of. */
static void note_unused(const struct spot *spot, uint8_t state,
                        const struct envelope *says, enum envelope_key key) {
  static const char *const words[] = {
      "", "known", "unknown", "withheld", "conflicting", "not applicable"};
  const struct argument arguments[] = {
      {.name = "it", .text = slice_of(names[key])},
      {.name = "state", .text = slice_of(words[state])}};
  const struct saying left = {MESSAGE_VALUE_LEFT_OVER, MESSAGE_NONE, arguments,
                              2};
  struct slice place;

  if (!says->at[key].given || is_no_answer(says->at[key]))
    return;
  place = spot_pointer(spot, "/");
  place = call_join(spot->reading->call,
                    (struct slice[]){place, slice_of(names[key])}, 2);
  problem_note(spot->reading, place, &left);
}

static void note_left_over(const struct spot *spot, uint8_t state,
                           const struct envelope *says) {
  static const enum envelope_key ways[] = ENVELOPE_WAYS;

  for (size_t i = 0; state != CELL_KNOWN && i < ENVELOPE_WAYS_COUNT; i++)
    note_unused(spot, state, says, ways[i]);
  if (state != CELL_WITHHELD)
    note_unused(spot, state, says, SAYS_WITHHELD_REASON);
  if (state != CELL_NOT_APPLICABLE)
    note_unused(spot, state, says, SAYS_NA_REASON);
}

static void check_as_of(struct reading *reading, struct at at) {
  struct slice text = at_text(reading->call, at);
  int32_t first, last;

  if (at.given && !at_is_null(at) &&
      !(text.data && day_parse(text, &first, &last)))
    read_wrong(reading);
}

static void read_details(const struct spot *spot, const struct envelope *says,
                         struct cell *cell) {
  static const char *const set_by[] = {"member", "law", "contract", "other"};
  struct reading *reading = spot->reading;
  uint32_t by = 0;

  if (says->at[SAYS_SET_BY].given)
    by = read_word(reading, says->at[SAYS_SET_BY], set_by,
                   sizeof set_by / sizeof set_by[0]);
  if (by)
    cell_more(reading->call, cell)->set_by = slice_of(set_by[by - 1]);
  check_as_of(reading, says->at[SAYS_AS_OF]);
}

/* The reason of a state was read with it. */
static void read_texts(const struct spot *spot, const struct envelope *says,
                       struct cell *cell) {
  struct reading *reading = spot->reading;
  struct slice why = read_optional_text(reading, says->at[SAYS_WHY]);
  struct slice note = read_optional_text(reading, says->at[SAYS_NOTE]);
  struct slice by = read_optional_text(reading, says->at[SAYS_STATED_BY]);

  if (cell->state != CELL_WITHHELD)
    read_optional_text(reading, says->at[SAYS_WITHHELD_REASON]);
  if (cell->state != CELL_NOT_APPLICABLE)
    read_optional_text(reading, says->at[SAYS_NA_REASON]);
  read_optional_text(reading, says->at[SAYS_NA_VERIFIED_BY]);
  if (!why.data && !note.data && !by.data)
    return;
  add_why(reading->call, cell_more(reading->call, cell), why);
  cell->detail->note = note;
  cell->detail->reason = why;
  cell->detail->stated_by = by;
}

/* ---- the whole --------------------------------------------------------------------- */

struct cell *envelope_answer(const struct spot *spot,
                             const struct envelope *says, bool unweighed) {
  uint8_t state = state_of(spot, says);
  struct cell *cell =
      state == CELL_ABSENT ? NULL : cell_of_state(spot, says, state);

  if (!cell)
    return NULL;
  note_left_over(spot, state, says);
  read_details(spot, says, cell);
  read_texts(spot, says, cell);
  if (!says->at[SAYS_EVIDENCE].given)
    return cell;
  legs_read(spot, says->at[SAYS_EVIDENCE], cell);
  if (!unweighed)
    legs_weigh(spot, cell);
  return cell;
}

/* Beside what the auditor found, the Member may have answered nothing. */
static bool is_silent(const struct envelope *says) {
  static const enum envelope_key ways[] = ENVELOPE_WAYS;

  for (size_t i = 0; i < ENVELOPE_WAYS_COUNT; i++)
    if (says->at[ways[i]].given)
      return false;
  return !says->at[SAYS_STATE].given && !says->at[SAYS_WITHHELD_REASON].given;
}

struct cell *envelope_read(const struct spot *spot, struct at object) {
  struct envelope says = envelope_keys(spot->reading, object, OF_FACT);
  struct at auditor = says.at[SAYS_AUDITOR];
  struct cell *found, *member;

  if (!auditor.given || at_is_null(auditor))
    return envelope_answer(spot, &says, false);
  found = envelope_finding(spot, auditor);
  says.is_empty = is_silent(&says);
  member = envelope_answer(spot, &says, found != NULL);
  return found && member ? envelope_join(spot, member, found) : member;
}

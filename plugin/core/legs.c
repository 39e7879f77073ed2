/* legs.c: reading what is beneath a fact or list as its evidence; see legs.h. */
#include "legs.h"

#include "seen.h"
#include "settle.h"
#include "value.h"

struct slice spot_pointer(const struct spot *spot, const char *tail) {
  struct call *call = spot->reading->call;

  return call_join(call,
                   (struct slice[]){fact_pointer(call, spot->frame, spot->row),
                                    slice_of(spot->part), slice_of(tail)},
                   3);
}

/* ---- one leg ------------------------------------------------------------------ */

enum key {
  ID,
  SAYS,
  SUPPORTS,
  KEYS
};

static const char *const keys[KEYS] = {"id", "says", "supports"};

/* What the evidence says of the value.  A word that is not understood here could
 * have turned evidence against a value into evidence for it. */
static void read_detail(const struct spot *spot, const struct at *values,
                        struct leg *leg) {
  static const char *const supports[] = {"against", "for"};
  struct reading *reading = spot->reading;

  if (values[SUPPORTS].given)
    leg->against = read_word(reading, values[SUPPORTS], supports, 2) == 1;
  if (!values[SAYS].given)
    return;
  leg->says = value_read(reading->call, spot->row, values[SAYS]);
  if (!leg->says)
    read_wrong(reading);
}

static struct leg *read_leg(const struct spot *spot, struct at written) {
  struct reading *reading = spot->reading;
  struct leg *leg = CALL_NEW(reading->call, struct leg);
  struct at values[KEYS] = {written};

  if (at_kind(written) == JSON_OBJECT) {
    read_keys(reading, written, keys, KEYS, values);
    read_detail(spot, values, leg);
  }
  leg->item = read_evidence_named(reading, values[ID]);
  if (!leg->item)
    return NULL;
  leg->id = leg->item->entry.id;
  return leg;
}

static void note_repeated(const struct spot *spot, struct slice id) {
  const struct argument it = {.name = "it", .text = id};
  const struct saying says = {MESSAGE_EVIDENCE_REPEATED, MESSAGE_NONE, &it, 1};

  problem_note(spot->reading, spot_pointer(spot, "/evidence"), &says);
}

void legs_read(const struct spot *spot, struct at list, struct cell *cell) {
  struct reading *reading = spot->reading;
  struct detail *detail = cell_more(reading->call, cell);
  struct seen seen = {NULL, 0, 0};

  if (!read_is_list(list)) {
    read_wrong(reading);
    return;
  }
  detail->legs = CALL_NEW_MANY(reading->call, at_count(list), struct leg *);
  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    struct leg *leg = read_leg(spot, one);
    if (!leg)
      continue;
    if (!seen_add(reading->call, &seen, 0, leg->item))
      note_repeated(spot, leg->id);
    detail->legs[detail->leg_count++] = leg;
  }
}

/* ---- of a list ------------------------------------------------------------------- */

static void note_all_late(struct reading *reading, struct slice pointer) {
  static const struct saying all_late = {MESSAGE_ALL_LATE, MESSAGE_NONE, NULL,
                                         0};
  const struct argument why = {.name = "why", .saying = &all_late};
  const struct saying says = {MESSAGE_ALL_LATE_LIST, MESSAGE_NONE, &why, 1};

  problem_note(reading,
               call_join(reading->call,
                         (struct slice[]){pointer, SLICE("/evidence")}, 2),
               &says);
}

void legs_of_list(struct reading *reading, struct list *list,
                  struct at written) {
  if (!read_is_list(written)) {
    read_wrong(reading);
    return;
  }
  list->legs = CALL_NEW_MANY(reading->call, at_count(written), struct leg *);
  for (struct at one = at_first(written); one.given;
       one = at_next(written, one)) {
    struct evidence *item = read_evidence_named(reading, one);
    struct leg *leg;
    if (!item)
      continue;
    leg = CALL_NEW(reading->call, struct leg);
    *leg = (struct leg){.item = item,
                        .id = item->entry.id,
                        .late = legs_is_late(reading, item),
                        .shows = legs_is_named(item)};
    list->legs[list->leg_count++] = leg;
  }
  list->late = legs_all_late(list->legs, list->leg_count);
  list->basis = (uint8_t)legs_basis(list->legs, list->leg_count);
  if (list->late)
    note_all_late(reading, list->pointer);
}

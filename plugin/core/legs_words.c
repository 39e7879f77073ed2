/* legs_words.c: what each side of a conflict says; see legs.h. */
#include <stdlib.h>

#include "legs.h"
#include "writing.h"

enum {
  MOST_SIDES = 8,
  LONGEST_SIDE = 60
};

static const struct saying *saying_of(struct call *call, enum message code,
                                      const struct argument *arguments,
                                      uint32_t count) {
  struct saying *saying = CALL_NEW(call, struct saying);

  *saying = (struct saying){code, MESSAGE_NONE, arguments, count};
  return saying;
}

/* ---- values ------------------------------------------------------------------- */

static struct argument shown_text(struct call *call, struct slice text) {
  struct argument shown = {.text = text};

  if (text.size > LONGEST_SIDE)
    shown = (struct argument){
        .saying = saying_of(call, MESSAGE_LONGER_TEXT, NULL, 0)};
  return shown;
}

static struct argument shown_number(struct call *call, double number) {
  struct writing out = {.call = call};

  writing_put_number(&out, number);
  return (struct argument){.text = writing_done(&out)};
}

static struct slice value_at(struct call *call, const struct program_fact *fact,
                             uint32_t at) {
  struct program_list values = program_list_at(call->program, fact->values);

  return slice_of(program_text_bytes(call->program, values.rows[at]));
}

static struct argument
shown_set(struct call *call, const struct program_fact *fact, uint64_t set) {
  uint32_t count = program_list_at(call->program, fact->values).count;
  struct argument *list = CALL_NEW_MANY(call, count, struct argument);
  uint32_t shown = 0;

  for (uint32_t i = 0; i < count; i++)
    if (set >> i & 1)
      list[shown++].text = value_at(call, fact, i);
  if (fact->type == TYPE_CHOICE && shown > 0)
    return shown_text(call, list[0].text);
  return (struct argument){.list = list, .count = shown};
}

struct argument legs_shown(struct call *call, const struct program_fact *fact,
                           const struct raw *raw, const char *name) {
  struct argument shown = {.name = NULL};
  uint32_t kind = raw ? raw->kind : RAW_NONE;

  if (kind == RAW_SET && fact->type == TYPE_YES_NO)
    shown.saying =
        saying_of(call, raw->set == 1 ? MESSAGE_YES : MESSAGE_NO, NULL, 0);
  else if (kind == RAW_SET)
    shown = shown_set(call, fact, raw->set);
  else if (kind == RAW_TEXT)
    shown = shown_text(call, raw->text);
  else if (kind == RAW_NUMBER)
    shown = shown_number(call, raw->number);
  else if (kind != RAW_NONE)
    shown.saying = saying_of(call, MESSAGE_OTHER_VALUE, NULL, 0);
  shown.name = name;
  return shown;
}

/* ---- sides ------------------------------------------------------------------------ */

static const struct saying *side_of(const struct spot *spot,
                                    const struct leg *leg) {
  struct call *call = spot->reading->call;
  struct argument *arguments = CALL_NEW_MANY(call, 2, struct argument);

  arguments[0] = (struct argument){.name = "who", .text = leg->id};
  if (cell_has_value(leg->says))
    arguments[1] = legs_shown(call, spot->fact, leg->says->raw, "says");
  else if (leg->against)
    arguments[1] = (struct argument){
        .name = "says", .saying = saying_of(call, MESSAGE_AGAINST, NULL, 0)};
  else
    return NULL;
  return saying_of(call, MESSAGE_SIDE, arguments, 2);
}

static int by_text(const void *a, const void *b) {
  return slice_compare(((const struct argument *)a)->text,
                       ((const struct argument *)b)->text);
}

/* The sides of the legs as texts, in their order; returns how many. */
static uint32_t put_sides(const struct spot *spot, const struct detail *detail,
                          struct argument *sides) {
  struct call *call = spot->reading->call;
  uint32_t count = 0;

  for (uint32_t i = 0; i < detail->leg_count; i++) {
    const struct saying *side = side_of(spot, detail->legs[i]);
    if (side)
      sides[count++].text = saying_wrong(call, side);
  }
  if (count > 0)
    qsort(sides, count, sizeof *sides, by_text);
  return count < MOST_SIDES ? count : MOST_SIDES;
}

struct argument legs_sides(const struct spot *spot, const struct cell *cell) {
  struct call *call = spot->reading->call;
  const struct detail *detail = cell_detail(cell);
  struct argument given, *sides;
  struct argument all = {.name = "sides", .separator = "; "};
  bool says = cell_has_value(cell);

  if (spot->reading->secret)
    return all;
  sides = CALL_NEW_MANY(call, (size_t)detail->leg_count + 1, struct argument);
  all.count = put_sides(spot, detail, sides + 1) + says;
  all.list = says ? sides : sides + 1;
  if (all.count == 0)
    all.list = NULL;
  if (!says)
    return all;
  given = legs_shown(call, spot->fact, cell->raw, "says");
  sides[0].text = saying_wrong(
      call, &(struct saying){MESSAGE_SIDE_GIVEN, MESSAGE_NONE, &given, 1});
  return all;
}

/* envelope_value.c: the ways of saying a value, whole or in part; see envelope.h. */
#include <math.h>
#include <stdio.h>

#include "envelope.h"
#include "value.h"

static struct cell *known(struct call *call, enum cell_shape shape,
                          const struct raw *raw) {
  struct cell *cell = CALL_NEW(call, struct cell);
  struct raw *own = CALL_NEW(call, struct raw);

  *own = *raw;
  cell->state = CELL_KNOWN;
  cell->shape = (uint8_t)shape;
  cell->raw = own;
  cell->set = raw->set;
  return cell;
}

/* ---- bounds -------------------------------------------------------------------- */

static bool read_end(const struct spot *spot, struct at at, double *lo,
                     double *hi, struct raw_end *end) {
  struct call *call = spot->reading->call;

  if (!at.given)
    return false;
  *end = (struct raw_end){true, at_number(at), at_text(call, at)};
  if (value_bounds(call, spot->row, at, lo, hi))
    return true;
  read_wrong(spot->reading);
  return false;
}

/* What the fact has at least, though its bounds do not say so. */
static double least_of(const struct spot *spot) {
  const struct program_fact *fact = spot->fact;

  if (fact->least)
    return program_number_at(spot->reading->call->program, fact->least);
  return fact->may_be_never ? -INFINITY : NAN;
}

static void set_exact(struct call *call, struct cell *cell, double value,
                      const struct raw_end *at_most) {
  struct raw *raw = CALL_NEW(call, struct raw);

  raw->kind = at_most->text.data ? RAW_TEXT : RAW_NUMBER;
  raw->number = at_most->number;
  raw->text = at_most->text;
  cell->shape = SHAPE_VALUE;
  cell->lo = cell->hi = value;
  cell->raw = raw;
}

static struct cell *read_bounds(const struct spot *spot,
                                const struct envelope *says) {
  struct raw raw = {.kind = RAW_BOUNDS};
  double lo = 0, hi = 0, beyond, least;
  bool has_lo =
      read_end(spot, says->at[SAYS_AT_LEAST], &lo, &beyond, &raw.at_least);
  bool has_hi =
      read_end(spot, says->at[SAYS_AT_MOST], &beyond, &hi, &raw.at_most);
  struct cell *cell = known(spot->reading->call, SHAPE_BOUNDS, &raw);

  cell->lo = lo;
  cell->hi = hi;
  cell->has_lo = has_lo;
  cell->has_hi = has_hi;
  least = has_lo ? lo : least_of(spot);
  if (has_hi && least > hi)
    read_wrong(spot->reading);
  else if (has_hi && least == hi)
    set_exact(spot->reading->call, cell, hi, &raw.at_most);
  return cell;
}

/* ---- choices ---------------------------------------------------------------------- */

static uint8_t index_of(uint64_t bit) {
  uint8_t at = 0;

  while (at < 63 && !(bit >> at & 1))
    at++;
  return at;
}

/* Values of a choice; one alone is its value. */
static struct cell *read_one_of(const struct spot *spot, struct at list) {
  struct call *call = spot->reading->call;
  struct raw raw = {.kind = RAW_ONE_OF};
  uint8_t *indexes = call_alloc(call, at_count(list));
  struct cell *cell = NULL;

  for (struct at one = at_first(list); one.given; one = at_next(list, one)) {
    cell = value_read(call, spot->row, one);
    if (!cell_has_value(cell)) {
      read_wrong(spot->reading);
      return NULL;
    }
    indexes[raw.one_of_count++] = index_of(cell->set);
    raw.set |= cell->set;
  }
  raw.one_of = indexes;
  if (raw.one_of_count == 0)
    read_wrong(spot->reading);
  return raw.one_of_count > 1 ? known(call, SHAPE_POSSIBLE, &raw) : cell;
}

static struct cell *read_includes(const struct spot *spot, struct at list) {
  struct call *call = spot->reading->call;
  struct cell *cell = value_read(call, spot->row, list);
  struct cell *has;
  struct raw raw;

  if (!cell)
    read_wrong(spot->reading);
  if (!cell_is_known(cell))
    return cell;
  raw = *cell->raw;
  raw.kind = RAW_INCLUDES;
  has = known(call, SHAPE_HAS, &raw);
  has->repeated = cell->repeated;
  return has;
}

/* ---- shares ------------------------------------------------------------------------- */

/* Half a unit of the last digit that a percentage is written with. */
static double rounded_by(double percent) {
  char text[32];
  size_t digits, decimals = 0;

  snprintf(text, sizeof text, "%.15g", percent);
  digits = strspn(text, "0123456789");
  if (text[digits]) /* the point, whatever sign the locale has for it */
    decimals = strspn(text + digits + 1, "0123456789");
  if (text[digits] && text[digits + 1 + decimals])
    decimals = 0; /* with an exponent */
  return 0.5 * pow(10.0, -(double)decimals);
}

static struct cell *read_percent(const struct spot *spot, struct at at) {
  static const struct saying below_one = {MESSAGE_PERCENT_BELOW_ONE,
                                          MESSAGE_NONE, NULL, 0};
  struct call *call = spot->reading->call;
  double percent = value_number(call, at);
  struct raw raw = {.kind = RAW_PERCENT, .number = percent};
  struct cell *cell;

  if (!at_is_number(at) || !(percent >= 0 && percent <= 100)) {
    read_wrong(spot->reading);
    return NULL;
  }
  if (percent > 0 && percent < 1)
    problem_note(spot->reading, spot_pointer(spot, "/percent"), &below_one);
  cell = known(call, SHAPE_SHARE, &raw);
  cell->share = percent == 0     ? SHARE_NONE
                : percent == 100 ? SHARE_ALL
                                 : SHARE_SOME;
  cell_more(call, cell)->has_percent = cell->share == SHARE_SOME;
  cell->detail->percent = percent;
  cell->detail->rounded_by = rounded_by(percent);
  return cell;
}

static struct cell *read_share(const struct spot *spot, struct at at) {
  static const char *const shares[] = {"all", "some", "none"};
  struct raw raw = {.kind = RAW_SHARE};
  struct cell *cell;

  raw.share = (uint8_t)read_word(spot->reading, at, shares, 3);
  if (!raw.share)
    return NULL;
  cell = known(spot->reading->call, SHAPE_SHARE, &raw);
  cell->share = raw.share;
  return cell;
}

/* ---- the whole ------------------------------------------------------------------------ */

static bool is_numeric(uint32_t type) {
  return type == TYPE_NUMBER || type == TYPE_COUNT || type == TYPE_PERCENT ||
         type == TYPE_MONTHS || type == TYPE_DATE;
}

/* What is said of the value in part, where its type allows that; NULL: it is wrong. */
static struct cell *read_part(const struct spot *spot,
                              const struct envelope *says) {
  uint32_t type = spot->fact->type;
  struct at one_of = says->at[SAYS_ONE_OF];

  if (says->at[SAYS_AT_LEAST].given || says->at[SAYS_AT_MOST].given) {
    if (is_numeric(type))
      return read_bounds(spot, says);
  } else if (one_of.given) {
    if (type == TYPE_CHOICE && read_is_list(one_of))
      return read_one_of(spot, one_of);
  } else if (type == TYPE_COUNT && says->at[SAYS_SHARE].given) {
    return read_share(spot, says->at[SAYS_SHARE]);
  } else if (type == TYPE_COUNT && says->at[SAYS_PERCENT].given) {
    return read_percent(spot, says->at[SAYS_PERCENT]);
  } else if (says->at[SAYS_INCLUDES].given && type == TYPE_CHOICES &&
             !says->at[SAYS_SHARE].given && !says->at[SAYS_PERCENT].given) {
    return read_includes(spot, says->at[SAYS_INCLUDES]);
  }
  read_wrong(spot->reading);
  return NULL;
}

static void check_one_way(const struct spot *spot,
                          const struct envelope *says) {
  static const enum envelope_key ways[] = ENVELOPE_WAYS;
  uint32_t found = 0;

  for (size_t i = 0; i < ENVELOPE_WAYS_COUNT; i++)
    if (says->at[ways[i]].given &&
        !(ways[i] == SAYS_AT_MOST && says->at[SAYS_AT_LEAST].given))
      found++;
  if (found > 1)
    read_wrong(spot->reading);
}

/* Forms leave an object that says nothing where an answer was taken back. */
struct cell *envelope_value(const struct spot *spot,
                            const struct envelope *says) {
  struct reading *reading = spot->reading;
  struct cell *cell;

  if (says->is_empty) {
    cell = CALL_NEW(reading->call, struct cell);
    cell->state = CELL_UNKNOWN;
    return cell;
  }
  check_one_way(spot, says);
  if (!says->at[SAYS_VALUE].given)
    return read_part(spot, says);
  cell = value_read(reading->call, spot->row, says->at[SAYS_VALUE]);
  if (!cell)
    read_wrong(reading);
  return cell;
}

/* value.c: see value.h. */
#include "value.h"

#include <math.h>

#include "days.h"

enum {
  MOST_LISTED = 1000
};

/* Up to here every host reads the same whole number. */
#define GREATEST 9007199254740991.0

/* The codes of ISO 3166-1 alpha-2, as scripts/base/countries.lua has them. */
static const char countries[] =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBT"
    "BVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEH"
    "ERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHT"
    "HUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLS"
    "LTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNI"
    "NLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESG"
    "SHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUG"
    "UMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/* ---- cells ----------------------------------------------------------------- */

static struct cell *new_cell(struct call *call, enum cell_state state) {
  struct cell *cell = CALL_NEW(call, struct cell);

  cell->state = (uint8_t)state;
  return cell;
}

static struct cell *unknown(struct call *call, struct slice why) {
  struct cell *cell = new_cell(call, CELL_UNKNOWN);

  cell_more(call, cell)->why = why;
  return cell;
}

/* A known cell of that shape, and what a report prints of it. */
static struct cell *known(struct call *call, enum cell_shape shape,
                          struct raw raw) {
  struct cell *cell = new_cell(call, CELL_KNOWN);
  struct raw *own = CALL_NEW(call, struct raw);

  *own = raw;
  cell->shape = (uint8_t)shape;
  cell->raw = own;
  cell->set = raw.set;
  cell->text = raw.text;
  return cell;
}

static struct cell *known_set(struct call *call, uint64_t set) {
  return known(call, SHAPE_VALUE, (struct raw){.kind = RAW_SET, .set = set});
}

static struct cell *known_text(struct call *call, enum cell_shape shape,
                               struct at value) {
  return known(call, shape,
               (struct raw){.kind = RAW_TEXT, .text = at_text(call, value)});
}

static struct cell *known_number(struct call *call, double number) {
  struct cell *cell = known(call, SHAPE_VALUE,
                            (struct raw){.kind = RAW_NUMBER, .number = number});

  cell->lo = cell->hi = number;
  return cell;
}

/* ---- by type ---------------------------------------------------------------- */

static struct cell *read_yes_no(struct call *call, struct at value) {
  if (at_kind(value) != JSON_WORD)
    return NULL;
  return known_set(call, at_flag(value) ? 1 : 2);
}

/* The bit of a word among the values of a fact; 0: it is none. */
static uint64_t bit_of(struct call *call, const struct program_fact *fact,
                       struct at word) {
  struct program_list values = program_list_at(call->program, fact->values);

  for (uint32_t i = 0; i < values.count; i++)
    if (at_kind(word) == JSON_STRING &&
        at_is(word, program_text_bytes(call->program, values.rows[i])))
      return UINT64_C(1) << i;
  return 0;
}

static struct cell *read_choice(struct call *call,
                                const struct program_fact *fact,
                                struct at value) {
  uint64_t bit = bit_of(call, fact, value);

  return bit ? known_set(call, bit) : NULL;
}

/* No value at all is said in a word: an empty list is what forms write for a question
 * that nobody answered. */
static struct cell *read_choices(struct call *call,
                                 const struct program_fact *fact,
                                 struct at value) {
  struct cell *cell;
  uint64_t set = 0;
  bool repeated = false;

  if (fact->may_be_none && at_kind(value) == JSON_STRING &&
      at_is(value, "none"))
    return known_text(call, SHAPE_VALUE, value);
  if (at_kind(value) != JSON_ARRAY || at_count(value) > MOST_LISTED)
    return NULL;
  for (struct at one = at_first(value); one.given; one = at_next(value, one)) {
    uint64_t bit = bit_of(call, fact, one);
    if (!bit)
      return NULL;
    repeated = repeated || (set & bit);
    set |= bit;
  }
  cell = set ? known_set(call, set) : new_cell(call, CELL_UNKNOWN);
  cell->empty_list = !set;
  cell->repeated = repeated;
  return cell;
}

static bool in_range(struct call *call, const struct program_fact *fact,
                     double number) {
  return (!fact->least ||
          number >= program_number_at(call->program, fact->least)) &&
         (!fact->most ||
          number <= program_number_at(call->program, fact->most));
}

double value_number(struct call *call, struct at at) {
  call->rounded |= at_is_rounded(at);
  return at_number(at);
}

static struct cell *read_number(struct call *call,
                                const struct program_fact *fact,
                                struct at value, bool whole) {
  double number = value_number(call, value);

  if (!at_is_number(value) || !isfinite(number) ||
      !in_range(call, fact, number))
    return NULL;
  if (whole && (number != floor(number) || fabs(number) > GREATEST))
    return NULL;
  return known_number(call, number);
}

static struct cell *read_months(struct call *call,
                                const struct program_fact *fact,
                                struct at value) {
  struct cell *cell;

  if (!fact->may_be_none || at_kind(value) != JSON_STRING ||
      !at_is(value, "none-stated"))
    return read_number(call, fact, value, true);
  cell = known_text(call, SHAPE_VALUE, value);
  cell->none_stated = true;
  return cell;
}

static struct cell *
read_date(struct call *call, const struct program_fact *fact, struct at value) {
  struct cell *cell = known_text(call, SHAPE_VALUE, value);
  int32_t first, last;

  if (!cell->text.data)
    return NULL;
  if (fact->may_be_never && slice_is(cell->text, SLICE("never"))) {
    cell->lo = cell->hi = -INFINITY;
    return cell;
  }
  if (!day_parse(cell->text, &first, &last))
    return NULL;
  cell->lo = first;
  cell->hi = last;
  if (first == last)
    return cell;
  cell->shape = SHAPE_BOUNDS;
  cell->has_lo = cell->has_hi = true;
  return cell;
}

static bool is_letter_or_figure(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte >= 0x80;
}

bool value_is_text(struct slice text) {
  for (size_t i = 0; i < text.size; i++)
    if (is_letter_or_figure((unsigned char)text.data[i]))
      return true;
  return false;
}

static bool is_country(struct slice text) {
  for (const char *at = countries; text.size == 2 && *at; at += 2)
    if (memcmp(at, text.data, 2) == 0)
      return true;
  return false;
}

static struct cell *
read_text(struct call *call, const struct program_fact *fact, struct at value) {
  struct cell *cell = known_text(call, SHAPE_VALUE, value);
  bool fits =
      fact->is_country ? is_country(cell->text) : value_is_text(cell->text);

  return cell->text.data && fits ? cell : NULL;
}

/* ---- the whole --------------------------------------------------------------- */

static struct cell *read_by_type(struct call *call,
                                 const struct program_fact *fact,
                                 struct at value) {
  switch (fact->type) {
  case TYPE_YES_NO:
    return read_yes_no(call, value);
  case TYPE_CHOICE:
    return read_choice(call, fact, value);
  case TYPE_CHOICES:
    return read_choices(call, fact, value);
  case TYPE_COUNT:
    return read_number(call, fact, value, true);
  case TYPE_MONTHS:
    return read_months(call, fact, value);
  case TYPE_DATE:
    return read_date(call, fact, value);
  case TYPE_TEXT:
    return read_text(call, fact, value);
  default:
    return read_number(call, fact, value, false);
  }
}

struct cell *value_read(struct call *call, uint32_t row, struct at value) {
  if (at_is_null(value)) {
    struct cell *cell = new_cell(call, CELL_UNKNOWN);
    cell->unanswered = true;
    return cell;
  }
  if (at_is(value, "unknown") || at_is(value, "not_assessed"))
    return unknown(call, at_text(call, value));
  return read_by_type(call, program_fact_at(call->program, row), value);
}

bool value_bounds(struct call *call, uint32_t row, struct at value, double *lo,
                  double *hi) {
  struct cell *cell =
      read_by_type(call, program_fact_at(call->program, row), value);

  if (!cell || cell->none_stated)
    return false;
  *lo = cell->lo;
  *hi = cell->hi;
  return true;
}

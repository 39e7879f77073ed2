/* check_rules.c: that checks, tables, parameters and changes have what evaluating
 * them needs. */
#include "check.h"

enum {
  STRENGTHS = 6, /* that rate */
  MASKS = 32,    /* sets of extents */
  RANGES = 16    /* sets of ratings */
};

/* ---- checks and tables ----------------------------------------------------- */

static bool has_condition(const struct program_check *rule) {
  return rule->broken || rule->retired || (rule->expect && rule->provision);
}

static bool check_check(struct check *check, uint32_t row) {
  return has_condition(program_check_at(check->program, row))
             ? true
             : check_fails(check, SECTION_CHECK, row, "expect", "is missing");
}

/* A row of the table that outcomes come from is found by its number. */
static bool check_rating(struct check *check, uint32_t row) {
  const struct program_rating *rating = program_rating_at(check->program, row);
  uint32_t at = row - 1;

  return rating->mask == at % MASKS && rating->range < RANGES &&
                 rating->strength == at / MASKS + 1
             ? true
             : check_fails(check, SECTION_RATING, row, "mask",
                           "is out of order");
}

/* One row for each set, of each strength that rates. */
static bool check_counts(struct check *check) {
  uint32_t packs = program_count(check->program, SECTION_PACK);
  uint32_t ratings = program_count(check->program, SECTION_RATING);

  if (packs != 1)
    return check_fails(check, SECTION_PACK, packs, "section", "is not one row");
  return ratings == STRENGTHS * MASKS
             ? true
             : check_fails(check, SECTION_RATING, ratings, "table",
                           "is not whole");
}

/* Facts contradict each other where both have their frames. */
static bool check_disagreement(struct check *check, uint32_t row) {
  const struct program_disagreement *one =
      program_disagreement_at(check->program, row);
  struct program_list facts = program_list_at(check->program, one->facts);

  for (uint32_t i = 0; i < facts.count; i++) {
    uint32_t scope = program_fact_at(check->program, facts.rows[i])->scope;
    if (scope == SCOPE_ITEM || scope == SCOPE_PARAMETER)
      return check_fails(check, SECTION_DISAGREEMENT, row, "facts",
                         "are of no frame");
  }
  return true;
}

/* ---- parameters ------------------------------------------------------------ */

static bool is_number(uint32_t type) {
  return type == TYPE_NUMBER || type == TYPE_COUNT || type == TYPE_PERCENT ||
         type == TYPE_MONTHS || type == TYPE_DATE;
}

static bool is_word(const struct check *check, uint32_t text,
                    const char *word) {
  return strcmp(program_text_bytes(check->program, text), word) == 0;
}

/* Whether a fact can have the value that a word says. */
static bool fits_word(const struct check *check,
                      const struct program_fact *fact, uint32_t word) {
  struct program_list values = program_list_at(check->program, fact->values);

  if (fact->type == TYPE_YES_NO)
    return is_word(check, word, "yes") || is_word(check, word, "no");
  if (fact->type == TYPE_MONTHS)
    return is_word(check, word, "none-stated");
  if (fact->type != TYPE_CHOICE && fact->type != TYPE_CHOICES)
    return fact->type == TYPE_TEXT;
  for (uint32_t i = 0; i < values.count; i++)
    if (values.rows[i] == word)
      return true;
  return false;
}

static bool check_setting(struct check *check, uint32_t row) {
  const struct program_setting *setting =
      program_setting_at(check->program, row);
  const struct program_fact *fact =
      program_fact_at(check->program, setting->fact);
  struct program_list words = program_list_at(check->program, setting->words);
  bool fits = fact->scope == SCOPE_PARAMETER;

  if (setting->number)
    fits = fits && words.count == 0 && is_number(fact->type);
  else
    fits = fits && (words.count == 1 || fact->type == TYPE_CHOICES);
  for (uint32_t i = 0; fits && i < words.count; i++)
    fits = fits_word(check, fact, words.rows[i]);
  return fits ? true
              : check_fails(check, SECTION_SETTING, row, "value",
                            "is none of the parameter");
}

/* ---- changes --------------------------------------------------------------- */

static bool is_whole(const struct check *check,
                     const struct program_change *change) {
  const struct program_setting *setting =
      program_setting_at(check->program, change->setting);
  bool grounds = change->because && change->by && change->last;

  switch (change->kind) {
  case CHANGE_ADDS_CHECK:
    return change->added != 0;
  case CHANGE_STRICTER_CHECK:
    return change->added && change->check;
  case CHANGE_SWITCHES_OFF:
    return change->check && !change->gate && grounds;
  case CHANGE_NARROWS:
    return change->check && change->gate && grounds;
  default:
    return setting && setting->fact == change->fact;
  }
}

static bool check_change(struct check *check, uint32_t row) {
  return is_whole(check, program_change_at(check->program, row))
             ? true
             : check_fails(check, SECTION_CHANGE, row, "change",
                           "is not whole");
}

bool check_rules(struct check *check) {
  return check_counts(check) && check_each(check, SECTION_CHECK, check_check) &&
         check_each(check, SECTION_RATING, check_rating) &&
         check_each(check, SECTION_DISAGREEMENT, check_disagreement) &&
         check_each(check, SECTION_SETTING, check_setting) &&
         check_each(check, SECTION_CHANGE, check_change);
}

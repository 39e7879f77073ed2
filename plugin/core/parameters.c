/* parameters.c: the parameters of the pack as a frame; see evaluate.h. */
#include "days.h"
#include "evaluate.h"
#include "value.h"

static bool is_word(const struct program *program, uint32_t row,
                    const char *word) {
  return strcmp(program_text_bytes(program, row), word) == 0;
}

/* The bit of a word among the values of its fact; 0: it is none. */
static uint64_t bit_of(const struct program *program,
                       const struct program_fact *fact, uint32_t word) {
  struct program_list values = program_list_at(program, fact->values);

  if (fact->type == TYPE_YES_NO)
    return is_word(program, word, "yes") ? 1 : 2;
  for (uint32_t i = 0; i < values.count; i++)
    if (values.rows[i] == word)
      return UINT64_C(1) << i;
  return 0;
}

static struct slice text_of_day(struct call *call, double day) {
  char text[DAY_SIZE];

  return call_copy(call, (struct slice){text, day_format((int32_t)day, text)});
}

static void set_number(struct call *call, const struct program_fact *fact,
                       double number, struct cell *cell, struct raw *raw) {
  cell->lo = cell->hi = raw->number = number;
  raw->kind = RAW_NUMBER;
  if (fact->type != TYPE_DATE)
    return;
  raw->kind = RAW_TEXT;
  raw->text = text_of_day(call, number);
}

static void set_words(const struct program *program,
                      const struct program_fact *fact, uint32_t list,
                      struct cell *cell, struct raw *raw) {
  struct program_list words = program_list_at(program, list);
  bool text = fact->type == TYPE_TEXT || fact->type == TYPE_MONTHS;

  for (uint32_t i = 0; i < words.count && !text; i++)
    cell->set |= bit_of(program, fact, words.rows[i]);
  raw->kind = text ? RAW_TEXT : RAW_SET;
  raw->set = cell->set;
  cell->none_stated = fact->type == TYPE_MONTHS;
  if (text && words.count > 0)
    cell->text = raw->text =
        slice_of(program_text_bytes(program, words.rows[0]));
}

struct cell *evaluate_setting(struct call *call,
                              const struct program_setting *setting) {
  const struct program *program = call->program;
  const struct program_fact *fact = program_fact_at(program, setting->fact);
  struct cell *cell = CALL_NEW(call, struct cell);
  struct raw *raw = CALL_NEW(call, struct raw);

  cell->state = CELL_KNOWN;
  cell->shape = SHAPE_VALUE;
  cell->raw = raw;
  if (setting->number)
    set_number(call, fact, program_number_at(program, setting->number), cell,
               raw);
  else
    set_words(program, fact, setting->words, cell, raw);
  return cell;
}

struct frame *evaluate_parameters(struct call *call) {
  const struct program *program = call->program;
  struct frame *frame =
      frame_new(call, frame_kind(program, SCOPE_PARAMETER), 0, SLICE(""));
  struct program_list settings =
      program_list_at(program, program_pack_at(program, 1)->settings);

  for (uint32_t i = 0; i < settings.count; i++) {
    const struct program_setting *setting =
        program_setting_at(program, settings.rows[i]);
    frame->cells[program_fact_at(program, setting->fact)->slot] =
        evaluate_setting(call, setting);
  }
  return frame;
}

void evaluate_set_parameters(struct call *call, struct at values,
                             struct frame *parameters) {
  const struct program *program = call->program;
  struct program_list facts = program_list_at(
      program, program_frame_at(program, parameters->kind)->facts);

  for (uint32_t i = 0; values.given && i < facts.count; i++) {
    const char *name = program_text_bytes(
        program, program_fact_at(program, facts.rows[i])->path);
    struct at value = at_key(values, name);
    struct cell *cell =
        value.given ? value_read(call, facts.rows[i], value) : NULL;
    if (cell)
      parameters->cells[i] = cell;
  }
}

/* problems.c: see problems.h. */
#include "problems.h"

#include "frame.h"
#include "writing.h"

#define MESSAGE_CODE(ID, code) [MESSAGE_##ID] = (code),
const char *const message_codes[MESSAGE_END] = {MESSAGES(MESSAGE_CODE)};

/* Of a problem, and of a place that it names: of notes there may be many. */
enum {
  PROBLEM_COST = 500,
  PLACE_COST = 20
};

/* ---- words --------------------------------------------------------------- */

/* The rows are in the order of their codes, and hold every code of C: the engine
 * looks when it takes the program. */
static const struct program_message *row_of(const struct program *program,
                                            enum message message) {
  uint32_t from = 1, to = program_count(program, SECTION_MESSAGE);

  if (to == 0)
    return NULL;
  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    const struct program_message *row = program_message_at(program, middle);
    if (strcmp(program_text_bytes(program, row->code), message_codes[message]) <
        0)
      from = middle + 1;
    else
      to = middle;
  }
  return program_message_at(program, from);
}

bool messages_are_in(const struct program *program) {
  for (uint32_t i = MESSAGE_NONE + 1; i < MESSAGE_END; i++) {
    const struct program_message *row = row_of(program, i);
    if (!row ||
        strcmp(program_text_bytes(program, row->code), message_codes[i]) != 0)
      return false;
  }
  return true;
}

static bool has_value(const struct argument *argument) {
  return argument->text.data || argument->saying || argument->list;
}

static const struct argument *argument_of(const struct saying *saying,
                                          const char *name) {
  for (uint32_t i = 0; i < saying->count; i++)
    if (strcmp(saying->arguments[i].name, name) == 0 &&
        has_value(&saying->arguments[i]))
      return &saying->arguments[i];
  return NULL;
}

static void put_argument(struct writing *out, const struct argument *argument) {
  if (argument->text.data)
    writing_put(out, argument->text);
  else if (argument->saying)
    writing_put(out, saying_wrong(out->call, argument->saying));
  for (uint32_t i = 0; argument->list && i < argument->count; i++) {
    if (i > 0)
      writing_put_text(out, argument->separator ? argument->separator : ", ");
    put_argument(out, &argument->list[i]);
  }
}

static void put_name(struct writing *out, const struct saying *saying,
                     const char *name) {
  const struct argument *argument = argument_of(saying, name);

  if (argument) {
    put_argument(out, argument);
    return;
  }
  writing_put_text(out, "{");
  writing_put_text(out, name);
  writing_put_text(out, "}");
}

static void put_part(struct writing *out, const struct saying *saying,
                     const struct program_part *part) {
  const struct program *program = out->call->program;
  const char *text = program_text_bytes(program, part->text);
  const char *with = program_text_bytes(program, part->only_with);
  const struct argument *inner = argument_of(saying, "inner");

  if (with && !argument_of(saying, with))
    return;
  if (part->kind == PART_WORDS)
    writing_put_text(out, text);
  else if (part->kind == PART_NAME)
    put_name(out, saying, text);
  else if (inner && inner->saying)
    writing_put(out, saying_cure(out->call, inner->saying));
}

static struct slice filled(struct call *call, uint32_t parts,
                           const struct saying *saying) {
  struct program_list list = program_list_at(call->program, parts);
  struct writing out = {.call = call};

  for (uint32_t i = 0; i < list.count; i++)
    put_part(&out, saying, program_part_at(call->program, list.rows[i]));
  return writing_done(&out);
}

struct slice saying_wrong(struct call *call, const struct saying *saying) {
  return filled(call, row_of(call->program, saying->code)->wrong, saying);
}

struct slice saying_cure(struct call *call, const struct saying *saying) {
  const struct program_message *row = row_of(call->program, saying->code);
  const struct argument *inner = argument_of(saying, "inner");

  /* The cure of another code is a single text, which is used as what is wrong. */
  if (saying->cure)
    return filled(call, row_of(call->program, saying->cure)->wrong, saying);
  if (inner && inner->saying)
    return saying_cure(call, inner->saying);
  return row->cure ? filled(call, row->cure, saying) : (struct slice){NULL, 0};
}

struct slice saying_text(struct call *call, const struct saying *saying) {
  struct slice wrong = saying_wrong(call, saying);
  struct slice cure = saying_cure(call, saying);
  bool begins = cure.size > 0 && cure.data[0] >= 'A' && cure.data[0] <= 'Z';

  if (!cure.data)
    return wrong;
  return call_join(
      call, (struct slice[]){wrong, begins ? SLICE(". ") : SLICE("; "), cure},
      3);
}

/* ---- problems ------------------------------------------------------------ */

static struct problem *add(struct reading *reading, enum problem_kind kind,
                           struct slice pointer) {
  struct problem *problem = CALL_NEW(reading->call, struct problem);

  call_charge(reading->call, PROBLEM_COST);
  problem->kind = kind;
  problem->pointer = pointer;
  *READING_ADD(reading, problems) = problem;
  return problem;
}

struct problem *problem_note(struct reading *reading, struct slice pointer,
                             const struct saying *says) {
  struct problem *problem = add(reading, PROBLEM_NOTE, pointer);

  problem->code = slice_of(message_codes[says->code]);
  problem->message = saying_text(reading->call, says);
  return problem;
}

void problem_told(struct reading *reading, struct slice pointer,
                  struct slice code, struct slice message) {
  struct problem *problem = add(reading, PROBLEM_NOTE, pointer);

  problem->code = code;
  problem->message = message;
}

void problem_conflict(struct reading *reading, struct slice pointer,
                      const struct saying *says, const struct slice *places,
                      uint32_t count) {
  struct problem *problem = add(reading, PROBLEM_CONFLICT, pointer);
  struct slice *all =
      CALL_NEW_MANY(reading->call, count ? count : 1, struct slice);

  all[0] = pointer;
  if (count > 0)
    memcpy(all, places, count * sizeof *all);
  problem->pointers = all;
  problem->pointer_count = count ? count : 1;
  call_charge(reading->call, (uint64_t)PLACE_COST * problem->pointer_count);
  problem->code = slice_of(message_codes[says->code]);
  problem->message = saying_wrong(reading->call, says);
  problem->cure = saying_cure(reading->call, says);
}

void problem_error(struct reading *reading, struct slice pointer) {
  add(reading, PROBLEM_ERROR, pointer);
  reading->has_errors = true;
  if (reading->call->options.ends_at_error)
    call_leave(reading->call);
}

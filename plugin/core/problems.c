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

static bool has_value(const struct argument *argument) {
  return argument->text.data || argument->saying || argument->list;
}

static const struct argument *argument_of(const struct saying *saying,
                                          struct slice name) {
  for (uint32_t i = 0; i < saying->count; i++)
    if (slice_is(slice_of(saying->arguments[i].name), name) &&
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
                     struct slice name) {
  const struct argument *argument = argument_of(saying, name);

  if (argument) {
    put_argument(out, argument);
    return;
  }
  writing_put_text(out, "{");
  writing_put(out, name);
  writing_put_text(out, "}");
}

/* Words up to `end`, each {name} in them filled. */
static void put_plain(struct writing *out, const struct saying *saying,
                      const char *words, const char *end) {
  while (words < end) {
    size_t left = (size_t)(end - words);
    const char *from = memchr(words, '{', left);
    const char *to = from ? memchr(from, '}', (size_t)(end - from)) : NULL;
    writing_put(out, (struct slice){words, to ? (size_t)(from - words) : left});
    if (to)
      put_name(out, saying, (struct slice){from + 1, (size_t)(to - from) - 1});
    words = to ? to + 1 : end;
  }
}

/* "[?name: ... ?]" is left out where `name` has no value. */
static struct slice filled(struct call *call, const char *words,
                           const struct saying *saying) {
  struct writing out = {.call = call};
  const char *from;

  while ((from = strstr(words, "[?")) != NULL) {
    const char *inside = strchr(from, ':'), *to = strstr(inside, "?]");
    struct slice name = {from + 2, (size_t)(inside - from) - 2};
    put_plain(&out, saying, words, from);
    if (argument_of(saying, name))
      put_plain(&out, saying, inside + 1, to);
    words = to + 2;
  }
  put_plain(&out, saying, words, words + strlen(words));
  return writing_done(&out);
}

struct slice saying_wrong(struct call *call, const struct saying *saying) {
  return filled(call, message_words[saying->code].wrong, saying);
}

struct slice saying_cure(struct call *call, const struct saying *saying) {
  const struct argument *inner = argument_of(saying, SLICE("inner"));
  const char *cure = message_words[saying->code].cure;

  /* The cure of another code is a single text, which is used as what is wrong. */
  if (saying->cure)
    return filled(call, message_words[saying->cure].wrong, saying);
  if (inner && inner->saying)
    return saying_cure(call, inner->saying);
  return cure ? filled(call, cure, saying) : (struct slice){NULL, 0};
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

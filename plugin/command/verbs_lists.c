/* verbs_lists.c: questions, which lists what to ask next of a dossier or of the report on
 * one, and remedies, which lists what would close each finding of a dossier. */
#include "verbs.h"

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "side.h"
#include "within.h"

/* Shows what `function` of the scripts lists of `text`, which messages call `name`.
 * Where has_any(the list) holds, there is something to do. */
static int list(cop11_engine *engine, const char *function, const char *name,
                struct text_piece text, bool (*has_any)(struct peek list),
                const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *made = NULL;
  int status = STATUS_CANNOT;

  if (within_do(engine, function, text, NULL, &call, &made, &error) != COP11_OK)
    status = message_error(name, &error);
  else if (show_list(engine, made, arguments))
    status = has_any(peek_text(cop11_text_data(made), cop11_text_size(made)))
                 ? STATUS_FINDINGS
                 : STATUS_CLEAN;
  cop11_text_free(made);
  return status;
}

static bool has_questions(struct peek list) {
  return peek_number(peek_member(list, "questions")) > 0;
}

int verb_questions(const struct arguments *arguments) {
  struct side side = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && side_read(arguments->operand, engine, arguments, &side))
    status = list(engine, "questions", side.input.name,
                  (struct text_piece){side_data(&side), side_size(&side)},
                  has_questions, arguments);
  side_free(&side);
  cop11_engine_close(engine);
  return status;
}

static bool has_findings(struct peek list) {
  return peek_first(peek_member(list, "findings")).at != NULL;
}

int verb_remedies(const struct arguments *arguments) {
  struct input dossier = {.data = NULL};
  cop11_engine *engine = NULL;
  int status = STATUS_CANNOT;

  if (input_read(arguments->operand, &input_dossier, &dossier))
    engine = rules_engine(arguments);
  if (engine)
    status = list(engine, "remedies", dossier.name,
                  (struct text_piece){dossier.data, dossier.size}, has_findings,
                  arguments);
  input_free(&dossier);
  cop11_engine_close(engine);
  return status;
}

/* verb_questions.c: questions, which lists what to ask next of a dossier or of the
 * report on one. */
#include "verbs.h"

#include "cop11.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "side.h"
#include "within.h"

/* Whether there is anything to ask. */
static int status_of(const cop11_text *list) {
  struct peek whole = peek_text(cop11_text_data(list), cop11_text_size(list));

  return peek_number(peek_member(whole, "questions")) > 0 ? STATUS_FINDINGS
                                                          : STATUS_CLEAN;
}

static int list_questions(cop11_engine *engine, const struct side *side,
                          const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *list = NULL;
  int status = STATUS_CANNOT;

  if (within_do(engine, "questions",
                (struct text_piece){side_data(side), side_size(side)}, NULL,
                &call, &list, &error) != COP11_OK)
    status = message_error(side->input.name, &error);
  else if (show_list(engine, list, arguments))
    status = status_of(list);
  cop11_text_free(list);
  return status;
}

int verb_questions(const struct arguments *arguments) {
  struct side side = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && side_read(arguments->operand, engine, arguments, &side))
    status = list_questions(engine, &side, arguments);
  side_free(&side);
  cop11_engine_close(engine);
  return status;
}

/* verb_remedies.c: remedies, which lists what would close each finding of a dossier. */
#include "verbs.h"

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "within.h"

/* Whether there is a finding. */
static int status_of(const cop11_text *list) {
  struct peek whole = peek_text(cop11_text_data(list), cop11_text_size(list));

  return peek_first(peek_member(whole, "findings")).at ? STATUS_FINDINGS
                                                       : STATUS_CLEAN;
}

static int list_remedies(cop11_engine *engine, const struct input *dossier,
                         const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *list = NULL;
  int status = STATUS_CANNOT;

  if (within_do(engine, "remedies",
                (struct text_piece){dossier->data, dossier->size}, NULL, &call,
                &list, &error) != COP11_OK)
    status = message_error(dossier->name, &error);
  else if (show_list(engine, list, arguments))
    status = status_of(list);
  cop11_text_free(list);
  return status;
}

int verb_remedies(const struct arguments *arguments) {
  struct input dossier = {.data = NULL};
  cop11_engine *engine = NULL;
  int status = STATUS_CANNOT;

  if (input_read(arguments->operand, &input_dossier, &dossier))
    engine = rules_engine(arguments);
  if (engine)
    status = list_remedies(engine, &dossier, arguments);
  input_free(&dossier);
  cop11_engine_close(engine);
  return status;
}

/* verb_diff.c: diff, which tells what became of each check between two reports.
 * A dossier in place of a report is assessed first (side.h). */
#include "verbs.h"

#include "cop11.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "side.h"

static int compare(cop11_engine *engine, const struct side *old,
                   const struct side *new, const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *found = NULL;
  int status = STATUS_CANNOT;

  if (cop11_diff(engine, side_data(old), side_size(old), side_data(new),
                 side_size(new), &call, &found, &error) != COP11_OK)
    status = message_error("diff", &error);
  else if (show_list(engine, found, arguments)) {
    struct peek whole =
        peek_text(cop11_text_data(found), cop11_text_size(found));
    status = peek_is_true(peek_member(whole, "differs")) ? STATUS_FINDINGS
                                                         : STATUS_CLEAN;
  }
  cop11_text_free(found);
  return status;
}

int verb_diff(const struct arguments *arguments) {
  struct side old = {.made = NULL};
  struct side new = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && side_read(arguments->operands[0], engine, arguments, &old) &&
      side_read(arguments->operands[1], engine, arguments, &new))
    status = compare(engine, &old, &new, arguments);
  side_free(&old);
  side_free(&new);
  cop11_engine_close(engine);
  return status;
}

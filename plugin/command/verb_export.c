/* verb_export.c: export, which writes a report as a document of another platform. */
#include "verbs.h"

#include "cop11.h"
#include "message.h"
#include "output.h"
#include "rules.h"
#include "side.h"

static int write_as(cop11_engine *engine, const struct side *side,
                    const char *format, const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *text = NULL;
  int status = STATUS_CANNOT;

  if (cop11_render(engine, side_data(side), side_size(side), format, &call,
                   &text, &error) != COP11_OK)
    (void)message_error(side->input.name, &error);
  else if (output_write(arguments->output, cop11_text_data(text),
                        cop11_text_size(text), false))
    status = STATUS_CLEAN;
  cop11_text_free(text);
  return status;
}

int verb_export(const struct arguments *arguments) {
  struct side side = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && side_read(arguments->operands[1], engine, arguments, &side))
    status = write_as(engine, &side, arguments->operand, arguments);
  side_free(&side);
  cop11_engine_close(engine);
  return status;
}

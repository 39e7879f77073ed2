/* verb_render.c: render, which prints a report (or a report of changes) that was
 * kept as JSON.  Nothing is judged anew: the report holds all that is shown. */
#include "verbs.h"

#include <string.h>

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "show.h"

static cop11_engine *open_engine(const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_options options = {.struct_size = sizeof options,
                           .max_steps = arguments->max_steps};
  cop11_engine *engine = NULL;

  if (cop11_engine_open(&options, &call, &engine, &error) != COP11_OK)
    (void)message_error("the built-in rules", &error);
  return engine;
}

int verb_render(const struct arguments *arguments) {
  const char *format = arguments_format(arguments);
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_engine *engine = open_engine(arguments);
  struct input input = {.data = NULL};
  cop11_text *text = NULL;
  int status = STATUS_CANNOT;

  if (engine && input_read(arguments->operands[0], &input_report, &input)) {
    if (cop11_render(engine, input.data, input.size, format, &call, &text,
                     &error) != COP11_OK)
      (void)message_error(input.name, &error);
    else if (show_text(text, arguments))
      status = STATUS_CLEAN;
  }
  cop11_text_free(text);
  input_free(&input);
  cop11_engine_close(engine);
  return status;
}

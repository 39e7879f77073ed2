/* verb_import.c: import, which takes a workbook that somebody filled in into a dossier. */
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "peek.h"
#include "rules.h"
#include "within.h"
#include "workbook.h"

enum {
  NAME = 256,
  MESSAGE = 4096
};

/* Tells one problem as FILE: SHEET!CELL: message. */
static void tell(const char *name, struct peek problem) {
  char sheet[NAME], cell[NAME], message[MESSAGE];

  peek_string(peek_member(problem, "sheet"), sheet, sizeof sheet);
  if (!sheet[0])
    peek_string(peek_member(problem, "pointer"), sheet, sizeof sheet);
  peek_string(peek_member(problem, "cell"), cell, sizeof cell);
  peek_string(peek_member(problem, "message"), message, sizeof message);
  (void)message_put(
      "%s: %s%s%s: %s%s", name, sheet, cell[0] ? "!" : "", cell,
      peek_is(peek_member(problem, "kind"), "note") ? "note: " : "", message);
}

/* Tells every problem, and writes the dossier where none is an error. */
static int finish(const char *name, const cop11_text *taken,
                  const struct arguments *arguments) {
  struct peek whole = peek_text(cop11_text_data(taken), cop11_text_size(taken));
  struct peek dossier = peek_member(whole, "dossier");
  struct peek problem = peek_first(peek_member(whole, "problems"));
  char *text;
  bool done;

  for (; problem.at; problem = peek_next(problem))
    tell(name, problem);
  if (!dossier.at)
    return STATUS_CANNOT;
  text = malloc(peek_size(dossier));
  if (!text)
    return message_put("there is not enough memory for the dossier");
  peek_lines(dossier, text, peek_size(dossier));
  done = output_write(arguments->output, text, strlen(text), false);
  free(text);
  return done ? STATUS_CLEAN : STATUS_CANNOT;
}

static int take(const struct input *file, cop11_engine *engine,
                const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *taken = NULL;
  char *sheets = NULL;
  size_t size = 0;
  int status = STATUS_CANNOT;

  if (!workbook_read(file->name, file->data, file->size, &sheets, &size))
    return STATUS_CANNOT;
  if (within_do(engine, "taken", (struct text_piece){sheets, size}, NULL, &call,
                &taken, &error) == COP11_OK)
    status = finish(file->name, taken, arguments);
  else
    (void)message_error(file->name, &error);
  cop11_text_free(taken);
  free(sheets);
  return status;
}

int verb_import(const struct arguments *arguments) {
  struct input file = {.data = NULL};
  cop11_engine *engine = NULL;
  int status = STATUS_CANNOT;

  if (input_read(arguments->operand, &input_workbook, &file))
    engine = rules_engine(arguments);
  if (engine)
    status = take(&file, engine, arguments);
  input_free(&file);
  cop11_engine_close(engine);
  return status;
}

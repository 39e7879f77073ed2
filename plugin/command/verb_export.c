/* verb_export.c: export, which writes a report as a document of another platform, and a
 * dossier as a workbook. */
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "rules.h"
#include "side.h"
#include "within.h"
#include "workbook.h"

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

static int export_report(const char *format, const char *path,
                         const struct arguments *arguments) {
  struct side side = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && side_read(path, engine, arguments, &side))
    status = write_as(engine, &side, format, arguments);
  side_free(&side);
  cop11_engine_close(engine);
  return status;
}

/* ---- workbooks ---------------------------------------------------------------- */

#define WORKBOOK "xlsx"

static int write_workbook(const char *name, const cop11_text *sheets,
                          const struct arguments *arguments) {
  char *made = NULL;
  size_t size = 0;
  bool done = workbook_write(name, cop11_text_data(sheets),
                             cop11_text_size(sheets), &made, &size) &&
              output_data(arguments->output, made, size);

  free(made);
  return done ? STATUS_CLEAN : STATUS_CANNOT;
}

static int export_workbook(const char *path,
                           const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  struct input dossier = {.data = NULL};
  cop11_engine *engine = NULL;
  cop11_text *sheets = NULL;
  int status = STATUS_CANNOT;

  if (input_read(path, &input_dossier, &dossier))
    engine = rules_engine(arguments);
  if (engine && within_do(engine, "sheets",
                          (struct text_piece){dossier.data, dossier.size}, NULL,
                          &call, &sheets, &error) == COP11_OK)
    status = write_workbook(dossier.name, sheets, arguments);
  else if (engine)
    (void)message_error(dossier.name, &error);
  cop11_text_free(sheets);
  input_free(&dossier);
  cop11_engine_close(engine);
  return status;
}

static bool is_workbook(const char *path) {
  size_t size = path ? strlen(path) : 0;

  return size > sizeof WORKBOOK &&
         strcmp(path + size - sizeof WORKBOOK, "." WORKBOOK) == 0;
}

int verb_export(const struct arguments *arguments) {
  const char *format = arguments->operand;
  const char *path = arguments->operands[1];

  if (arguments->operand_count == 1) {
    path = format;
    format = WORKBOOK;
    if (!is_workbook(arguments->output))
      return message_put(
          "export needs FORMAT and DOSSIER, or a DOSSIER and the "
          "workbook to write: -o FILE." WORKBOOK);
  }
  return strcmp(format, WORKBOOK) == 0 ? export_workbook(path, arguments)
                                       : export_report(format, path, arguments);
}

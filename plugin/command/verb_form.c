/* verb_form.c: form, which writes a page on which a dossier is filled in.  The page
 * (plugin/form/) stands around what the library says of the questions, and the
 * dossier to begin with. */
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "carried.h"
#include "cop11.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "rules.h"

/* JSON inside HTML: a `<` stands in strings alone, and could end the script. */
static void put_json(FILE *out, const char *id, const char *json, size_t size) {
  fprintf(out, "<script type=\"application/json\" id=\"%s\">", id);
  for (size_t i = 0; i < size; i++) {
    if (json[i] == '<')
      fputs("\\u003c", out);
    else
      fputc(json[i], out);
  }
  fputs("</script>\n", out);
}

static int write_page(const cop11_text *questions, const struct input *dossier,
                      const struct arguments *arguments) {
  static const char mark[] = "\xEF\xBB\xBF"; /* an editor's, at the beginning */
  size_t skipped =
      dossier->data && dossier->size > 3 && memcmp(dossier->data, mark, 3) == 0
          ? 3
          : 0;
  char *page = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&page, &size);
  bool done = false;

  if (out) {
    fwrite(form_page_start, 1, form_page_start_size, out);
    put_json(out, "questions", cop11_text_data(questions),
             cop11_text_size(questions));
    if (dossier->data)
      put_json(out, "dossier", dossier->data + skipped,
               dossier->size - skipped);
    fwrite(form_page_end, 1, form_page_end_size, out);
  }
  if (!out || fclose(out) != 0)
    (void)message_put("there is not enough memory for the page");
  else
    done = output_write(arguments->output, page, size, false);
  free(page);
  return done ? STATUS_CLEAN : STATUS_CANNOT;
}

/* Whether the dossier is one, whatever is wrong with it: a form may mend that. */
static bool can_be_read(cop11_engine *engine, const struct input *dossier,
                        const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *found = NULL;
  bool done = cop11_validate(engine, dossier->data, dossier->size, &call,
                             &found, &error) == COP11_OK;

  if (!done)
    (void)message_error(dossier->name, &error);
  cop11_text_free(found);
  return done;
}

int verb_form(const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  struct input dossier = {.data = NULL};
  cop11_text *questions = NULL;
  cop11_engine *engine = NULL;
  int status = STATUS_CANNOT;

  if (!arguments->operand ||
      input_read(arguments->operand, &input_dossier, &dossier))
    engine = rules_engine(arguments);
  if (engine && (!dossier.data || can_be_read(engine, &dossier, arguments))) {
    if (cop11_describe(engine, "form/page", NULL, &questions, &error) ==
        COP11_OK)
      status = write_page(questions, &dossier, arguments);
    else
      (void)message_error("the form", &error);
  }
  cop11_text_free(questions);
  input_free(&dossier);
  cop11_engine_close(engine);
  return status;
}

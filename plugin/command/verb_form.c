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
#include "nearest.h"
#include "output.h"
#include "rules.h"

/* The languages that the page is written in, and the words of each but English. */
static const char *const languages[] = {"en", "es", "fr"};
static const struct words {
  const unsigned char *bytes;
  const size_t *size;
} words_of[] = {
    {NULL, NULL}, {words_es, &words_es_size}, {words_fr, &words_fr_size}};
enum {
  LANGUAGES = sizeof languages / sizeof languages[0]
};

/* Which of them was asked for; LANGUAGES, and a message, where there is none. */
static size_t language_of(const struct arguments *arguments) {
  const char *asked = arguments->language ? arguments->language : languages[0];
  const char *nearest = nearest_find(asked, languages, LANGUAGES);
  size_t i = 0;

  while (i < LANGUAGES && strcmp(asked, languages[i]) != 0)
    i++;
  if (i == LANGUAGES && nearest)
    (void)message_put("--language: there is no '%.80s'; did you mean '%s'?",
                      asked, nearest);
  else if (i == LANGUAGES)
    (void)message_put("--language: there is no '%.80s'; say en, es or fr",
                      asked);
  return i;
}

/* The page reads its words as they stand in rules/languages/. */
static void put_words(FILE *out, size_t language) {
  const struct words *words = &words_of[language];

  if (!words->bytes)
    return;
  fprintf(out, "<script type=\"text/plain\" id=\"words\" lang=\"%s\">",
          languages[language]);
  fwrite(words->bytes, 1, *words->size, out);
  fputs("</script>\n", out);
}

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
                      const struct arguments *arguments, size_t language) {
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
    put_words(out, language);
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
  size_t language = language_of(arguments);
  int status = STATUS_CANNOT;

  if (language == LANGUAGES)
    return status;
  if (!arguments->operand ||
      input_read(arguments->operand, &input_dossier, &dossier))
    engine = rules_engine(arguments);
  if (engine && (!dossier.data || can_be_read(engine, &dossier, arguments))) {
    if (cop11_describe(engine, "form/page", NULL, &questions, &error) ==
        COP11_OK)
      status = write_page(questions, &dossier, arguments, language);
    else
      (void)message_error("the form", &error);
  }
  cop11_text_free(questions);
  input_free(&dossier);
  cop11_engine_close(engine);
  return status;
}

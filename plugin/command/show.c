/* show.c: documents for people and machines; see show.h. */
#include "show.h"

#include <string.h>

#include "message.h"
#include "output.h"
#include "pdf.h"

static bool write_bytes(const char *bytes, size_t size, const char *format,
                        const struct arguments *arguments) {
  if (arguments->pdf)
    return pdf_write(arguments->output, bytes, size);
  return output_write(arguments->output, bytes, size,
                      strcmp(format, "text") == 0 ||
                          strcmp(format, "verbose") == 0);
}

bool show_text(const cop11_text *text, const struct arguments *arguments) {
  return write_bytes(cop11_text_data(text), cop11_text_size(text),
                     arguments_format(arguments), arguments);
}

/* What is wrong with what `asked` says by itself where it is. */
static int message_asked(const char *asked, const cop11_error *error) {
  cop11_error plain = *error;

  plain.where[0] = '\0';
  return message_error(asked, &plain);
}

/* `asked` is how the user asked for this format. */
static bool render(cop11_engine *engine, const char *document, size_t size,
                   const char *format, const char *asked,
                   const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *text = NULL;
  bool done = false;

  if (cop11_render(engine, document, size, format, &call, &text, &error) ==
      COP11_OK)
    done = write_bytes(cop11_text_data(text), cop11_text_size(text), format,
                       arguments);
  else
    (void)message_asked(asked, &error);
  cop11_text_free(text);
  return done;
}

static bool render_built_in(const char *document, size_t size,
                            const char *format,
                            const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_engine *engine = NULL;
  bool done = false;

  if (cop11_engine_open(NULL, &call, &engine, &error) == COP11_OK)
    done = render(engine, document, size, format, "--format", arguments);
  else
    (void)message_error("the built-in rules", &error);
  cop11_engine_close(engine);
  return done;
}

bool show_bytes(cop11_engine *engine, const char *document, size_t size,
                const struct arguments *arguments) {
  const char *format = arguments->format ? arguments->format : "text";

  if (strcmp(format, "json") == 0)
    return write_bytes(document, size, format, arguments);
  if (!engine)
    return render_built_in(document, size, format, arguments);
  return render(engine, document, size, format, "--format", arguments);
}

bool show(cop11_engine *engine, const cop11_text *document,
          const struct arguments *arguments) {
  return show_bytes(engine, cop11_text_data(document),
                    cop11_text_size(document), arguments);
}

bool show_indented(cop11_engine *engine, const cop11_text *document,
                   const struct arguments *arguments) {
  return render(engine, cop11_text_data(document), cop11_text_size(document),
                "json", "the library", arguments);
}

bool show_list(cop11_engine *engine, const cop11_text *list,
               const struct arguments *arguments) {
  if (arguments->format && strcmp(arguments->format, "json") == 0)
    return show_indented(engine, list, arguments);
  return show(engine, list, arguments);
}

/* new_dossier.c: see new_dossier.h. */
#include "new_dossier.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "cop11.h"
#include "message.h"
#include "output.h"
#include "peek.h"
#include "rules.h"

enum {
  LINE = 65536 /* a question and its help are far shorter */
};

static bool put_lines(struct peek line, FILE *out) {
  char *plain = malloc(LINE);

  for (; plain && line.at; line = peek_next(line))
    fprintf(out, "%s\n", peek_string(line, plain, LINE));
  free(plain);
  return plain != NULL;
}

static int write_lines(const cop11_text *answer,
                       const struct arguments *arguments) {
  struct peek whole =
      peek_text(cop11_text_data(answer), cop11_text_size(answer));
  char *text = NULL;
  size_t size = 0;
  bool done = false;
  FILE *out = open_memstream(&text, &size);

  if (out)
    done = put_lines(peek_first(peek_member(whole, "lines")), out);
  if (!out || fclose(out) != 0 || !done)
    (void)message_put("there is not enough memory for a dossier");
  else
    done = output_write(arguments->output, text, size, false);
  free(text);
  return done ? STATUS_CLEAN : STATUS_CANNOT;
}

/* Answers in a dossier are never written over. */
static bool is_taken(const char *path) {
  struct stat found;

  return path && stat(path, &found) == 0 && S_ISREG(found.st_mode);
}

int new_dossier(const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_text *answer = NULL;
  cop11_engine *engine;
  char what[1024];
  int status = STATUS_CANNOT;

  if (arguments->operand_count > 1)
    return message_put("new dossier takes no '%s'; give kinds with --kind, and "
                       "a file with -o",
                       arguments->operands[1]);
  if (is_taken(arguments->output))
    return message_put("%s is there already", arguments->output);
  if (snprintf(what, sizeof what, "template/%s,%s",
               arguments->as_of ? arguments->as_of : "",
               arguments->kinds ? arguments->kinds : "") >= (int)sizeof what)
    return message_put("there are too many kinds");
  engine = rules_engine(arguments);
  if (!engine)
    return STATUS_CANNOT;
  if (cop11_describe(engine, what, NULL, &answer, &error) == COP11_OK)
    status = write_lines(answer, arguments);
  else
    (void)message_put("%s", error.message);
  cop11_text_free(answer);
  cop11_engine_close(engine);
  return status;
}

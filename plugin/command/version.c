/* version.c: the versions of the library, and of the parts inside it; see
 * version.h. */
#include "version.h"

#include <stdio.h>
#include <string.h>

#include "cop11.h"
#include "message.h"
#include "output.h"
#include "peek.h"

/* What one line may hold; a version longer than that is cut. */
enum {
  WORD_SIZE = 128,
  LINES_SIZE = 2048
};

static void add_part(struct peek part, char *lines) {
  char name[WORD_SIZE], version[WORD_SIZE], from[WORD_SIZE];
  size_t used = strlen(lines);

  (void)snprintf(lines + used, LINES_SIZE - used, "%s %s (%s)\n",
                 peek_string(peek_member(part, "name"), name, WORD_SIZE),
                 peek_string(peek_member(part, "version"), version, WORD_SIZE),
                 peek_string(peek_member(part, "from"), from, WORD_SIZE));
}

static int print(const cop11_text *build) {
  char lines[LINES_SIZE];
  struct peek parts = peek_member(
      peek_text(cop11_text_data(build), cop11_text_size(build)), "parts");

  (void)snprintf(lines, sizeof lines, "cop11 %s (ABI %u)\n", cop11_version(),
                 (unsigned)cop11_abi_version());
  for (struct peek part = peek_first(parts); part.at; part = peek_next(part))
    add_part(part, lines);
  return output_write(NULL, lines, strlen(lines), false) ? STATUS_CLEAN
                                                         : STATUS_CANNOT;
}

int version_print(void) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_engine *engine = NULL;
  cop11_text *build = NULL;
  int status;

  if (cop11_engine_open(NULL, NULL, &engine, &error) == COP11_OK &&
      cop11_describe(engine, "build", NULL, &build, &error) == COP11_OK)
    status = print(build);
  else
    status = message_error("the library", &error);
  cop11_text_free(build);
  cop11_engine_close(engine);
  return status;
}

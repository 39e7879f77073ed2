/* compile.c: the program that writes, when the library is built, what Lua makes for the
 * core: the built-in rules as a program, and the words of messages as C:
 *
 *     cop11_compile PROGRAM WORDS
 *
 * It is the library without both, which so compiles the rules as it does a host's. */
#include <stdio.h>
#include <string.h>

#include "engine.h"
#include "options.h"
#include "pack/builtin.h"
#include "problems.h"

const struct builtin_file builtin_program = {"program", NULL, 0, 0};
const struct message_words message_words[MESSAGE_END] = {{NULL, NULL}};

static const cop11_call usual = {.struct_size = sizeof usual};

/* The pieces one behind the other. */
static bool put(const char *path, const char *const *pieces,
                const size_t *sizes, size_t count) {
  FILE *file = fopen(path, "wb");
  bool whole = file != NULL;

  for (size_t i = 0; whole && i < count; i++)
    whole = fwrite(pieces[i], 1, sizes[i], file) == sizes[i];
  return file && fclose(file) == 0 && whole;
}

static bool put_program(cop11_engine *engine, const char *path) {
  const struct program *program = engine_program(engine);

  return program && put(path, &program->block, &program->size, 1);
}

/* All codes that C knows, a line each. */
static void list_codes(char *list, size_t size) {
  list[0] = '\0';
  for (int i = MESSAGE_NONE + 1; i < MESSAGE_END; i++) {
    strncat(list, message_codes[i], size - strlen(list) - 1);
    strncat(list, "\n", size - strlen(list) - 1);
  }
}

static bool put_words(cop11_engine *engine, const char *path,
                      cop11_error *err) {
  static const char head[] =
      "/* Made by cop11_compile; do not edit. */\n#include \"problems.h\"\n\n"
      "const struct message_words message_words[MESSAGE_END] = {\n"
      "    {NULL, NULL},\n";
  static const char foot[] = "};\n";
  char codes[64 * MESSAGE_END];
  struct job job = {.function = "words", .text = codes, .err = err};
  bool done = false;

  list_codes(codes, sizeof codes);
  job.size = strlen(codes);
  if (engine_do(engine, &usual, &job) == COP11_OK)
    done = put(path,
               (const char *const[]){head, cop11_text_data(job.result), foot},
               (const size_t[]){sizeof head - 1, cop11_text_size(job.result),
                                sizeof foot - 1},
               3);
  cop11_text_free(job.result);
  return done;
}

int main(int count, char **words) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_options options;
  cop11_engine *engine = NULL;
  bool done = count == 3 && options_read(NULL, &options, &err) == COP11_OK &&
              engine_open(&options, &usual, &engine, &err) == COP11_OK &&
              put_program(engine, words[1]) &&
              put_words(engine, words[2], &err);

  if (!done)
    fprintf(stderr, "cop11_compile: not written. %s\n", err.message);
  engine_close(engine);
  return done ? 0 : 1;
}

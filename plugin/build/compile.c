/* compile.c: the program that writes the built-in rules as the library carries them,
 * when it is built:
 *
 *     cop11_compile FILE
 *
 * It is the library without that program, which so compiles the rules as it does a
 * host's. */
#include <stdio.h>

#include "engine.h"
#include "options.h"
#include "pack/builtin.h"

const struct builtin_file builtin_program = {"program", NULL, 0, 0};

static int put(const struct program *program, const char *path) {
  FILE *file = fopen(path, "wb");
  bool whole;

  if (!file)
    return 1;
  whole = fwrite(program->block, 1, program->size, file) == program->size;
  return fclose(file) == 0 && whole ? 0 : 1;
}

int main(int count, char **words) {
  cop11_error err = {.struct_size = sizeof err};
  const cop11_call call = {.struct_size = sizeof call};
  cop11_options options;
  cop11_engine *engine = NULL;
  int failed = 1;

  if (count == 2 && options_read(NULL, &options, &err) == COP11_OK &&
      engine_open(&options, &call, &engine, &err) == COP11_OK &&
      engine_program(engine))
    failed = put(engine_program(engine), words[1]);
  if (failed)
    fprintf(stderr, "cop11_compile: no program. %s\n", err.message);
  engine_close(engine);
  return failed;
}

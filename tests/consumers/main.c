/* A host outside the tree: opens the built-in rules and rates one dossier. */
#include <cop11.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  size_t capacity = 1 << 20;
  char *text = malloc(capacity);

  *size = file && text ? fread(text, 1, capacity, file) : 0;
  if (file)
    fclose(file);
  return text;
}

int main(int argc, char **argv) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_engine *engine = NULL;
  cop11_text *report = NULL;
  size_t size = 0;
  char *dossier = read_file(argc > 1 ? argv[1] : "", &size);

  if (cop11_engine_open(NULL, NULL, &engine, &err) == COP11_OK)
    cop11_evaluate(engine, dossier, size, NULL, &report, &err);
  fwrite(cop11_text_data(report), 1, cop11_text_size(report), stdout);
  if (err.status != COP11_OK)
    fprintf(stderr, "%s\n", err.message);
  cop11_text_free(report);
  cop11_engine_close(engine);
  free(dossier);
  return err.status;
}

/* golden.c: the samples' reports, as every binding and host must return them.
 * They are made anew by each run of the tests, from C through the shared library,
 * so that no copy of them in the sources grows old.
 *
 * usage: golden FOLDER DOSSIER...      prints TAP
 *
 * Writes FOLDER/NAME.json for each dossier NAME.json.
 */
#include <cop11.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  long end = -1;

  if (file && fseek(file, 0, SEEK_END) == 0)
    end = ftell(file);
  if (end >= 0)
    bytes = malloc((size_t)end + 1);
  if (bytes) {
    rewind(file);
    *size = fread(bytes, 1, (size_t)end, file);
  }
  if (file)
    fclose(file);
  return bytes;
}

static int write_report(const char *folder, const char *dossier,
                        const cop11_text *report) {
  const char *slash = strrchr(dossier, '/');
  char path[4096];
  FILE *file;
  size_t written;

  snprintf(path, sizeof path, "%s/%s", folder, slash ? slash + 1 : dossier);
  file = fopen(path, "wb");
  if (!file)
    return 0;
  written = fwrite(cop11_text_data(report), 1, cop11_text_size(report), file);
  return fclose(file) == 0 && written == cop11_text_size(report);
}

static int make(cop11_engine *engine, const char *folder, const char *path) {
  cop11_error err = {.struct_size = sizeof err};
  cop11_text *report = NULL;
  size_t size = 0;
  char *dossier = read_file(path, &size);
  int good = dossier && cop11_evaluate(engine, dossier, size, NULL, &report,
                                       &err) == COP11_OK;

  good = good && write_report(folder, path, report);
  if (!good)
    printf("# %s %s\n", err.where, err.message);
  cop11_text_free(report);
  free(dossier);
  return good;
}

int main(int argc, char **argv) {
  cop11_engine *engine = NULL;
  int failed = cop11_engine_open(NULL, NULL, &engine, NULL) != COP11_OK;

  for (int i = 2; i < argc; i++) {
    int good = engine && make(engine, argv[1], argv[i]);

    failed += !good;
    printf("%sok %d - the report of %s is written\n", good ? "" : "not ", i - 1,
           argv[i]);
  }
  printf("1..%d\n", argc - 2);
  cop11_engine_close(engine);
  return failed > 0;
}

/* A host that loads two copies of the library, as two plugins that each bring
 * one do, and uses them in turns.
 *   copies LIBRARY OTHER DOSSIER
 * Writes the report that both give.  Exit status 1: a call failed; 2: there are
 * not two copies, or their reports differ. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "loaded.h"

struct copy {
  struct loaded loaded;
  cop11_engine *engine;
  cop11_text *report;
};

static int evaluate(struct copy *copy, const struct document *dossier) {
  copy->loaded.text_free(copy->report);
  return copy->loaded.evaluate(copy->engine, dossier->text, dossier->size, NULL,
                               &copy->report, NULL) != COP11_OK;
}

static int start(struct copy *copy, const char *path) {
  return load(path, &copy->loaded) != 0 ||
         copy->loaded.open(NULL, NULL, &copy->engine, NULL) != COP11_OK;
}

static void end(struct copy *copy) {
  copy->loaded.text_free(copy->report);
  copy->loaded.close(copy->engine);
  dlclose(copy->loaded.library);
}

static int are_alike(const struct copy *one, const struct copy *two) {
  return one->loaded.open != two->loaded.open &&
         strcmp(one->loaded.text_data(one->report),
                two->loaded.text_data(two->report)) == 0;
}

/* The second goes on after the first is gone. */
static int use(struct copy *copies, const struct document *dossier) {
  for (int turn = 0; turn < 4; turn++) {
    if (evaluate(&copies[turn % 2], dossier) != 0)
      return 1;
  }
  if (!are_alike(&copies[0], &copies[1]))
    return 2;
  end(&copies[0]);
  if (evaluate(&copies[1], dossier) != 0)
    return 1;
  printf("%s\n", copies[1].loaded.text_data(copies[1].report));
  end(&copies[1]);
  return 0;
}

int main(int argc, char **argv) {
  static struct document dossier;
  struct copy copies[2] = {0};

  if (argc != 4 || read_document(argv[3], &dossier) != 0)
    return 1;
  for (int i = 0; i < 2; i++) {
    if (start(&copies[i], argv[1 + i]) != 0)
      return 1;
  }
  return use(copies, &dossier);
}

/* loaded.c: the library found at run time; see loaded.h. */
#include "loaded.h"

#include <dlfcn.h>
#include <stdio.h>

/* POSIX's way to make a function of what dlsym returns. */
static int find(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
  return *(void **)function == NULL;
}

int load(const char *path, struct loaded *loaded) {
  void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);

  loaded->library = library;
  if (!library)
    return 1;
  return find(library, "cop11_engine_open", &loaded->open) |
         find(library, "cop11_pack_new", &loaded->pack_new) |
         find(library, "cop11_pack_free", &loaded->pack_free) |
         find(library, "cop11_evaluate", &loaded->evaluate) |
         find(library, "cop11_text_data", &loaded->text_data) |
         find(library, "cop11_text_size", &loaded->text_size) |
         find(library, "cop11_text_free", &loaded->text_free) |
         find(library, "cop11_engine_close", &loaded->close);
}

int read_document(const char *path, struct document *document) {
  FILE *file = fopen(path, "rb");

  if (!file)
    return 1;
  document->size = fread(document->text, 1, sizeof document->text, file);
  fclose(file);
  return 0;
}

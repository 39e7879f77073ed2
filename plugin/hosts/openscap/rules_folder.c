/* rules_folder.c: see rules_folder.h. */
#define _POSIX_C_SOURCE 200809L /* strdup, strtok_r */
#include "rules_folder.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  MOST_LAYERS = 8
};

static cop11_pack *read_pack(const char *folder, cop11_error *error) {
  cop11_pack *pack = NULL;

  if (cop11_pack_new("rules", &pack, error) == COP11_OK &&
      cop11_pack_add_folder(pack, folder, NULL, error) == COP11_OK)
    return pack;
  cop11_pack_free(pack);
  return NULL;
}

/* Reads the folders of `list`, a copy that is taken apart; false where one cannot be
 * read. */
static bool read_layers(char *list, cop11_pack **layers, size_t *count,
                        cop11_error *error) {
  char *rest = NULL;

  for (char *folder = strtok_r(list, ":", &rest); folder;
       folder = strtok_r(NULL, ":", &rest)) {
    if (*count == MOST_LAYERS) {
      error->status = COP11_E_ARGUMENT;
      snprintf(error->message, sizeof error->message,
               "COP11_LAYERS names more than %d folders", MOST_LAYERS);
      return false;
    }
    layers[*count] = read_pack(folder, error);
    if (!layers[*count])
      return false;
    ++*count;
  }
  return true;
}

cop11_engine *rules_folder_open(cop11_error *error) {
  const char *rules = getenv("COP11_RULES");
  const char *named = getenv("COP11_LAYERS");
  char *list = strdup(named ? named : "");
  cop11_pack *pack = NULL, *layers[MOST_LAYERS];
  size_t count = 0;
  cop11_options options = {.struct_size = sizeof options};
  cop11_engine *engine = NULL;

  if (rules)
    pack = read_pack(rules, error);
  if (list && (!rules || pack) && read_layers(list, layers, &count, error)) {
    options.pack = pack;
    options.layers = count > 0 ? (const cop11_pack *const *)layers : NULL;
    options.layer_count = count;
    (void)cop11_engine_open(&options, NULL, &engine, error);
  }
  while (count > 0)
    cop11_pack_free(layers[--count]);
  cop11_pack_free(pack);
  free(list);
  return engine;
}

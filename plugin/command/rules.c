/* rules.c: packs and engines; see rules.h. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

/* Reports are read again to be shown, and may be much larger than a dossier. */
#define MIB ((uint64_t)1 << 20)
static const uint64_t report_most = 1024 * MIB;
static const uint64_t memory_most =
    sizeof(size_t) > 4 ? 16384 * MIB : 512 * MIB;

/* ---- folders ------------------------------------------------------------- */

void rules_name(const char *folder, char *name) {
  static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz0123456789.-_";
  char *path = realpath(folder, NULL);
  const char *slash = path ? strrchr(path, '/') : NULL;

  snprintf(name, RULES_NAME_SIZE, "%s", slash ? slash + 1 : "rules");
  if (!*name)
    snprintf(name, RULES_NAME_SIZE, "rules");
  for (char *at = name; *at; at++) {
    if (!strchr(allowed, *at))
      *at = '-';
  }
  free(path);
}

static bool read_folder(const char *folder, const struct arguments *arguments,
                        cop11_pack **out) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  char name[RULES_NAME_SIZE];

  rules_name(folder, name);
  if (cop11_pack_new(name, out, &error) == COP11_OK &&
      cop11_pack_add_folder(*out, folder, &call, &error) == COP11_OK)
    return true;
  (void)message_folder(folder, &error);
  return false;
}

bool rules_read(const char *folder, const struct arguments *arguments,
                struct rules *rules) {
  *rules = (struct rules){.options = {.struct_size = sizeof(cop11_options),
                                      .max_dossier = report_most,
                                      .max_report = report_most,
                                      .max_memory = memory_most,
                                      .max_steps = arguments->max_steps}};
  if (folder && !read_folder(folder, arguments, &rules->pack))
    return false;
  rules->options.pack = rules->pack;
  if (arguments->layer_count > 0)
    rules->options.layers = (const cop11_pack *const *)rules->layers;
  rules->options.keys = arguments->key_count > 0 ? arguments->keys : NULL;
  rules->options.key_count = arguments->key_count;
  for (size_t i = 0; i < arguments->layer_count; i++) {
    if (!read_folder(arguments->layers[i], arguments, &rules->layers[i]))
      return false;
    rules->options.layer_count = i + 1;
  }
  return true;
}

void rules_free(struct rules *rules) {
  for (size_t i = 0; i < MOST_LAYERS; i++)
    cop11_pack_free(rules->layers[i]);
  cop11_pack_free(rules->pack);
  *rules = (struct rules){0};
}

/* ---- engines ------------------------------------------------------------- */

/* A broken rule is told by its file in the pack. */
static void explain(const char *folder, cop11_error *error) {
  char file[sizeof error->where];

  if (!error->where[0]) {
    (void)message_error(folder ? folder : "the built-in rules", error);
    return;
  }
  memcpy(file, error->where, sizeof file);
  error->where[0] = '\0';
  (void)message_error(file, error);
}

cop11_engine *rules_engine_for(const struct arguments *arguments,
                               uint64_t max_steps, const char *if_layer) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_engine *engine = NULL;
  struct rules rules;

  if (!rules_read(arguments->rules, arguments, &rules))
    goto out;
  if (max_steps > 0)
    rules.options.max_steps = max_steps;
  rules.options.max_depth = 64; /* the forms nest deeper than dossiers do */
  if (cop11_engine_open(&rules.options, &call, &engine, &error) != COP11_OK) {
    if (if_layer && strstr(error.message, "looks like a layer"))
      (void)message_put("%s is a layer: %s", arguments->rules, if_layer);
    else
      explain(arguments->rules, &error);
  }
out:
  rules_free(&rules);
  return engine;
}

cop11_engine *rules_engine(const struct arguments *arguments) {
  return rules_engine_for(arguments, 0, NULL);
}

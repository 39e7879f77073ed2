/* beside.c: two check engines under the one name that the command oscap loads.
 *
 * oscap of OpenSCAP 1.3 looks in OSCAP_CHECK_ENGINE_PLUGIN_DIR for libopenscap_sce.so.25
 * and nothing else.  This object has that name: it loads the script check engine of the
 * system, which is called so too, and cop11_openscap.so from the folder above its own, and
 * hands each call to both.  Where the system has no script check engine, ours works alone.
 */
#define _GNU_SOURCE /* dladdr */
#include <check_engine_plugin.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  ENGINES = 2
};

static struct check_engine_plugin_def engines[ENGINES];
static int count;

__attribute__((visibility("default"))) int
OPENSCAP_CHECK_ENGINE_PLUGIN_ENTRY(struct check_engine_plugin_def *plugin);

/* Loads the engine of an object; false where it is not there. */
static bool load(const char *path) {
  struct check_engine_plugin_def *one = &engines[count];
  void *object = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
  check_engine_plugin_entry_fn enter = NULL;

  *one = (struct check_engine_plugin_def){.module_handle = object};
  if (object)
    *(void **)&enter = dlsym(object, "OPENSCAP_CHECK_ENGINE_PLUGIN_ENTRY");
  if (!enter || enter(one) != 0)
    return false;
  one->module_handle = object;
  count++;
  return true;
}

/* Loads an object by its place beside this one. */
static bool load_beside(const char *name) {
  Dl_info self;
  const char *slash;
  char *path;
  bool loaded;

  if (!dladdr(engines, &self) || !(slash = strrchr(self.dli_fname, '/')))
    return false;
  path = malloc((size_t)(slash - self.dli_fname) + strlen(name) + 2);
  if (!path)
    return false;
  sprintf(path, "%.*s/%s", (int)(slash - self.dli_fname), self.dli_fname, name);
  loaded = load(path);
  free(path);
  return loaded;
}

static int add_engines(struct xccdf_policy_model *model, const char *path,
                       void **data) {
  int status = 0;

  (void)data;
  for (int i = 0; i < count; i++)
    status |= engines[i].register_fn(model, path, &engines[i].user_data);
  return status;
}

static int clean(struct xccdf_policy_model *model, void **data) {
  int status = 0;

  (void)data;
  for (int i = 0; i < count; i++)
    status |= engines[i].cleanup_fn(model, &engines[i].user_data);
  return status;
}

static int write_more(struct xccdf_policy_model *model, bool validate,
                      const char *path, void **data) {
  int status = 0;

  (void)data;
  for (int i = 0; i < count; i++)
    status |= engines[i].export_results_fn(model, validate, path,
                                           &engines[i].user_data);
  return status;
}

static const char *names(void **data) {
  static char text[256];

  (void)data;
  text[0] = '\0';
  for (int i = 0; i < count; i++) {
    size_t used = strlen(text);

    snprintf(text + used, sizeof text - used, "%s%s", used > 0 ? ", " : "",
             engines[i].get_capabilities_fn(&engines[i].user_data));
  }
  return text;
}

int OPENSCAP_CHECK_ENGINE_PLUGIN_ENTRY(struct check_engine_plugin_def *plugin) {
  count = 0;
  load("libopenscap_sce.so.25"); /* the system's; it need not be there */
  if (!load_beside("../cop11_openscap.so"))
    return 1;
  plugin->register_fn = add_engines;
  plugin->cleanup_fn = clean;
  plugin->export_results_fn = write_more;
  plugin->get_capabilities_fn = names;
  return 0;
}

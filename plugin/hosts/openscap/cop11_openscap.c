/* cop11_openscap.c: libcop11 as a check engine of OpenSCAP.
 *
 * For each rule of a Benchmark that `cop11 export xccdf` wrote, OpenSCAP asks the
 * engine of the rule's check system, by the file that the check names (the dossier) and
 * the id of the rule.  The dossier is evaluated once into the same form, "xccdf/results";
 * what stands there of the rule at the profile's place is the answer, and its message is
 * added to the result that OpenSCAP makes of it.
 *
 * An answer never rests on what the Benchmark does not say: a value that is not the
 * one of the rules in use (another digest, a changed parameter) is an error.
 *
 *   COP11_RULES    a folder of rules, where they are not the built-in ones
 *   COP11_LAYERS   folders of layers, with ':' between them
 */
#define _POSIX_C_SOURCE 200809L /* fstat, strdup */
#include "rules_folder.h"

#include <check_engine_plugin.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xccdf_benchmark.h>

static char system_name[] = "urn:cop11:check";
static const char place_id[] = "xccdf_cop11_value_place";
static const char day_id[] = "xccdf_cop11_value_as-of";
static const char result_prefix[] = "xccdf_cop11_testresult_";

enum {
  MOST = 16 << 20, /* bytes of a dossier, as the library reads them */
  SAID = 1600
};

struct checker {
  char *folder; /* of the Benchmark */
  cop11_engine *engine;
  char *asked; /* the file and the day that the answers are for */
  struct xccdf_benchmark *answers;
  char said[SAID]; /* why there are none */
  char *message;   /* what is to be told of the rule asked last */
  xccdf_message_severity_t severity;
};

typedef struct xccdf_value_binding_iterator bindings;

/* ---- the dossier --------------------------------------------------------- */

/* The text of a file, which may be anything: a device or a pipe is not read. */
static char *read_file(const char *path, size_t *size) {
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat about;
  ssize_t count = 0;
  char *text = NULL;

  *size = 0;
  if (file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
      about.st_size <= MOST)
    text = malloc((size_t)about.st_size + 1);
  while (text && *size < (size_t)about.st_size &&
         (count = read(file, text + *size, (size_t)about.st_size - *size)) > 0)
    *size += (size_t)count;
  if (file >= 0)
    close(file);
  if (count >= 0)
    return text;
  free(text);
  return NULL;
}

static void say_error(struct checker *checker, const char *path,
                      const cop11_error *error) {
  snprintf(checker->said, SAID, "%s: %s at '%s' line %d column %d: %s", path,
           cop11_status_name(error->status), error->where, (int)error->line,
           (int)error->column, error->message);
}

/* The report on a dossier in OpenSCAP's own form. */
static struct xccdf_benchmark *evaluate(struct checker *checker,
                                        const char *path, const char *day) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = {
      .struct_size = sizeof call, .as_of = day, .format = "xccdf/results"};
  struct xccdf_benchmark *answers = NULL;
  struct oscap_source *source;
  cop11_text *report = NULL;
  size_t size;
  char *text = read_file(path, &size);

  if (!text) {
    snprintf(checker->said, SAID,
             "%s cannot be read: the dossier has this name, and lies beside "
             "the Benchmark",
             path);
    return NULL;
  }
  if (cop11_evaluate(checker->engine, text, size, &call, &report, &error) ==
      COP11_OK) {
    source = oscap_source_new_from_memory(cop11_text_data(report),
                                          cop11_text_size(report), path);
    answers = xccdf_benchmark_import_source(source);
    oscap_source_free(source);
  } else {
    say_error(checker, path, &error);
  }
  cop11_text_free(report);
  free(text);
  return answers;
}

/* Whether `asked` is what the answers are for; it is kept, or freed. */
static bool known(struct checker *checker, char *asked) {
  bool same = asked && checker->asked && strcmp(asked, checker->asked) == 0;

  if (same) {
    free(asked);
    return true;
  }
  free(checker->asked);
  xccdf_benchmark_free(checker->answers);
  checker->asked = asked;
  checker->answers = NULL;
  snprintf(checker->said, SAID, "the report could not be made");
  return false;
}

/* Sees to it that the answers are those for this file and day. */
static void ask(struct checker *checker, const char *file, const char *day) {
  size_t size = strlen(file) + strlen(day) + 2;
  char *asked = malloc(size);
  char *path = malloc(strlen(checker->folder) + strlen(file) + 2);

  if (asked)
    snprintf(asked, size, "%s %s", day, file);
  if (!known(checker, asked) && path) {
    sprintf(path, "%s/%s", checker->folder, file);
    checker->answers = evaluate(checker, path, day);
  }
  free(path);
}

/* ---- what the Benchmark says --------------------------------------------- */

static const char *value_of(struct xccdf_value_binding *binding) {
  const char *set = xccdf_value_binding_get_setvalue(binding);

  return set ? set : xccdf_value_binding_get_value(binding);
}

static const char *told(bindings *all, const char *name) {
  const char *value = NULL;

  xccdf_value_binding_iterator_reset(all);
  while (xccdf_value_binding_iterator_has_more(all)) {
    struct xccdf_value_binding *one = xccdf_value_binding_iterator_next(all);

    if (strcmp(xccdf_value_binding_get_name(one), name) == 0)
      value = value_of(one);
  }
  return value;
}

static const char *ours(struct xccdf_benchmark *answers, const char *id) {
  struct xccdf_item *item = xccdf_benchmark_get_item(answers, id);
  struct xccdf_value_instance *instance = NULL;

  if (item && xccdf_item_get_type(item) == XCCDF_VALUE)
    instance =
        xccdf_value_get_instance_by_selector(xccdf_item_to_value(item), NULL);
  return instance ? xccdf_value_instance_get_value(instance) : NULL;
}

/* Whether each value but the place is that of the rules in use. */
static bool same_values(struct checker *checker, bindings *all) {
  xccdf_value_binding_iterator_reset(all);
  while (xccdf_value_binding_iterator_has_more(all)) {
    struct xccdf_value_binding *one = xccdf_value_binding_iterator_next(all);
    const char *name = xccdf_value_binding_get_name(one);
    const char *theirs = value_of(one), *mine = ours(checker->answers, name);

    if (strcmp(name, place_id) == 0 ||
        (mine && theirs && !strcmp(mine, theirs)))
      continue;
    snprintf(checker->said, SAID,
             "%s is %s in the Benchmark and %s in the rules in use: export it "
             "anew, or name its rules in COP11_RULES and COP11_LAYERS",
             name, theirs ? theirs : "not set", mine ? mine : "not there");
    return false;
  }
  return true;
}

/* ---- answers ------------------------------------------------------------- */

static struct xccdf_rule_result *find(struct checker *checker, const char *id,
                                      const char *place) {
  struct xccdf_result_iterator *all =
      xccdf_benchmark_get_results(checker->answers);
  struct xccdf_rule_result *found = NULL;
  size_t prefix = sizeof result_prefix - 1;

  while (xccdf_result_iterator_has_more(all)) {
    struct xccdf_result *one = xccdf_result_iterator_next(all);
    const char *name = xccdf_result_get_id(one);

    if (strncmp(name, result_prefix, prefix) == 0 &&
        strcmp(name + prefix, place) == 0)
      found = xccdf_result_get_rule_result_by_id(one, id);
  }
  xccdf_result_iterator_free(all);
  return found;
}

static void keep_message(struct checker *checker, const char *text,
                         xccdf_message_severity_t severity) {
  free(checker->message);
  checker->message = text ? strdup(text) : NULL;
  checker->severity = severity;
}

static const char *message_of(struct xccdf_rule_result *found) {
  struct xccdf_message_iterator *all = xccdf_rule_result_get_messages(found);
  const char *text = NULL;

  if (xccdf_message_iterator_has_more(all))
    text = xccdf_message_get_content(xccdf_message_iterator_next(all));
  xccdf_message_iterator_free(all);
  return text;
}

static xccdf_test_result_type_t
answer(struct xccdf_policy *policy, const char *rule, const char *id,
       const char *file, bindings *values,
       struct xccdf_check_import_iterator *imports, void *data) {
  struct checker *checker = data;
  const char *place = told(values, place_id), *day = told(values, day_id);
  struct xccdf_rule_result *found = NULL;
  bool asked = id && file && place && day;

  (void)policy, (void)rule, (void)imports;
  if (!asked)
    snprintf(checker->said, SAID, "the rule names no file, place or day");
  else if (checker->engine)
    ask(checker, file, day);
  if (asked && checker->answers && same_values(checker, values)) {
    found = find(checker, id, place);
    if (!found)
      snprintf(checker->said, SAID, "the dossier has no result for %s at %s",
               id, place);
  }
  keep_message(checker, found ? message_of(found) : checker->said,
               found ? XCCDF_MSG_INFO : XCCDF_MSG_ERROR);
  return found ? xccdf_rule_result_get_result(found) : XCCDF_RESULT_ERROR;
}

/* Called with each result that OpenSCAP has made; of ours it is the one that was
 * answered last. */
static int add_message(struct xccdf_rule_result *result, void *data) {
  struct checker *checker = data;
  struct xccdf_message *message;

  if (!checker->message)
    return 0;
  message = xccdf_message_new();
  xccdf_message_set_content(message, checker->message);
  xccdf_message_set_severity(message, checker->severity);
  xccdf_rule_result_add_message(result, message);
  keep_message(checker, NULL, XCCDF_MSG_INFO);
  return 0;
}

/* ---- the plugin ---------------------------------------------------------- */

static int clean(struct xccdf_policy_model *model, void **data) {
  struct checker *checker = *data;

  (void)model;
  if (!checker)
    return 0;
  xccdf_benchmark_free(checker->answers);
  cop11_engine_close(checker->engine);
  free(checker->message);
  free(checker->asked);
  free(checker->folder);
  free(checker);
  *data = NULL;
  return 0;
}

/* Rules that cannot be opened are told by each rule that is asked. */
static int add_engine(struct xccdf_policy_model *model, const char *folder,
                      void **data) {
  cop11_error error = {.struct_size = sizeof error};
  struct checker *checker = calloc(1, sizeof *checker);

  clean(model, data);
  if (!checker)
    return 1;
  *data = checker;
  checker->folder = strdup(folder ? folder : ".");
  checker->engine = rules_folder_open(&error);
  if (!checker->folder)
    return 1;
  if (!checker->engine)
    say_error(checker, "the rules", &error);
  return !xccdf_policy_model_register_engine_and_query_callback(
             model, system_name, answer, checker, NULL) ||
         !xccdf_policy_model_register_output_callback(model, add_message,
                                                      checker);
}

static int write_more(struct xccdf_policy_model *model, bool validate,
                      const char *path, void **data) {
  (void)model, (void)validate, (void)path, (void)data;
  return 0; /* everything stands in the results themselves */
}

static const char *name(void **data) {
  static char text[64];

  (void)data;
  snprintf(text, sizeof text, "libcop11 Version: %s", cop11_version());
  return text;
}

__attribute__((visibility("default"))) int
OPENSCAP_CHECK_ENGINE_PLUGIN_ENTRY(struct check_engine_plugin_def *plugin);

int OPENSCAP_CHECK_ENGINE_PLUGIN_ENTRY(struct check_engine_plugin_def *plugin) {
  plugin->register_fn = add_engine;
  plugin->cleanup_fn = clean;
  plugin->export_results_fn = write_more;
  plugin->get_capabilities_fn = name;
  return 0;
}

/* verbs_rules.c: schema, rules, explain, lint and test, the verbs about the
 * rules. */
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cop11.h"
#include "json_put.h"
#include "message.h"
#include "nearest.h"
#include "peek.h"
#include "rules.h"
#include "show.h"
#include "test_some.h"

/* ---- schema and rules ---------------------------------------------------- */

typedef bool show_fn(cop11_engine *engine, const cop11_text *document,
                     const struct arguments *arguments);

static int describe(const char *what, const struct arguments *arguments,
                    show_fn *give) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_engine *engine = rules_engine(arguments);
  cop11_text *text = NULL;
  int status = STATUS_CANNOT;

  if (!engine)
    return STATUS_CANNOT;
  if (cop11_describe(engine, what, &call, &text, &error) != COP11_OK)
    status = message_put("%s", error.message);
  else if (give(engine, text, arguments))
    status = STATUS_CLEAN;
  cop11_text_free(text);
  cop11_engine_close(engine);
  return status;
}

int verb_schema(const struct arguments *arguments) {
  static const char *const names[] = {"dossier",
                                      "report",
                                      "batch",
                                      "questionnaire",
                                      "questionnaire-schema",
                                      "form/rjsf",
                                      "form/jsonforms"};
  static const char *const whats[] = {
      "dossier-schema",       "report-schema", "batch-schema",  "questionnaire",
      "questionnaire-schema", "form/rjsf",     "form/jsonforms"};
  enum {
    COUNT = sizeof names / sizeof names[0]
  };
  const char *name = arguments->operand ? arguments->operand : names[0];
  const char *nearest;

  for (size_t i = 0; i < COUNT; i++) {
    if (strcmp(name, names[i]) == 0)
      return describe(whats[i], arguments, show_indented);
  }
  nearest = nearest_find(name, names, COUNT);
  if (nearest)
    return message_put("there is no schema '%s'; did you mean '%s'?", name,
                       nearest);
  return message_put("there is no schema '%s'; name dossier, report, batch, "
                     "questionnaire, questionnaire-schema, form/rjsf or "
                     "form/jsonforms",
                     name);
}

/* What `rules` shows by this name is no check. */
static bool is_subject(const char *operand) {
  return strcmp(operand, "editor") == 0 || strcmp(operand, "points") == 0;
}

/* Appends the words with a space between them; what is too long is cut. */
static void join_words(char *what, size_t size,
                       const struct arguments *arguments) {
  size_t used = strlen(what);

  for (size_t i = 0; i < arguments->operand_count && used < size; i++)
    used += (size_t)snprintf(what + used, size - used, "%s%s", i > 0 ? " " : "",
                             arguments->operands[i]);
}

int verb_rules(const struct arguments *arguments) {
  char what[256] = "";

  if (!arguments->operand)
    return describe("rules", arguments, show);
  if (!is_subject(arguments->operand) || arguments->operand_count > 1)
    snprintf(what, sizeof what, "rules/");
  join_words(what, sizeof what, arguments);
  return describe(what, arguments, show);
}

int verb_explain(const struct arguments *arguments) {
  char what[256] = "codes";

  if (arguments->operand)
    snprintf(what, sizeof what, "codes/%s", arguments->operand);
  return describe(what, arguments, show);
}

/* ---- lint and test ------------------------------------------------------- */

typedef cop11_status examine_fn(const cop11_options *options,
                                const cop11_call *call, cop11_text **out,
                                cop11_error *err);
typedef bool clean_fn(struct peek result);

/* A word as a shell takes it. */
static void put_word(FILE *out, const char *word) {
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz0123456789+,-./:=@_";

  if (*word && strspn(word, plain) == strlen(word)) {
    fprintf(out, " %s", word);
    return;
  }
  fputs(" '", out);
  for (; *word; word++)
    fputs(*word == '\'' ? "'\\''" : (const char[]){*word, '\0'}, out);
  fputc('\'', out);
}

/* How the rules were named, to be named so again. */
static bool name_rules(const struct arguments *arguments, char *named,
                       size_t size) {
  FILE *out = fmemopen(named, size, "w");

  if (!out)
    return false;
  if (arguments->operand)
    put_word(out, arguments->operand);
  for (size_t i = 0; i < arguments->layer_count; i++) {
    fputs(" --layer", out);
    put_word(out, arguments->layers[i]);
  }
  return fclose(out) == 0;
}

static void put_folder(FILE *out, const char *name, const char *path) {
  fputs("{\"name\":", out);
  json_put_string(out, name);
  fputs(",\"path\":", out);
  json_put_string(out, path);
  fputc('}', out);
}

/* Where the rules lie, so that paths begin where the user is. */
static void put_folders(FILE *out, const struct arguments *arguments) {
  const char *separator = "";

  fputs(",\"folders\":[", out);
  if (arguments->operand) {
    put_folder(out, "", arguments->operand);
    separator = ",";
  }
  for (size_t i = 0; i < arguments->layer_count; i++) {
    char name[RULES_NAME_SIZE];

    rules_name(arguments->layers[i], name);
    fputs(separator, out);
    put_folder(out, name, arguments->layers[i]);
    separator = ",";
  }
  fputc(']', out);
}

/* Where it is shown, `text` also says by which words the user named the rules, so
 * that it can tell the next command, and where they lie. */
static bool show_named(const cop11_text *text,
                       const struct arguments *arguments) {
  char *bytes = NULL;
  char named[1024] = "";
  size_t size = 0;
  bool done;
  FILE *out;

  if ((arguments->format && strcmp(arguments->format, "json") == 0) ||
      !name_rules(arguments, named, sizeof named))
    return show(NULL, text, arguments);
  out = open_memstream(&bytes, &size);
  if (!out)
    return message_put("there is not enough memory"), false;
  fputs("{\"named\":", out);
  json_put_string(out, named);
  put_folders(out, arguments);
  if (arguments->details)
    fputs(",\"details\":true", out);
  fprintf(out, ",%s", cop11_text_data(text) + 1);
  done = fclose(out) == 0 && show_bytes(NULL, bytes, size, arguments);
  free(bytes);
  return done;
}

static int examine(const struct arguments *arguments, examine_fn *function,
                   clean_fn *is_clean) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  const char *asked = arguments->only;
  cop11_text *text = NULL;
  int status = STATUS_CANNOT;
  struct rules rules;

  if (!rules_read(arguments->operand, arguments, &rules))
    goto out;
  if ((asked ? test_some(&rules.options, asked, &call, &text, &error)
             : function(&rules.options, &call, &text, &error)) != COP11_OK) {
    status = message_error(asked                ? asked
                           : arguments->operand ? arguments->operand
                                                : "the built-in rules",
                           &error);
  } else if (show_named(text, arguments)) {
    struct peek result =
        peek_text(cop11_text_data(text), cop11_text_size(text));
    status = is_clean(result) ? STATUS_CLEAN : STATUS_FINDINGS;
  }
out:
  cop11_text_free(text);
  rules_free(&rules);
  return status;
}

static bool has_no_diagnostics(struct peek lint) {
  struct peek diagnostics = peek_member(lint, "diagnostics");

  return diagnostics.at && !peek_first(diagnostics).at;
}

static bool is_ok(struct peek test) {
  return peek_is_true(peek_member(test, "ok"));
}

int verb_lint(const struct arguments *arguments) {
  return examine(arguments, cop11_lint, has_no_diagnostics);
}

/* The examples that one check lacks, to be put into a file. */
static int write_missing(const struct arguments *arguments) {
  struct arguments of_pack = *arguments;
  char what[256];

  of_pack.rules = arguments->operand;
  snprintf(what, sizeof what, "missing/%s", arguments->write_missing);
  return describe(what, &of_pack, show);
}

/* A number that names no folder is the ID of a check. */
static bool is_id(const char *word) {
  struct stat ignored;

  return word && *word >= '0' && *word <= '9' && stat(word, &ignored) != 0;
}

int verb_test(const struct arguments *arguments) {
  struct arguments known = *arguments;

  if (arguments->write_missing)
    return write_missing(arguments);
  if (arguments->operand_count > 1) {
    known.only = arguments->operands[1];
  } else if (is_id(arguments->operand)) {
    known.only = arguments->operand;
    known.operand = NULL;
  }
  return examine(&known, cop11_test, is_ok);
}

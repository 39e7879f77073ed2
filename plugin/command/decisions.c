/* decisions.c: see decisions.h.  The scripts judge and lay out; here is only what
 * calls them, and the file. */
#include "decisions.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json_put.h"
#include "message.h"
#include "output.h"
#include "replace.h"
#include "rules.h"
#include "within.h"

/* ---- asking ---------------------------------------------------------------- */

static cop11_call call_of(const struct decisions *all) {
  cop11_call call = arguments_call(all->arguments);

  call.as_of = all->arguments->as_of;
  return call;
}

/* What a dossier asks, and the report that this stands in. */
static bool ask(struct decisions *all, const char *text, size_t size,
                cop11_text **report, cop11_text **list) {
  cop11_call call = call_of(all), of_list = arguments_call(all->arguments);

  *report = *list = NULL;
  if (cop11_evaluate(all->engine, text, size, &call, report, &all->error) !=
      COP11_OK)
    return false;
  if (within_do(all->engine, "decisions",
                (struct text_piece){cop11_text_data(*report),
                                    cop11_text_size(*report)},
                NULL, &of_list, list, &all->error) == COP11_OK)
    return true;
  cop11_text_free(*report);
  *report = NULL;
  return false;
}

struct peek decisions_document(const struct decisions *all) {
  return peek_text(cop11_text_data(all->list), cop11_text_size(all->list));
}

/* Remembers the dossier as the one that stands in the file. */
static bool keep(struct decisions *all) {
  char *copy = malloc(all->dossier.size + 1);

  if (!copy) {
    (void)message_put("there is not enough memory to keep the dossier");
    return false;
  }
  memcpy(copy, all->dossier.data, all->dossier.size);
  free(all->kept.data);
  all->kept = all->dossier;
  all->kept.data = copy;
  return true;
}

bool decisions_start(struct decisions *all, const struct arguments *arguments) {
  *all = (struct decisions){.arguments = arguments,
                            .error = {.struct_size = sizeof all->error}};
  all->file = arguments->output ? arguments->output : arguments->operand;
  if (!input_read(arguments->operand, &input_dossier, &all->dossier) ||
      !keep(all))
    return false;
  all->engine = rules_engine(arguments);
  if (!all->engine)
    return false;
  if (ask(all, all->dossier.data, all->dossier.size, &all->report, &all->list))
    return true;
  (void)message_error(all->dossier.name, &all->error);
  return false;
}

void decisions_end(struct decisions *all) {
  cop11_text_free(all->list);
  cop11_text_free(all->report);
  cop11_engine_close(all->engine);
  input_free(&all->dossier);
  input_free(&all->kept);
}

/* ---- adding ---------------------------------------------------------------- */

static void put_field(FILE *out, const char *key, const char *value) {
  if (!value)
    return;
  fprintf(out, "%s\"%s\":", ftell(out) > 1 ? "," : "", key);
  json_put_whole(out, value);
}

/* The decision as JSON, to be freed. */
static char *json_of(const struct decision *decision) {
  char *json = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&json, &size);

  if (!out)
    return NULL;
  fputc('{', out);
  put_field(out, "prompt", decision->prompt);
  put_field(out, "facility", decision->facility);
  put_field(out, "answer", decision->answer);
  put_field(out, "by", decision->by);
  put_field(out, "authority", decision->authority);
  put_field(out, "on", decision->on);
  put_field(out, "why", decision->why);
  put_field(out, "ref", decision->ref);
  fputc('}', out);
  if (fclose(out) == 0)
    return json;
  free(json);
  return NULL;
}

static bool is_text(struct peek value, const char *text) {
  char found[1024];

  return strcmp(peek_string(value, found, sizeof found), text ? text : "") == 0;
}

/* Whether a list of decisions still asks what was decided. */
static bool still_asks(const cop11_text *list,
                       const struct decision *decision) {
  struct peek document =
      peek_text(cop11_text_data(list), cop11_text_size(list));
  struct peek one = peek_first(peek_member(document, "decisions"));

  for (; one.at; one = peek_next(one)) {
    if (is_text(peek_member(one, "prompt"), decision->prompt) &&
        is_text(peek_member(one, "facility"), decision->facility))
      return true;
  }
  return false;
}

static void refuse(struct decisions *all, const char *field, const char *why) {
  all->error.status = COP11_E_ARGUMENT;
  snprintf(all->error.where, sizeof all->error.where, "%s", field);
  snprintf(all->error.message, sizeof all->error.message, "%s", why);
}

static bool replace_text(struct decisions *all, const cop11_text *text,
                         cop11_text *report, cop11_text *list) {
  size_t size = cop11_text_size(text);
  char *copy = malloc(size ? size : 1);

  if (!copy) {
    refuse(all, "record", "there is not enough memory");
    return false;
  }
  memcpy(copy, cop11_text_data(text), size);
  free(all->dossier.data);
  all->dossier.data = copy;
  all->dossier.size = size;
  cop11_text_free(all->report);
  cop11_text_free(all->list);
  all->report = report;
  all->list = list;
  return true;
}

/* Takes the new text where it decides what was asked. */
static bool take(struct decisions *all, const cop11_text *text,
                 const struct decision *decision) {
  cop11_text *report, *list;

  if (!ask(all, cop11_text_data(text), cop11_text_size(text), &report, &list))
    return false;
  if (still_asks(list, decision))
    refuse(all, "answer", "the question would stay open; answer what it asks");
  else if (replace_text(all, text, report, list))
    return true;
  cop11_text_free(report);
  cop11_text_free(list);
  return false;
}

bool decisions_add(struct decisions *all, const struct decision *decision) {
  cop11_call call = call_of(all);
  cop11_text *text = NULL;
  char *json = json_of(decision);
  bool done = false;

  if (!json)
    refuse(all, "record", "there is not enough memory");
  else if (within_do(all->engine, "record",
                     (struct text_piece){all->dossier.data, all->dossier.size},
                     json, &call, &text, &all->error) == COP11_OK)
    done = take(all, text, decision);
  cop11_text_free(text);
  free(json);
  return done;
}

/* ---- writing ---------------------------------------------------------------- */

static bool to_output(const struct decisions *all) {
  if (output_bytes(STDOUT_FILENO, all->dossier.data, all->dossier.size))
    return true;
  (void)message_put("standard output cannot be written: %s", strerror(errno));
  return false;
}

/* Whether the file to write to, where it is the one that was read, is as it was
 * left; says so where somebody else changed it. */
static bool is_as_kept(const struct decisions *all) {
  struct input now;
  bool same;

  if (strcmp(all->file, all->arguments->operand) != 0)
    return true;
  if (!input_read(all->file, &input_dossier, &now)) {
    input_free(&now);
    return false;
  }
  same = now.size == all->kept.size &&
         memcmp(now.data, all->kept.data, now.size) == 0;
  input_free(&now);
  if (!same)
    (void)message_put("%s: it was changed in the meantime and is left alone; "
                      "begin again",
                      all->file);
  return same;
}

bool decisions_write(struct decisions *all) {
  struct replace replace;

  if (strcmp(all->file, "-") == 0)
    return to_output(all);
  if (!is_as_kept(all) || !replace_start(all->file, &replace))
    return false;
  if (!output_bytes(replace.file, all->dossier.data, all->dossier.size))
    return replace_cancel(&replace, errno);
  return replace_finish(&replace) && keep(all);
}

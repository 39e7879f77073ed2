/* verb_diff.c: diff, which tells what became of each check between two reports.
 * A dossier in place of a report is assessed first. */
#include "verbs.h"

#include <ctype.h>
#include <string.h>

#include "cop11.h"
#include "input.h"
#include "message.h"
#include "peek.h"
#include "rules.h"
#include "show.h"

/* One side: a report as it was read, or made from a dossier. */
struct side {
  struct input input;
  cop11_text *made; /* NULL: the input is the report */
};

static const char *skip_space(const char *at, const char *end) {
  while (at < end && isspace((unsigned char)*at))
    at++;
  return at;
}

/* Past the string whose opening quote is at `at`. */
static const char *skip_string(const char *at, const char *end) {
  for (at++; at < end && *at != '"'; at++)
    at += *at == '\\';
  return at < end ? at + 1 : end;
}

static bool starts_with(const char *at, const char *end, const char *text) {
  size_t size = strlen(text);
  return (size_t)(end - at) >= size && memcmp(at, text, size) == 0;
}

/* Whether the value of the key that ends at `at` is that of a report. */
static bool is_report_format(const char *at, const char *end) {
  at = skip_space(at, end);
  return at < end && *at == ':' &&
         starts_with(skip_space(at + 1, end), end, "\"cop11.report/");
}

/* Whether a text says at its top that it is a report, of whatever number; the
 * library checks whether it is one. */
static bool says_report(const struct input *input) {
  const char *end = input->data + input->size;
  int depth = 0;

  for (const char *at = input->data; at < end; at++) {
    if (*at == '"') {
      const char *after = skip_string(at, end);
      if (depth == 1 && starts_with(at, end, "\"format\"") &&
          is_report_format(after, end))
        return true;
      at = after - 1;
    } else if (*at == '{' || *at == '[') {
      depth++;
    } else if (*at == '}' || *at == ']') {
      depth--;
    }
  }
  return false;
}

static bool read_side(const char *path, cop11_engine *engine,
                      const struct arguments *arguments, struct side *side) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);

  call.flags = arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  if (!input_read(path, &input_report, &side->input))
    return false;
  if (says_report(&side->input) ||
      cop11_evaluate(engine, side->input.data, side->input.size, &call,
                     &side->made, &error) == COP11_OK)
    return true;
  (void)message_error(side->input.name, &error);
  return false;
}

static const char *data_of(const struct side *side) {
  return side->made ? cop11_text_data(side->made) : side->input.data;
}

static size_t size_of(const struct side *side) {
  return side->made ? cop11_text_size(side->made) : side->input.size;
}

static bool show_found(cop11_engine *engine, const cop11_text *found,
                       const struct arguments *arguments) {
  if (arguments->format && strcmp(arguments->format, "json") == 0)
    return show_indented(engine, found, arguments);
  return show(engine, found, arguments);
}

static int compare(cop11_engine *engine, const struct side *old,
                   const struct side *new, const struct arguments *arguments) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);
  cop11_text *found = NULL;
  int status = STATUS_CANNOT;

  if (cop11_diff(engine, data_of(old), size_of(old), data_of(new), size_of(new),
                 &call, &found, &error) != COP11_OK)
    status = message_error("diff", &error);
  else if (show_found(engine, found, arguments)) {
    struct peek whole =
        peek_text(cop11_text_data(found), cop11_text_size(found));
    status = peek_is_true(peek_member(whole, "differs")) ? STATUS_FINDINGS
                                                         : STATUS_CLEAN;
  }
  cop11_text_free(found);
  return status;
}

static void free_side(struct side *side) {
  cop11_text_free(side->made);
  input_free(&side->input);
}

int verb_diff(const struct arguments *arguments) {
  struct side old = {.made = NULL};
  struct side new = {.made = NULL};
  cop11_engine *engine = rules_engine(arguments);
  int status = STATUS_CANNOT;

  if (engine && read_side(arguments->operands[0], engine, arguments, &old) &&
      read_side(arguments->operands[1], engine, arguments, &new))
    status = compare(engine, &old, &new, arguments);
  free_side(&old);
  free_side(&new);
  cop11_engine_close(engine);
  return status;
}

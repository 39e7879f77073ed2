/* side.c: see side.h. */
#include "side.h"

#include <ctype.h>
#include <string.h>

#include "message.h"

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

bool side_read(const char *path, cop11_engine *engine,
               const struct arguments *arguments, struct side *side) {
  cop11_error error = {.struct_size = sizeof error};
  cop11_call call = arguments_call(arguments);

  call.flags = arguments->show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  call.as_of = arguments->as_of;
  call.evaluated_at = arguments->evaluated_at;
  if (!input_read(path, &input_report, &side->input))
    return false;
  if (says_report(&side->input) ||
      cop11_evaluate(engine, side->input.data, side->input.size, &call,
                     &side->made, &error) == COP11_OK)
    return true;
  (void)message_error(side->input.name, &error);
  return false;
}

const char *side_data(const struct side *side) {
  return side->made ? cop11_text_data(side->made) : side->input.data;
}

size_t side_size(const struct side *side) {
  return side->made ? cop11_text_size(side->made) : side->input.size;
}

void side_free(struct side *side) {
  cop11_text_free(side->made);
  input_free(&side->input);
}

/* mend.c: see mend.h. */
#include "mend.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "slip.h"
#include "utf8.h"

enum {
  SHOWN = 72, /* bytes of a line that are shown */
  AHEAD = 40, /* of them before the place, where the line is longer */
  MOST = 10   /* slips that are shown of one text */
};

/* ---- places ---------------------------------------------------------------- */

/* The offset of a line and column of a text. */
static size_t offset_of(const char *text, size_t size,
                        const cop11_error *error) {
  const char *at = text, *end = text + size;

  for (int32_t line = 1; line < error->line; line++) {
    const char *next = memchr(at, '\n', (size_t)(end - at));
    if (!next)
      return size;
    at = next + 1;
  }
  size_t offset = (size_t)(at - text) + (size_t)error->column - 1;
  return offset < size ? offset : size;
}

/* ---- trying --------------------------------------------------------------------- */

struct mended {
  char *text;
  size_t size;
  bool is_json; /* else `error` says where reading it ends */
  cop11_error error;
};

static bool apply(const struct input *input, const struct slip *slip,
                  struct mended *mended) {
  size_t length = strlen(slip->text);

  mended->size = input->size - (slip->to - slip->from) + length;
  mended->text = malloc(mended->size + 1);
  if (!mended->text)
    return false;
  memcpy(mended->text, input->data, slip->from);
  memcpy(mended->text + slip->from, slip->text, length);
  memcpy(mended->text + slip->from + length, input->data + slip->to,
         input->size - slip->to);
  return true;
}

/* Whether more of the text can be read than up to `at`. */
static bool reads_on(struct mended *mended, const struct slip *slip, size_t at,
                     cop11_engine *engine, const cop11_call *call) {
  cop11_text *found = NULL;
  size_t grown = strlen(slip->text), cut = slip->to - slip->from;

  mended->error = (cop11_error){.struct_size = sizeof mended->error};
  mended->is_json = cop11_validate(engine, mended->text, mended->size, call,
                                   &found, &mended->error) != COP11_E_JSON;
  cop11_text_free(found);
  return mended->is_json ||
         offset_of(mended->text, mended->size, &mended->error) + cut >
             at + grown;
}

/* Fills the first slip whose mend lets more be read, and the text with it. */
static bool find(const struct input *input, size_t at, cop11_engine *engine,
                 const cop11_call *call, struct slip *slip,
                 struct mended *mended) {
  for (size_t i = 0; i < slip_kinds(); i++) {
    if (!slip_find(i, input->data, input->size, at, slip) ||
        !apply(input, slip, mended))
      continue;
    if (reads_on(mended, slip, at, engine, call))
      return true;
    free(mended->text);
    mended->text = NULL;
  }
  return false;
}

/* ---- showing ----------------------------------------------------------------------- */

/* The part of the line around `at` that is shown. */
static size_t start_of_line(const char *text, size_t at) {
  size_t start = at;

  while (start > 0 && text[start - 1] != '\n')
    start--;
  if (at - start > SHOWN)
    start = at - AHEAD;
  while (start < at && (text[start] == ' ' || text[start] == '\t' ||
                        ((unsigned char)text[start] & 0xC0) == 0x80))
    start++;
  return start;
}

static int length_of_line(const char *text, size_t size, size_t start) {
  size_t length = 0;

  while (start + length < size && text[start + length] != '\n' &&
         text[start + length] != '\r')
    length++;
  return (int)utf8_cut(text + start, length, SHOWN);
}

/* Characters, of which the mark is under the last. */
static int width_of(const char *text, size_t from, size_t to) {
  int width = 0;

  for (; from < to; from++)
    width += ((unsigned char)text[from] & 0xC0) != 0x80;
  return width;
}

static void show_line(const char *label, const char *text, size_t size,
                      size_t start) {
  (void)message_put("  %s %.*s", label, length_of_line(text, size, start),
                    text + start);
}

/* One slip; false where no mend of it was found. */
static bool show_one(const struct input *input, const cop11_error *error,
                     cop11_engine *engine, const cop11_call *call,
                     struct mended *mended) {
  size_t at = offset_of(input->data, input->size, error), place = at;
  struct slip slip;
  bool found = find(input, at, engine, call, &slip, mended);

  if (found)
    place = slip.from;
  size_t start = start_of_line(input->data, place);
  show_line("here: ", input->data, input->size, start);
  (void)message_put("         %*s^", width_of(input->data, start, place), "");
  if (found && length_of_line(mended->text, mended->size, start) == 0)
    (void)message_put("  write: nothing here");
  else if (found)
    show_line("write:", mended->text, mended->size, start);
  return found;
}

void mend_show(const struct input *input, const cop11_error *error,
               cop11_engine *engine, const cop11_call *call) {
  struct input rest = *input;
  cop11_error wrong = *error;
  char *last = NULL;

  for (int count = 0; count < MOST; count++) {
    struct mended mended = {.text = NULL};
    if (count > 0)
      (void)message_put("line %d: %s", (int)wrong.line, wrong.message);
    bool found = show_one(&rest, &wrong, engine, call, &mended);
    free(last);
    last = mended.text;
    if (!found || mended.is_json)
      break;
    rest.data = mended.text;
    rest.size = mended.size;
    wrong = mended.error;
  }
  free(last);
}

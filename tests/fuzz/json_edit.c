/* json_edit.c: a document with one change; see json_edit.h. */
#include "json_edit.h"

#include <string.h>

struct writer {
  struct json_buffer *out;
  const struct json_document *document;
  const struct json_edit *edit;
};

static void put_slice(struct writer *w, struct json_slice slice) {
  json_buffer_put(w->out, slice.data, slice.size);
}

static void put_string(struct writer *w, struct json_slice slice) {
  json_buffer_put_char(w->out, '"');
  put_slice(w, slice);
  json_buffer_put_char(w->out, '"');
}

static const struct json_token *token_at(const struct json_document *document,
                                         uint32_t index) {
  return &json_tokens(document)[index];
}

static bool is_container(const struct json_token *token) {
  return token->kind == JSON_OBJECT || token->kind == JSON_ARRAY;
}

static uint32_t token_after(const struct json_document *document,
                            uint32_t index) {
  const struct json_token *token = token_at(document, index);

  return is_container(token) ? token->link : index + 1;
}

static bool is_target(const struct writer *w, enum json_edit_kind kind,
                      uint32_t index) {
  return w->edit && w->edit->kind == kind && w->edit->target == index;
}

static void put_value(struct writer *w, uint32_t index);

static void put_key(struct writer *w, uint32_t index) {
  if (is_target(w, EDIT_REPLACE, index))
    put_slice(w, w->edit->with);
  else
    put_string(
        w, json_token_slice(w->document->text, token_at(w->document, index)));
  json_buffer_put_char(w->out, ':');
}

static void put_added(struct writer *w, bool keyed, bool first) {
  if (!first)
    json_buffer_put_char(w->out, ',');
  if (keyed) {
    put_string(w, w->edit->key);
    json_buffer_put_char(w->out, ':');
  }
  put_slice(w, w->edit->with);
}

static void put_children(struct writer *w, uint32_t container, bool keyed) {
  uint32_t end = token_at(w->document, container)->link;
  bool first = true;

  for (uint32_t at = container + 1; at < end;) {
    uint32_t key = at;
    at += keyed;
    if (!is_target(w, EDIT_DELETE, at)) {
      if (!first)
        json_buffer_put_char(w->out, ',');
      if (keyed)
        put_key(w, key);
      put_value(w, at);
      first = false;
    }
    at = token_after(w->document, at);
  }
  if (is_target(w, EDIT_ADD, container))
    put_added(w, keyed, first);
}

static void put_value(struct writer *w, uint32_t index) {
  const struct json_token *token = token_at(w->document, index);
  bool keyed = token->kind == JSON_OBJECT;

  if (is_target(w, EDIT_REPLACE, index)) {
    put_slice(w, w->edit->with);
  } else if (is_container(token)) {
    json_buffer_put_char(w->out, keyed ? '{' : '[');
    put_children(w, index, keyed);
    json_buffer_put_char(w->out, keyed ? '}' : ']');
  } else if (token->kind == JSON_STRING) {
    put_string(w, json_token_slice(w->document->text, token));
  } else {
    put_slice(w, json_token_slice(w->document->text, token));
  }
}

void json_edit_write(struct json_buffer *out,
                     const struct json_document *document,
                     const struct json_edit *edit) {
  struct writer writer = {out, document, edit};

  put_value(&writer, 0);
}

void json_token_write(struct json_buffer *out,
                      const struct json_document *document, uint32_t token) {
  struct writer writer = {out, document, NULL};

  put_value(&writer, token);
}

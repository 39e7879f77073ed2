/* json/write.c: canonical text from the tape; see json/write.h.
 *
 * Strings without escapes and plain integers are canonical as they are in the
 * text and are copied; only the rest is taken apart.
 */
#include "json/write.h"

#include "json/number.h"

struct level {
  uint32_t container;
  uint32_t next; /* the key or child to write next */
};

struct writer {
  struct json_buffer *out;
  const char *text;
  const struct json_token *tokens;
  const struct pause *pause;
  uint32_t depth;
  uint32_t turns; /* of the loop, and escapes */
  struct level levels[JSON_DEPTH_MAX];
};

static void pass(struct writer *writer) {
  if (++writer->turns % PAUSE_TURNS == 0)
    pause_ask(writer->pause);
}

static void write_string(struct writer *writer,
                         const struct json_token *token) {
  struct json_buffer *out = writer->out;
  const char *at = writer->text + token->offset;
  const char *end = at + token->size;
  if (!token->escaped) {
    json_buffer_put(out, at - 1, token->size + (size_t)2);
    return;
  }
  json_buffer_put_char(out, '"');
  while (at < end) {
    const char *slash = memchr(at, '\\', (size_t)(end - at));
    json_buffer_put(out, at, (size_t)((slash ? slash : end) - at));
    if (!slash)
      break;
    char bytes[4];
    size_t used = 0;
    size_t count = json_escape_decode(slash, bytes, &used);
    json_quote_bare(out, bytes, count);
    at = slash + used;
    pass(writer);
  }
  json_buffer_put_char(out, '"');
}

static void write_number(struct writer *writer,
                         const struct json_token *token) {
  const char *text = writer->text + token->offset;
  char number[JSON_NUMBER_SIZE];
  size_t size = 0;
  if (token->escaped)
    size = json_number_canonical(text, text + token->size, number);
  if (size > 0)
    json_buffer_put(writer->out, number, size);
  else
    json_buffer_put(writer->out, text, token->size);
}

/* Writes a scalar, or the start of a container, which becomes a level. */
static void write_value(struct writer *writer, uint32_t index) {
  const struct json_token *token = &writer->tokens[index];
  struct level *level = &writer->levels[writer->depth];
  switch (token->kind) {
  case JSON_OBJECT:
    json_buffer_put_char(writer->out, '{');
    *level = (struct level){index, JSON_FIRST_KEY(token)};
    writer->depth++;
    break;
  case JSON_ARRAY:
    json_buffer_put_char(writer->out, '[');
    *level = (struct level){index, index + 1};
    writer->depth++;
    break;
  case JSON_STRING:
    write_string(writer, token);
    break;
  case JSON_NUMBER:
    write_number(writer, token);
    break;
  default:
    json_buffer_put(writer->out, writer->text + token->offset, token->size);
  }
}

/* Writes the next member of the innermost object; false when it has no more. */
static bool write_member(struct writer *writer, struct level *level,
                         const struct json_token *object) {
  uint32_t key = level->next;
  if (!key)
    return false;
  if (key != JSON_FIRST_KEY(object))
    json_buffer_put_char(writer->out, ',');
  level->next = writer->tokens[key].link;
  write_string(writer, &writer->tokens[key]);
  json_buffer_put_char(writer->out, ':');
  write_value(writer, key + 1);
  return true;
}

static bool write_element(struct writer *writer, struct level *level,
                          const struct json_token *array) {
  uint32_t child = level->next;
  const struct json_token *token = &writer->tokens[child];
  if (child == array->link)
    return false;
  if (child != level->container + 1)
    json_buffer_put_char(writer->out, ',');
  level->next = token->kind <= JSON_ARRAY ? token->link : child + 1;
  write_value(writer, child);
  return true;
}

void json_canonical_at(struct json_buffer *out,
                       const struct json_document *document, uint32_t token) {
  struct writer writer = {.out = out,
                          .text = document->text,
                          .tokens = json_tokens(document),
                          .pause = &document->pause};
  write_value(&writer, token);
  while (writer.depth > 0) {
    struct level *level = &writer.levels[writer.depth - 1];
    const struct json_token *open = &writer.tokens[level->container];
    bool object = open->kind == JSON_OBJECT;
    pass(&writer);
    if (object ? write_member(&writer, level, open)
               : write_element(&writer, level, open))
      continue;
    json_buffer_put_char(out, object ? '}' : ']');
    writer.depth--;
  }
}

void json_canonical(struct json_buffer *out,
                    const struct json_document *document) {
  json_canonical_at(out, document, 0);
}

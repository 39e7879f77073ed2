/* json_empty.c: finds empty containers and names them; see json_empty.h. */
#include "json_empty.h"

#include "json_number.h"

void json_pointer_index(struct json_buffer *pointer, int64_t index) {
  char digits[JSON_NUMBER_SIZE];
  json_buffer_put_char(pointer, '/');
  json_buffer_put(pointer, digits, json_integer_print(digits, index));
}

void json_pointer_key(struct json_buffer *pointer,
                      const struct json_slice *key) {
  const char *at = key->data;
  const char *end = at + key->size;
  json_buffer_put_char(pointer, '/');
  while (at < end) {
    char bytes[4] = {*at};
    size_t used = 1;
    size_t count = 1;
    if (key->escaped && *at == '\\')
      count = json_escape_decode(at, bytes, &used);
    if (bytes[0] == '~' || bytes[0] == '/')
      json_buffer_put(pointer, bytes[0] == '~' ? "~0" : "~1", 2);
    else
      json_buffer_put(pointer, bytes, count);
    at += used;
  }
}

static void put_pointer(const struct json_empty_walk *walk,
                        struct json_buffer *pointer) {
  const struct json_token *tokens = json_tokens(walk->document);
  for (uint32_t i = 0; i < walk->depth; i++) {
    uint32_t place = walk->levels[i].place;
    if (tokens[walk->levels[i].container].kind == JSON_ARRAY) {
      json_pointer_index(pointer, (int64_t)place - 1);
      continue;
    }
    struct json_slice key =
        json_token_slice(walk->document->text, &tokens[place]);
    json_pointer_key(pointer, &key);
  }
}

/* Leaves the containers that end before token `index`, and counts it in the one
 * it is in. */
static void enter_token(struct json_empty_walk *walk, uint32_t index) {
  const struct json_token *tokens = json_tokens(walk->document);
  while (walk->depth > 0 &&
         tokens[walk->levels[walk->depth - 1].container].link <= index)
    walk->depth--;
  if (walk->depth == 0)
    return;
  if (tokens[walk->levels[walk->depth - 1].container].kind == JSON_ARRAY)
    walk->levels[walk->depth - 1].place++;
  else if (tokens[index].kind == JSON_KEY)
    walk->levels[walk->depth - 1].place = index;
}

bool json_empty_next(struct json_empty_walk *walk, struct json_buffer *pointer,
                     enum json_kind *kind) {
  const struct json_token *tokens = json_tokens(walk->document);
  while (walk->next < walk->document->count) {
    uint32_t index = walk->next++;
    const struct json_token *token = &tokens[index];
    enter_token(walk, index);
    if (token->kind > JSON_ARRAY)
      continue;
    if (token->size == 0) {
      *kind = (enum json_kind)token->kind;
      put_pointer(walk, pointer);
      return true;
    }
    walk->levels[walk->depth].container = index;
    walk->levels[walk->depth].place = 0;
    walk->depth++;
  }
  return false;
}

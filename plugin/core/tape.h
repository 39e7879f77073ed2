/* tape.h: the values of a JSON text that was read, by keys and in their order. */
#ifndef CORE_TAPE_H
#define CORE_TAPE_H

#include "call.h"
#include "json/read.h"

/* A value of the text, or none. */
struct at {
  const struct json_document *document;
  uint32_t token;
  bool given;
};

struct at at_top(const struct json_document *document);
struct at at_key(struct at object, const char *key);

/* The members of an array, or the keys of an object, in the text's order:
 *   for (struct at one = at_first(list); one.given; one = at_next(list, one)) */
struct at at_first(struct at container);
struct at at_next(struct at container, struct at one);
struct at at_value(struct at key);
uint32_t at_count(struct at container);

/* The keys of an object in the order of their bytes; of anything else, none. */
struct at at_first_key(struct at object);
struct at at_next_key(struct at key);

/* The bytes of a string or key against those of a text, as memcmp does. */
int at_compare(struct at at, const char *text);

/* A string, and a key; no data where it is something else, or not there. */
struct slice at_text(struct call *call, struct at at);
bool at_is(struct at at, const char *text);
bool at_flag(struct at at); /* false where it is not there */
bool at_is_number(struct at at);

/* The double of a number, as every reader of dossiers has it; 0 of anything
 * else. */
double at_number(struct at at);

/* Whether a double holds less of a number than is written, and is a whole one:
 * 9007199254740993, or 99.99999999999999999. */
bool at_is_rounded(struct at at);

/* What it is; of a word see at_flag and at_is_null. */
enum json_kind at_kind(struct at at);
bool at_is_null(struct at at);

/* The value as it is in the text, without white space between its parts. */
void at_write(struct json_buffer *out, struct at at);

#endif

/* out.h: JSON as a report has it.  It is canonical where the keys of an object are
 * put in the order of their bytes, as canonical JSON has them. */
#ifndef CORE_OUT_H
#define CORE_OUT_H

#include "slice.h"
#include "tape.h"
#include "json/buffer.h"

/* '{' or '[', and the same to close. */
void out_open(struct json_buffer *out, char bracket);
void out_close(struct json_buffer *out, char bracket);

/* A key of letters that stand for themselves, and any key. */
void out_key(struct json_buffer *out, const char *key);
void out_key_text(struct json_buffer *out, struct slice key);

void out_text(struct json_buffer *out, struct slice text);
void out_number(struct json_buffer *out, double number);
void out_bool(struct json_buffer *out, bool value);

/* A key with its value; a text without data, and a flag that is not set, are not
 * there. */
void out_pair(struct json_buffer *out, const char *key, struct slice text);
void out_flag(struct json_buffer *out, const char *key, bool flag);
void out_is(struct json_buffer *out, const char *key, bool value);
void out_count(struct json_buffer *out, const char *key, uint32_t count);

/* A day number; DAY_NONE is not there. */
void out_day(struct json_buffer *out, const char *key, int32_t day);

/* A key with an array, or an object. */
void out_open_at(struct json_buffer *out, const char *key, char bracket);

/* A value of the dossier as a reader with doubles has it. */
void out_carried(struct json_buffer *out, struct call *call, struct at at);

#endif

/* dump.h: a reading as JSON, the same that tests/parity/dump.lua makes. */
#ifndef DUMP_H
#define DUMP_H

#include "evaluate.h"
#include "frame.h"

void dump_reading(struct json_buffer *out, const struct reading *reading);

void dump_cell(struct json_buffer *out, const struct program *program,
               uint32_t fact, const struct cell *cell);

/* "results": what results.lua gives, as a pair of an object. */
void dump_results(struct json_buffer *out, const struct program *program,
                  const struct evaluation *evaluation);

/* ---- writing ------------------------------------------------------------- */

/* An object or array that is being written. */
struct dump {
  struct json_buffer *out;
  const struct program *program;
  const struct json_document *document; /* of a reading, or NULL */
};

/* Begins and ends an object ('{') or array ('['); what is in it is separated
 * by itself. */
void dump_open(const struct dump *dump, char bracket);
void dump_close(const struct dump *dump, char bracket);

/* The key of the next value; a member of an array needs none. */
void dump_key(const struct dump *dump, const char *key);

void dump_text(const struct dump *dump, struct slice text);
void dump_bool(const struct dump *dump, bool value);
void dump_number(const struct dump *dump, double number);

/* A key and its value; nothing where there is no data, or false, or 0. */
void dump_texts(const struct dump *dump, const char *key,
                const struct slice *texts, uint32_t count);
void dump_pair(const struct dump *dump, const char *key, struct slice text);
void dump_flag(const struct dump *dump, const char *key, bool flag);
void dump_count(const struct dump *dump, const char *key, uint32_t count);

/* The text of a row, no data for 0. */
struct slice dump_row(const struct dump *dump, uint32_t text);

#endif

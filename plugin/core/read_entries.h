/* read_entries.h: the entries of registers: evidence, records and findings. */
#ifndef CORE_READ_ENTRIES_H
#define CORE_READ_ENTRIES_H

#include "read_parts.h"

/* How a field is read. */
enum field_kind {
  FIELD_TEXT,     /* a text: a slice */
  FIELD_WORD,     /* one of `words`, as it was written: a slice */
  FIELD_NUMBERED, /* one of `words`: its number from 1, a uint32_t */
  FIELD_DAY,      /* a day: an int32_t */
  FIELD_FLAG,     /* true or false: an int8_t, -1 where it is not said */
  FIELD_OTHER     /* by `read` */
};

/* A field of an entry: where in its struct it goes.  Fields are in the order of the
 * bytes of their names. */
struct field {
  const char *name;
  uint8_t kind; /* enum field_kind */
  bool needed;
  size_t offset;
  const char *const *words;
  size_t word_count;
  bool (*read)(struct reading *reading, struct at at, void *entry);
};

struct shape {
  const char *pointer; /* of the register */
  const struct field *fields;
  size_t field_count;
  size_t size; /* of the struct, which begins with a struct entry */
  void (*keep)(struct reading *reading, void *entry, uint32_t index);
};

/* Reads the entries of a register, and keeps each. */
void entries_read(struct reading *reading, struct at list,
                  const struct shape *shape);

#endif

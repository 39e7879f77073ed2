/* read_entries.c: see read_entries.h. */
#include "read_entries.h"

#include <stdio.h>

enum {
  MOST_FIELDS = 24
};

static struct slice word_of(struct reading *reading, const struct field *field,
                            struct at at) {
  uint32_t number = read_word(reading, at, field->words, field->word_count);

  return slice_of(number ? field->words[number - 1] : NULL);
}

/* False where it is not what the field takes. */
static bool read_field(struct reading *reading, const struct field *field,
                       struct at at, char *entry) {
  void *place = entry + field->offset;

  switch (field->kind) {
  case FIELD_TEXT:
    return (*(struct slice *)place = read_text(reading, at)).data != NULL;
  case FIELD_WORD:
    return (*(struct slice *)place = word_of(reading, field, at)).data != NULL;
  case FIELD_NUMBERED:
    return (*(uint32_t *)place =
                read_word(reading, at, field->words, field->word_count)) != 0;
  case FIELD_DAY:
    return (*(int32_t *)place = read_day(reading, at)) != DAY_NONE;
  case FIELD_FLAG:
    *(int8_t *)place = at_flag(at);
    return at_kind(at) == JSON_WORD;
  default:
    return field->read(reading, at, entry);
  }
}

/* Where nothing is said, and 0 would say something. */
static void clear(const struct shape *shape, char *entry) {
  for (size_t i = 0; i < shape->field_count; i++) {
    void *place = entry + shape->fields[i].offset;
    if (shape->fields[i].kind == FIELD_DAY)
      *(int32_t *)place = DAY_NONE;
    else if (shape->fields[i].kind == FIELD_FLAG)
      *(int8_t *)place = -1;
  }
}

static void read_fields(struct reading *reading, const struct shape *shape,
                        struct at object, struct entry *entry) {
  const char *names[MOST_FIELDS];
  struct at values[MOST_FIELDS];

  for (size_t i = 0; i < shape->field_count; i++)
    names[i] = shape->fields[i].name;
  read_keys(reading, object, names, shape->field_count, values);
  for (size_t i = 0; i < shape->field_count; i++) {
    const struct field *field = &shape->fields[i];
    bool there = values[i].given && !at_is_null(values[i]);
    if (there ? read_field(reading, field, values[i], (char *)entry)
              : !field->needed)
      continue;
    entry->bad = true;
    read_wrong(reading);
  }
}

/* A host's own keys, for the report to carry. */
static void keep_own(struct reading *reading, struct at object,
                     struct entry *entry) {
  struct own *own = NULL;

  for (struct at key = at_first_key(object); key.given;
       key = at_next_key(key)) {
    if (!read_is_own(key))
      continue;
    if (!own)
      own = CALL_NEW_MANY(reading->call, at_count(object), struct own);
    own[entry->own_count++] =
        (struct own){at_text(reading->call, key), at_value(key).token};
  }
  entry->own = own;
}

static struct slice pointer_of(struct call *call, const struct shape *shape,
                               uint32_t index) {
  char number[16];

  snprintf(number, sizeof number, "/%u", (unsigned)index);
  return call_join(
      call, (struct slice[]){slice_of(shape->pointer), slice_of(number)}, 2);
}

void entries_read(struct reading *reading, struct at list,
                  const struct shape *shape) {
  struct slice *ids;
  uint32_t index = 0, count = 0;

  if (!list.given || at_is_null(list))
    return;
  if (!read_is_list(list)) {
    read_wrong(reading);
    return;
  }
  ids = CALL_NEW_MANY(reading->call, at_count(list), struct slice);
  for (struct at one = at_first(list); one.given;
       one = at_next(list, one), index++) {
    struct entry *entry;
    call_charge(reading->call, READ_ENTRY_COST);
    if (at_kind(one) != JSON_OBJECT) {
      read_wrong(reading);
      continue;
    }
    entry = call_alloc(reading->call, shape->size);
    clear(shape, (char *)entry);
    entry->pointer = pointer_of(reading->call, shape, index);
    read_fields(reading, shape, one, entry);
    keep_own(reading, one, entry);
    if (entry->id.data)
      ids[count++] = entry->id;
    shape->keep(reading, entry, index);
  }
  read_check_ids(reading, ids, count);
}

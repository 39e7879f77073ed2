/* named_facts.c: the fact that a JSON Pointer leads to, or that a report calls by a
 * key; see targets.h. */
#include "item_names.h"
#include "targets.h"

struct slice suffix_in(struct slice base, struct slice pointer) {
  static const struct slice none = {NULL, 0};

  if (pointer.size <= base.size || pointer.data[base.size] != '/' ||
      memcmp(pointer.data, base.data, base.size) != 0)
    return none;
  return (struct slice){pointer.data + base.size, pointer.size - base.size};
}

static struct slice text_of(const struct reading *reading, uint32_t text) {
  return slice_of(program_text_bytes(reading->call->program, text));
}

struct frame *facility_called(const struct reading *reading, struct slice id) {
  for (uint32_t i = reading->facilities->count; i > 0; i--)
    if (slice_is(reading->facilities->items[i - 1]->id, id))
      return reading->facilities->items[i - 1];
  return NULL;
}

/* ---- pointers -------------------------------------------------------------------- */

static uint32_t fact_with_suffix(const struct reading *reading, uint32_t facts,
                                 struct slice suffix) {
  const struct program *program = reading->call->program;
  struct program_list list = program_list_at(program, facts);

  for (uint32_t i = 0; suffix.data && i < list.count; i++) {
    uint32_t text = program_fact_at(program, list.rows[i])->suffix;
    if (slice_is(text_of(reading, text), suffix))
      return list.rows[i];
  }
  return 0;
}

/* The number between the first two slashes; false where there is none. */
static bool number_in(struct slice rest, uint32_t *number) {
  size_t at = 1;

  *number = 0;
  while (at < rest.size && rest.data[at] >= '0' && rest.data[at] <= '9' &&
         at < 10)
    *number = *number * 10 + (uint32_t)(rest.data[at++] - '0');
  return at > 1 && at < rest.size && rest.data[at] == '/';
}

/* The item of a list that a pointer leads into; *suffix: what follows its own. */
static struct frame *item_at(const struct list *list, struct slice pointer,
                             struct slice *suffix) {
  struct slice rest = suffix_in(list->items_pointer, pointer);
  uint32_t index;

  if (!rest.data || !number_in(rest, &index) || index >= list->count)
    return NULL;
  *suffix = suffix_in(list->items[index]->pointer, pointer);
  return list->items[index];
}

static uint32_t fact_in_lists(const struct reading *reading,
                              struct frame **frame, struct slice pointer) {
  const struct program *program = reading->call->program;
  struct program_list lists = program_list_at(
      program, program_frame_at(program, (*frame)->kind)->lists);

  for (uint32_t i = 0; i < lists.count; i++) {
    const struct program_items *row = program_items_at(program, lists.rows[i]);
    const struct list *list = (*frame)->lists[i];
    struct slice suffix;
    struct frame *item = list && row->inner == SCOPE_ITEM
                             ? item_at(list, pointer, &suffix)
                             : NULL;
    if (!item)
      continue;
    *frame = item;
    return fact_with_suffix(reading, row->facts, suffix);
  }
  return 0;
}

uint32_t fact_at_pointer(struct reading *reading, struct slice pointer,
                         struct frame **frame) {
  const struct program *program = reading->call->program;
  struct slice suffix = suffix_in(reading->member->pointer, pointer);
  uint32_t fact;

  call_charge(reading->call, program_count(program, SECTION_FACT));
  *frame = reading->member;
  if (!suffix.data)
    *frame = item_at(reading->facilities, pointer, &suffix);
  if (!*frame || !suffix.data)
    return 0;
  fact = fact_with_suffix(
      reading, program_frame_at(program, (*frame)->kind)->facts, suffix);
  return fact ? fact : fact_in_lists(reading, frame, pointer);
}

/* ---- keys ------------------------------------------------------------------------- */

/* "east~1west" as it is: "east/west". */
static struct slice unescaped(struct call *call, struct slice text) {
  char *to = call_alloc(call, text.size + 1);
  size_t size = 0;

  for (size_t i = 0; i < text.size; i++) {
    char next = i + 1 < text.size ? text.data[i + 1] : 0;
    bool escape = text.data[i] == '~' && (next == '0' || next == '1');
    to[size++] = escape ? (next == '0' ? '~' : '/') : text.data[i];
    i += escape;
  }
  return (struct slice){to, size};
}

/* A fact of any frame but items and parameters, by its path. */
static uint32_t fact_called(const struct reading *reading, struct slice path) {
  const struct program *program = reading->call->program;
  uint32_t count = program_count(program, SECTION_FACT);

  for (uint32_t i = 1; i <= count; i++) {
    const struct program_fact *fact = program_fact_at(program, i);
    if (fact->scope != SCOPE_ITEM && fact->scope != SCOPE_PARAMETER &&
        slice_is(text_of(reading, fact->path), path))
      return i;
  }
  return 0;
}

static uint32_t item_fact_called(const struct reading *reading, uint32_t list,
                                 struct slice path) {
  const struct program *program = reading->call->program;
  struct program_list facts =
      program_list_at(program, program_items_at(program, list)->facts);

  for (uint32_t i = 0; i < facts.count; i++)
    if (slice_is(
            text_of(reading, program_fact_at(program, facts.rows[i])->path),
            path))
      return facts.rows[i];
  return 0;
}

/* "people[Ann].armed" in its parts; false where it names no item. */
struct item_path {
  struct slice list, name, fact;
};

static bool split_path(struct slice path, struct item_path *parts) {
  const char *open = memchr(path.data, '[', path.size);
  size_t at = path.size;

  if (!open)
    return false;
  while (at >= 2 && (path.data[at - 2] != ']' || path.data[at - 1] != '.'))
    at--;
  if (at < 2 || path.data + at - 2 <= open)
    return false;
  parts->list = (struct slice){path.data, (size_t)(open - path.data)};
  parts->name =
      (struct slice){open + 1, (size_t)(path.data + at - 2 - (open + 1))};
  parts->fact = (struct slice){path.data + at, path.size - at};
  return true;
}

static struct list *list_called(const struct reading *reading,
                                const struct frame *frame, struct slice path) {
  const struct program *program = reading->call->program;
  struct program_list lists =
      program_list_at(program, program_frame_at(program, frame->kind)->lists);

  for (uint32_t i = 0; i < lists.count; i++)
    if (slice_is(
            text_of(reading, program_items_at(program, lists.rows[i])->path),
            path))
      return frame->lists[i];
  return NULL;
}

static struct slice pointer_in(struct reading *reading,
                               const struct frame *frame, uint32_t fact) {
  uint32_t suffix;

  if (!frame || !fact)
    return (struct slice){NULL, 0};
  suffix = program_fact_at(reading->call->program, fact)->suffix;
  return call_join(reading->call,
                   (struct slice[]){frame->pointer, text_of(reading, suffix)},
                   2);
}

static struct slice pointer_of_path(struct reading *reading,
                                    const struct frame *home,
                                    struct slice path) {
  struct item_path parts;
  struct list *list;

  if (!split_path(path, &parts))
    return pointer_in(reading, home, fact_called(reading, path));
  list = list_called(reading, home, parts.list);
  if (!list)
    return (struct slice){NULL, 0};
  return pointer_in(reading, item_called(reading, list, parts.name),
                    item_fact_called(reading, list->of, parts.fact));
}

struct slice pointer_of_key(struct reading *reading, struct slice key) {
  const char *slash = key.size > 0 ? memchr(key.data, '/', key.size) : NULL;
  const struct frame *home = reading->member;
  struct slice path = key;

  if (slash) {
    struct slice place = {key.data, (size_t)(slash - key.data)};
    home = facility_called(reading, unescaped(reading->call, place));
    path = (struct slice){slash + 1, key.size - place.size - 1};
  }
  return home ? pointer_of_path(reading, home, path) : (struct slice){NULL, 0};
}

/* item_names.c: see item_names.h. */
#include "item_names.h"

#include <stdio.h>
#include <stdlib.h>

#include "call_buffer.h"
#include "digest.h"
#include "explain.h"
#include "tape.h"
#include "json/write.h"

enum {
  MARK_DIGITS = 8
};

struct named {
  const struct list *list;
  struct slice *names;
  uint32_t *facts; /* not sensitive, by path */
  uint32_t fact_count;
};

/* A name before it is settled: its item's place, and what else it is sorted by. */
struct called {
  uint32_t place;
  struct slice name, said;
};

static void put(struct call_buffer *text, const char *piece) {
  json_buffer_put(&text->out, piece, strlen(piece));
}

/* ---- marks -------------------------------------------------------------------------- */

static struct at said_at(const struct reading *reading,
                         const struct frame *item) {
  return (struct at){reading->document, item->said, item->said > 0};
}

/* What is written at a suffix such as "/licence/expires". */
static struct at at_suffix(struct at at, const char *suffix) {
  char key[128];

  while (at.given && *suffix == '/') {
    size_t size = strcspn(suffix + 1, "/");
    if (size >= sizeof key)
      return (struct at){.given = false};
    memcpy(key, suffix + 1, size);
    key[size] = '\0';
    at = at_kind(at) == JSON_OBJECT ? at_key(at, key)
                                    : (struct at){.given = false};
    suffix += 1 + size;
  }
  return at;
}

static bool is_object(struct at at) {
  return at.given && at_kind(at) == JSON_OBJECT;
}

static const char *const answers[] = {
    "at_least", "at_most", "includes", "one_of", "percent", "share", "state"};
enum {
  ANSWERS = sizeof answers / sizeof answers[0]
};

/* Whether anything is answered: null, [] and {} are no answer. */
static bool is_answer(struct at at) {
  if (!at.given || at_is_null(at))
    return false;
  if (at_kind(at) == JSON_ARRAY)
    return at_count(at) > 0;
  for (size_t i = 0; at_kind(at) == JSON_OBJECT; i++)
    if (i == ANSWERS || at_key(at, answers[i]).given)
      return i < ANSWERS;
  return true;
}

static int by_text(const void *a, const void *b) {
  return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* The values of a set in one order, whatever order they are written in. */
static void put_set(struct call *call, struct call_buffer *text,
                    struct at set) {
  struct slice *texts = CALL_NEW_MANY(call, at_count(set), struct slice);
  size_t count = 0;

  for (struct at one = at_first(set); one.given; one = at_next(set, one)) {
    struct call_buffer value;
    call_buffer_begin(&value, call);
    json_canonical_at(&value.out, one.document, one.token);
    texts[count++] = (struct slice){value.out.data, value.out.size};
  }
  call_charge(call, count);
  qsort(texts, count, sizeof *texts, by_text);
  for (size_t i = 0; i < count; i++) {
    put(text, i == 0 ? "[" : ",");
    json_buffer_put(&text->out, texts[i].data, texts[i].size);
  }
  put(text, "]");
}

static void put_value(struct call *call, struct call_buffer *text,
                      struct at at) {
  if (at_kind(at) == JSON_ARRAY && at_count(at) > 0)
    put_set(call, text, at);
  else
    json_canonical_at(&text->out, at.document, at.token);
}

/* An answer without what supports or explains it. */
static void put_answer(struct call *call, struct call_buffer *text,
                       struct at at) {
  const char *before = "{";

  if (!is_object(at)) {
    put_value(call, text, at);
    return;
  }
  for (size_t i = 0; i < ANSWERS; i++) {
    struct at part = at_key(at, answers[i]);
    if (!part.given)
      continue;
    put(text, before);
    put(text, "\"");
    put(text, answers[i]);
    put(text, "\":");
    put_value(call, text, part);
    before = ",";
  }
  put(text, "}");
}

/* What is answered of a fact: the value of an envelope, or all that is written. */
static struct at answer_at(struct at item, const char *suffix) {
  struct at written = at_suffix(item, suffix);
  struct at value = is_object(written) ? at_key(written, "value")
                                       : (struct at){.given = false};

  return value.given ? value : written;
}

static struct slice mark_of(struct reading *reading, const struct named *named,
                            const struct frame *item) {
  const struct program *program = reading->call->program;
  char digest[DIGEST_HEX_SIZE + 1];
  struct call_buffer text;

  call_charge(reading->call, named->fact_count);
  call_buffer_begin(&text, reading->call);
  put(&text, "{");
  for (uint32_t i = 0; i < named->fact_count; i++) {
    const struct program_fact *fact = program_fact_at(program, named->facts[i]);
    struct at answer = answer_at(said_at(reading, item),
                                 program_text_bytes(program, fact->suffix));
    if (!is_answer(answer))
      continue;
    put(&text, text.out.size > 1 ? ",\"" : "\"");
    put(&text, program_text_bytes(program, fact->path));
    put(&text, "\":");
    put_answer(reading->call, &text, answer);
  }
  put(&text, "}");
  digest_hex(text.out.data, text.out.size, digest);
  return call_join(reading->call,
                   (struct slice[]){SLICE("#"), {digest, MARK_DIGITS}}, 2);
}

/* The facts that are not sensitive, in the order of their paths. */
static void find_facts(struct call *call, struct named *named) {
  const struct program *program = call->program;
  struct program_list facts = program_list_at(
      program, program_items_at(program, named->list->of)->facts);

  named->facts = CALL_NEW_MANY(call, facts.count, uint32_t);
  for (uint32_t i = 0; i < facts.count; i++) {
    const struct program_fact *fact = program_fact_at(program, facts.rows[i]);
    const char *path = program_text_bytes(program, fact->path);
    uint32_t at = named->fact_count;
    if (fact->sensitive)
      continue;
    for (; at > 0; at--) {
      uint32_t before = named->facts[at - 1];
      uint32_t text = program_fact_at(program, before)->path;
      if (strcmp(program_text_bytes(program, text), path) <= 0)
        break;
      named->facts[at] = before;
    }
    named->facts[at] = facts.rows[i];
    named->fact_count++;
  }
}

/* ---- ids and names of their own ------------------------------------------------------ */

static int by_name(const void *a, const void *b) {
  const struct called *left = a, *right = b;
  int order = slice_compare(left->name, right->name);

  if (order == 0)
    order = slice_compare(left->said, right->said);
  return order != 0 ? order : (left->place > right->place ? 1 : -1);
}

struct slice key_escape(struct call *call, struct slice name) {
  char *to = call_alloc(call, 2 * name.size + 1);
  size_t size = 0;

  for (size_t i = 0; i < name.size; i++) {
    bool escape = name.data[i] == '~' || name.data[i] == '/';
    to[size++] = escape ? '~' : name.data[i];
    if (escape)
      to[size++] = name.data[i] == '~' ? '0' : '1';
  }
  return (struct slice){to, size};
}

/* Names the items whose label no other item has; what begins as marks do is none. */
static void name_by_labels(struct reading *reading, struct named *named) {
  struct called *all =
      CALL_NEW_MANY(reading->call, named->list->count, struct called);
  uint32_t count = 0;

  for (uint32_t i = 0; i < named->list->count; i++) {
    struct slice label =
        item_label(reading->call, named->list->items[i], false);
    if (label.data && (label.size == 0 || label.data[0] != '#'))
      all[count++] = (struct called){.place = i, .name = label};
  }
  if (count > 1)
    qsort(all, count, sizeof *all, by_name);
  for (uint32_t i = 0; i < count; i++) {
    bool taken = (i > 0 && slice_is(all[i].name, all[i - 1].name)) ||
                 (i + 1 < count && slice_is(all[i].name, all[i + 1].name));
    if (!taken)
      named->names[all[i].place] = key_escape(reading->call, all[i].name);
  }
}

/* ---- the others ---------------------------------------------------------------------- */

static struct slice all_said(struct reading *reading,
                             const struct frame *item) {
  struct call_buffer text;

  call_buffer_begin(&text, reading->call);
  if (item->said > 0)
    json_canonical_at(&text.out, reading->document, item->said);
  return call_buffer_text(&text);
}

/* A mark as it is, or numbered where it is not the first such. */
static struct slice numbered(struct call *call, struct slice mark,
                             uint32_t number) {
  char end[16];

  if (number == 1)
    return mark;
  snprintf(end, sizeof end, "-%u", (unsigned)number);
  return call_join(call, (struct slice[]){mark, slice_of(end)}, 2);
}

static void name_by_marks(struct reading *reading, struct named *named) {
  struct called *all =
      CALL_NEW_MANY(reading->call, named->list->count, struct called);
  uint32_t count = 0, number = 0;

  for (uint32_t i = 0; i < named->list->count; i++) {
    const struct frame *item = named->list->items[i];
    if (!named->names[i].data)
      all[count++] = (struct called){i, mark_of(reading, named, item),
                                     all_said(reading, item)};
  }
  if (count > 1)
    qsort(all, count, sizeof *all, by_name);
  for (uint32_t i = 0; i < count; i++) {
    bool alike = i > 0 && slice_is(all[i].name, all[i - 1].name);
    number = alike ? number + 1 : 1;
    named->names[all[i].place] = numbered(reading->call, all[i].name, number);
  }
}

const struct slice *item_names(struct reading *reading, struct list *list) {
  struct named named = {.list = list};

  if (list->names)
    return list->names;
  list->names = named.names =
      CALL_NEW_MANY(reading->call, list->count, struct slice);
  find_facts(reading->call, &named);
  name_by_labels(reading, &named);
  name_by_marks(reading, &named);
  return named.names;
}

struct frame *item_called(struct reading *reading, struct list *list,
                          struct slice name) {
  const struct slice *names = item_names(reading, list);

  call_charge(reading->call, list->count);
  for (uint32_t i = 0; i < list->count; i++)
    if (slice_is(names[i], name))
      return list->items[i];
  return NULL;
}

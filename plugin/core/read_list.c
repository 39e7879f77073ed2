/* read_list.c: lists: their items, and what they say of themselves as a whole; see
 * read_parts.h. */
#include <math.h>
#include <stdio.h>

#include "legs.h"
#include "value.h"

/* Up to here every host reads the same whole number. */
#define GREATEST 9007199254740991.0

/* ---- items ------------------------------------------------------------------- */

static struct slice item_pointer(struct call *call, const struct list *list,
                                 uint32_t index) {
  char number[16];

  snprintf(number, sizeof number, "/%u", (unsigned)index);
  return call_join(call,
                   (struct slice[]){list->items_pointer, slice_of(number)}, 2);
}

static uint32_t kind_of_items(const struct program *program, uint32_t list) {
  return program_items_at(program, list)->inner == SCOPE_FACILITY
             ? frame_kind(program, SCOPE_FACILITY)
             : 0;
}

/* An entry of a later day tells nothing of the as-of day but that it was made: what it
 * says is not known. */
static void blank_entry(struct reading *reading, const struct list *list,
                        struct frame *item) {
  const struct program *program = reading->call->program;
  struct program_list facts =
      program_list_at(program, program_items_at(program, list->of)->facts);

  for (uint32_t i = 0; i < facts.count; i++) {
    struct cell **cell = &item->cells[i];
    if (!cell_is_known(*cell) ||
        program_fact_at(program, facts.rows[i])->type == TYPE_TEXT)
      continue;
    *cell = CALL_NEW(reading->call, struct cell);
    (*cell)->state = CELL_UNKNOWN;
    cell_more(reading->call, *cell)->why =
        SLICE("the entry is dated after the as-of date");
  }
}

static void read_items(struct reading *reading, struct list *list,
                       struct at items) {
  const struct program *program = reading->call->program;
  uint32_t kind = kind_of_items(program, list->of);

  if (!read_is_list(items)) {
    read_wrong(reading);
    return;
  }
  list->items = CALL_NEW_MANY(reading->call, at_count(items), struct frame *);
  for (struct at one = at_first(items); one.given; one = at_next(items, one)) {
    struct frame *item =
        frame_new(reading->call, kind, list->of,
                  item_pointer(reading->call, list, list->count));
    call_charge(reading->call, READ_ITEM_COST);
    item->among = list;
    item->index = list->count;
    item->said = kind ? 0 : one.token;
    list->items[list->count++] = item;
    if (read_is_object(one))
      read_group(reading, program_items_at(program, list->of)->branch, one,
                 item);
    else
      read_wrong(reading);
    if (item->ahead)
      blank_entry(reading, list, item);
  }
}

/* Items that have an id have one each: what is entered twice would count twice. */
static void check_ids(struct reading *reading, const struct list *list) {
  const struct program *program = reading->call->program;
  struct program_list facts =
      program_list_at(program, program_items_at(program, list->of)->facts);
  struct slice *ids = CALL_NEW_MANY(reading->call, list->count, struct slice);
  uint32_t slot = 0, count = 0;

  while (slot < facts.count &&
         strcmp(program_text_bytes(
                    program, program_fact_at(program, facts.rows[slot])->path),
                "id") != 0)
    slot++;
  for (uint32_t i = 0; slot < facts.count && i < list->count; i++)
    if (cell_has_value(list->items[i]->cells[slot]))
      ids[count++] = list->items[i]->cells[slot]->text;
  read_check_ids(reading, ids, count);
}

/* ---- the list as a whole ------------------------------------------------------- */

enum key {
  COMPLETE,
  COUNT,
  EVIDENCE,
  ITEMS,
  NOTE,
  STATED_BY,
  WHY,
  KEYS
};

static const char *const keys[KEYS] = {
    "complete", "count", "evidence", "items", "note", "stated_by", "why"};

/* A list against its own count claims that nothing is missing, and, where the count
 * is the greater, that so many items are. */
static void contradict(struct reading *reading, struct list *list,
                       double missing) {
  struct call *call = reading->call;
  char number[16];
  struct argument count = {.name = "count"};
  const struct saying says = {MESSAGE_LIST_MISCOUNTED, MESSAGE_NONE, &count, 1};

  snprintf(number, sizeof number, "%u", (unsigned)list->count);
  count.text = slice_of(number);
  problem_conflict(reading, list->pointer, &says, NULL, 0);
  list->claims = (const struct list **)CALL_NEW_MANY(call, 2, struct list *);
  for (double extra = 0; list->claim_count < (missing > 0 ? 2u : 1u);
       extra = missing) {
    struct list *claim = list_new(call, list->of, list->pointer);
    claim->items_pointer = list->items_pointer;
    claim->items = list->items;
    claim->count = list->count;
    claim->stated_by = list->stated_by;
    claim->extra_lo = claim->extra_hi = extra;
    list->claims[list->claim_count++] = claim;
    for (uint32_t i = 0; i < list->count; i++)
      list->items[i]->among = claim;
  }
  list->items = NULL;
  list->count = 0;
  list->conflicting = true;
}

static bool is_whole(struct at at) {
  double number = at_number(at);

  return at_is_number(at) && number >= 0 && number <= GREATEST &&
         number == floor(number);
}

/* How many items may be missing. */
static void count_missing(struct reading *reading, struct list *list,
                          const struct at *values) {
  double low = 0, high = INFINITY;

  if (values[COUNT].given && is_whole(values[COUNT]))
    low = high = value_number(reading->call, values[COUNT]) - list->count;
  else if (values[COUNT].given)
    read_wrong(reading);
  if (values[COMPLETE].given &&
      (at_kind(values[COMPLETE]) != JSON_WORD || at_is_null(values[COMPLETE])))
    read_wrong(reading);
  if (list->complete && !list->late)
    high = low > 0 ? -1 : high < 0 ? high : 0;
  if (high < 0) {
    contradict(reading, list, low);
    low = 0;
    high = INFINITY;
  }
  list->extra_lo = low;
  list->extra_hi = high;
}

static void read_whole(struct reading *reading, struct list *list,
                       struct at object) {
  struct at values[KEYS];

  read_keys(reading, object, keys, KEYS, values);
  list->items_pointer = call_join(
      reading->call, (struct slice[]){list->pointer, SLICE("/items")}, 2);
  if (values[ITEMS].given)
    read_items(reading, list, values[ITEMS]);
  list->complete = at_flag(values[COMPLETE]);
  read_optional_text(reading, values[NOTE]);
  read_optional_text(reading, values[WHY]);
  list->stated_by = read_optional_text(reading, values[STATED_BY]);
  if (values[EVIDENCE].given)
    legs_of_list(reading, list, values[EVIDENCE]);
  count_missing(reading, list, values);
}

void read_list(struct reading *reading, struct at value, struct frame *frame,
               struct list *list) {
  const struct program_items *row =
      program_items_at(reading->call->program, list->of);
  bool before = reading->secret;

  reading->secret =
      before || (row->sensitive && !reading->call->options.show_sensitive);
  if (read_is_list(value))
    read_items(reading, list, value);
  else if (value.given && at_kind(value) == JSON_OBJECT)
    read_whole(reading, list, value);
  else if (value.given && !at_is_null(value))
    read_wrong(reading);
  if (list->claims)
    *READING_ADD(reading, disputed) =
        (struct disputed){.frame = frame, .list = list->of, .content = list};
  check_ids(reading, list);
  reading->secret = before;
}

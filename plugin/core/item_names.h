/* item_names.h: what the items of a list are called in keys, the same in any order of
 * the list: the twin of scripts/dossier/records/item_names.lua. */
#ifndef CORE_ITEM_NAMES_H
#define CORE_ITEM_NAMES_H

#include "frame.h"

/* The names of a list's items, in their order: each item's id or name, with "~0" and
 * "~1" for "~" and "/", where it is not sensitive and no other item has it; else "#"
 * and a mark of what it answers, with "-2", "-3" where others answer the same. */
const struct slice *item_names(struct reading *reading, struct list *list);

/* The item with that name, or NULL. */
struct frame *item_called(struct reading *reading, struct list *list,
                          struct slice name);

/* A name inside a key, with "~0" and "~1" for "~" and "/". */
struct slice key_escape(struct call *call, struct slice name);

#endif

/* targets.h: what records and findings name: checks, provisions, facilities, prompts
 * and facts: the twin of scripts/dossier/records/{targets,pointers,item_names}.lua and
 * of scripts/dossier/findings.lua, without the words for what is wrong. */
#ifndef CORE_TARGETS_H
#define CORE_TARGETS_H

#include "records.h"

/* Checks all that a record names, and keeps what it finds with it. */
void targets_check_record(struct reading *reading, struct record *record);

/* Checks entered findings: what each names must be there, and its days possible. */
void targets_check_findings(struct reading *reading);

/* ---- named_facts.c -------------------------------------------------------------- */

/* The fact at a JSON Pointer, and its frame; 0: there is none. */
uint32_t fact_at_pointer(struct reading *reading, struct slice pointer,
                         struct frame **frame);

/* The pointer of the fact that a report calls `key`; no data: none. */
struct slice pointer_of_key(struct reading *reading, struct slice key);

/* The facility with that id, the last of several; NULL: none. */
struct frame *facility_called(const struct reading *reading, struct slice id);

/* What follows `base` in `pointer`, from its slash on; no data where it does not. */
struct slice suffix_in(struct slice base, struct slice pointer);

#endif

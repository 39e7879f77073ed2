/* explain.h: why: the conditions that decided, how well they are supported, and the
 * sentences. */
#ifndef CORE_EXPLAIN_H
#define CORE_EXPLAIN_H

#include "evaluate.h"

/* A condition, and where it was found. */
struct found {
  uint32_t node;
  uint32_t branch;    /* the nearest node around with an `otherwise`, or 0 */
  uint32_t subject;   /* the fact that leaves it open, or 0 */
  uint8_t complete;   /* enum basis: of a list that names all there are */
  bool has_items;     /* "found.items" is there, perhaps empty */
  bool lacks;         /* these items lack what others have */
  struct frame *item; /* NULL: of no item */
  struct frame *facility; /* NULL: of none */
  struct frame **items;   /* what a counted shortfall speaks of */
  uint32_t item_count;
};

struct found_list {
  struct found *all;
  uint32_t count, room;
};

/* ---- what decided -------------------------------------------------------- */

/* The conditions under `node` that make it short, the same with
 * the items behind facts worked out from lists, and those that leave
 * it open; of a gate, auditor's questions wait. */
void explain_short(struct context *context, uint32_t node,
                   struct found_list *out);
void explain_met(struct context *context, uint32_t node,
                 struct found_list *out);
void explain_shortfalls(struct context *context, uint32_t node,
                        struct found_list *out);
void explain_open(struct context *context, uint32_t node, bool is_gate,
                  struct found_list *out);

/* What decided a settled condition, and its support: BASIS_NONE
 * where no fact is among it. */
void decided_by(struct context *context, uint32_t node, struct found_list *out);
enum basis decided_basis(struct context *context, const struct found *found,
                         uint32_t count);

/* Of a settled condition and what it reads. */
enum basis decided_basis_of(struct context *context, uint32_t node,
                            uint32_t reads, uint32_t reads_lists);

/* Of what left a condition open: COUNT_UNKNOWN, COUNT_WITHHELD or
 * COUNT_CONFLICTING. */
enum result_count explain_state_of(struct context *context,
                                   const struct found *found);

/* What is known and speaks against the Member, `found` left out. */
void explain_against(struct context *context, struct result *result,
                     const struct found *found, uint32_t count);

/* ---- sentences ----------------------------------------------------------- */

/* Says why a result is what it is: reason, basis, count, what was found, and what
 * speaks against it.  For `explain` of a context. */
void explain_result(struct context *context, struct result *result);

/* The same of what does not apply: by a record, or by the facts. */
void explain_not_applicable(struct context *context, struct result *result);

struct slice explain_shortfall(struct context *context,
                               const struct found_list *found);
struct slice explain_reason_open(struct context *context,
                                 const struct found *found, uint32_t count);

/* A sentence with its names filled in; `found`: seen from there, or NULL. */
struct slice sentence_fill(struct context *context, uint32_t sentence,
                           const struct found *found);

/* The value of a cell as a person reads it. */
struct slice value_words(struct call *call, uint32_t fact,
                         const struct cell *cell, bool show_sensitive);

/* What people call value number `at` of a fact; NULL: it has no title. */
const char *fact_title(const struct program *program,
                       const struct program_fact *fact, uint32_t at);

/* The same, or the value itself; "": there is no such value. */
const char *value_title(const struct program *program,
                        const struct program_fact *fact, uint32_t at);

/* What an item may be called; no data: nothing. */
struct slice item_label(struct call *call, const struct frame *item,
                        bool show_sensitive);

/* "P-07: serious": the label, and the fact that is beside it. */
struct slice item_label_and_more(struct call *call, const struct frame *item);

/* The same, and the fact that calls it so. */
struct slice item_label_by(struct call *call, const struct frame *item,
                           bool show_sensitive, uint32_t *fact);

#endif

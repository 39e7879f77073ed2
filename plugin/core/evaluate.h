/* evaluate.h: the context that conditions are evaluated in, and what evaluating
 * gives.
 *
 * Conditions and facts are named by their rows of NODE and FACT, lists by ITEMS. */
#ifndef CORE_EVALUATE_H
#define CORE_EVALUATE_H

#include "frame.h"
#include "mask.h"
#include "tape.h"

struct answers;
struct found;
struct claims;
struct context;
struct result;

/* A judgement that was asked for while a check ran. */
struct heard {
  struct slice prompt;
  const struct claims *claims;
  struct heard *next; /* in the order of asking */
};

/* What the layers change on the day; NULL: nothing. */
struct house;

struct context {
  struct call *call;
  struct reading *reading;
  struct answers *answers;        /* NULL: no record is in force */
  const struct frame *parameters; /* of the pack, of the layers, or of a test */
  struct frame *facility;         /* in hand, or NULL */
  struct frame *item;             /* in hand, or NULL */
  const struct house *house;
  /* Fills in what a result says beside its masks; NULL: nothing. */
  void (*explain)(struct context *context, struct result *result);
  struct slice muted;                    /* the prompt that is left out */
  bool listens;                          /* context->heard is kept */
  struct heard *heard;                   /* since the check at hand began */
  const struct claims *provision_judged; /* by which the provision is closed */
  const struct claims *provision_opened; /* by which it applies */
  uint8_t voice; /* enum basis: that of the outcome a sentence speaks of */
  const struct computer *computer; /* NULL: the pack has no plain function */
  const struct broken *failed;     /* one failed while the check at hand ran */
};

struct broken {
  struct slice message, file;
  uint32_t line, column;
};

/* A plain function of the pack on exact values: a mask, or 0 where it failed and
 * *broken says how. */
struct computer {
  uint8_t (*run)(void *data, uint32_t node, const struct cell *const *cells,
                 size_t count, struct broken *broken);
  void *data;
};

/* ---- conditions (node.c, list.c, leaf_*.c) ------------------------------- */

/* The set of extents that the condition may have here. */
uint8_t node_extents(struct context *context, uint32_t node);

/* The same for a whole condition, which charges for itself. */
uint8_t node_root(struct context *context, uint32_t node);

/* How many items of a list are met, and the latest of them. */
void node_count(struct context *context, uint32_t node, double *lo, double *hi);
void node_latest(struct context *context, uint32_t node, double *lo,
                 double *hi);

/* What is said of a fact here; never NULL: CELL_ABSENT where nothing is. */
const struct cell *cell_of(const struct context *context, uint32_t fact);

/* The same, of what was found at another place. */
const struct cell *cell_in(const struct context *context,
                           const struct frame *facility,
                           const struct frame *item, uint32_t fact);

/* What is said of a list here; NULL: nothing. */
const struct list *list_of(const struct context *context, uint32_t list);

/* How well it is supported that a list names all there are; BASIS_NONE where it
 * does not say so. */
enum basis list_basis(const struct list *list);

/* Where the list's items go in the context, and what is there now.  Whoever goes
 * through a list puts the latter back. */
struct frame **context_place(struct context *context, uint32_t list);

/* The units of looking at one item of the list condition `node`. */
uint64_t node_item_cost(const struct program *program, uint32_t node);

/* ---- results ------------------------------------------------------------- */

enum result_count {
  COUNT_SETTLED,
  COUNT_UNKNOWN,
  COUNT_WITHHELD,
  COUNT_CONFLICTING,
  COUNT_NOT_APPLICABLE,
  COUNT_ERROR
};

/* What the house rating makes of a result. */
struct house_result {
  uint32_t change; /* row of CHANGE */
  uint8_t outcome, range;
  struct slice reason;
  struct found *found;
  uint32_t found_count;
};

/* What speaks against the Member beside a result. */
struct against {
  uint32_t node;
  struct slice says, pointer; /* no pointer: of no fact */
};

struct result {
  uint32_t check;         /* row of CHECK */
  struct frame *facility; /* NULL: at the Member */
  uint8_t mask, gate, provision_mask;
  uint8_t outcome; /* enum of layout.h OUTCOME, from 1 */
  uint8_t range;   /* a mask of ratings */
  uint8_t count;   /* enum result_count */
  uint8_t basis;   /* enum basis */
  bool judged_na, outside, disputed, by_record;
  bool has_decided, has_against;
  bool own_parameters; /* read by the layers' */
  struct slice reason;
  struct found *found, *decided;
  uint32_t found_count, decided_count;
  struct against *against;
  uint32_t against_count;
  struct record **heard; /* NULL: nobody listened */
  uint32_t heard_count;
  struct house_result *house;
  const struct broken *broken;    /* NULL: it ran */
  struct auditor_result *auditor; /* of a report */
};

struct evaluation {
  struct result **results; /* the Member's first, then facility by facility */
  uint32_t count, room;
};

/* A context of the reading, nothing in hand.  `parameters`: those of the pack, of
 * evaluate_parameters, or others. */
struct context evaluate_context(struct reading *reading,
                                const struct frame *parameters);

/* All the checks, in a reading that is settled (settle.h). */
struct evaluation *evaluate_run(struct context *context);

/* One check alone, at a facility or, where that is NULL, at the Member. */
struct result *evaluate_at(struct context *context, uint32_t check,
                           struct frame *facility);

/* A check again, after something in the frames has changed. */
struct result *evaluate_again(struct context *context,
                              const struct result *result);

/* The cell of a parameter that is set. */
struct cell *evaluate_setting(struct call *call,
                              const struct program_setting *setting);

/* The parameters as the pack sets them. */
struct frame *evaluate_parameters(struct call *call);

/* Puts the values of an object, each by the name of its parameter, in their place. */
void evaluate_set_parameters(struct call *call, struct at values,
                             struct frame *parameters);

/* ---- assessed.c ---------------------------------------------------------- */

/* Whether a provision was looked at through its results from number `first` on:
 * at least one check is settled, or none applies. */
bool assessed_is_looked_at(const struct program *program,
                           const struct evaluation *evaluation, uint32_t first);

/* Notes at a facility that has run whether statements alone stand for it. */
void assessed_mark(struct reading *reading, struct frame *facility);

#endif

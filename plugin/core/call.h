/* call.h: what one call of the core has: its program, memory and budget, and the
 * one way out. */
#ifndef CORE_CALL_H
#define CORE_CALL_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "program.h"
#include "sandbox/budget.h"
#include "slice.h"

/* A day of the calendar is a number of days from 1970-01-01; see days.h. */
#define DAY_NONE INT32_MIN

struct call_options {
  int32_t as_of;             /* DAY_NONE: that of the dossier */
  struct slice evaluated_at; /* may be none */
  bool show_sensitive;
  bool is_noted;      /* Lua looked at what only it tells of: ids and numbers */
  bool ends_at_error; /* for Lua reads all again, to tell of every error */
};

struct call {
  const struct program *program;
  struct budget *budget;
  struct arena arena;
  struct call_options options;
  jmp_buf *stop; /* of call_run alone */
  bool left;     /* call_leave was called */
  bool rounded;  /* a number was read as a whole one that is another */
};

/* Runs `run(call, data)`: true where it came to its end, false where it was
 * stopped, and budget->fatal says by what.  All that it took from the arena stays
 * until arena_free.  What `run` calls owns nothing else: no lock, no block, no
 * file. */
bool call_run(struct call *call, void (*run)(struct call *call, void *data),
              void *data);

/* Spends `units` of the budget.  Does not return where nothing is left, the
 * deadline is past or the host cancels. */
void call_charge(struct call *call, uint64_t units);

/* Ends what call_run runs, though nothing stopped it.  Does not return. */
void call_leave(struct call *call);

/* `size` zero bytes, never NULL: does not return where there is no memory. */
void *call_alloc(struct call *call, size_t size);

/* The same for `count` objects. */
void *call_alloc_many(struct call *call, size_t count, size_t size);

#define CALL_NEW(call, type) ((type *)call_alloc((call), sizeof(type)))
#define CALL_NEW_MANY(call, count, type)                                       \
  ((type *)call_alloc_many((call), (count), sizeof(type)))

/* A copy of some bytes with a NUL behind them, so that C may print it. */
struct slice call_copy(struct call *call, struct slice bytes);

/* The texts one behind the other, with a NUL behind them. */
struct slice call_join(struct call *call, const struct slice *texts,
                       size_t count);

#endif

/* stats.c: see stats.h.  Each number is right by itself; nothing waits for another
 * to be so, for metrics need no more. */
#include "stats.h"

static void add(atomic_uint_least64_t *sum, uint64_t value) {
  atomic_fetch_add_explicit(sum, value, memory_order_relaxed);
}

static void raise_to(atomic_uint_least64_t *most, uint64_t value) {
  uint64_t known = atomic_load_explicit(most, memory_order_relaxed);

  while (value > known &&
         !atomic_compare_exchange_weak_explicit(
             most, &known, value, memory_order_relaxed, memory_order_relaxed))
    continue;
}

static uint64_t get(const atomic_uint_least64_t *value) {
  return atomic_load_explicit(value, memory_order_relaxed);
}

void stats_add(struct stats *stats, const struct stats_call *call) {
  add(&stats->calls, 1);
  add(&stats->errors, call->status != COP11_OK);
  add(&stats->time_ns, call->time_ns);
  raise_to(&stats->most_steps, call->steps);
  raise_to(&stats->most_memory, call->memory);
}

void stats_read(const struct stats *stats, cop11_stats *out) {
  out->states = atomic_load_explicit(&stats->in_lua, memory_order_relaxed);
  out->calls = get(&stats->calls);
  out->errors = get(&stats->errors);
  out->time_ns = get(&stats->time_ns);
  out->most_steps = get(&stats->most_steps);
  out->most_memory = get(&stats->most_memory);
}

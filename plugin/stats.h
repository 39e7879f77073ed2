/* stats.h: what an engine has done, counted by its calls without a lock. */
#ifndef STATS_H
#define STATS_H

#include <stdatomic.h>

#include "cop11.h"

struct stats {
  atomic_uint_least32_t
      in_lua; /* calls that have a state of Lua, or make one */
  atomic_uint_least64_t calls, errors, time_ns, most_steps, most_memory;
};

/* What one call took. */
struct stats_call {
  cop11_status status;
  uint64_t time_ns;
  uint64_t steps;  /* of its dearest part */
  uint64_t memory; /* bytes, at the most */
};

void stats_add(struct stats *stats, const struct stats_call *call);

/* All but struct_size and the idle ones among the states. */
void stats_read(const struct stats *stats, cop11_stats *out);

#endif

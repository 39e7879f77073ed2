/* pool.h: idle workers, shared by all threads without a lock.
 *
 * Each slot is taken and filled by one atomic exchange.  So a process that
 * forks while another thread is in a call never finds a lock held for ever.
 */
#ifndef POOL_H
#define POOL_H

#include <stddef.h>

struct pool;
struct worker;

/* Room for `size` workers; NULL without memory. */
struct pool *pool_new(size_t size);

/* An idle worker, which is the caller's; NULL when there is none. */
struct worker *pool_take(struct pool *pool);

/* Gives a worker to the pool; frees it when there is no room, or when all that are
 * idle would hold more than 1 MiB for each there is room for: what a burst of calls
 * took goes back.  One is always kept. */
void pool_give(struct pool *pool, struct worker *worker);

/* How many are idle. */
size_t pool_idle(const struct pool *pool);

/* Frees the pool and every worker in it.  NULL does nothing. */
void pool_free(struct pool *pool);

#endif

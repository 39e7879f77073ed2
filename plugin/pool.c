/* pool.c: idle workers; see pool.h. */
#include "pool.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "worker.h"

struct pool {
  size_t size;
  _Atomic(struct worker *) slots[]; /* NULL: free */
};

struct pool *pool_new(size_t size) {
  struct pool *pool =
      malloc(sizeof *pool + size * sizeof(_Atomic(struct worker *)));

  if (!pool)
    return NULL;
  pool->size = size;
  for (size_t i = 0; i < size; i++)
    atomic_init(&pool->slots[i], NULL);
  return pool;
}

/* From the front, so that the same few states, warm in the processor's cache,
 * do the work. */
struct worker *pool_take(struct pool *pool) {
  for (size_t i = 0; i < pool->size; i++) {
    struct worker *worker;
    if (!atomic_load_explicit(&pool->slots[i], memory_order_relaxed))
      continue;
    worker =
        atomic_exchange_explicit(&pool->slots[i], NULL, memory_order_acquire);
    if (worker)
      return worker;
  }
  return NULL;
}

void pool_give(struct pool *pool, struct worker *worker) {
  for (size_t i = 0; i < pool->size; i++) {
    struct worker *empty = NULL;
    if (atomic_compare_exchange_strong_explicit(&pool->slots[i], &empty, worker,
                                                memory_order_release,
                                                memory_order_relaxed))
      return;
  }
  worker_free(worker);
}

void pool_free(struct pool *pool) {
  if (!pool)
    return;
  for (size_t i = 0; i < pool->size; i++)
    worker_free(atomic_load(&pool->slots[i]));
  free(pool);
}

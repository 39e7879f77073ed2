/* pool.c: idle workers; see pool.h. */
#include "pool.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "worker.h"

/* Bytes for each worker that may be idle. */
#define ROOM_EACH ((size_t)1 << 20)

struct pool {
  size_t size;
  atomic_size_t held;               /* by those that are idle */
  _Atomic(struct worker *) slots[]; /* NULL: free */
};

struct pool *pool_new(size_t size) {
  struct pool *pool =
      malloc(sizeof *pool + size * sizeof(_Atomic(struct worker *)));

  if (!pool)
    return NULL;
  pool->size = size;
  atomic_init(&pool->held, 0);
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
    if (worker) {
      atomic_fetch_sub_explicit(&pool->held, worker_held(worker),
                                memory_order_relaxed);
      return worker;
    }
  }
  return NULL;
}

/* Whether there is a slot for it, which it then has. */
static bool keep(struct pool *pool, struct worker *worker) {
  for (size_t i = 0; i < pool->size; i++) {
    struct worker *empty = NULL;
    if (atomic_compare_exchange_strong_explicit(&pool->slots[i], &empty, worker,
                                                memory_order_release,
                                                memory_order_relaxed))
      return true;
  }
  return false;
}

/* Counted before it can be taken; one finds room whatever it holds. */
void pool_give(struct pool *pool, struct worker *worker) {
  size_t held = worker_held(worker);
  size_t others =
      atomic_fetch_add_explicit(&pool->held, held, memory_order_relaxed);

  if ((others == 0 || others + held <= pool->size * ROOM_EACH) &&
      keep(pool, worker))
    return;
  atomic_fetch_sub_explicit(&pool->held, held, memory_order_relaxed);
  worker_free(worker);
}

size_t pool_idle(const struct pool *pool) {
  size_t idle = 0;

  for (size_t i = 0; i < pool->size; i++)
    idle += atomic_load_explicit(&pool->slots[i], memory_order_relaxed) != NULL;
  return idle;
}

void pool_free(struct pool *pool) {
  if (!pool)
    return;
  for (size_t i = 0; i < pool->size; i++)
    worker_free(atomic_load(&pool->slots[i]));
  free(pool);
}

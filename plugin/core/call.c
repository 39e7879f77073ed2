/* call.c: see call.h. */
#include "call.h"

static _Noreturn void stop(struct call *call, enum fatal fatal) {
  if (call->budget->fatal == FATAL_NONE)
    call->budget->fatal = fatal;
  longjmp(*call->stop, 1);
}

bool call_run(struct call *call, void (*run)(struct call *call, void *data),
              void *data) {
  jmp_buf here, *outer = call->stop;
  volatile bool done = false;

  call->stop = &here;
  if (setjmp(here) == 0) {
    run(call, data);
    done = true;
  }
  call->stop = outer;
  return done;
}

void call_charge(struct call *call, uint64_t units) {
  if (!budget_spend(call->budget, units))
    stop(call, FATAL_STEPS);
}

void call_leave(struct call *call) {
  call->left = true;
  longjmp(*call->stop, 1);
}

void *call_alloc(struct call *call, size_t size) {
  void *found = arena_alloc(&call->arena, size);

  if (!found)
    stop(call, FATAL_MEMORY);
  return found;
}

void *call_alloc_many(struct call *call, size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / size)
    stop(call, FATAL_MEMORY);
  return call_alloc(call, count * size);
}

struct slice call_copy(struct call *call, struct slice bytes) {
  return call_join(call, &bytes, 1);
}

struct slice call_join(struct call *call, const struct slice *texts,
                       size_t count) {
  size_t size = 0;
  char *to;

  for (size_t i = 0; i < count; i++)
    size += texts[i].size;
  struct slice joined = {call_alloc(call, size + 1), size};
  to = (char *)joined.data;
  for (size_t i = 0; i < count; i++) {
    if (texts[i].size > 0)
      memcpy(to, texts[i].data, texts[i].size);
    to += texts[i].size;
  }
  return joined;
}

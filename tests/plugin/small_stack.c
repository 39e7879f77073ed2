/* small_stack.c: a thread with little stack; see small_stack.h. */
#include "small_stack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

enum {
#ifdef SANITIZED
  STACK_SIZE = 4096 * 1024
#else
  STACK_SIZE = 256 * 1024
#endif
};

void run_on_small_stack(void *(*body)(void *), void *argument) {
  pthread_attr_t attributes;
  pthread_t thread;

  pthread_attr_init(&attributes);
  assert_int_equal(pthread_attr_setstacksize(&attributes, STACK_SIZE), 0);
  assert_int_equal(pthread_create(&thread, &attributes, body, argument), 0);
  pthread_join(thread, NULL);
  pthread_attr_destroy(&attributes);
}

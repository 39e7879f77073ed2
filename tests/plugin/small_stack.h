/* small_stack.h: running something with no more stack than cop11.h asks for. */
#ifndef SMALL_STACK_H
#define SMALL_STACK_H

/* Calls body(argument) on a thread with 256 KiB, where the compiler's own
 * additions (sanitizers) do not need more. */
void run_on_small_stack(void *(*body)(void *), void *argument);

#endif

/* stop.h: ending a batch in order when the user says stop (Ctrl-C). */
#ifndef COP11_COMMAND_BATCH_STOP_H
#define COP11_COMMAND_BATCH_STOP_H

#include <stdbool.h>
#include <stdint.h>

/* From now on SIGINT, SIGTERM and SIGHUP are noted, unless they are ignored; a
 * second one ends the process at once. */
bool stop_begin(void);

bool stop_is_asked(void);

/* Has all work end as if the user had said stop. */
void stop_ask(void);

/* Has what is begun be finished, and no more be taken. */
void stop_finish(void);

/* Whether either was said. */
bool stop_is_ending(void);

/* Waits until there is something to read; false where no more is to be taken. */
bool stop_wait_for(int file);

/* For cop11_call. */
int32_t stop_cancel(void *data);

/* Gives signals their meaning back, and ends the process by the one that came,
 * so that whoever started it can tell. */
void stop_end(void);

#endif

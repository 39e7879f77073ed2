/* state.h: one Lua state in which rules are opened for input after input: its scripts
 * are loaded once. */
#ifndef FUZZ_STATE_H
#define FUZZ_STATE_H

#include "support.h"
#include "worker.h"

/* Before and after all that uses the state. */
void state_enter(void);
void state_leave(void);

/* Opens the rules of `options`, as a host gives them; how that ended is checked. */
cop11_status state_open(const cop11_options *options, bool tolerant);

/* Does a job by the rules that are open, checks how it ends, and gives its text for the
 * caller to free; NULL where there is none. */
cop11_text *state_do(struct job job);

/* The same; whether the text holds `part`. */
bool state_says(struct job job, const char *part);

/* The job that calls `function` with a text (NULL: none). */
struct job state_job(const char *function, const char *text);

/* Makes room for other rules; a state that broke is made anew. */
void state_close(void);

#endif

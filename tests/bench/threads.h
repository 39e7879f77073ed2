/* threads.h: what memory and time several threads take on one engine. */
#ifndef THREADS_H
#define THREADS_H

#include <stdbool.h>

#include "cop11.h"
#include "dossiers.h"

/* Resident memory of an engine and its calls, in a child, so that nothing measured
 * before is in the heap. */
void memory_measure(const char *dossier);

/* Time of two threads, and of a thread's first call. */
void threads_measure(cop11_engine *engine, struct blob dossier, bool is_short);

#endif

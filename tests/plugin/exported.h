/* exported.h: which functions the library exports, for tests that must know of
 * each: a new one fails them until they do. */
#ifndef EXPORTED_H
#define EXPORTED_H

#include <stdbool.h>

/* Fails the test for the first exported function that is not known. */
void exported_are_all(bool (*known)(const char *name));

#endif

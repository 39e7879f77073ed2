/* nearest.h: did you mean? */
#ifndef COP11_COMMAND_NEAREST_H
#define COP11_COMMAND_NEAREST_H

#include <stddef.h>

/* The candidate closest to `word`, or NULL where none is near. */
const char *nearest_find(const char *word, const char *const *candidates,
                         size_t count);

#endif

/* other_kind.h: what a file that is no JSON at all seems to be. */
#ifndef COP11_COMMAND_OTHER_KIND_H
#define COP11_COMMAND_OTHER_KIND_H

#include <stddef.h>

/* In words, such as "CSV"; NULL when that cannot be told. */
const char *other_kind(const char *text, size_t size);

#endif

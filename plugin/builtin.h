/* builtin.h: the files of scripts/ and rules/, carried inside the library.  The
 * build makes builtin.c from them (plugin/build/). */
#ifndef BUILTIN_H
#define BUILTIN_H

#include <stddef.h>

struct builtin_file {
  const char *path;          /* "rating.lua", "provisions/11.2.lua" */
  const unsigned char *data; /* `size` bytes and a NUL */
  size_t size;
};

/* Both sorted by the bytes of their paths. */
extern const struct builtin_file builtin_scripts[];
extern const size_t builtin_script_count;
extern const struct builtin_file builtin_rules[];
extern const size_t builtin_rule_count;

#endif

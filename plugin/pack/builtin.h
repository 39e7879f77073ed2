/* builtin.h: the files of scripts/ and rules/, carried inside the library.  The
 * build makes builtin.c from them (plugin/build/); unpack.c gives their texts. */
#ifndef BUILTIN_H
#define BUILTIN_H

#include <stddef.h>

struct builtin_file {
  const char *path;            /* "rating.lua", "provisions/11.2.lua" */
  const unsigned char *packed; /* an LZ4 block, or the text as it is */
  size_t packed_size;          /* the text's own size: it is not packed */
  size_t size;                 /* of the text */
};

/* Both sorted by the bytes of their paths. */
extern const struct builtin_file builtin_scripts[];
extern const size_t builtin_script_count;
extern const struct builtin_file builtin_rules[];
extern const size_t builtin_rule_count;

/* The rules as a program of plugin/core/, made from both; see compiled.h. */
extern const struct builtin_file builtin_program;

#endif

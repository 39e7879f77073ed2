/* blocks.h: small programs made by hand, for the tests of plugin/core/. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "program.h"

/* A program with a row in every section and conditions of every kind, at a
 * multiple of 8; freed by free. */
char *block_new(size_t *size);

/* The word of a field, by the names of section and field. */
uint32_t *block_field(char *block, const char *section, uint32_t row,
                      const char *field);

/* The first row of NODE of that kind. */
uint32_t block_node(const char *block, enum program_kind kind);

#endif

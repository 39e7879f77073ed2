/* core_program.h: the built-in rules as a program of plugin/core/, compiled by
 * the scripts as they will in the library. */
#ifndef FUZZ_CORE_PROGRAM_H
#define FUZZ_CORE_PROGRAM_H

#include "program.h"

/* A program that is never freed. */
void core_program(struct program *program);

#endif

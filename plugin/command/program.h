/* program.h: other programs that the command has work for it. */
#ifndef COP11_COMMAND_PROGRAM_H
#define COP11_COMMAND_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

enum {
  PROGRAM_NOT_THERE = 127 /* as a shell says it */
};

/* Runs the program that PATH finds under words[0] with the arguments `words`, which end
 * with NULL, and with open files as its standard input, output and messages; -1 leaves
 * it ours.  Gives its exit status. */
int program_run(char *const words[], int in, int out, int messages);

/* The whole of the open file `file` in new memory, which the caller frees; NULL where
 * it is empty or cannot be had. */
char *program_output(int file, size_t *size);

#endif

/* compiled.h: the rules of an engine as a program of the core (core/program.h), which
 * all of its calls share and nobody writes to. */
#ifndef COMPILED_H
#define COMPILED_H

#include "cop11.h"
#include "program.h"
#include "worker.h"

/* Zeros are none. */
struct compiled {
  struct program program;
  char *block; /* what the program lies in; NULL: a state runs the rules */
};

/* The built-in rules, which were compiled when the library was built. */
cop11_status compiled_builtin(struct compiled *compiled, cop11_error *err);

/* The rules that a worker has opened.  None where they compute. */
cop11_status compiled_from(struct worker *worker, const struct budget *budget,
                           struct compiled *compiled, cop11_error *err);

void compiled_free(struct compiled *compiled);

#endif

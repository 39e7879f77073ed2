/* uses.h: every exported function, each used once with what it takes for good
 * and for bad, to be run in processes that are not as usual.  Knows nothing of
 * the tests' library, so that a host of any kind can load it. */
#ifndef USES_H
#define USES_H

#include <cop11.h>
#include <stdbool.h>

struct sample {
  const char *dossier;
  size_t size;
  const cop11_text *report; /* the dossier's, from the built-in rules */
};

/* Whether the engine gives that report. */
bool uses_same_report(const struct sample *sample, cop11_engine *engine,
                      const cop11_call *call);

/* The name of the first function that does not do what it should; NULL where
 * all do. */
__attribute__((visibility("default"))) const char *
uses_wrong(const struct sample *sample);

/* Whether `function` is among those used. */
bool uses_know(const char *function);

#endif

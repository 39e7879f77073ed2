/* within.h: what the command asks of the scripts, and no host does. */
#ifndef WITHIN_H
#define WITHIN_H

#include "cop11.h"

/* Has `function` of scripts/main.lua work on `text`; of `call`, which may be NULL, all
 * counts.  *out is the caller's. */
cop11_status within_do(cop11_engine *engine, const char *function,
                       const char *text, size_t size, const cop11_call *call,
                       cop11_text **out, cop11_error *err);

#endif

/* within.h: what the command asks of the scripts, and no host does. */
#ifndef WITHIN_H
#define WITHIN_H

#include "cop11.h"

struct text_piece {
  const char *data;
  size_t size;
};

/* Has `function` of scripts/main.lua work on `text` and, where it is not NULL, on what
 * is `asked` of it; of `call`, which may be NULL, all counts.  What is asked and is
 * none is COP11_E_ARGUMENT with "condition" in err->where.  *out is the caller's. */
cop11_status within_do(cop11_engine *engine, const char *function,
                       struct text_piece text, const char *asked,
                       const cop11_call *call, cop11_text **out,
                       cop11_error *err);

#endif

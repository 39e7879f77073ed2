/* try.h: what one condition or check comes to in a dossier, for the command; no
 * host sees it. */
#ifndef TRY_H
#define TRY_H

#include "cop11.h"

struct text_piece {
  const char *data;
  size_t size;
};

/* Tries `condition`, a sentence or what a rule file would hold, on the dossier.  One
 * that is none is COP11_E_ARGUMENT with "condition" in err->where.  *out is JSON,
 * "cop11.try/1", and the caller's. */
cop11_status try_condition(cop11_engine *engine, struct text_piece dossier,
                           const char *condition, const cop11_call *call,
                           cop11_text **out, cop11_error *err);

/* The same of the check with this id: "cop11.tried/1". */
cop11_status try_check(cop11_engine *engine, struct text_piece dossier,
                       const char *check, const cop11_call *call,
                       cop11_text **out, cop11_error *err);

#endif

/* impact.h: what changes between two packs, for the command; no host sees it. */
#ifndef IMPACT_H
#define IMPACT_H

#include "cop11.h"

/* Finds what differs in `comparison` ("cop11.comparison/1"): both packs as they
 * describe themselves, and both reports on each dossier.  *out is JSON,
 * "cop11.impact/1", and the caller's. */
cop11_status impact_find(cop11_engine *engine, const char *comparison,
                         size_t size, cop11_text **out, cop11_error *err);

#endif

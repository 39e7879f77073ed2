/* assess.h: an evaluation by the core, without Lua. */
#ifndef ASSESS_H
#define ASSESS_H

#include "compiled.h"
#include "options.h"
#include "runtime.h"

/* Does `job` where the core can: false leaves it to Lua, untouched.  It can where
 * there is a program, a dossier is to be evaluated, and nothing in dossier or call is
 * wrong, for Lua words what is.  Of another format than JSON the result is the report
 * that Lua is to lay out.  `budget` is spent as if Lua had never had it. */
bool assess(const struct compiled *compiled, const cop11_options *options,
            const struct budget *budget, struct job *job);

#endif

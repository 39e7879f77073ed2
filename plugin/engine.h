/* engine.h: rules ready to run: copied packs, options, and idle workers. */
#ifndef ENGINE_H
#define ENGINE_H

#include "cop11.h"
#include "program.h"
#include "runtime.h"

/* Copies the packs and compiles them in a first state, so that what is wrong with
 * them shows now; the built-in rules are compiled already, and start none.
 * `options` have been read by options_read, here and below `call` by call_read; it
 * says how long that may take and who may cancel it. */
cop11_status engine_open(const cop11_options *options, const cop11_call *call,
                         cop11_engine **out, cop11_error *err);

/* NULL, and what is no open engine, does nothing. */
void engine_close(cop11_engine *engine);

/* What it has done; all of *out but struct_size. */
void engine_stats(const cop11_engine *engine, cop11_stats *out);

/* What the engine was opened with, defaults filled in. */
const cop11_options *engine_options(const cop11_engine *engine);

/* The rules as the core runs them; NULL: only Lua can. */
const struct program *engine_program(const cop11_engine *engine);

/* Does a job, in the core or in a state of its own for the time.  On success
 * job->result is the caller's. */
cop11_status engine_do(cop11_engine *engine, const cop11_call *call,
                       struct job *job);

/* Does a job on the packs of `options` in a state made for it, in which broken
 * rules are no failure. */
cop11_status engine_do_once(const cop11_options *options,
                            const cop11_call *call, struct job *job);

#endif

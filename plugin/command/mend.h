/* mend.h: showing where a text is no JSON, and the text mended. */
#ifndef COP11_COMMAND_MEND_H
#define COP11_COMMAND_MEND_H

#include "cop11.h"
#include "input.h"

/* Prints the line of `input` at which reading it ended with `error`, a mark under
 * the place, and the line as it should be, where that can be told: more of the
 * text can be read then, as `engine` finds with `call`.  With this mended it goes
 * on to where reading ends next. */
void mend_show(const struct input *input, const cop11_error *error,
               cop11_engine *engine, const cop11_call *call);

#endif

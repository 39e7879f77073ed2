/* dialogue.h: asks an auditor on a terminal, one decision at a time. */
#ifndef COP11_COMMAND_DIALOGUE_H
#define COP11_COMMAND_DIALOGUE_H

#include "decisions.h"

/* Asks each question that decides something, and writes each answer as soon as it
 * stands, so that whoever stops loses nothing.  Returns the exit status. */
int dialogue_run(struct decisions *all);

#endif

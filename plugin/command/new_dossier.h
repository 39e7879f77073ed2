/* new_dossier.h: a dossier to begin with. */
#ifndef COP11_COMMAND_NEW_DOSSIER_H
#define COP11_COMMAND_NEW_DOSSIER_H

#include "arguments.h"

/* Writes a template of a dossier for the kinds of `arguments`; returns the exit
 * status. */
int new_dossier(const struct arguments *arguments);

#endif

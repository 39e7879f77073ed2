/* overwrite.h: what a verb writes never takes the place of what it reads. */
#ifndef COP11_COMMAND_OVERWRITE_H
#define COP11_COMMAND_OVERWRITE_H

#include "arguments.h"

/* Whether the file that -o names is one that the verb reads: a dossier, or a
 * file in a folder of rules, by whatever name, link or spelling.  Says so. */
bool overwrites_input(const struct verb *verb,
                      const struct arguments *arguments);

#endif

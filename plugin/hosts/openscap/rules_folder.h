/* rules_folder.h: an engine on the rules that the environment names. */
#ifndef RULES_FOLDER_H
#define RULES_FOLDER_H

#include <cop11.h>

/* The engine, or NULL with why in *error. */
cop11_engine *rules_folder_open(cop11_error *error);

#endif

/* charges_engine.h: an engine on the rules of charges/, which have one of each kind. */
#ifndef TESTS_CHARGES_ENGINE_H
#define TESTS_CHARGES_ENGINE_H

#include "cop11.h"

/* NULL where the rules cannot be opened or a check of theirs is broken; why is
 * printed. */
cop11_engine *charges_engine_open(void);

#endif

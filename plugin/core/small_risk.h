/* small_risk.h: what is no reason for a rule not to apply. */
#ifndef CORE_SMALL_RISK_H
#define CORE_SMALL_RISK_H

#include "slice.h"

bool says_small_risk(struct slice text);

#endif

/* test_some.h: the examples of some checks alone, for the command; no host sees
 * it. */
#ifndef TEST_SOME_H
#define TEST_SOME_H

#include "cop11.h"

/* cop11_test of what `asked` names: a check, a provision or a rule file. */
cop11_status test_some(const cop11_options *options, const char *asked,
                       const cop11_call *call, cop11_text **out,
                       cop11_error *err);

#endif

/* version_text.h: the version of cop11.h as one text, for those below api.c. */
#ifndef VERSION_TEXT_H
#define VERSION_TEXT_H

#include "cop11.h"

#define VERSION_DIGITS(number) #number
#define VERSION_DOTTED(a, b, c)                                                \
  VERSION_DIGITS(a) "." VERSION_DIGITS(b) "." VERSION_DIGITS(c)
#define VERSION_TEXT                                                           \
  VERSION_DOTTED(COP11_VERSION_MAJOR, COP11_VERSION_MINOR, COP11_VERSION_PATCH)

#endif

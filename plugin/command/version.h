/* version.h: what `cop11 --version` says. */
#ifndef COP11_COMMAND_VERSION_H
#define COP11_COMMAND_VERSION_H

/* Prints the versions of the library and of what is inside it.  Returns the
 * exit status. */
int version_print(void);

#endif

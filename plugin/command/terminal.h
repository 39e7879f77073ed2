/* terminal.h: colours, for people, on terminals alone. */
#ifndef COP11_COMMAND_TERMINAL_H
#define COP11_COMMAND_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Whether `file` is a terminal whose user has not asked for plain text with
 * NO_COLOR or TERM=dumb. */
bool terminal_has_colours(int file);

/* Whether `file` is a terminal on which a line can be written over. */
bool terminal_can_move(int file);

/* The escape sequence that begins the line of a text form at `line`, or NULL
 * for a plain one.  A line is coloured by its first word, which is never from
 * a dossier where it is; its bytes stay as they are. */
const char *terminal_style(const char *line, size_t size);

/* Ends any of the styles. */
#define TERMINAL_PLAIN "\033[0m"

#endif

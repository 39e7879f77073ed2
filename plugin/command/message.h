/* message.h: what the command says on standard error. */
#ifndef COP11_COMMAND_MESSAGE_H
#define COP11_COMMAND_MESSAGE_H

#include "cop11.h"

#if defined(__GNUC__)
#define LIKE_PRINTF __attribute__((format(printf, 1, 2)))
#else
#define LIKE_PRINTF
#endif

/* The exit statuses of every verb. */
enum exit_status {
  STATUS_CLEAN = 0,    /* conformance, not applicable, nothing found */
  STATUS_FINDINGS = 1, /* a finding is certain, or something was found */
  STATUS_CANNOT = 2,   /* usage, input, rules, output */
  STATUS_OPEN = 3      /* not determined, or on less than --require asks */
};

/* Prints "cop11: ", the text and a line end.  Whatever could act on a terminal
 * is shown as '?', and options of the library by the command's own names.
 * Returns STATUS_CANNOT, so that a verb can end with it. */
int message_put(const char *format, ...) LIKE_PRINTF;

/* Prints the library's error on the file `name`, in the form of compilers:
 * NAME:LINE:COLUMN: message. */
int message_error(const char *name, const cop11_error *error);

/* Prints the library's error on reading `folder`, which its message may begin
 * with already. */
int message_folder(const char *folder, const cop11_error *error);

#endif

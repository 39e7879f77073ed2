/* error.h: filling a cop11_error, the host's or one of our own. */
#ifndef ERROR_H
#define ERROR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cop11.h"

/* Whether `err` is NULL or says a size that holds all we write.  Nothing is
 * ever written to one that is not usable. */
bool error_usable(const cop11_error *err);

/* Sets *err to COP11_OK with an empty message. */
void error_clear(cop11_error *err);

/* Fills *err and returns `status`.  `where` may be NULL.  What does not fit is
 * cut between characters; bytes that are not UTF-8 and control characters
 * become '?', so that a host may decode and print both texts as they are. */
cop11_status error_set(cop11_error *err, cop11_status status, const char *where,
                       int line, int column, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 6, 7)))
#endif
    ;

/* Copies all but struct_size. */
void error_copy(cop11_error *to, const cop11_error *from);

/* The answer to malloc returning NULL. */
cop11_status error_no_memory(cop11_error *err);

/* A call needs more than `limit` bytes, which max_memory is. */
cop11_status error_max_memory(cop11_error *err, const char *where, int line,
                              size_t limit);

/* A report of `size` bytes is longer than max_report. */
cop11_status error_report_too_long(cop11_error *err, size_t size,
                                   uint64_t max_report);

#endif

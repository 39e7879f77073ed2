/* options.h: reading cop11_options and cop11_call of any age: fields the caller
 * does not know get their defaults, fields we do not know must be zero. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cop11.h"

/* Copies *options (NULL: all defaults) to *out with every default filled in.
 * COP11_E_ARGUMENT names the field, its range and the value given. */
cop11_status options_read(const cop11_options *options, cop11_options *out,
                          cop11_error *err);

/* What cop11_options_init promises. */
cop11_status options_init(cop11_options *options, uint32_t struct_size);

/* options_read for a cop11_call. */
cop11_status call_read(const cop11_call *call, cop11_call *out,
                       cop11_error *err);

/* Copies what was counted to the host's *stats, as far as its struct_size goes. */
cop11_status stats_copy(const cop11_stats *counted, cop11_stats *stats,
                        cop11_error *err);

#endif

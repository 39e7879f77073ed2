/* The structs of cop11.h as hosts have compiled them in: size and the place of
 * every field on 64-bit systems.  A change that breaks them breaks the build;
 * a new field at the end needs a new size here and an entry under ABI in
 * CHANGELOG.md. */
#include "cop11.h"

#define SIZE(type, size)                                                       \
  _Static_assert(sizeof(type) == (size), "the size of " #type " changed")
#define FIELD(type, field, offset)                                             \
  _Static_assert(offsetof(type, field) == (offset),                            \
                 #type "." #field " has moved")

_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "64-bit only");
_Static_assert(sizeof(cop11_status) == 4, "cop11_status is an int32_t");

SIZE(cop11_error, 1296);
FIELD(cop11_error, struct_size, 0);
FIELD(cop11_error, status, 4);
FIELD(cop11_error, line, 8);
FIELD(cop11_error, column, 12);
FIELD(cop11_error, where, 16);
FIELD(cop11_error, message, 272);

SIZE(cop11_options, 104);
FIELD(cop11_options, struct_size, 0);
FIELD(cop11_options, flags, 4);
FIELD(cop11_options, pack, 8);
FIELD(cop11_options, layers, 16);
FIELD(cop11_options, layer_count, 24);
FIELD(cop11_options, max_memory, 32);
FIELD(cop11_options, max_steps, 40);
FIELD(cop11_options, max_dossier, 48);
FIELD(cop11_options, max_report, 56);
FIELD(cop11_options, max_depth, 64);
FIELD(cop11_options, max_idle, 68);
FIELD(cop11_options, log, 72);
FIELD(cop11_options, log_data, 80);
FIELD(cop11_options, keys, 88);
FIELD(cop11_options, key_count, 96);

SIZE(cop11_call, 56);
FIELD(cop11_call, struct_size, 0);
FIELD(cop11_call, flags, 4);
FIELD(cop11_call, as_of, 8);
FIELD(cop11_call, cancel, 16);
FIELD(cop11_call, cancel_data, 24);
FIELD(cop11_call, time_limit_ms, 32);
FIELD(cop11_call, reserved, 36);
FIELD(cop11_call, format, 40);
FIELD(cop11_call, evaluated_at, 48);

SIZE(cop11_stats, 48);
FIELD(cop11_stats, struct_size, 0);
FIELD(cop11_stats, states, 4);
FIELD(cop11_stats, calls, 8);
FIELD(cop11_stats, errors, 16);
FIELD(cop11_stats, time_ns, 24);
FIELD(cop11_stats, most_steps, 32);
FIELD(cop11_stats, most_memory, 40);

_Static_assert(COP11_OK == 0 && COP11_E_ARGUMENT == 1 && COP11_E_MEMORY == 2 &&
                   COP11_E_LIMIT == 3 && COP11_E_CANCELLED == 4 &&
                   COP11_E_JSON == 5 && COP11_E_DOSSIER == 6 &&
                   COP11_E_PACK == 7 && COP11_E_IO == 8 &&
                   COP11_E_INTERNAL == 9,
               "a status has another number");

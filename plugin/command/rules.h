/* rules.h: the rules the user asked for, as the library takes them. */
#ifndef COP11_COMMAND_RULES_H
#define COP11_COMMAND_RULES_H

#include <stdbool.h>

#include "arguments.h"
#include "cop11.h"

struct rules {
  cop11_pack *pack; /* NULL: the built-in one */
  cop11_pack *layers[MOST_LAYERS];
  cop11_options options; /* what to pass to the library */
};

enum {
  RULES_NAME_SIZE = 65
};

/* What reports call the pack in `folder`: the folder's own name, so that it
 * does not matter where it lies. */
void rules_name(const char *folder, char *name);

/* Reads the folder `rules` (NULL: the built-in pack) and the layers of
 * `arguments`, which must live as long as `rules`.  Says what is wrong and returns false when one cannot be read.
 * To be freed with rules_free in any case. */
bool rules_read(const char *folder, const struct arguments *arguments,
                struct rules *rules);

void rules_free(struct rules *rules);

/* Opens an engine on the rules of `arguments`, for the caller to close.  Says
 * what is wrong and returns NULL when that fails. */
cop11_engine *rules_engine(const struct arguments *arguments);

/* The same, where one call may take `max_steps` units of work.  Where the folder
 * is a layer and no pack, `if_layer`, if given, says what to do. */
cop11_engine *rules_engine_for(const struct arguments *arguments,
                               uint64_t max_steps, const char *if_layer);

#endif

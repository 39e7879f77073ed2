/* show.h: gives the user a document of the library, in the form asked for. */
#ifndef COP11_COMMAND_SHOW_H
#define COP11_COMMAND_SHOW_H

#include <stdbool.h>

#include "arguments.h"
#include "cop11.h"

/* Writes `document` in the format and to the file of `arguments`; the format
 * "json" is the document's own bytes, any other is made by `engine`, and NULL
 * for it by an engine on the built-in rules.  Says what is wrong and returns
 * false when that fails. */
bool show(cop11_engine *engine, const cop11_text *document,
          const struct arguments *arguments);

/* The same for the text of a document. */
bool show_bytes(cop11_engine *engine, const char *document, size_t size,
                const struct arguments *arguments);

/* Writes a text that is in the format of `arguments` already. */
bool show_text(const cop11_text *text, const struct arguments *arguments);

/* The same as show, but for "json", which it indents. */
bool show_list(cop11_engine *engine, const cop11_text *list,
               const struct arguments *arguments);

/* Writes `document`, which is JSON, indented. */
bool show_indented(cop11_engine *engine, const cop11_text *document,
                   const struct arguments *arguments);

#endif

/* json_put.h: writing the little JSON that the command makes itself. */
#ifndef JSON_PUT_H
#define JSON_PUT_H

#include <stdio.h>

/* `text` as a JSON string; controls are shown and its end may be cut, as in
 * messages. */
void json_put_string(FILE *out, const char *text);

/* The whole of `text` as a JSON string, with nothing shown for anything else.  What
 * is not UTF-8 stays so, for the library to refuse. */
void json_put_whole(FILE *out, const char *text);

#endif

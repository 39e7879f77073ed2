/* slip.h: what was meant by text that is JSON but for a slip of the pen. */
#ifndef COP11_COMMAND_SLIP_H
#define COP11_COMMAND_SLIP_H

#include <stdbool.h>
#include <stddef.h>

enum {
  SLIP_TEXT_MAX = 200 /* bytes of what is written in place of a slip */
};

/* The bytes `from` to `to` of a text (the end is not among them) and what should
 * stand in their place. */
struct slip {
  size_t from, to;
  char text[SLIP_TEXT_MAX + 1];
};

/* The slip of kind `number`, counted from 0, by which the text may be wrong at
 * `at`, where reading it ended.  False when it is none of that kind; whoever asks
 * tries whether more of the text can be read with the slip mended. */
bool slip_find(size_t number, const char *text, size_t size, size_t at,
               struct slip *slip);

/* How many kinds there are. */
size_t slip_kinds(void);

#endif

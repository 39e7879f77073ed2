/* pause.h: long work in C asks now and then whether it may go on. */
#ifndef PAUSE_H
#define PAUSE_H

#include <stddef.h>

/* Who is asked, or zeros: nobody.  `ask` may leave by lua_error: whoever calls
 * it holds nothing that would leak. */
struct pause {
  void (*ask)(void *data);
  void *data;
};

enum {
  PAUSE_TURNS = 1024,     /* tokens between two questions */
  PAUSE_BYTES = 64 * 1024 /* bytes to hash */
};

static inline void pause_ask(const struct pause *pause) {
  if (pause->ask)
    pause->ask(pause->data);
}

#endif
